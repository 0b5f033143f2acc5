import type { SegmentRow } from '../../../shared/contract/segment.ts'
import { useT } from '../../i18n/i18n.ts'
import { CodingMarks } from '../evidence/CodingMarks.tsx'
import { languageOfQuote, lineAfter, lineBefore } from '../evidence/group-evidence.ts'
import { SegmentCode } from '../evidence/SegmentCode.tsx'
import styles from './SegmentList.module.css'

export function SegmentLine({ segment }: { readonly segment: SegmentRow }) {
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
