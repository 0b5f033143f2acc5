import { quantile } from '../statistics/quantile.ts'
import { seededRandom } from '../statistics/random.ts'
import type { Figure } from './types.ts'

export interface BootstrapOptions {
  /** At least 2,000 for a result that is shown. */
  readonly replicates: number
  readonly seed: number
  /** Of the interval, such as 0.95. */
  readonly level: number
}

export interface BootstrapInterval {
  /** Percentile bounds over the replicates that have a value; null where none has. */
  readonly low: number | null
  readonly high: number | null
  /** Replicates without a value. They are shown and never count as 0 or 1. */
  readonly undefinedReplicates: number
}

/** Below this many documents, turns are resampled within their documents, and the interval comes with a warning. */
export const MINIMUM_DOCUMENTS = 10

/** What intervals resample. Never characters: they depend on their neighbours. */
export function resampledUnit(documents: number): 'document' | 'unit' {
  return documents >= MINIMUM_DOCUMENTS ? 'document' : 'unit'
}

/**
 * Draws with replacement: each call fills `weights` with how often each cluster was drawn, as many draws as there are
 * clusters, each stratum apart. The same seed draws the same; the result depends on the order of the clusters.
 */
export function clusterDraws(strata: ArrayLike<number>, seed: number): (weights: Int32Array) => void {
  const random = seededRandom(seed)
  const byStratum = new Map<number, number[]>()
  for (let cluster = 0; cluster < strata.length; cluster++) {
    const members = byStratum.get(strata[cluster]!)
    if (members === undefined) byStratum.set(strata[cluster]!, [cluster])
    else members.push(cluster)
  }
  const groups = [...byStratum.values()].map((members) => Int32Array.from(members))
  return (weights) => {
    weights.fill(0)
    for (const members of groups) {
      for (let draw = 0; draw < members.length; draw++) {
        weights[members[Math.floor(random() * members.length)]!]!++
      }
    }
  }
}

/**
 * Percentile bootstrap of one figure over independent clusters. `statistic` is asked for every replicate, with how often
 * each cluster was drawn.
 */
export function bootstrapFigure(
  clusters: number,
  statistic: (weights: Int32Array) => Figure,
  { replicates, seed, level }: BootstrapOptions,
): BootstrapInterval {
  const draw = clusterDraws(new Int32Array(clusters), seed)
  const weights = new Int32Array(clusters)
  const values = new Float64Array(replicates)
  for (let replicate = 0; replicate < replicates; replicate++) {
    draw(weights)
    values[replicate] = statistic(weights).value ?? NaN
  }
  return percentileInterval(values, level)
}

/** Bounds of the middle `level` of the values; NaN stands for an undefined replicate. Reorders its argument. */
export function percentileInterval(values: Float64Array, level: number): BootstrapInterval {
  // Sorted, the undefined ones come last.
  values.sort()
  let defined = values.length
  while (defined > 0 && Number.isNaN(values[defined - 1])) defined--
  const undefinedReplicates = values.length - defined
  if (defined === 0) return { low: null, high: null, undefinedReplicates }
  const sorted = values.subarray(0, defined)
  return { low: quantile(sorted, (1 - level) / 2), high: quantile(sorted, (1 + level) / 2), undefinedReplicates }
}
