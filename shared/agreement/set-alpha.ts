import type { Alpha } from './krippendorff-alpha.ts'
import { alphaWithDistance } from './krippendorff-alpha.ts'
import type { SetDistance } from './set-distance.ts'
import { setDistance } from './set-distance.ts'
import { usesOfSets } from './set-ratings.ts'
import type { SetRatings, Value } from './types.ts'

export type SetAlpha = Alpha & {
  /** Units with two or more ratings of which none names a code; they raise α, and are left out on request. */
  readonly emptyUnits: number
}

/**
 * Krippendorff's α of sets of codes: one figure where several codes may stand on one unit. `codedOnly` leaves out the
 * units that nobody coded. Not estimable as α is. The order of codes in a set and repetitions do not matter.
 */
export function setAlpha<V extends Value>(ratings: SetRatings<V>, kind: SetDistance, codedOnly = false): SetAlpha {
  const { uses, sets } = usesOfSets(ratings)
  const isEmpty = (row: (typeof uses.rows)[number]) => row.every(([set]) => sets[set]!.size === 0)
  let emptyUnits = 0
  uses.rows.forEach((row, index) => {
    const isPairable = row.reduce((sum, [, count]) => sum + count, 0) >= 2
    if (isPairable && isEmpty(row)) emptyUnits += uses.times[index]!
  })
  const kept = codedOnly ? { ...uses, times: uses.times.map((times, i) => (isEmpty(uses.rows[i]!) ? 0 : times)) } : uses
  const alpha = alphaWithDistance(kept, (c, k) => setDistance(kind, sets[c]!, sets[k]!))
  return { ...alpha, emptyUnits }
}
