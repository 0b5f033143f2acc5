import type { SegmentRow } from '../../../shared/contract/segment.ts'
import { useT } from '../../i18n/i18n.ts'
import { classNames } from '../../ui/class-names.ts'
import { CodingMarks } from '../evidence/CodingMarks.tsx'
import { languageOfQuote, lineAfter, lineBefore } from '../evidence/group-evidence.ts'
import { SegmentCode } from '../evidence/SegmentCode.tsx'
import rows from '../../ui/RowWindow.module.css'
import styles from './SegmentList.module.css'

export interface SegmentLineProps {
  readonly id: string
  readonly index: number
  readonly total: number
  /** CSS px from the top of the list. */
  readonly top: number
  /** Absent while its page is on the way. */
  readonly segment: SegmentRow | undefined
  readonly isActive: boolean
}

export function SegmentLine({ id, index, total, top, segment, isActive }: SegmentLineProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      aria-posinset={index + 1}
      aria-setsize={total}
      tabIndex={-1}
      data-index={index}
      className={classNames(rows['line'], styles['line'], isActive && rows['active'])}
      style={{ top }}
    >
      {segment && <Content segment={segment} />}
    </div>
  )
}

function Content({ segment }: { readonly segment: SegmentRow }) {
  const t = useT('evidence')
  const { document, village, turnRef, speaker, role } = segment
  return (
    <>
      <div className={styles['head']}>
        <SegmentCode codeId={segment.coding.codeId} className={styles['code'] ?? ''} />
        <CodingMarks coding={segment.coding} />
        <span className={styles['place']}>
          {[village, document, turnRef, speaker ?? t('unknownSpeaker'), role]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
      </div>
      <div lang={languageOfQuote(segment.quote)} className={styles['quote']}>
        <span className={styles['context']}>{lineBefore(segment.before)}</span>
        {segment.quote}
        <span className={styles['context']}>{lineAfter(segment.after)}</span>
      </div>
    </>
  )
}
