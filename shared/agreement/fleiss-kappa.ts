import type { Chance, CoefficientOptions } from './chance-corrected.ts'
import { chanceCorrected, meanOverRatings, meanShares } from './chance-corrected.ts'
import type { CategoryCounts, Coefficient, Weights } from './types.ts'

/**
 * Fleiss' κ for two or more coders who need not be the same for every unit: chance from pooled margins,
 * p_e = Σ w_kl π_k π_l. Units rated once move π (and so κ), as Gwet 2014 treats missing ratings. Not estimable where all
 * ratings fall into one category. Its standard error is Gwet's; that of Fleiss (1971) holds under no agreement only.
 */
export function fleissKappa(counts: CategoryCounts, options: CoefficientOptions = {}): Coefficient {
  return chanceCorrected(counts, options, (weights) => pooledChance(counts, weights))
}

function pooledChance(counts: CategoryCounts, weights: Weights): Chance {
  const shares = meanShares(counts)
  const met = shares.map((_, k) =>
    shares.reduce((sum, share, l) => sum + ((weights[k]![l]! + weights[l]![k]!) / 2) * share, 0),
  )
  return {
    expected: shares.reduce((sum, share, k) => sum + share * met[k]!, 0),
    ofRow: (row) => meanOverRatings(counts.rows[row]!, met),
  }
}
