import type { In } from '../../../shared/contract/contract.ts'
import { useHostRows } from '../../app/use-host-rows.ts'
import { useT } from '../../i18n/i18n.ts'
import { RowList } from '../../ui/RowList.tsx'
import { useRowList } from '../../ui/use-row-list.ts'
import { MemoLine } from './MemoLine.tsx'
import styles from './MemoList.module.css'
import { openMemoAt } from './open-memo.ts'
import type { MemoSort } from './memo-filters.ts'

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

export function MemoList({ filter, sort, total, active, top, onMove }: MemoListProps) {
  const t = useT('memos')
  const list = useRowList({
    count: total,
    size: LINE,
    active,
    top,
    onMove,
    onOpen(index, offset) {
      const memo = at(index)
      if (memo === undefined) return
      onMove(index, offset)
      openMemoAt({ owner: memo.owner, day: memo.day, memoId: memo.id })
    },
  })
  const { at } = useHostRows(
    'memo.list',
    list.range,
    (page) => ({ filter, sort, ...page }),
    ({ memos }) => memos,
  )
  return (
    <RowList
      list={list}
      label={t('list')}
      line={(index) => ({ className: styles['line'], content: <MemoLine memo={at(index)} /> })}
    />
  )
}
