import type { DisagreementRow, Verdict } from '../../../shared/contract/disagreement.ts'
import { useT } from '../../i18n/i18n.ts'
import type { TwoCoders } from './use-two-coders.ts'

export interface VerdictWords {
  /** On its button: what it would do here. */
  offered(row: DisagreementRow, verdict: Verdict): string
  /** What was decided; empty where nothing was. */
  given(row: DisagreementRow): string
}

/** Verdicts on a disagreement in words. */
export function useVerdictWords(coders: TwoCoders): VerdictWords {
  const t = useT('disagreements')
  return {
    offered(row, verdict) {
      switch (verdict) {
        case 'a':
        case 'b': {
          const coder = coders[verdict].name
          if (row.kind !== 'missing' && row.a !== null && row.b !== null) return t('verdict.take', { coder })
          return t(row[verdict] === null ? 'verdict.leaveOut' : 'verdict.takeIn', { coder })
        }
        case 'both':
          return t(row.kind === 'code' ? 'verdict.bothCodes' : 'verdict.bothBounds')
        case 'span':
          return t('verdict.span')
        case 'open':
          return t('verdict.open')
      }
    },
    given({ decision, a, b }) {
      if (decision === null) return ''
      const { verdict } = decision
      const isNothing = (verdict === 'a' && a === null) || (verdict === 'b' && b === null)
      if (isNothing && (a ?? b) !== null) return t('verdictOf.nothing')
      const coder = verdict === 'a' || verdict === 'b' ? coders[verdict].name : ''
      return t(`verdictOf.${verdict}`, { coder })
    },
  }
}
