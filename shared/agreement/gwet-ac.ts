import type { CoefficientOptions } from './chance-corrected.ts'
import { chanceCorrected, meanOverRatings, meanShares } from './chance-corrected.ts'
import type { CategoryCounts, Coefficient } from './types.ts'

/**
 * Gwet's AC1, or AC2 with weights: p_e = T_w / (q(q − 1)) · Σ π_k (1 − π_k) over the q declared categories. Holds up
 * where nearly all units fall into one category, and flatters rare codes for the same reason. Not estimable with a
 * single category. Source: Gwet 2008, 2014.
 */
export function gwetAc(counts: CategoryCounts, options: CoefficientOptions = {}): Coefficient {
  return chanceCorrected(counts, options, (weights) => {
    const categories = counts.values.length
    if (categories < 2) return null
    const credit = weights.reduce((sum, row) => sum + row.reduce((inner, w) => inner + w, 0), 0)
    const scale = credit / (categories * (categories - 1))
    const others = meanShares(counts).map((share) => 1 - share)
    return {
      expected: scale * others.reduce((sum, other) => sum + (1 - other) * other, 0),
      ofRow: (row) => scale * meanOverRatings(counts.rows[row]!, others),
    }
  })
}
