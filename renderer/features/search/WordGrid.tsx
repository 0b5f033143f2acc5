import { useId, useState } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import type { Frequency } from '../../../shared/contract/frequency.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { classNames } from '../../ui/class-names.ts'
import { useVisibleRange } from '../../ui/use-visible-range.ts'
import { offsetToShow } from '../../ui/visible-range.ts'
import { languageOfQuote } from '../evidence/group-evidence.ts'
import { moveInGrid } from '../matrix/matrix-view.ts'
import type { GridPlace } from '../matrix/matrix-view.ts'
import grid from '../../ui/Grid.module.css'
import styles from './WordGrid.module.css'
import { perThousand } from './words-view.ts'
import type { WordLine, WordSort, WordsView } from './words-view.ts'

/* CSS px; WordGrid.module.css says the same. */
const LINE = 28
const HEAD = 48
const COLUMN = 104
const WORD = 220

const LEAVES_HEADS: ReadonlySet<string> = new Set(['ArrowDown', 'PageDown'])

/** The columns in front of those by case. */
const FIXED = ['total', 'rate', 'documents'] as const

export interface WordGridProps {
  readonly frequency: Frequency
  readonly lines: readonly WordLine[]
  readonly measure: WordsView['measure']
  readonly sort: WordSort
  readonly onSort: (sort: WordSort) => void
  /** Where a word is said: everywhere (null) or in a column. */
  readonly onOpen: (text: string, column: number | null) => void
}

