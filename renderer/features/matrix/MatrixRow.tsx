import { memo } from 'react'
import type { CSSProperties } from 'react'
import type { CodeRow } from '../../../shared/contract/code.ts'
import type { Matrix, Measure } from '../../../shared/contract/matrix.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { classNames } from '../../ui/class-names.ts'
import { CodeChip } from '../../ui/CodeChip.tsx'
import { ChevronDownIcon, ChevronRightIcon } from '../../ui/icons.tsx'
import { codeName, codeTitle } from '../coding/code-names.ts'
import { Undefined } from '../evidence/Undefined.tsx'
import grid from '../../ui/Grid.module.css'
import styles from './MatrixGrid.module.css'
import { COLUMN, LINE, ROW_HEAD } from './matrix-sizes.ts'
import { countOf, emptyReason, heatOf } from './matrix-view.ts'
import type { MatrixLine } from './matrix-view.ts'

export interface MatrixRowProps {
  /** Of the grid; cells are `<id>-<line>-<column>`. */
  readonly id: string
  /** Place among the lines shown. */
  readonly at: number
  readonly line: MatrixLine
  readonly matrix: Matrix
  readonly measure: Measure
  /** The columns that are drawn, half-open. */
  readonly firstColumn: number
  readonly lastColumn: number
  readonly peak: number
  /** -1 is the code; null: the active cell is in another line. */
  readonly activeColumn: number | null
  readonly code: CodeRow | undefined
  /** `aria-rowindex`, heads included. */
  readonly rowIndex: number
}

/** A line of the grid; the same line again where nothing about it changed. */
export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const t = useT('matrix')
  const format = useFormat()
  const language = useLanguage()
  const { id, at, line, matrix, measure, firstColumn, lastColumn, peak, activeColumn, code, rowIndex } = props
  const cells = matrix.cells[line.row] ?? []
  const columns = Array.from({ length: lastColumn - firstColumn }, (_, index) => firstColumn + index)
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      aria-level={line.depth + 1}
      aria-expanded={line.hasChildren ? !line.isCollapsed : undefined}
      className={classNames(grid['row'], styles['row'])}
      style={{ top: at * LINE, height: LINE }}
    >
      <div
        id={`${id}-${at}--1`}
        role="rowheader"
        aria-colindex={1}
        data-line={at}
        data-column={-1}
        title={code && codeTitle(code, language)}
        className={classNames(grid['name'], styles['rowHead'], activeColumn === -1 && styles['active'])}
        style={{ width: ROW_HEAD, paddingInlineStart: 6 + line.depth * 16 }}
      >
        <span className={styles['fold']}>
          {line.hasChildren && (line.isCollapsed ? <ChevronRightIcon /> : <ChevronDownIcon />)}
        </span>
        {code && <CodeChip colour={code.colour} label={code.label} name={codeName(code, language)} />}
      </div>
      {columns.map((column) => {
        const value = cells[column] ?? null
        const place = matrix.columns[column]
        const reason = place ? emptyReason(value, place, measure) : null
        return (
          <Cell
            key={column}
            id={`${id}-${at}-${column}`}
            at={at}
            column={column}
            text={format.countOrNull(value)}
            why={reason === null || !place ? undefined : t(`why.${reason}`, { count: countOf(reason, place) })}
            heat={heatOf(value, peak)}
            isActive={activeColumn === column}
          />
        )
      })}
    </div>
  )
})

interface CellProps {
  readonly id: string
  readonly at: number
  readonly column: number
  /** As written; null: undefined. */
  readonly text: string | null
  /** Why there is nothing to open; absent where there is. */
  readonly why: string | undefined
  /** 0 to 1. */
  readonly heat: number
  readonly isActive: boolean
}

/** How much of the accent the fullest cell takes; the number on it stays readable in both themes. */
const FULL_HEAT = 42

/** Hundreds are on the screen while it scrolls: drawn anew only where something about them changes. */
const Cell = memo(function Cell({ id, at, column, text, why, heat, isActive }: CellProps) {
  const style: CSSProperties & Record<'--heat', string> = {
    '--heat': `${(heat * FULL_HEAT).toFixed(1)}%`,
    left: ROW_HEAD + column * COLUMN,
    width: COLUMN,
  }
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={column + 2}
      data-line={at}
      data-column={column}
      title={why}
      className={classNames(
        styles['cell'],
        styles['value'],
        why !== undefined && styles['nothing'],
        isActive && styles['active'],
      )}
      style={style}
    >
      {text ?? <Undefined reason={why ?? ''} />}
    </div>
  )
})
