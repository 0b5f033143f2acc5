import type { Distance, Metric } from './alpha-distance.ts'
import { distanceOf } from './alpha-distance.ts'
import type { VarianceForm } from './chance-corrected.ts'
import { standardErrorOf } from './chance-corrected.ts'
import { estimated, notEstimable } from './figure.ts'
import { collapsed } from './one-versus-rest.ts'
import type { CategoryCounts, Estimate, NotEstimable } from './types.ts'

/** α = 1 − D_o/D_e. The disagreements are mean distances of pairs, in the metric's own scale; null where undefined. */
export type Alpha = Estimate & {
  readonly observedDisagreement: number | null
  readonly expectedDisagreement: number | null
}

/** Units by what was said of them: place of the value and how often. Values that nobody gave a unit are left out. */
export interface ValueUses {
  /** Number of values. */
  readonly values: number
  readonly rows: readonly (readonly (readonly [value: number, count: number])[])[]
  /** How many units each row stands for. */
  readonly times: readonly number[]
}

/**
 * Krippendorff's α for any number of coders, with missing ratings: each unit's pairs of ratings weigh 1/(m_u − 1), units
 * rated once drop out. Not estimable where no unit was rated twice or all pairable ratings are alike. Standard error by
 * linearisation of α without its small-sample term (Gwet 2014), for all metrics. Source: Krippendorff 2019, ch. 12.
 */
export function krippendorffAlpha(counts: CategoryCounts, metric: Metric, variance: VarianceForm = 'units'): Alpha {
  const rows = counts.rows.map((row) =>
    row.flatMap((count, value): [number, number][] => (count === 0 ? [] : [[value, count]])),
  )
  const units = { values: counts.values.length, rows, times: counts.times }
  const distance = distanceOf(metric, counts.values, pairableUses(units).uses)
  return distance === null ? undefinedAlpha('not_on_scale') : alphaWithDistance(units, distance, variance)
}

/** α of one category against all others: what is said of a single value in a nominal scale. */
export function alphaOfValue(counts: CategoryCounts, category: number): Alpha {
  return krippendorffAlpha(collapsed(counts, category), 'nominal')
}

/** α with a distance of one's own. */
export function alphaWithDistance(units: ValueUses, distance: Distance, variance: VarianceForm = 'units'): Alpha {
  const { uses, total, units: pairable } = pairableUses(units)
  if (pairable === 0) return undefinedAlpha('no_pairs')

  const met = distanceToAll(uses, distance)
  const expectedPairs = uses.reduce((sum, count, c) => sum + count * met[c]!, 0)
  const disagreement = units.rows.map((row) => disagreementWithin(row, distance))
  const observed = disagreement.reduce((sum, own, row) => sum + units.times[row]! * own, 0) / total
  const expected = expectedPairs / (total * (total - 1))
  const disagreements = { observedDisagreement: observed, expectedDisagreement: expected }
  if (expectedPairs === 0) return { ...undefinedAlpha('no_variation'), ...disagreements, units: pairable }

  // Both disagreements are ratios over the number of pairable ratings, which differs from unit to unit.
  const expectedLarge = expectedPairs / total ** 2
  const ratio = observed / expectedLarge
  const scale = pairable / (total * expectedLarge)
  let squares = 0
  units.rows.forEach((row, index) => {
    const ratings = ratingsIn(row)
    if (ratings < 2) return
    const distant = row.reduce((sum, [c, count]) => sum + (count * met[c]!) / total, 0)
    const change = disagreement[index]! - observed * ratings - 2 * ratio * (distant - expectedLarge * ratings)
    squares += units.times[index]! * (scale * change) ** 2
  })
  const standardError = standardErrorOf(squares, pairable, variance)
  return { ...estimated(1 - observed / expected), ...disagreements, standardError, units: pairable }
}

/** Per value its distance to all ratings together. */
function distanceToAll(uses: readonly number[], distance: Distance): Float64Array {
  const met = new Float64Array(uses.length)
  for (let c = 0; c < uses.length; c++) {
    if (uses[c] === 0) continue
    for (let k = c + 1; k < uses.length; k++) {
      if (uses[k] === 0) continue
      const apart = distance(c, k)
      met[c]! += apart * uses[k]!
      met[k]! += apart * uses[c]!
    }
  }
  return met
}

/** Σ over ordered pairs of different ratings of a unit of their distance, over m_u − 1. 0 for units rated once. */
function disagreementWithin(row: ValueUses['rows'][number], distance: Distance): number {
  let sum = 0
  for (let one = 0; one < row.length; one++) {
    for (let other = one + 1; other < row.length; other++) {
      const [c, count] = row[one]!
      const [k, otherCount] = row[other]!
      sum += 2 * count * otherCount * distance(c, k)
    }
  }
  return sum === 0 ? 0 : sum / (ratingsIn(row) - 1)
}

function ratingsIn(row: ValueUses['rows'][number]): number {
  return row.reduce((sum, [, count]) => sum + count, 0)
}

/** How often each value occurs among units with two or more ratings, in all, and how many such units there are. */
function pairableUses({ values, rows, times }: ValueUses): { uses: number[]; total: number; units: number } {
  const uses = new Array<number>(values).fill(0)
  let total = 0
  let units = 0
  rows.forEach((row, index) => {
    const ratings = ratingsIn(row)
    if (ratings < 2) return
    units += times[index]!
    total += times[index]! * ratings
    for (const [value, count] of row) uses[value]! += times[index]! * count
  })
  return { uses, total, units }
}

function undefinedAlpha(reason: NotEstimable): Alpha {
  return {
    ...notEstimable(reason),
    observedDisagreement: null,
    expectedDisagreement: null,
    standardError: null,
    units: 0,
  }
}
