import { useId, useImperativeHandle, useRef, useState } from 'react'
import type { KeyboardEvent, MouseEvent, Ref } from 'react'
import type { AgreementCell, AgreementResult, AgreementRow } from '../../../shared/contract/agreement.ts'
import { useT } from '../../i18n/i18n.ts'
import { classNames } from '../../ui/class-names.ts'
import { useCodebook } from '../coding/use-codebook.ts'
import { moveInGrid } from '../matrix/matrix-view.ts'
import type { GridPlace } from '../matrix/matrix-view.ts'
import { COUNTS, isCount, shownCoefficients } from './code-lines.ts'
import type { CodeSort, ColumnName } from './code-lines.ts'
import styles from './CodeTable.module.css'
import { CodeTableRow } from './CodeTableRow.tsx'
import { CodeTableTotals } from './CodeTableTotals.tsx'
import { useTableWords } from './table-words.ts'

export interface OpenedCount {
  readonly codeId: number
  readonly cell: AgreementCell
}

export interface CodeTableProps {
  readonly result: AgreementResult
  /** In order. */
  readonly rows: readonly AgreementRow[]
  readonly sort: CodeSort
  readonly onSort: (by: ColumnName | 'order') => void
  /** Opens the passages behind a count. */
  readonly onOpen: (count: OpenedCount) => void
  /** The line that says the active cell in words. */
  readonly onSay: (words: string) => void
  readonly ref: Ref<HTMLDivElement>
}

/** Line of the heads, and how many lines a page key goes. */
const HEADS = -1
const PAGE = 12

/** A line per code: the four counts, what they are out of, the coefficients with their intervals. */
export function CodeTable({ result, rows, sort, onSort, onOpen, onSay, ref }: CodeTableProps) {
  const t = useT('agreement')
  const words = useTableWords(result)
  const { byId } = useCodebook()
  const id = useId()
  const table = useRef<HTMLDivElement>(null)
  useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(ref, () => table.current)
  const columns: readonly ColumnName[] = [...COUNTS, 'prevalence', ...shownCoefficients(result.settings.coefficients)]
  const [wanted, setActive] = useState<GridPlace>({ line: 0, column: 0 })
  const active = { line: Math.min(wanted.line, rows.length - 1), column: Math.min(wanted.column, columns.length - 1) }

  function say({ line, column }: GridPlace): void {
    const row = rows[line]
    const name = columns[column]
    if (line === HEADS) onSay(name === undefined ? t('table.inOrder') : words.explain(name))
    else if (row) onSay(name === undefined ? words.code(row.codeId) : words.cell(row, name))
  }

  function moveTo(place: GridPlace): void {
    setActive(place)
    say(place)
    const cell = document.getElementById(`${id}-${place.line}-${place.column}`)
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  function open({ line, column }: GridPlace): void {
    const name = columns[column]
    if (line === HEADS) {
      onSort(name ?? 'order')
      return
    }
    const row = rows[line]
    if (!row || name === undefined || !isCount(name) || name === 'neither' || row[name] === 0) return
    onOpen({ codeId: row.codeId, cell: name })
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey) return
    if (event.key === 'Enter' || event.key === ' ') open(active)
    else {
      const size = { lines: rows.length, columns: columns.length, page: PAGE }
      const toEnds = event.ctrlKey || event.metaKey
      const isToHeads = event.key === 'ArrowUp' && active.line <= 0
      const isFromHeads = active.line === HEADS && (event.key === 'ArrowDown' || event.key === 'PageDown')
      const next = isToHeads
        ? { ...active, line: HEADS }
        : isFromHeads
          ? { ...active, line: 0 }
          : active.line === HEADS
            ? inHeads(moveInGrid(event.key, { ...active, line: 0 }, size, toEnds))
            : moveInGrid(event.key, active, size, toEnds)
      if (next === null) return
      moveTo(next)
    }
    event.preventDefault()
  }

  function placeOf(target: EventTarget): GridPlace | null {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null
    return cell && { line: Number(cell.dataset['line']), column: Number(cell.dataset['column']) }
  }

  function onClick(event: MouseEvent): void {
    const place = placeOf(event.target)
    if (place === null) return
    setActive(place)
    say(place)
    open(place)
  }

  const isActive = (line: number, column: number) => active.line === line && active.column === column
  const head = (column: number) => ({
    id: `${id}-${HEADS}-${column}`,
    'data-line': HEADS,
    'data-column': column,
    className: classNames(styles['cell'], column < 0 && styles['name'], isActive(HEADS, column) && styles['active']),
  })
  return (
    <div
      ref={table}
      role="grid"
      tabIndex={0}
      data-pane-start
      aria-label={t('table.title')}
      aria-activedescendant={`${id}-${active.line}-${active.column}`}
      className={styles['table']}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={() => {
        say(active)
      }}
      onPointerOver={(event) => {
        const place = placeOf(event.target)
        if (place !== null) say(place)
      }}
      onPointerLeave={() => {
        say(active)
      }}
    >
      <div role="rowgroup" className={styles['head']}>
        <div role="row" className={styles['row']}>
          <div role="columnheader" aria-sort={sort.by === 'order' ? 'ascending' : 'none'} {...head(-1)}>
            {t('table.code')}
          </div>
          {columns.map((column, at) => (
            <div
              key={column}
              role="columnheader"
              aria-sort={sort.by !== column ? 'none' : sort.isDescending ? 'descending' : 'ascending'}
              {...head(at)}
            >
              {words.head(column)}
              <SortMark sort={sort} by={column} />
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles['body']}>
        {rows.map((row, line) => (
          <CodeTableRow
            key={row.codeId}
            id={id}
            line={line}
            row={row}
            columns={columns.join()}
            code={byId.get(row.codeId)}
            isIndented={sort.by === 'order'}
            activeColumn={active.line === line ? active.column : null}
          />
        ))}
      </div>
      <CodeTableTotals result={result} columns={columns} />
    </div>
  )
}

function inHeads(place: GridPlace | null): GridPlace | null {
  return place && { ...place, line: HEADS }
}

function SortMark({ sort, by }: { readonly sort: CodeSort; readonly by: ColumnName }) {
  return (
    <span aria-hidden="true" className={styles['sort']}>
      {sort.by === by && (sort.isDescending ? '↓' : '↑')}
    </span>
  )
}
