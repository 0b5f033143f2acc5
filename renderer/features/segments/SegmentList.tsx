import { useId, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { In } from '../../../shared/contract/contract.ts'
import type { SegmentRow } from '../../../shared/contract/segment.ts'
import { useHostPages } from '../../app/host.ts'
import { useView } from '../../app/view-state.ts'
import { useT } from '../../i18n/i18n.ts'
import { useVisibleRange } from '../../ui/use-visible-range.ts'
import { offsetToShow } from '../../ui/visible-range.ts'
import { moveInList } from './list-keys.ts'
import { SegmentLine } from './SegmentLine.tsx'
import rows from '../../ui/RowWindow.module.css'

/** Passages asked for at once. */
export const SEGMENT_PAGE = 100
/** Browsers draw nothing beyond some ten million px; who looks for one of more passages filters. */
export const LONGEST_LIST = 150_000
/** CSS px; SegmentList.module.css says the same. */
const LINE = 88

export interface SegmentListProps {
  readonly filter: In<'segment.list'>['filter']
  readonly total: number
  readonly active: number
  /** Where it is scrolled to when it comes, in CSS px. */
  readonly top: number
  readonly onMove: (active: number, top: number) => void
}

/** A long list of which only what is on the screen is asked for and drawn. The list itself holds the focus. */
export function SegmentList({ filter, total, active, top, onMove }: SegmentListProps) {
  const t = useT('segments')
  const id = useId()
  const goTo = useView((state) => state.goTo)
  const [box, setBox] = useState<HTMLElement | null>(null)
  const track = { count: total, size: LINE, lead: 0 }
  const range = useVisibleRange(box, 'y', track)
  const { at, first, last } = usePassages(filter, range)

  function open(index: number): void {
    const segment = at(index)
    if (!segment) return
    onMove(index, box?.scrollTop ?? 0)
    const { documentId, start, end, id: codingId } = segment.coding
    goTo({ documentId, start, end, codingId })
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!box) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      open(active)
      return
    }
    const next = moveInList(event.key, active, total, Math.floor(box.clientHeight / LINE))
    if (next === null) return
    event.preventDefault()
    const offset = offsetToShow(track, next, box.scrollTop, box.clientHeight)
    box.scrollTo({ top: offset })
    onMove(next, offset)
  }

  const indices = Array.from({ length: last - first }, (_, index) => first + index)
  return (
    <div
      ref={(element) => {
        if (element && !box) element.scrollTop = top
        setBox(element)
      }}
      role="listbox"
      tabIndex={0}
      data-pane-start
      aria-label={t('list')}
      aria-activedescendant={at(active) ? `${id}-${active}` : undefined}
      className={rows['list']}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        const line = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
        if (line) open(Number(line.dataset['index']))
      }}
    >
      <div role="presentation" className={rows['sheet']} style={{ height: total * LINE }}>
        {indices.map((index) => (
          <SegmentLine
            key={index}
            id={`${id}-${index}`}
            index={index}
            total={total}
            top={index * LINE}
            segment={at(index)}
            isActive={index === active}
          />
        ))}
      </div>
    </div>
  )
}

/** The passages in view, from the pages they lie on. */
function usePassages(filter: In<'segment.list'>['filter'], { first, last }: { first: number; last: number }) {
  const firstPage = Math.floor(first / SEGMENT_PAGE)
  const lastPage = Math.floor(Math.max(first, last - 1) / SEGMENT_PAGE)
  const offsets = Array.from({ length: lastPage - firstPage + 1 }, (_, page) => (firstPage + page) * SEGMENT_PAGE)
  const answers = useHostPages(
    'segment.list',
    offsets.map((offset) => ({ filter, offset, limit: SEGMENT_PAGE })),
  )
  const at = (index: number): SegmentRow | undefined =>
    answers[Math.floor(index / SEGMENT_PAGE) - firstPage]?.data?.segments[index % SEGMENT_PAGE]
  return { at, first, last }
}
