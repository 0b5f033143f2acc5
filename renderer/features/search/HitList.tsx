import { useEffect, useMemo, useState } from 'react'
import type { SearchSummary } from '../../../shared/contract/search.ts'
import { useHostRows } from '../../app/use-host-rows.ts'
import { useView } from '../../app/view-state.ts'
import { useT } from '../../i18n/i18n.ts'
import { classNames } from '../../ui/class-names.ts'
import { RowList } from '../../ui/RowList.tsx'
import { useRowList } from '../../ui/use-row-list.ts'
import type { VisibleRange } from '../../ui/visible-range.ts'
import { useFind } from './find-state.ts'
import type { FindState } from './find-state.ts'
import { hitLines, type HitLines } from './hit-lines.ts'
import { HitListLine } from './HitListLine.tsx'
import { toggledTicks } from './ticks.ts'
import styles from './HitList.module.css'

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
  const goTo = useView((state) => state.goTo)
  const ticked = useFind((state) => state.ticked)
  const active = useFind((state) => state.active)
  const lines = useMemo(() => hitLines(summary.documents), [summary.documents])
  const [head, setHead] = useState<number | null>(null)
  const activeLine = Math.min(head ?? lines.lineOf(active), lines.count - 1)

  function moveTo(index: number, top: number): void {
    const line = lines.lineAt(index)
    setHead(line.kind === 'hit' ? null : index)
    useFind.setState({ top, ...(line.kind === 'hit' ? { active: line.number } : {}) })
  }

  function open(index: number, top: number): void {
    const line = lines.lineAt(index)
    const hit = at(line.kind === 'hit' ? line.number : line.first)
    moveTo(line.kind === 'hit' ? index : lines.lineOf(line.first), top)
    if (hit) goTo({ documentId: hit.documentId, start: hit.start, end: hit.end, selects: true })
  }

  function tick(index: number): void {
    useFind.setState({ ticked: toggledTicks(useFind.getState().ticked, lines.lineAt(index)) })
  }

  const list = useRowList({
    count: lines.count,
    size: LINE,
    active: activeLine,
    top: topOf(useFind.getState(), lines.lineOf(active)),
    onMove: moveTo,
    onOpen: open,
    onKey({ key }) {
      if (key === ' ') tick(activeLine)
      else if (key === 'Escape' && ticked.size > 0) useFind.setState({ ticked: new Set() })
      else return false
      return true
    },
    onPress(index, target, top) {
      if (target.closest('[data-tick]') === null) return false
      tick(index)
      moveTo(index, top)
      return true
    },
  })
  const { at, isGone } = useHits(summary, hitsOn(lines, list.range))
  useEffect(() => {
    if (isGone) onGone()
  }, [isGone, onGone])

  return (
    <RowList
      list={list}
      label={t('list')}
      isMultiple
      line={(index) => {
        const line = lines.lineAt(index)
        const isTicked = line.kind === 'hit' && ticked.has(line.number)
        return {
          className: classNames(styles['line'], styles[line.kind]),
          isSelected: isTicked,
          content: (
            <HitListLine line={line} hit={line.kind === 'hit' ? at(line.number) : undefined} isTicked={isTicked} />
          ),
        }
      }}
    />
  )
}

/** Where the list was left; where one has gone on to another hit in the reader, that one is in view. */
function topOf({ top }: FindState, line: number): number {
  const y = line * LINE
  return y >= top && y < top + 400 ? top : Math.max(0, y - 200)
}

/** The hits on the lines in view, by number; heads have none. */
function hitsOn(lines: HitLines, { first, last }: VisibleRange): VisibleRange {
  const numbers: number[] = []
  for (let index = first; index < last; index++) {
    const line = lines.lineAt(index)
    if (line.kind === 'hit') numbers.push(line.number)
  }
  return { first: numbers[0] ?? 0, last: (numbers.at(-1) ?? -1) + 1 }
}

/** The hits in view. A page that is not full yet is asked for again when it is fuller. */
function useHits({ searchId, hits }: SearchSummary, range: VisibleRange) {
  const { at, errors } = useHostRows(
    'search.page',
    range,
    ({ offset, limit }) => ({ searchId, offset, limit: Math.min(limit, hits - offset) }),
    (page) => page.hits,
  )
  return { at, isGone: errors.includes('search_gone') }
}
