import type { DisagreementRow, Verdict as VerdictName } from '../../../shared/contract/disagreement.ts'
import { explain } from '../../app/announce.ts'
import { sentenceOf, useT } from '../../i18n/i18n.ts'
import type { Verdict, WalkAct } from '../walk/Walk.tsx'
import { SideMark } from './Differences.tsx'
import type { TwoCoders } from './use-two-coders.ts'
import { useVerdictWords } from './use-verdict-words.ts'

const KEYS = { a: 'A', b: 'B', both: '+', span: 'N', open: 'O' } as const satisfies Record<VerdictName, string>
const NAMES = ['a', 'b', 'both', 'span', 'open'] as const satisfies readonly VerdictName[]

export interface Verdicts {
  /** Those that can be given on the row. */
  readonly verdicts: readonly Verdict<DisagreementRow>[]
  /** The keys of the others say that they cannot: a silent key is taken for a fault. */
  readonly refusals: readonly WalkAct<DisagreementRow>[]
}

/** The verdicts on a disagreement, on buttons and keys. */
export function useVerdicts(
  row: DisagreementRow | undefined,
  coders: TwoCoders,
  give: (row: DisagreementRow, verdict: VerdictName) => Promise<boolean> | null,
): Verdicts {
  const t = useT('disagreements')
  const words = useVerdictWords(coders)
  if (row === undefined) return { verdicts: [], refusals: [] }
  const partsOf = (name: VerdictName) => {
    const label = words.offered(row, name)
    return { id: `disagreement-${name}`, label, command: t('command', { verdict: label }), keys: KEYS[name] }
  }
  const can = (name: VerdictName): boolean => row.verdicts.includes(name)
  return {
    verdicts: NAMES.filter(can).map((name) => ({
      ...partsOf(name),
      ...(name === 'a' || name === 'b' ? { mark: <SideMark side={coders[name].side} /> } : {}),
      ...(row.decision?.verdict === name ? { tone: 'primary' as const } : {}),
      run: (meant) => give(meant, name),
    })),
    refusals: NAMES.filter((name) => !can(name)).map((name) => {
      const { id, command, keys } = partsOf(name)
      return {
        id,
        label: command,
        keys,
        hasButton: false,
        run: () => {
          explain(sentenceOf('errors', { code: 'disagreement_verdict', params: {} }))
        },
      }
    }),
  }
}
