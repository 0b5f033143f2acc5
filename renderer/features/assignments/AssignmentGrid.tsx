import { useId, useState } from 'react'
import type { CSSProperties, KeyboardEvent, MouseEvent } from 'react'
import type { DocumentRow } from '../../../shared/contract/document.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { classNames } from '../../ui/class-names.ts'
import { useVisibleRange } from '../../ui/use-visible-range.ts'
import { offsetToShow } from '../../ui/visible-range.ts'
import { CoderMark } from '../coders/CoderMark.tsx'
import type { Coder } from '../coding/use-coders.ts'
import { moveInGrid } from '../matrix/matrix-view.ts'
import { countStates, stateAt } from './assignment-lines.ts'
import type { AssignmentLine, CellState, StateCounts, TablePlace } from './assignment-lines.ts'
import grid from '../../ui/Grid.module.css'
import styles from './AssignmentGrid.module.css'
import { StateMark } from './StateMark.tsx'

/** CSS px; the style sheet takes them from here. */
const LINE = 26
const HEAD = 46
const NAME = 230
const CODER = 148

export interface AssignmentGridProps {
  readonly lines: readonly AssignmentLine[]
  /** All of the version that is read, shown or not, for the counts per coder. */
  readonly documents: readonly DocumentRow[]
  readonly coders: readonly Coder[]
  readonly currentId: number | null
  readonly active: TablePlace
  readonly anchor: TablePlace
  readonly picked: ReadonlySet<number>
  /** `extend`: from where one last went to without Shift. */
  readonly onMove: (place: TablePlace, extend: boolean) => void
  /** Space, or a click with Ctrl or ⌘. */
  readonly onPick: (place: TablePlace) => void
  readonly onPickAll: () => void
  /** Enter, or a double click. */
  readonly onOpen: (line: AssignmentLine) => void
  readonly onCoder: (coderId: number) => void
}

/** Coders by transcripts: heads stay in view, only what is on the screen is drawn, and the table holds the focus. */
export function AssignmentGrid(props: AssignmentGridProps) {
  const { lines, documents, coders, currentId, active, onMove, onPick, onPickAll, onOpen, onCoder } = props
  const t = useT('assignments')
  const id = useId()
  const [box, setBox] = useState<HTMLDivElement | null>(null)
  const down = { count: lines.length, size: LINE, lead: HEAD }
  const across = { count: coders.length, size: CODER, lead: NAME }
  const { first, last } = useVisibleRange(box, 'y', down)
  const width = NAME + coders.length * CODER

  function moveTo(place: TablePlace, extend: boolean): void {
    onMove(place, extend)
    if (!box) return
    const top = offsetToShow(down, place.line, box.scrollTop, box.clientHeight)
    const left = place.column < 0 ? 0 : offsetToShow(across, place.column, box.scrollLeft, box.clientWidth)
    box.scrollTo({ top, left })
  }

  function onKeyDown(event: KeyboardEvent): void {
    const line = lines[active.line]
    if (!box || !line || event.altKey || event.target !== box) return
    const isCommand = event.ctrlKey || event.metaKey
    if (event.key === 'Enter' && !isCommand) onOpen(line)
    else if (event.key === ' ') onPick(active)
    else if (event.key.toLowerCase() === 'a' && isCommand) onPickAll()
    else {
      const page = Math.max(1, Math.floor((box.clientHeight - HEAD) / LINE) - 1)
      const next = moveInGrid(event.key, active, { lines: lines.length, columns: coders.length, page }, isCommand)
      if (next === null) return
      moveTo(next, event.shiftKey)
    }
    event.preventDefault()
  }

  function onClick(event: MouseEvent): void {
    const place = placeOf(event.target)
    if (place === null) return
    if (event.ctrlKey || event.metaKey) onPick(place)
    else moveTo(place, event.shiftKey)
  }

  return (
    <div
      ref={setBox}
      role="grid"
      tabIndex={0}
      data-pane-start
      data-assignments
      aria-label={t('grid')}
      aria-multiselectable
      aria-rowcount={lines.length + 1}
      aria-colcount={coders.length + 1}
      aria-activedescendant={lines.length === 0 ? undefined : cellId(id, active)}
      className={classNames(grid['grid'], styles['grid'])}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={(event) => {
        const line = lines[placeOf(event.target)?.line ?? -1]
        if (line) onOpen(line)
      }}
    >
      <div role="rowgroup" className={classNames(grid['head'], styles['head'])} style={{ width, height: HEAD }}>
        <div role="row" aria-rowindex={1} className={styles['headRow']}>
          <div
            role="columnheader"
            aria-colindex={1}
            className={classNames(grid['name'], styles['corner'])}
            style={{ width: NAME }}
          >
            {t('transcript')}
          </div>
          {coders.map((coder, column) => (
            <CoderHead
              key={coder.id}
              coder={coder}
              isOwn={coder.id === currentId}
              column={column}
              counts={countStates(documents, coder.id)}
              onEdit={() => {
                onCoder(coder.id)
              }}
            />
          ))}
        </div>
      </div>
      <div
        role="rowgroup"
        className={classNames(grid['body'], styles['body'])}
        style={{ width, height: lines.length * LINE }}
      >
        {lines.slice(first, last).map((line, offset) => (
          <Line key={line.id} id={id} at={first + offset} line={line} {...props} />
        ))}
      </div>
    </div>
  )
}

