import type { DisagreementRow } from '../../../shared/contract/disagreement.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { useCoders } from '../coding/use-coders.ts'
import { momentText } from '../memos/memo-words.ts'
import styles from './Resolver.module.css'
import type { TwoCoders } from './use-two-coders.ts'
import { useVerdictWords } from './use-verdict-words.ts'

export interface DecisionLineProps {
  readonly row: DisagreementRow
  readonly coders: TwoCoders
}

/** What was decided, by whom and when, and whether it still fits; nothing where nothing was. */
export function DecisionLine({ row, coders }: DecisionLineProps) {
  const t = useT('disagreements')
  const language = useLanguage()
  const { byId } = useCoders()
  const words = useVerdictWords(coders)
  const { decision } = row
  if (decision === null) return null
  const said = {
    verdict: words.given(row),
    coder: byId.get(decision.coderId)?.name ?? '',
    date: momentText(decision.at, language),
  }
  return (
    <p className={styles['decision']}>
      {t(decision.verdict === 'open' ? 'leftOpenBy' : 'decidedBy', said)}
      {row.status === 'outdated' && <span className={styles['outdated']}>{t('outdated')}</span>}
    </p>
  )
}
