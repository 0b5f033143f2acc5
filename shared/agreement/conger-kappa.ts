import { coderCount, countsOf, positionIn, positionsOf, timesOf, valuesOf } from './category-counts.ts'
import type { Chance, CoefficientOptions } from './chance-corrected.ts'
import { chanceCorrected } from './chance-corrected.ts'
import type { Coefficient, Ratings, Value, Weights } from './types.ts'

/**
 * Conger's κ for two or more coders, each with their own margins taken over the units they rated; Cohen's κ for two.
 * Chance is the mean agreement of the margins of all pairs of coders, p_e = Σ w_kl (p̄_k p̄_l − s²_kl / r). The standard
 * error linearises it, each margin a ratio over its coder's own units. Coders who rated nothing are left out. Source:
 * Conger 1980; Gwet 2014.
 */
export function congerKappa<V extends Value>(ratings: Ratings<V>, options: CoefficientOptions = {}): Coefficient {
  return chanceCorrected(countsOf(ratings), options, (weights) => meanChanceOfPairs(ratings, weights))
}

function meanChanceOfPairs<V extends Value>(ratings: Ratings<V>, weights: Weights): Chance | null {
  const values = valuesOf(ratings)
  const positions = positionsOf(values)
  const coders = coderCount(ratings)
  const times = timesOf(ratings)
  const own = Array.from({ length: coders }, () => new Array<number>(values.length).fill(0))
  const rated = new Array<number>(coders).fill(0)
  let units = 0
  ratings.rows.forEach((row, unit) => {
    if (row.some((value) => value !== null)) units += times[unit]!
    row.forEach((value, coder) => {
      if (value === null) return
      rated[coder]! += times[unit]!
      own[coder]![positionIn(positions, value)]! += times[unit]!
    })
  })
  const active = own.map((_, coder) => coder).filter((coder) => rated[coder]! > 0)
  if (active.length < 2) return null
  const margins = own.map((counts, coder) => counts.map((count) => (rated[coder] === 0 ? 0 : count / rated[coder]!)))
  // Per coder and category: the credit it meets, on average, in the margins of the other coders.
  const met = margins.map((_, coder) =>
    values.map((__, k) =>
      active.reduce((sum, other) => {
        if (other === coder) return sum
        return margins[other]!.reduce(
          (inner, share, l) => inner + ((weights[k]![l]! + weights[l]![k]!) / 2) * share,
          sum,
        )
      }, 0),
    ),
  )
  const pairs = active.length * (active.length - 1)
  const ofCoder = margins.map((shares, coder) => shares.reduce((sum, share, k) => sum + share * met[coder]![k]!, 0))
  const expected = active.reduce((sum, coder) => sum + ofCoder[coder]!, 0) / pairs
  return {
    expected,
    ofRow: (unit) => {
      let influence = 0
      ratings.rows[unit]!.forEach((value, coder) => {
        if (value === null) return
        influence += (units / rated[coder]!) * (met[coder]![positionIn(positions, value)]! - ofCoder[coder]!)
      })
      return expected + influence / pairs
    },
  }
}
