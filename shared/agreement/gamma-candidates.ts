import type { GammaOptions } from './gamma-dissimilarity.ts'
import { dissimilarity } from './gamma-dissimilarity.ts'
import type { Value, ValuedSpan } from './types.ts'

/** One unit of each of some coders, taken to mean the same; the other coders have none there. */
export interface UnitaryAlignment {
  /** Numbers of its units, counted through all coders. */
  readonly units: readonly number[]
  /** Mean dissimilarity over pairs of coders. */
  readonly cost: number
}

/**
 * The unitary alignments that a best alignment can contain: those that cost no more than their units left alone. Null
 * where there are more than `limit` of them, or more than 100 times as many had to be looked at.
 */
export function candidateAlignments<V extends Value>(
  coders: readonly (readonly ValuedSpan<V>[])[],
  options: GammaOptions<V>,
  limit: number,
): UnitaryAlignment[] | null {
  const pairs = (coders.length * (coders.length - 1)) / 2
  const first: number[] = []
  coders.reduce((before, units, coder) => {
    first[coder] = before
    return before + units.length
  }, 0)
  const found: UnitaryAlignment[] = []
  const chosen: { coder: number; unit: number }[] = []
  let visits = 0

  /** Goes through the choices of the coders from this one on; `between` is the dissimilarity of the units chosen. */
  const extend = (coder: number, between: number): boolean => {
    if (++visits > limit * 100) return false
    if (coder === coders.length) {
      if (chosen.length === 0) return true
      // Every pair of coders of whom at least one has nothing there costs the same, so a unit alone costs Δ∅.
      const present = (chosen.length * (chosen.length - 1)) / 2
      const total = between + (pairs - present) * options.emptyCost
      if (total > chosen.length * pairs * options.emptyCost) return true
      found.push({ units: chosen.map((choice) => first[choice.coder]! + choice.unit), cost: total / pairs })
      return found.length <= limit
    }
    for (const [unit, span] of coders[coder]!.entries()) {
      let sum = between
      for (const choice of chosen) sum += dissimilarity(coders[choice.coder]![choice.unit]!, span, options)
      if (sum > coders.length * pairs * options.emptyCost) continue
      chosen.push({ coder, unit })
      const isWithin = extend(coder + 1, sum)
      chosen.pop()
      if (!isWithin) return false
    }
    return extend(coder + 1, between)
  }
  return extend(0, 0) ? found : null
}
