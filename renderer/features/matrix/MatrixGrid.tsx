import { useId, useImperativeHandle, useMemo, useState } from 'react'
import type { KeyboardEvent, MouseEvent, Ref } from 'react'
import type { Matrix, Measure } from '../../../shared/contract/matrix.ts'
import type { MatrixInput } from '../../../shared/contract/matrix.ts'
import { useT } from '../../i18n/i18n.ts'
import { useVisibleRange } from '../../ui/use-visible-range.ts'
import { offsetToShow } from '../../ui/visible-range.ts'
import { useCodebook } from '../coding/use-codebook.ts'
import { classNames } from '../../ui/class-names.ts'
import grid from '../../ui/Grid.module.css'
import styles from './MatrixGrid.module.css'
import { headRows, MatrixHead } from './MatrixHead.tsx'
import { MatrixRow } from './MatrixRow.tsx'
import { moveInGrid, peakOf } from './matrix-view.ts'
import type { GridPlace, MatrixLine } from './matrix-view.ts'
import { COLUMN, HEAD_LINE, LINE, NAME_LINE, ROW_HEAD } from './matrix-sizes.ts'
import { useMatrixWords } from './use-matrix-words.ts'

export interface MatrixCell {
  readonly codeId: number
  readonly column: Matrix['columns'][number]['key']
}

export interface MatrixGridProps {
  readonly matrix: Matrix
  readonly lines: readonly MatrixLine[]
  readonly columns: MatrixInput['columns']
  readonly measure: Measure
  readonly onOpen: (cell: MatrixCell) => void
  readonly onToggle: (codeId: number) => void
  readonly ref: Ref<HTMLDivElement>
}

/** The grid: heads stay in view, only what is on the screen is drawn, and the grid itself holds the focus. */
export function MatrixGrid({ matrix, lines, columns, measure, onOpen, onToggle, ref }: MatrixGridProps) {
  const t = useT('matrix')
  const words = useMatrixWords(matrix, measure)
  const { byId } = useCodebook()
  const id = useId()
  const [box, setBox] = useState<HTMLDivElement | null>(null)
  useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(ref, () => box, [box])
  const [wanted, setActive] = useState<GridPlace>({ line: 0, column: 0 })
  const active = { ...wanted, line: Math.min(wanted.line, lines.length - 1) }

  const heads = headRows(measure)
  const headHeight = NAME_LINE + heads.length * HEAD_LINE
  const across = { count: matrix.columns.length, size: COLUMN, lead: ROW_HEAD }
  const down = { count: lines.length, size: LINE, lead: headHeight }
  const shownColumns = useVisibleRange(box, 'x', across)
  const shownRows = useVisibleRange(box, 'y', down)
  const peak = useMemo(() => peakOf(matrix.cells, lines), [matrix, lines])

  function open({ line, column }: GridPlace): void {
    const place = lines[line]
    if (!place) return
    if (column < 0) {
      if (place.hasChildren) onToggle(place.codeId)
      return
    }
    const key = matrix.columns[column]?.key
    if (key !== undefined && (matrix.cells[place.row]?.[column] ?? 0) > 0) onOpen({ codeId: place.codeId, column: key })
  }

  function moveTo(place: GridPlace): void {
    setActive(place)
    if (!box) return
    const top = offsetToShow(down, place.line, box.scrollTop, box.clientHeight)
    const left = place.column < 0 ? 0 : offsetToShow(across, place.column, box.scrollLeft, box.clientWidth)
    box.scrollTo({ top, left })
  }

  function onKeyDown(event: KeyboardEvent): void {
    const line = lines[active.line]
    if (!box || !line || event.altKey) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      open(active)
      return
    }
    // On the code itself, left folds and right unfolds.
    const folds = event.key === 'ArrowLeft' ? !line.isCollapsed : event.key === 'ArrowRight' && line.isCollapsed
    if (active.column < 0 && line.hasChildren && folds) {
      event.preventDefault()
      onToggle(line.codeId)
      return
    }
    const page = Math.floor((box.clientHeight - headHeight) / LINE)
    const size = { lines: lines.length, columns: matrix.columns.length, page }
    const next = moveInGrid(event.key, active, size, event.ctrlKey || event.metaKey)
    if (next === null) return
    event.preventDefault()
    moveTo(next)
  }

  function onClick(event: MouseEvent): void {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-line]') : null
    if (!cell) return
    const place = { line: Number(cell.dataset['line']), column: Number(cell.dataset['column']) }
    setActive(place)
    open(place)
  }

  const activeRow = lines[active.line]?.row ?? -1
  const width = ROW_HEAD + matrix.columns.length * COLUMN
  return (
    <>
      <div
        ref={setBox}
        role="treegrid"
        tabIndex={0}
        data-pane-start
        aria-label={t('grid', { columns: t(`column.${columns}`) })}
        aria-rowcount={lines.length + heads.length + 1}
        aria-colcount={matrix.columns.length + 1}
        aria-activedescendant={`${id}-${active.line}-${active.column}`}
        className={classNames(grid['grid'], styles['grid'])}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <MatrixHead matrix={matrix} measure={measure} shown={shownColumns} width={width} />
        <div role="rowgroup" className={grid['body']} style={{ width, height: lines.length * LINE }}>
          {lines.slice(shownRows.first, shownRows.last).map((line, index) => (
            <MatrixRow
              key={line.codeId}
              id={id}
              at={shownRows.first + index}
              line={line}
              matrix={matrix}
              measure={measure}
              firstColumn={shownColumns.first}
              lastColumn={shownColumns.last}
              peak={peak}
              activeColumn={active.line === shownRows.first + index ? active.column : null}
              code={byId.get(line.codeId)}
              rowIndex={shownRows.first + index + heads.length + 2}
            />
          ))}
        </div>
      </div>
      <p className={styles['status']}>
        {active.column < 0
          ? words.codeAt(activeRow)
          : t('cellSays', {
              cell: words.cellIs(activeRow, active.column),
              value: words.valueIs(activeRow, active.column),
            })}
        <span className={styles['keys']}>{t('keys')}</span>
      </p>
    </>
  )
}
