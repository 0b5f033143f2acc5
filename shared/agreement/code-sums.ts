import type { CodePatterns } from './code-patterns.ts'
import { membersIn } from './code-patterns.ts'

/** The figures that are made from sums per cluster; what they mean says CodeAgreement. */
export const FIGURES = ['percent', 'positive', 'kappa', 'alpha', 'ac1'] as const

/**
 * What a cluster adds to the figures of a code, all proportional to the cluster's weight. With m ratings of a unit, k of
 * which apply the code: applications k and differing pairs k(m − k), by themselves, per m − 1 and as a share of all
 * pairs; agreeing applications k(k − 1); the share k/m. Then, per coder, how often they applied it.
 */
const APPLIED = 0
const DIFFERING = 1
const DIFFERING_PER_OTHER = 2
const DIFFERING_SHARE = 3
const AGREEING = 4
const SHARE = 5
const CODERS = 6

/** The clusters at which somebody applied a code, with their sums one after the other. */
export interface CodeSums {
  readonly cluster: Int32Array
  readonly sums: Float64Array
  readonly width: number
}

/** What does not depend on the code, for one drawing of clusters. */
export interface Totals {
  /** Units rated at all, units rated twice or more, and the ratings of the latter. */
  readonly rated: number
  readonly paired: number
  readonly pairableRatings: number
  /** Units per coder. */
  readonly ratedBy: Float64Array
}

export function sumsOfCode(patterns: CodePatterns, code: number): CodeSums {
  const width = CODERS + patterns.coders
  const { cluster: ofEntry, applied, times } = patterns.entries[code]!
  const clusters: number[] = []
  const sums: number[] = []
  ofEntry.forEach((cluster, index) => {
    if (clusters.at(-1) !== cluster) {
      clusters.push(cluster)
      for (let sum = 0; sum < width; sum++) sums.push(0)
    }
    const at = sums.length - width
    const m = membersIn(patterns.clusters.rated[cluster]!)
    const k = membersIn(applied[index]!)
    const units = times[index]!
    sums[at + SHARE]! += (units * k) / m
    for (let coder = 0; coder < patterns.coders; coder++) {
      if ((applied[index]! & (1 << coder)) !== 0) sums[at + CODERS + coder]! += units
    }
    if (m < 2) return
    sums[at + APPLIED]! += units * k
    sums[at + DIFFERING]! += units * k * (m - k)
    sums[at + DIFFERING_PER_OTHER]! += (units * k * (m - k)) / (m - 1)
    sums[at + DIFFERING_SHARE]! += (2 * units * k * (m - k)) / (m * (m - 1))
    sums[at + AGREEING]! += units * k * (k - 1)
  })
  return { cluster: Int32Array.from(clusters), sums: Float64Array.from(sums), width }
}

export function totalsOf(patterns: CodePatterns, weights: Int32Array): Totals {
  const { rated: ratedIn, size } = patterns.clusters
  let rated = 0
  let paired = 0
  let pairableRatings = 0
  const ratedBy = new Float64Array(patterns.coders)
  for (let cluster = 0; cluster < size.length; cluster++) {
    const set = ratedIn[cluster]!
    const units = weights[cluster]! * size[cluster]!
    if (units === 0 || set === 0) continue
    const m = membersIn(set)
    rated += units
    for (let coder = 0; coder < patterns.coders; coder++) if ((set & (1 << coder)) !== 0) ratedBy[coder]! += units
    if (m < 2) continue
    paired += units
    pairableRatings += units * m
  }
  return { rated, paired, pairableRatings, ratedBy }
}

/** Writes the figures of a code, in the order of FIGURES, for one drawing of clusters; NaN for those not estimable. */
export function codeFigures(code: CodeSums, weights: Int32Array, totals: Totals, figures: Float64Array): void {
  const sum = weightedSums(code, weights)
  const { rated, paired, pairableRatings: ratings, ratedBy } = totals
  const observed = 1 - sum[DIFFERING_SHARE]! / paired
  const share = sum[SHARE]! / rated
  const notApplied = ratings - sum[APPLIED]!
  figures[0] = observed
  figures[1] = sum[AGREEING]! / (sum[AGREEING]! + sum[DIFFERING]!)
  figures[2] = chanceCorrected(observed, congerChance(sum, ratedBy))
  figures[3] =
    sum[APPLIED] === 0 || notApplied === 0
      ? NaN
      : 1 - ((ratings - 1) * sum[DIFFERING_PER_OTHER]!) / (sum[APPLIED]! * notApplied)
  figures[4] = chanceCorrected(observed, 2 * share * (1 - share))
}

function weightedSums({ cluster, sums, width }: CodeSums, weights: Int32Array): Float64Array {
  const total = new Float64Array(width)
  for (let index = 0, at = 0; index < cluster.length; index++, at += width) {
    const weight = weights[cluster[index]!]!
    if (weight === 0) continue
    for (let sum = 0; sum < width; sum++) total[sum]! += weight * sums[at + sum]!
  }
  return total
}

/** Mean chance agreement of all pairs of coders who rated anything, each with their own margin. */
function congerChance(sum: Float64Array, ratedBy: Float64Array): number {
  let coders = 0
  let margins = 0
  let squares = 0
  for (let coder = 0; coder < ratedBy.length; coder++) {
    if (ratedBy[coder] === 0) continue
    const margin = sum[CODERS + coder]! / ratedBy[coder]!
    coders++
    margins += margin
    squares += margin ** 2
  }
  // Over ordered pairs of different coders: both apply, and neither does.
  const both = margins ** 2 - squares
  const pairs = coders * (coders - 1)
  return (both + (pairs - 2 * (coders - 1) * margins + both)) / pairs
}

function chanceCorrected(observed: number, expected: number): number {
  return expected === 1 ? NaN : (observed - expected) / (1 - expected)
}
