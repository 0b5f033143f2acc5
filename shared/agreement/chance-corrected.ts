import { estimated, notEstimable } from './figure.ts'
import type { CategoryCounts, Coefficient, NotEstimable, Weights } from './types.ts'
import { identityWeights } from './weights.ts'

/**
 * How a variance is divided: by n(n − 1) for ratings of units, by n² for the cells of a two-way table, as the authors
 * of the respective formulas have it.
 */
export type VarianceForm = 'units' | 'table'

export interface CoefficientOptions {
  /** Credit for partial agreement; none by default. */
  readonly weights?: Weights
  readonly variance?: VarianceForm
}

/** Agreement by chance, and each row's part in it: the parts' mean over all units is the whole. */
export interface Chance {
  readonly expected: number
  readonly ofRow: (row: number) => number
}

/**
 * (p_o − p_e)/(1 − p_e) with the standard error of its linearisation (Gwet 2014): observed agreement from units with two
 * or more ratings, chance from all rated ones. `chanceOf` is asked only if some unit was rated at all, and gives null
 * where there is no chance to speak of.
 */
export function chanceCorrected(
  counts: CategoryCounts,
  options: CoefficientOptions,
  chanceOf: (weights: Weights) => Chance | null,
): Coefficient {
  const weights = options.weights ?? identityWeights(counts.values.length)
  const agreement = observedAgreement(counts, weights)
  const { rated, paired, observed } = agreement
  const chance = rated === 0 ? null : chanceOf(weights)
  const expected = chance?.expected ?? null
  if (observed === null) return without('no_pairs', observed, expected, rated)
  if (chance === null || chance.expected === 1) return without('no_variation', observed, expected, rated)

  const room = 1 - chance.expected
  const value = (observed - chance.expected) / room
  let squares = 0
  counts.rows.forEach((_, row) => {
    const times = counts.times[row]!
    if (times === 0 || agreement.ratings[row] === 0) return
    const share = agreement.ofRow[row]!
    const own = Number.isNaN(share) ? 0 : ((rated / paired) * (share - chance.expected)) / room
    const linear = own - (2 * (1 - value) * (chance.ofRow(row) - chance.expected)) / room
    squares += times * (linear - value) ** 2
  })
  const standardError = standardErrorOf(squares, rated, options.variance)
  return { ...estimated(value), observed, expected: chance.expected, standardError, units: rated }
}

/** Square root of a sum of squared deviations over n units, divided as the form has it. Null for fewer than two. */
export function standardErrorOf(squares: number, units: number, form: VarianceForm = 'units'): number | null {
  if (units < 2) return null
  return Math.sqrt(squares / (units * (form === 'table' ? units : units - 1)))
}

/** A coefficient that cannot be estimated, beside the agreement that was observed. */
export function without(
  reason: NotEstimable,
  observed: number | null,
  expected: number | null,
  units: number,
): Coefficient {
  return { ...notEstimable(reason), observed, expected, standardError: null, units }
}

export interface ObservedAgreement {
  /** Units with at least one rating, and with at least two. */
  readonly rated: number
  readonly paired: number
  /** Mean agreement of the pairs of ratings of a unit, over the units that have any. */
  readonly observed: number | null
  /** Per row: the number of ratings, and the agreement of its pairs (NaN where it has none). */
  readonly ratings: Float64Array
  readonly ofRow: Float64Array
}

export function observedAgreement(counts: CategoryCounts, weights: Weights): ObservedAgreement {
  const ratings = new Float64Array(counts.rows.length)
  const ofRow = new Float64Array(counts.rows.length).fill(NaN)
  let rated = 0
  let paired = 0
  let sum = 0
  counts.rows.forEach((row, index) => {
    const times = counts.times[index]!
    let all = 0
    for (const count of row) all += count
    ratings[index] = all
    if (all >= 1) rated += times
    if (all < 2) return
    let agreeing = 0
    row.forEach((count, k) => {
      if (count === 0) return
      let credit = 0
      row.forEach((other, l) => (credit += weights[k]![l]! * other))
      agreeing += count * (credit - 1)
    })
    const share = agreeing / (all * (all - 1))
    ofRow[index] = share
    paired += times
    sum += times * share
  })
  return { rated, paired, observed: paired === 0 ? null : sum / paired, ratings, ofRow }
}

/** π: the mean over rated units of the share of their ratings that fall into each category. */
export function meanShares(counts: CategoryCounts): number[] {
  const shares = new Array<number>(counts.values.length).fill(0)
  let rated = 0
  counts.rows.forEach((row, index) => {
    const times = counts.times[index]!
    const all = row.reduce((sum, count) => sum + count, 0)
    if (all === 0) return
    rated += times
    row.forEach((count, k) => (shares[k]! += (times * count) / all))
  })
  return shares.map((share) => (rated === 0 ? 0 : share / rated))
}

/** Σ_k share_k · r_k / r of one row. */
export function meanOverRatings(row: readonly number[], perCategory: readonly number[]): number {
  let all = 0
  let sum = 0
  row.forEach((count, k) => {
    all += count
    sum += count * perCategory[k]!
  })
  return sum / all
}