interface CoderHeadProps {
  readonly coder: Coder
  readonly isOwn: boolean
  readonly column: number
  readonly counts: StateCounts
  readonly onEdit: () => void
}

function CoderHead({ coder, isOwn, column, counts, onEdit }: CoderHeadProps) {
  const t = useT('assignments')
  const format = useFormat()
  const total = counts.none + counts.assigned + counts.in_progress + counts.finished
  const numbers = { ...counts, total }
  return (
    <div
      role="columnheader"
      aria-colindex={column + 2}
      className={styles['coder']}
      style={{ left: NAME + column * CODER, width: CODER }}
    >
      <button
        type="button"
        tabIndex={-1}
        className={styles['name']}
        title={t('editCoder', { name: coder.name })}
        onClick={onEdit}
      >
        <CoderMark initials={coder.initials} colour={coder.colour} />
        <span className={styles['cut']}>{isOwn ? t('you', { name: coder.name }) : coder.name}</span>
      </button>
      <span className={styles['counts']} title={t('counts', numbers)}>
        <span className="visually-hidden">{t('counts', numbers)}</span>
        {(['finished', 'in_progress', 'assigned'] as const).map((state) => (
          <span key={state} aria-hidden="true">
            <StateMark state={state} /> {format.count(counts[state])}
          </span>
        ))}
        <span aria-hidden="true">/ {format.count(total)}</span>
      </span>
    </div>
  )
}

type LineProps = AssignmentGridProps & { readonly id: string; readonly at: number; readonly line: AssignmentLine }

function Line({ id, at, line, coders, active, anchor, picked }: LineProps) {
  const t = useT('assignments')
  const isPicked = line.kind === 'transcript' && picked.has(line.row.id)
  const inRows = picked.size === 0 && isBetween(at, anchor.line, active.line)

  function cellProps(column: number) {
    const isMeant = (isPicked || inRows) && (column < 0 || isBetween(column, anchor.column, active.column))
    return {
      id: cellId(id, { line: at, column }),
      'data-line': at,
      'data-column': column,
      'aria-selected': isMeant,
      'aria-colindex': column + 2,
      className: classNames(
        column < 0 && grid['name'],
        styles[column < 0 ? 'rowHead' : 'cell'],
        isMeant && styles['meant'],
        at === active.line && column === active.column && styles['active'],
      ),
    }
  }

  return (
    <div
      role="row"
      aria-rowindex={at + 2}
      className={classNames(grid['row'], styles['row'], line.kind === 'village' && styles['village'])}
      style={{ top: at * LINE, height: LINE }}
    >
      <div role="rowheader" {...cellProps(-1)} style={{ width: NAME }}>
        <span className={styles['check']} aria-hidden="true">
          {isPicked && '✓'}
        </span>
        {line.kind === 'village' ? (
          <>
            <span className={styles['cut']}>{line.village ?? t('noVillage')}</span>
            <span className={styles['faint']}>{line.rows.length}</span>
          </>
        ) : (
          <span className={styles['cut']}>{line.row.name}</span>
        )}
      </div>
      {coders.map((coder, column) => (
        <div key={coder.id} role="gridcell" {...cellProps(column)} style={cellStyle(column)}>
          {line.kind === 'village' ? (
            <VillageCell counts={countStates(line.rows, coder.id)} />
          ) : (
            <StateCell state={stateAt(line.row, coder.id)} isHidden={line.row.hiddenCoderIds.includes(coder.id)} />
          )}
        </div>
      ))}
    </div>
  )
}

function StateCell({ state, isHidden }: { readonly state: CellState; readonly isHidden: boolean }) {
  const t = useT('assignments')
  return (
    <>
      {state !== 'none' && <StateMark state={state} />}
      {/* Of who was not assigned and is hidden, it is not known how far they are. */}
      {(state !== 'none' || !isHidden) && (
        <span className={state === 'none' ? 'visually-hidden' : undefined}>{t(`state.${state}`)}</span>
      )}
      {isHidden && <span className={styles['faint']}>{t('hidden')}</span>}
    </>
  )
}

/** How many of a village one has, and how many of those are finished. */
function VillageCell({ counts }: { readonly counts: StateCounts }) {
  const t = useT('assignments')
  const had = counts.assigned + counts.in_progress + counts.finished
  if (had === 0) return <span className="visually-hidden">{t('state.none')}</span>
  return <span className={styles['faint']}>{t('villageCell', { finished: counts.finished, count: had })}</span>
}

function cellStyle(column: number): CSSProperties {
  return { left: NAME + column * CODER, width: CODER }
}

function cellId(id: string, { line, column }: TablePlace): string {
  return `${id}-${line}-${column}`
}

function isBetween(value: number, a: number, b: number): boolean {
  return value >= Math.min(a, b) && value <= Math.max(a, b)
}

function placeOf(target: EventTarget): TablePlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null
  return cell === null ? null : { line: Number(cell.dataset['line']), column: Number(cell.dataset['column']) }
}
