import { coderCount, tableOf, valuesOf } from './category-counts.ts'
import { cohenKappa } from './cohen-kappa.ts'
import { meanOf } from './figure.ts'
import type { Coefficient, Figure, Ratings, Value } from './types.ts'

export interface KappaOfPair {
  /** Columns of the ratings. */
  readonly first: number
  readonly second: number
  readonly kappa: Coefficient
}

/**
 * Light's κ: the mean of Cohen's κ of all pairs of coders, each over the units both rated. Pairs whose κ cannot be
 * estimated are left out and counted; the mean is unstable where there are such. Source: Light 1971.
 */
export function lightKappa<V extends Value>(
  ratings: Ratings<V>,
): Figure & { readonly pairs: readonly KappaOfPair[]; readonly estimablePairs: number } {
  const coders = coderCount(ratings)
  const declared = { ...ratings, values: valuesOf(ratings) }
  const pairs: KappaOfPair[] = []
  for (let first = 0; first < coders; first++) {
    for (let second = first + 1; second < coders; second++) {
      pairs.push({ first, second, kappa: cohenKappa(tableOf(declared, first, second)) })
    }
  }
  const { mean, of } = meanOf(pairs.map(({ kappa }) => kappa))
  return { ...mean, pairs, estimablePairs: of }
}
