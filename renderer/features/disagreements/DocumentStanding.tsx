import type { ReactNode } from 'react'
import type { AdjudicationRow, DisagreementRow } from '../../../shared/contract/disagreement.ts'
import { useHostCommand } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import type { Pair } from './pair.ts'
import styles from './Resolver.module.css'

export interface DocumentStandingProps {
  readonly pair: Pair
  readonly row: DisagreementRow
  /** Which of how many disagreements it is. */
  readonly position: string
  /** Absent while it is on the way. */
  readonly standing: AdjudicationRow | undefined
  readonly children: ReactNode
}

/** Above the text: which transcript it is, how far its adjudication is, and the button that ends or reopens it. */
export function DocumentStanding({ pair, row, position, standing, children }: DocumentStandingProps) {
  const t = useT('disagreements')
  const finishing = useHostCommand('disagreement.finish')
  const isFinished = standing?.state === 'finished'
  return (
    <header className={styles['heading']}>
      <h3 className={styles['document']}>{row.document}</h3>
      <p className={styles['position']} aria-live="polite">
        {position}
      </p>
      {standing !== undefined && (
        <p className={styles['standing']}>
          {standing.state === 'in_progress'
            ? t('standingOf.in_progress', { decided: standing.decided, total: standing.disagreements })
            : t(`standingOf.${standing.state}`)}
          {isFinished && <span>{t('readsConsensus')}</span>}
          {standing.isBehind && <span className={styles['outdated']}>{t('standingOf.behind')}</span>}
        </p>
      )}
      <span className={styles['tools']}>
        {standing !== undefined && (
          <Button
            size="small"
            tone="quiet"
            isPending={finishing.pending}
            onPress={() =>
              void finishing.run({
                coderIds: [...pair],
                documentIds: [row.documentId],
                finished: !isFinished,
              })
            }
          >
            {t(isFinished ? 'reopenDocument' : 'finish')}
          </Button>
        )}
        {children}
      </span>
    </header>
  )
}
