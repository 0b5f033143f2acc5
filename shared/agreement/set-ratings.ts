import { coderCount, countsOf } from './category-counts.ts'
import { percentAgreement } from './percent-agreement.ts'
import type { ValueUses } from './krippendorff-alpha.ts'
import type { Coefficient, Ratings, SetRatings, Value } from './types.ts'

/** Percent agreement of sets of codes: two ratings of a unit agree where the sets are equal. */
export function percentAgreementOfSets<V extends Value>(ratings: SetRatings<V>): Coefficient {
  // Which sets they are does not matter, only which of a unit's sets are equal: they are numbered within the unit.
  const rows = ratings.rows.map((row) => {
    const keys = row.map((codes) => (codes === null ? null : keyOf(codes)))
    return keys.map((key) => (key === null ? null : keys.indexOf(key)))
  })
  const numbered: Ratings<number> = ratings.times === undefined ? { rows } : { rows, times: ratings.times }
  const values = Array.from({ length: coderCount(numbered) }, (_, index) => index)
  return percentAgreement(countsOf({ ...numbered, values }))
}

/** Sets as values: equal sets are one. */
export function usesOfSets<V extends Value>(
  ratings: SetRatings<V>,
): { readonly uses: ValueUses; readonly sets: readonly ReadonlySet<V>[] } {
  const places = new Map<string, number>()
  const sets: ReadonlySet<V>[] = []
  const rows = ratings.rows.map((row) => {
    const counts = new Map<number, number>()
    for (const codes of row) {
      if (codes === null) continue
      const key = keyOf(codes)
      let place = places.get(key)
      if (place === undefined) places.set(key, (place = sets.push(new Set(codes)) - 1))
      counts.set(place, (counts.get(place) ?? 0) + 1)
    }
    return [...counts]
  })
  return { uses: { values: sets.length, rows, times: ratings.times ?? rows.map(() => 1) }, sets }
}

/** The same for equal sets, whatever the order and repetition of their codes. */
function keyOf(codes: readonly Value[]): string {
  return [...new Set(codes)]
    .map((code) => JSON.stringify(code))
    .sort()
    .join()
}
