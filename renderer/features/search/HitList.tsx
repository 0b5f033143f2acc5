import { useEffect, useId, useMemo, useState } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import type { SearchSummary } from '../../../shared/contract/search.ts'
import { useHostPages } from '../../app/host.ts'
import { useView } from '../../app/view-state.ts'
import { useT } from '../../i18n/i18n.ts'
import { useVisibleRange } from '../../ui/use-visible-range.ts'
import { offsetToShow } from '../../ui/visible-range.ts'
import { moveInList } from '../segments/list-keys.ts'
import { useFind } from './find-state.ts'
import type { FindState } from './find-state.ts'
import { hitLines } from './hit-lines.ts'
import { HitListLine } from './HitListLine.tsx'
import { toggledTicks } from './ticks.ts'
import rows from '../../ui/RowWindow.module.css'

/** Hits asked for at once. */
const PAGE = 100
/** CSS px; HitList.module.css says the same. */
const LINE = 28

export interface HitListProps {
  readonly summary: SearchSummary
  /** The host has forgotten the search, or a text has been corrected. */
  readonly onGone: () => void
}

/**
 * Keyword in context, village by village. Only what is on the screen is asked for and drawn; the list itself holds the
 * focus. Space ticks, Enter opens.
 */
export function HitList({ summary, onGone }: HitListProps) {
  const t = useT('search')
  const id = useId()
  const goTo = useView((state) => state.goTo)
  const ticked = useFind((state) => state.ticked)
  const active = useFind((state) => state.active)
  const [box, setBox] = useState<HTMLElement | null>(null)
  const lines = useMemo(() => hitLines(summary.documents), [summary.documents])
  const [head, setHead] = useState<number | null>(null)
  const activeLine = Math.min(head ?? lines.lineOf(active), lines.count - 1)
  const track = { count: lines.count, size: LINE, lead: 0 }
  const { first, last } = useVisibleRange(box, 'y', track)
  const shown = Array.from({ length: last - first }, (_, index) => ({
    index: first + index,
    line: lines.lineAt(first + index),
  }))
  const numbers = shown.flatMap(({ line }) => (line.kind === 'hit' ? line.number : []))
  const { at, isGone } = useHits(summary, numbers[0] ?? 0, numbers.at(-1) ?? 0)
  useEffect(() => {
    if (isGone) onGone()
  }, [isGone, onGone])

  function moveTo(index: number): void {
    const line = lines.lineAt(index)
    setHead(line.kind === 'hit' ? null : index)
    const top = box === null ? 0 : offsetToShow(track, index, box.scrollTop, box.clientHeight)
    box?.scrollTo({ top })
    useFind.setState({ top, ...(line.kind === 'hit' ? { active: line.number } : {}) })
  }

  function open(index: number): void {
    const line = lines.lineAt(index)
    const hit = at(line.kind === 'hit' ? line.number : line.first)
    moveTo(line.kind === 'hit' ? index : lines.lineOf(line.first))
    if (hit) goTo({ documentId: hit.documentId, start: hit.start, end: hit.end, selects: true })
  }

  function tick(index: number): void {
    useFind.setState({ ticked: toggledTicks(useFind.getState().ticked, lines.lineAt(index)) })
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!box) return
    if (event.key === 'Enter') open(activeLine)
    else if (event.key === ' ') tick(activeLine)
    else if (event.key === 'Escape' && ticked.size > 0) useFind.setState({ ticked: new Set() })
    else {
      const next = moveInList(event.key, activeLine, lines.count, Math.floor(box.clientHeight / LINE))
      if (next === null || event.altKey) return
      moveTo(next)
    }
    event.preventDefault()
  }

  function onClick(event: MouseEvent): void {
    if (!(event.target instanceof Element)) return
    const line = event.target.closest<HTMLElement>('[data-index]')
    if (!line) return
    const index = Number(line.dataset['index'])
    if (event.target.closest('[data-tick]')) {
      tick(index)
      moveTo(index)
    } else open(index)
  }

  return (
    <div
      ref={(element) => {
        if (element && !box) element.scrollTop = topOf(useFind.getState(), lines.lineOf(active))
        setBox(element)
      }}
      role="listbox"
      aria-multiselectable
      tabIndex={0}
      data-pane-start
      aria-label={t('list')}
      aria-activedescendant={`${id}-${activeLine}`}
      className={rows['list']}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div role="presentation" className={rows['sheet']} style={{ height: lines.count * LINE }}>
        {shown.map(({ index, line }) => (
          <HitListLine
            key={index}
            id={`${id}-${index}`}
            index={index}
            total={lines.count}
            top={index * LINE}
            line={line}
            hit={line.kind === 'hit' ? at(line.number) : undefined}
            isActive={index === activeLine}
            isTicked={line.kind === 'hit' && ticked.has(line.number)}
          />
        ))}
      </div>
    </div>
  )
}

/** Where the list was left; where one has gone on to another hit in the reader, that one is in view. */
function topOf({ top }: FindState, line: number): number {
  const y = line * LINE
  return y >= top && y < top + 400 ? top : Math.max(0, y - 200)
}

/** The hits in view, from the pages they lie on. A page that is not full yet is asked for again when it is fuller. */
function useHits({ searchId, hits }: SearchSummary, first: number, last: number) {
  const firstPage = Math.floor(first / PAGE)
  const offsets: number[] = []
  for (let offset = firstPage * PAGE; offset <= last && offset < hits; offset += PAGE) offsets.push(offset)
  const answers = useHostPages(
    'search.page',
    offsets.map((offset) => ({ searchId, offset, limit: Math.min(PAGE, hits - offset) })),
  )
  return {
    at: (number: number) => answers[Math.floor(number / PAGE) - firstPage]?.data?.hits[number % PAGE],
    isGone: answers.some(({ error }) => error?.code === 'search_gone'),
  }
}
