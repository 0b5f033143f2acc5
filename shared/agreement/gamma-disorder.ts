import { cheapestAssignment } from './assignment.ts'
import { candidateAlignments } from './gamma-candidates.ts'
import { cheapestCover } from './gamma-cover.ts'
import type { GammaOptions } from './gamma-dissimilarity.ts'
import { dissimilarity } from './gamma-dissimilarity.ts'
import { estimated, notEstimable } from './figure.ts'
import type { Figure, Value, ValuedSpan } from './types.ts'

/** More unitary alignments than this are not searched (method page, section 5). */
export const MAX_UNITARY_ALIGNMENTS = 100_000

/**
 * Disorder of the best alignment of all coders' units: total cost of its unitary alignments over the mean number of units
 * per coder. 0 for equal sets of units, whatever their order. Exact: by assignment for two coders, by branch and bound for
 * more, and `too_large` where that is out of reach. `empty` where there is no unit, `no_pairs` for a single coder.
 */
export function bestDisorder<V extends Value>(
  coders: readonly (readonly ValuedSpan<V>[])[],
  options: GammaOptions<V>,
): Figure {
  const units = coders.reduce((sum, spans) => sum + spans.length, 0)
  if (units === 0) return notEstimable('empty')
  const [first, second] = coders
  if (first === undefined || second === undefined) return notEstimable('no_pairs')
  const cost = coders.length === 2 ? costOfTwo(first, second, options) : costOfMany(coders, units, options)
  return cost === null ? notEstimable('too_large') : estimated(cost / (units / coders.length))
}

function costOfTwo<V extends Value>(
  first: readonly ValuedSpan<V>[],
  second: readonly ValuedSpan<V>[],
  options: GammaOptions<V>,
): number {
  const [few, many] = first.length <= second.length ? [first, second] : [second, first]
  // A pair that costs more than its two units left alone stands for the two left alone.
  const costs = few.map((one) =>
    many.map((other) => Math.min(dissimilarity(one, other, options), 2 * options.emptyCost)),
  )
  return cheapestAssignment(costs) + (many.length - few.length) * options.emptyCost
}

function costOfMany<V extends Value>(
  coders: readonly (readonly ValuedSpan<V>[])[],
  units: number,
  options: GammaOptions<V>,
): number | null {
  const candidates = candidateAlignments(coders, options, MAX_UNITARY_ALIGNMENTS)
  return candidates === null ? null : cheapestCover(candidates, units)
}
