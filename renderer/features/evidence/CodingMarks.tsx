import type { CodingRow } from '../../../shared/contract/coding.ts'
import { useT } from '../../i18n/i18n.ts'
import styles from './CodingMarks.module.css'

/** What sets a coding apart from a plain one, in words: that it denies or supposes, and whose experience it tells. */
export function CodingMarks({ coding }: { readonly coding: Pick<CodingRow, 'polarity' | 'evidence'> }) {
  const t = useT('common')
  const { polarity, evidence } = coding
  if (polarity === 'affirmed' && evidence === 'self') return null
  return (
    <span className={styles['marks']}>
      {polarity !== 'affirmed' && <span className={styles['polarity']}>{t(`polarity.${polarity}`)}</span>}
      {evidence !== 'self' && <span className={styles['evidence']}>{t(`evidence.${evidence}`)}</span>}
    </span>
  )
}
