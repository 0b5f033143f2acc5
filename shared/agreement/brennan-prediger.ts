import type { CoefficientOptions } from './chance-corrected.ts'
import { chanceCorrected } from './chance-corrected.ts'
import type { CategoryCounts, Coefficient } from './types.ts'

/**
 * Brennan & Prediger's coefficient (S; PABAK and 2p_o − 1 for two categories; Randolph's free-marginal κ for more
 * coders): chance is one in q. The q categories are the declared ones, used or not, so declare them; one code, applied
 * or not, always has two. Not estimable with a single category.
 */
export function brennanPrediger(counts: CategoryCounts, options: CoefficientOptions = {}): Coefficient {
  return chanceCorrected(counts, options, (weights) => {
    const categories = counts.values.length
    if (categories < 2) return null
    const expected = weights.reduce((sum, row) => sum + row.reduce((inner, w) => inner + w, 0), 0) / categories ** 2
    return { expected, ofRow: () => expected }
  })
}
