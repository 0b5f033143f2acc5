import type { CellCounts } from './shares.ts'
import { equalShares, leader } from './shares.ts'

export interface LeaveOneOut {
  /** Per cell. */
  ranges: { low: number; high: number }[]
  /** Indices of those without whom another cell leads, or none does. */
  decisive: number[]
}

/** Respondent-equal shares without each respondent in turn. All must have episodes. Null with fewer than two. */
export function leaveOneOut(respondents: readonly CellCounts[]): LeaveOneOut | null {
  if (respondents.length < 2) return null
  const leads = leader(equalShares(respondents))
  const without = respondents.map((_, left) => equalShares(respondents.toSpliced(left, 1)) ?? [])
  return {
    ranges: (respondents[0] ?? []).map((_, cell) => {
      const values = without.map((shares) => shares[cell] ?? 0)
      return { low: Math.min(...values), high: Math.max(...values) }
    }),
    decisive: without.flatMap((shares, left) => (leader(shares) === leads ? [] : [left])),
  }
}
