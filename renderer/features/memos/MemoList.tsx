import { useId, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { In } from '../../../shared/contract/contract.ts'
import type { MemoLine as Line } from '../../../shared/contract/memo.ts'
import { useHostPages } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import { useVisibleRange } from '../../ui/use-visible-range.ts'
import { offsetToShow } from '../../ui/visible-range.ts'
import { moveInList } from '../segments/list-keys.ts'
import { MemoLine } from './MemoLine.tsx'
import { classNames } from '../../ui/class-names.ts'
import rows from '../../ui/RowWindow.module.css'
import styles from './MemoList.module.css'
import { openMemoAt } from './open-memo.ts'
import type { MemoSort } from './memo-filters.ts'

/** Memos asked for at once. */
export const MEMO_PAGE = 100
/** CSS px; MemoList.module.css says the same. */
const LINE = 84

export interface MemoListProps {
  readonly filter: In<'memo.list'>['filter']
  readonly sort: MemoSort
  readonly total: number
  readonly active: number
  /** Where it is scrolled to when it comes, in CSS px. */
  readonly top: number
  readonly onMove: (active: number, top: number) => void
}

/** A list of memos of which only what is on the screen is asked for and drawn. The list itself holds the focus. */
export function MemoList({ filter, sort, total, active, top, onMove }: MemoListProps) {
  const t = useT('memos')
  const id = useId()
  const [box, setBox] = useState<HTMLElement | null>(null)
  const track = { count: total, size: LINE, lead: 0 }
  const { first, last } = useVisibleRange(box, 'y', track)
  const at = useLines(filter, sort, first, last)

  function open(index: number): void {
    const line = at(index)
    if (line === undefined) return
    onMove(index, box?.scrollTop ?? 0)
    openMemoAt({ owner: line.owner, day: line.day, memoId: line.id })
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (box === null) return
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

  return (
    <div
      ref={(element) => {
        if (element !== null && box === null) element.scrollTop = top
        setBox(element)
      }}
      role="listbox"
      tabIndex={0}
      data-pane-start
      aria-label={t('list')}
      aria-activedescendant={at(active) === undefined ? undefined : `${id}-${active}`}
      className={rows['list']}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        const line = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
        if (line !== null) open(Number(line.dataset['index']))
      }}
    >
      <div role="presentation" className={rows['sheet']} style={{ height: total * LINE }}>
        {Array.from({ length: last - first }, (_, offset) => first + offset).map((index) => (
          <div
            key={index}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            aria-posinset={index + 1}
            aria-setsize={total}
            tabIndex={-1}
            data-index={index}
            className={classNames(rows['line'], styles['line'], index === active && rows['active'])}
            style={{ top: index * LINE }}
          >
            <MemoLine memo={at(index)} />
          </div>
        ))}
      </div>
    </div>
  )
}

/** The memos in view, from the pages they lie on. */
function useLines(filter: MemoListProps['filter'], sort: MemoSort, first: number, last: number) {
  const firstPage = Math.floor(first / MEMO_PAGE)
  const lastPage = Math.floor(Math.max(first, last - 1) / MEMO_PAGE)
  const answers = useHostPages(
    'memo.list',
    Array.from({ length: lastPage - firstPage + 1 }, (_, page) => ({
      filter,
      sort,
      offset: (firstPage + page) * MEMO_PAGE,
      limit: MEMO_PAGE,
    })),
  )
  return (index: number): Line | undefined =>
    answers[Math.floor(index / MEMO_PAGE) - firstPage]?.data?.memos[index % MEMO_PAGE]
}
