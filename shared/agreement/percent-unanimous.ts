import { shareOf } from './figure.ts'
import type { CategoryCounts, Figure } from './types.ts'

/** Share of the units rated at least twice on which all ratings are equal. Falls with the number of coders. */
export function percentUnanimous(counts: CategoryCounts): Figure {
  let paired = 0
  let unanimous = 0
  counts.rows.forEach((row, index) => {
    const all = row.reduce((sum, count) => sum + count, 0)
    if (all < 2) return
    paired += counts.times[index]!
    if (row.includes(all)) unanimous += counts.times[index]!
  })
  return shareOf(unanimous, paired, 'no_pairs')
}
