import type { DisagreementGroup, DisagreementRow } from '../../../shared/contract/disagreement.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { languageOfQuote } from '../evidence/group-evidence.ts'
import { SegmentCode } from '../evidence/SegmentCode.tsx'
import styles from './DisagreementLine.module.css'
import type { TwoCoders } from './use-two-coders.ts'
import { useVerdictWords } from './use-verdict-words.ts'

/** A disagreement in the list: of what kind, what became of it, where, and its first words. */
export function DisagreementLine({ row, coders }: { readonly row: DisagreementRow; readonly coders: TwoCoders }) {
  const t = useT('disagreements')
  const verdicts = useVerdictWords(coders)
  const { decision, status } = row
  return (
    <>
      <div className={styles['head']}>
        <span className={styles['kind']}>{t(`kind.${row.kind}`)}</span>
        {decision !== null && status !== 'undecided' && (
          <span className={status === 'outdated' ? styles['outdated'] : styles['state']}>
            {status === 'decided' ? `✓ ${verdicts.given(row)}` : t(`state.${status}`)}
          </span>
        )}
        <span className={styles['place']}>{[row.document, row.turnRef].filter(Boolean).join(' ')}</span>
      </div>
      <div lang={languageOfQuote(row.quote)} className={styles['quote']}>
        {row.quote}
      </div>
    </>
  )
}

/** The code under which disagreements stand: how far the coders agree on it, and what is left. */
export function GroupLine({ group }: { readonly group: DisagreementGroup }) {
  const t = useT('disagreements')
  const { count, share } = useFormat()
  return (
    <>
      <div className={styles['code']}>
        {group.codeId === null ? t('episodes') : <SegmentCode codeId={group.codeId} />}
      </div>
      <div className={styles['standing']}>
        {t('groupLeft', { left: count(group.undecided), total: count(group.disagreements) })}
        {group.f1 !== null && ` · ${t('alike', { share: share(group.f1) })}`}
      </div>
    </>
  )
}
