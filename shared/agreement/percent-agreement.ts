import type { CoefficientOptions } from './chance-corrected.ts'
import { chanceCorrected } from './chance-corrected.ts'
import type { CategoryCounts, Coefficient } from './types.ts'

/**
 * Pairwise percent agreement, 0 to 1: the share of agreeing pairs of ratings, per unit and then over the units that were
 * rated at least twice. No correction for chance; where a code is rare, joint absence dominates it.
 */
export function percentAgreement(counts: CategoryCounts, options: CoefficientOptions = {}): Coefficient {
  return chanceCorrected(counts, options, () => ({ expected: 0, ofRow: () => 0 }))
}
