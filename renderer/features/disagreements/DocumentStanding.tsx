import type { ReactNode } from 'react'
import type { AdjudicationRow, DisagreementRow } from '../../../shared/contract/disagreement.ts'
import { runCommand } from '../../app/commands.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { CommandKey } from '../walk/CommandKey.tsx'
import styles from './Resolver.module.css'

export interface DocumentStandingProps {
  readonly row: DisagreementRow
  /** Which of how many disagreements it is. */
  readonly position: string
  /** Absent while it is on the way. */
  readonly standing: AdjudicationRow | undefined
  readonly children: ReactNode
}

/** Offered by the resolver. */
const FINISH = 'walk.disagreement-finish'

/** Above the text: which transcript it is, how far its adjudication is, and the button that ends or reopens it. */
export function DocumentStanding({ row, position, standing, children }: DocumentStandingProps) {
  const t = useT('disagreements')
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
          <Button size="small" tone="quiet" onPress={() => runCommand(FINISH)}>
            {t(isFinished ? 'reopenDocument' : 'finish')}
            <CommandKey id={FINISH} />
          </Button>
        )}
        {children}
      </span>
    </header>
  )
}
