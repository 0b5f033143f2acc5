import type { Framework } from '../framework/framework-schema.ts'
import type { Bootstrap } from './bootstrap.ts'
import type { LeaveOneOut } from './leave-one-out.ts'
import type { Criterion, CriterionKind, Verdict } from './output.ts'
import { equalShares, leader, pooledShares, tolerance } from './shares.ts'
import { balancedShares } from './side-profile.ts'
import type { Tally } from './tally.ts'

/**
 * Applies the framework's rules, which are conventions and are shown with the verdict. Below the minimum evidence
 * nothing is called; a cell is called only where it meets every rule; with few respondents it is provisional at most.
 * `without` and `drawn` are null where there are too few respondents for them.
 */
export function verdict(
  framework: Framework,
  tallies: readonly Tally[],
  without: LeaveOneOut | null,
  drawn: Bootstrap | null,
): Verdict {
  const { rules } = framework
  const counts = tallies.map((tally) => tally.cells)
  const counted = tallies.filter((tally) => tally.determinate > 0)
  const shares = equalShares(counts)
  const leads = leader(shares)
  const ranked = (shares ?? [])
    .map((share, index) => ({ cellId: framework.cells[index]?.id ?? '', share, index }))
    .sort((a, b) => (Math.abs(a.share - b.share) < tolerance ? a.index - b.index : b.share - a.share))
  const [top, next] = ranked
  const gap = top === undefined ? null : top.share - (next?.share ?? 0)
  const nameOf = (index: number | null): string | null => (index === null ? null : (framework.cells[index]?.id ?? null))

  const minimum: Criterion[] = [
    atLeast(
      'episodes',
      rules.minimum.episodes,
      counted.reduce((sum, tally) => sum + tally.determinate, 0),
    ),
    atLeast('respondents', rules.minimum.respondents, counted.length),
    ...rules.minimum.sides.map(({ side, respondents }) => ({
      ...atLeast('side_respondents', respondents, counted.filter((tally) => tally.sideId === side).length),
      sideId: side,
    })),
  ]
  const pattern: Criterion[] = [atLeast('share', rules.share, top?.share ?? null), atLeast('gap', rules.gap, gap)]
  if (rules.stability.leaveOneOut) {
    const stable = without === null ? null : counted.length - without.decisive.length
    pattern.push(atLeast('leave_one_out', Math.max(counted.length, 2), leads === null ? null : stable))
  }
  const drawnLead = drawn && leads !== null ? (drawn.cells[leads]?.leads ?? 0) : null
  if (drawn !== null) pattern.push(atLeast('bootstrap', rules.stability.bootstrapShare, drawnLead))

  const isEnough = minimum.every((criterion) => criterion.met)
  const isCalled = isEnough && leads !== null && pattern.every((criterion) => criterion.met)
  const status = !isEnough
    ? 'insufficient'
    : !isCalled
      ? 'undetermined'
      : counted.length <= rules.provisionalUpTo
        ? 'provisional'
        : 'called'
  return {
    status,
    cellId: isCalled ? nameOf(leads) : null,
    leading: ranked.slice(0, 2).map(({ cellId, share }) => ({ cellId, share })),
    gap,
    criteria: [...minimum, ...pattern],
    bootstrap: drawn && { draws: drawn.draws, seed: drawn.seed, leads: drawnLead ?? 0 },
    leaders: {
      equal: nameOf(leads),
      pooled: nameOf(leader(pooledShares(counts))),
      balanced: nameOf(leader(balancedShares(framework, tallies))),
    },
  }
}

function atLeast(kind: CriterionKind, required: number, actual: number | null): Criterion {
  return { kind, sideId: null, required, actual, met: actual !== null && actual >= required - tolerance }
}
