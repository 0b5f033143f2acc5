import type { Out } from '../../../shared/contract/contract.ts'
import { useT } from '../../i18n/i18n.ts'
import { Help } from '../../ui/Help.tsx'
import { useAgreementWords } from '../agreement/figures/use-agreement-words.ts'
import styles from './Disagreements.module.css'

type Progress = Out<'disagreement.progress'>

export interface DisagreementProgressProps extends Progress {
  /** With a verdict that holds. */
  readonly decided: number
  readonly total: number
}

/** How much is decided, how many transcripts are adjudicated, and which are not compared and why. */
export function DisagreementProgress({ decided, total, documents, leftOut }: DisagreementProgressProps) {
  const t = useT('disagreements')
  const words = useAgreementWords()
  const finished = documents.filter(({ state }) => state === 'finished').length
  const reasonOf = ({ reason }: Progress['leftOut'][number]): string =>
    reason === 'other_coders' || reason === 'imported_consensus' ? t(`leftOutReason.${reason}`) : words.leftOut(reason)
  return (
    <div className={styles['progress']}>
      <p role="status">
        {t('decidedOf', { decided, total })} · {t('adjudicatedOf', { finished, count: documents.length })}
      </p>
      <progress
        className={styles['bar']}
        max={Math.max(1, total)}
        value={decided}
        aria-label={t('decidedOf', { decided, total })}
      />
      {leftOut.length > 0 && (
        <span className={styles['leftOut']}>
          {t('leftOut', { count: leftOut.length })}
          <Help label={t('leftOutHelp')}>
            <ul className={styles['names']}>
              {leftOut.map((left) => (
                <li key={left.id}>{t('leftOutOf', { document: left.name, reason: reasonOf(left) })}</li>
              ))}
            </ul>
          </Help>
        </span>
      )}
    </div>
  )
}
