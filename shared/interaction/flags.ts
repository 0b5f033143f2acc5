import type { Framework } from '../framework/framework-schema.ts'
import { noEvidence } from './figure.ts'
import type { LeaveOneOut } from './leave-one-out.ts'
import type { CellProfile, Flag, FlagKind, VillageProfile } from './output.ts'
import type { Tally } from './tally.ts'

type Measured = Pick<VillageProfile, 'dominance' | 'effectiveRespondents' | 'respondentsCounted' | 'verdict'>

/** Warnings that stand beside the headline; each with the number that raised it. `counted`: as given to `without`. */
export function flags(
  framework: Framework,
  { dominance, effectiveRespondents, respondentsCounted, verdict }: Measured,
  cells: readonly CellProfile[],
  counted: readonly Tally[],
  without: LeaveOneOut | null,
): Flag[] {
  const rules = framework.rules.flags
  const found: Flag[] = []
  if ((dominance.figure.value ?? 0) > rules.dominance) {
    found.push({
      ...flag('dominance', dominance.figure),
      respondents: dominance.respondent === null ? [] : [dominance.respondent],
      threshold: rules.dominance,
    })
  }
  const least = (respondentsCounted.value ?? 0) * rules.effectiveShare
  if (effectiveRespondents.value !== null && effectiveRespondents.value < least) {
    found.push({ ...flag('few_effective_respondents', effectiveRespondents), threshold: least })
  }
  const { equal, pooled, balanced } = verdict.leaders
  const differing = (kind: FlagKind, other: string | null, share: 'pooled' | 'balanced'): void => {
    const cell = cells.find(({ cellId }) => cellId === (other ?? equal))
    if (other === equal || cell === undefined) return
    found.push({ ...flag(kind, cell[share]), cells: [equal, other].filter((id) => id !== null) })
  }
  differing('pooled_leads_differently', pooled, 'pooled')
  if (cells.some((cell) => cell.balanced.value !== null)) {
    differing('balanced_leads_differently', balanced, 'balanced')
  }
  if (without !== null && without.decisive.length > 0) {
    const cell = cells.find(({ cellId }) => cellId === equal)
    found.push({
      ...flag('leave_one_out_changes_leader', cell?.equal ?? { ...respondentsCounted, evidence: noEvidence }),
      cells: equal === null ? [] : [equal],
      respondents: without.decisive.flatMap((index) => counted[index]?.key ?? []),
    })
  }
  return found
}

function flag(kind: FlagKind, figure: Flag['figure']): Flag {
  return { kind, cells: [], respondents: [], figure, threshold: null }
}
