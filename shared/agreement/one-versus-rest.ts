import { oneVersusRest, twoWay } from './binary-table.ts'
import { cohenKappa } from './cohen-kappa.ts'
import { fleissKappa } from './fleiss-kappa.ts'
import type { CategoryCounts, Coefficient, TwoWayTable, Value } from './types.ts'

/*
 * "κ per code" has two meanings that differ in value wherever coders differ in margins. Whoever shows one must say which.
 */

/** One-versus-rest Cohen κ of a category of a two-way table: the two coders keep their own margins. */
export function oneVersusRestCohen(table: TwoWayTable, category: number): Coefficient {
  return cohenKappa(twoWay(oneVersusRest(table, category)))
}

/**
 * Category-specific κ with pooled margins (Scott's π and Fleiss' κ_j of one category): the ratings collapsed to the
 * category and "other". Source: Fleiss 1971.
 */
export function categorySpecificKappa(counts: CategoryCounts, category: number): Coefficient {
  return fleissKappa(collapsed(counts, category))
}

/** The counts of a category (second column, named 1) against all others together (first column, named 0). */
export function collapsed<V extends Value>(counts: CategoryCounts<V>, category: number): CategoryCounts<number> {
  const rows = counts.rows.map((row) => {
    const own = row[category]!
    return [row.reduce((sum, count) => sum + count, 0) - own, own]
  })
  return { values: [0, 1], rows, times: counts.times }
}
