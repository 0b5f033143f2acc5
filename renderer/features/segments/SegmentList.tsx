import type { In } from '../../../shared/contract/contract.ts'
import { useHostRows } from '../../app/use-host-rows.ts'
import { useView } from '../../app/view-state.ts'
import { useT } from '../../i18n/i18n.ts'
import { RowList } from '../../ui/RowList.tsx'
import { useRowList } from '../../ui/use-row-list.ts'
import { SegmentLine } from './SegmentLine.tsx'
import styles from './SegmentList.module.css'

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

export function SegmentList({ filter, total, active, top, onMove }: SegmentListProps) {
  const t = useT('segments')
  const goTo = useView((state) => state.goTo)
  const list = useRowList({
    count: total,
    size: LINE,
    active,
    top,
    onMove,
    onOpen(index, offset) {
      const segment = at(index)
      if (segment === undefined) return
      onMove(index, offset)
      const { documentId, start, end, id: codingId } = segment.coding
      goTo({ documentId, start, end, codingId })
    },
  })
  const { at } = useHostRows(
    'segment.list',
    list.range,
    (page) => ({ filter, ...page }),
    ({ segments }) => segments,
  )
  return (
    <RowList
      list={list}
      label={t('list')}
      line={(index) => {
        const segment = at(index)
        return { className: styles['line'], content: segment && <SegmentLine segment={segment} /> }
      }}
    />
  )
}
