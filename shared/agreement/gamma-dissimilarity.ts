import type { Value, ValuedSpan } from './types.ts'

export interface GammaOptions<V extends Value = Value> {
  /** Weights of position (α) and category (β) in the dissimilarity of two units. */
  readonly positionWeight: number
  readonly categoryWeight: number
  /** Δ∅: what a unit without a counterpart costs. */
  readonly emptyCost: number
  /** Dissimilarity of two categories, 0 to 1; 0 or 1 where absent. */
  readonly categoryDistance?: (one: V, other: V) => number
}

/** The choice of Mathet, Widlöcher & Métivier (2015): position and category weigh alike. */
export const DEFAULT_GAMMA_OPTIONS: GammaOptions = { positionWeight: 1, categoryWeight: 1, emptyCost: 1 }

/** d(u, v) = Δ∅ · (α ((|Δstart| + |Δend|) / (len u + len v))² + β d_cat), for units that are not empty. */
export function dissimilarity<V extends Value>(
  one: ValuedSpan<V>,
  other: ValuedSpan<V>,
  options: GammaOptions<V>,
): number {
  const apart = Math.abs(one.start - other.start) + Math.abs(one.end - other.end)
  const position = (apart / (one.end - one.start + (other.end - other.start))) ** 2
  const category = options.categoryDistance?.(one.value, other.value) ?? (one.value === other.value ? 0 : 1)
  return options.emptyCost * (options.positionWeight * position + options.categoryWeight * category)
}