/** Words × cases. Heads sort, words and numbers open the places; only what is on the screen is drawn. */
export function WordGrid({ frequency, lines, measure, sort, onSort, onOpen }: WordGridProps) {
  const t = useT('search')
  const id = useId()
  const [box, setBox] = useState<HTMLDivElement | null>(null)
  // Line -1 are the heads, column -1 the words.
  const [wanted, setActive] = useState<GridPlace>({ line: 0, column: -1 })
  const active = { ...wanted, line: Math.min(wanted.line, lines.length - 1) }
  const count = FIXED.length + frequency.columns.length
  const across = { count, size: COLUMN, lead: WORD }
  const down = { count: lines.length, size: LINE, lead: HEAD }
  const columns = useVisibleRange(box, 'x', across)
  const rows = useVisibleRange(box, 'y', down)
  const values = useCellValues(frequency, measure)

  function open({ line, column }: GridPlace): void {
    const word = lines[line]
    if (line < 0) {
      const by = sortOf(column)
      if (by !== null) onSort({ by, isDescending: sort.by === by ? !sort.isDescending : by !== 'text' })
    } else if (word && column < FIXED.length) onOpen(word.text, null)
    else if (word && (word.counts.get(column - FIXED.length) ?? 0) > 0) onOpen(word.text, column - FIXED.length)
  }

  function moveTo(place: GridPlace): void {
    setActive(place)
    if (!box) return
    const top = place.line < 0 ? box.scrollTop : offsetToShow(down, place.line, box.scrollTop, box.clientHeight)
    const left = place.column < 0 ? 0 : offsetToShow(across, place.column, box.scrollLeft, box.clientWidth)
    box.scrollTo({ top, left })
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!box || event.altKey) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      open(active)
      return
    }
    const page = Math.floor((box.clientHeight - HEAD) / LINE)
    const size = { lines: lines.length, columns: count, page }
    const next = moveInGrid(event.key, active, size, event.ctrlKey || event.metaKey)
    if (next === null) return
    event.preventDefault()
    // The heads are a line above the first; sideways one stays among them.
    const isAtHeads = active.line <= 0 && (event.key === 'ArrowUp' || (active.line < 0 && !LEAVES_HEADS.has(event.key)))
    moveTo(isAtHeads ? { ...next, line: -1 } : next)
  }

  function onClick(event: MouseEvent): void {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-line]') : null
    if (!cell) return
    const place = { line: Number(cell.dataset['line']), column: Number(cell.dataset['column']) }
    setActive(place)
    open(place)
  }

  const cellProps = (line: number, column: number) => ({
    id: `${id}-${line}-${column}`,
    'data-line': line,
    'data-column': column,
    'aria-colindex': column + 2,
    className: classNames(
      column < 0 && grid['name'],
      styles[column < 0 ? 'word' : 'cell'],
      active.line === line && active.column === column && styles['active'],
    ),
    style: column < 0 ? {} : { left: WORD + column * COLUMN },
  })
  const width = WORD + count * COLUMN
  const shown = Array.from({ length: columns.last - columns.first }, (_, index) => columns.first + index)
  return (
    <div
      ref={setBox}
      role="grid"
      tabIndex={0}
      data-pane-start
      aria-label={t('wordGrid')}
      aria-rowcount={lines.length + 1}
      aria-colcount={count + 1}
      aria-activedescendant={`${id}-${active.line}-${active.column}`}
      className={classNames(grid['grid'], styles['grid'])}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div role="rowgroup" className={classNames(grid['head'], styles['head'])} style={{ width }}>
        <div role="row" aria-rowindex={1} className={styles['headRow']}>
          <div role="columnheader" aria-sort={ariaSort(sort, 'text')} {...cellProps(-1, -1)}>
            {t('word')}
            <SortMark sort={sort} by="text" />
          </div>
          {shown.map((column) => (
            <div key={column} role="columnheader" aria-sort={ariaSort(sort, sortOf(column))} {...cellProps(-1, column)}>
              <span className={styles['name']} title={values.nameOf(column)}>
                {values.nameOf(column)}
                {FIXED[column] !== 'rate' && <SortMark sort={sort} by={sortOf(column)} />}
              </span>
              <span className={styles['outOf']}>{values.outOf(column)}</span>
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={grid['body']} style={{ width, height: lines.length * LINE }}>
        {lines.slice(rows.first, rows.last).map((line, index) => {
          const at = rows.first + index
          return (
            <div
              key={line.text}
              role="row"
              aria-rowindex={at + 2}
              className={classNames(grid['row'], styles['row'])}
              style={{ top: at * LINE }}
            >
              <div role="rowheader" lang={languageOfQuote(line.text)} {...cellProps(at, -1)}>
                {line.text}
              </div>
              {shown.map((column) => (
                <div key={column} role="gridcell" {...cellProps(at, column)}>
                  {values.of(line, column)}
                </div>
              ))}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** What a column sorts by; the rate of the total sorts as the total does. */
function sortOf(column: number): WordSort['by'] | null {
  if (column < 0) return 'text'
  const fixed = FIXED[column]
  return fixed === undefined ? column - FIXED.length : fixed === 'documents' ? 'documents' : 'total'
}

function ariaSort(sort: WordSort, by: WordSort['by'] | null): 'ascending' | 'descending' | 'none' {
  return sort.by !== by ? 'none' : sort.isDescending ? 'descending' : 'ascending'
}

function SortMark({ sort, by }: { readonly sort: WordSort; readonly by: WordSort['by'] | null }) {
  if (sort.by !== by) return null
  return (
    <span aria-hidden="true" className={styles['sort']}>
      {sort.isDescending ? '↓' : '↑'}
    </span>
  )
}

/** What stands in the cells and heads, by column. Nothing said there is “–”, which is not 0. */
function useCellValues(frequency: Frequency, measure: WordsView['measure']) {
  const t = useT('search')
  const common = useT('common')
  const format = useFormat()
  const rate = (count: number, words: number): string => {
    const value = perThousand(count, words)
    return format.indexOrNull(value) ?? common('undefined')
  }
  return {
    nameOf(column: number): string {
      const fixed = FIXED[column]
      if (fixed !== undefined) return t(`column.${fixed}`)
      return frequency.columns[column - FIXED.length]?.name ?? common('notStated')
    },
    outOf(column: number): string {
      const fixed = FIXED[column]
      if (fixed === 'documents') return t('outOf', { count: frequency.documents })
      const words = fixed === undefined ? (frequency.columns[column - FIXED.length]?.words ?? 0) : frequency.words
      return t('words', { count: words })
    },
    of(line: WordLine, column: number): string {
      const fixed = FIXED[column]
      if (fixed === 'total') return format.count(line.total)
      if (fixed === 'rate') return rate(line.total, frequency.words)
      if (fixed === 'documents') return format.count(line.documents)
      const at = column - FIXED.length
      const count = line.counts.get(at) ?? 0
      return measure === 'count' ? format.count(count) : rate(count, frequency.columns[at]?.words ?? 0)
    },
  }
}
