import type { Out } from '../../../shared/contract/contract.ts'
import type { AdjudicationRow } from '../../../shared/contract/disagreement.ts'
import { useHostCommand } from '../../app/host.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Button } from '../../ui/Button.tsx'
import { Help } from '../../ui/Help.tsx'
import { useAgreementWords } from '../agreement/figures/use-agreement-words.ts'
import styles from './Disagreements.module.css'
import type { Pair } from './pair.ts'

type Progress = Out<'disagreement.progress'>

export interface DisagreementProgressProps extends Progress {
  readonly pair: Pair
  /** With a verdict that holds. */
  readonly decided: number
  readonly total: number
}

/** How much is decided, how many transcripts are adjudicated, and which are not compared and why. */
export function DisagreementProgress({ pair, decided, total, documents, leftOut }: DisagreementProgressProps) {
  const t = useT('disagreements')
  const language = useLanguage()
  const words = useAgreementWords()
  const format = useFormat()
  const finishing = useHostCommand('disagreement.finish')
  const finished = documents.filter(({ state }) => state === 'finished').length
  const said = t('decidedOf', { decided: format.count(decided), total: format.count(total) })
  const ready = documents
    .filter((document) => document.state !== 'finished' && document.decided === document.disagreements)
    .map(({ documentId }) => documentId)
  const standingOf = ({ state, decided: done, disagreements }: AdjudicationRow): string =>
    state === 'in_progress'
      ? t('standingOf.in_progress', { decided: done, total: disagreements })
      : t(`standingOf.${state}`)
  const reasonOf = ({ reason }: Progress['leftOut'][number]): string =>
    reason === 'other_coders' || reason === 'imported_consensus' ? t(`leftOutReason.${reason}`) : words.leftOut(reason)
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const reasons = [...Map.groupBy(leftOut, reasonOf)]
  return (
    <div className={styles['progress']}>
      <p role="status">
        {said} · {t('adjudicatedOf', { finished: format.count(finished), count: documents.length })}
      </p>
      {documents.length > 0 && (
        <Help label={t('standingHelp')}>
          <dl className={styles['standings']}>
            {documents.map((document) => (
              <div key={document.documentId}>
                <dt>{document.document}</dt>
                <dd>{standingOf(document)}</dd>
              </div>
            ))}
          </dl>
        </Help>
      )}
      <progress className={styles['bar']} max={Math.max(1, total)} value={decided} aria-label={said} />
      {ready.length > 0 && (
        <Button
          size="small"
          tone="quiet"
          isPending={finishing.pending}
          onPress={() => void finishing.run({ coderIds: [...pair], documentIds: ready })}
        >
          {t('finishReady', { count: ready.length })}
        </Button>
      )}
      {leftOut.length > 0 && (
        <span className={styles['leftOut']}>
          {t('leftOut', { count: leftOut.length })}
          <Help label={t('leftOutHelp')}>
            {reasons.map(([reason, left]) => (
              <p key={reason}>{t('leftOutFor', { reason, documents: list.format(left.map(({ name }) => name)) })}</p>
            ))}
          </Help>
        </span>
      )}
    </div>
  )
}
