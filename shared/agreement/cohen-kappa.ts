import { countsOfTable } from './category-counts.ts'
import type { Chance } from './chance-corrected.ts'
import { chanceCorrected } from './chance-corrected.ts'
import { shareOf } from './figure.ts'
import type { Coefficient, Figure, TwoWayTable, Weights } from './types.ts'

/**
 * Cohen's κ for two coders, each with their own margins: p_e = Σ p_k+ p_+k. Standard error: Fleiss, Cohen & Everitt
 * (1969). Not estimable where both coders put everything into one and the same category. Over all units: taken over
 * "coded text only" the neither-cell is empty and κ can never be positive.
 */
export function cohenKappa(table: TwoWayTable): Coefficient {
  return kappaOfTable(table)
}

/** κ of a table with credit for partial agreement; without weights Cohen's. */
export function kappaOfTable(table: TwoWayTable, weights?: Weights): Coefficient {
  const options = weights === undefined ? {} : { weights }
  return chanceCorrected(countsOfTable(table), { ...options, variance: 'table' }, (credit) => {
    const margins = marginsOf(table)
    return margins.total === 0 ? null : marginalChance(margins, credit)
  })
}

/** The largest κ that the two coders' margins allow (Cohen 1960). */
export function largestKappa(table: TwoWayTable): Figure {
  const { rows, columns, total } = marginsOf(table)
  if (total === 0) return shareOf(0, 0, 'no_pairs')
  let expected = 0
  let most = 0
  rows.forEach((row, k) => {
    expected += row * columns[k]!
    most += Math.min(row, columns[k]!)
  })
  return shareOf(most - expected, 1 - expected, 'no_variation')
}

/**
 * The standard error that Cohen gave in 1960, which ignores that chance agreement is estimated too. To compare with
 * older papers; no interval is made of it.
 */
export function cohenStandardError1960(table: TwoWayTable): number | null {
  const { observed, expected } = cohenKappa(table)
  const { total } = marginsOf(table)
  if (observed === null || expected === null || expected === 1) return null
  return Math.sqrt((observed * (1 - observed)) / (total * (1 - expected) ** 2))
}

export interface Margins {
  /** Shares of the first coder's and of the second coder's ratings per category. */
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  readonly total: number
}

export function marginsOf(table: TwoWayTable): Margins {
  const total = table.reduce((sum, row) => sum + row.reduce((inner, cell) => inner + cell, 0), 0)
  const share = (part: number) => (total === 0 ? 0 : part / total)
  return {
    rows: table.map((row) => share(row.reduce((sum, cell) => sum + cell, 0))),
    columns: table.map((_, k) => share(table.reduce((sum, row) => sum + row[k]!, 0))),
    total,
  }
}

/** Rows of the counts are the table's cells, row by row. */
function marginalChance({ rows, columns }: Margins, weights: Weights): Chance {
  const first = rows.map((_, k) => columns.reduce((sum, share, l) => sum + weights[k]![l]! * share, 0))
  const second = columns.map((_, l) => rows.reduce((sum, share, k) => sum + weights[k]![l]! * share, 0))
  return {
    expected: rows.reduce((sum, share, k) => sum + share * first[k]!, 0),
    ofRow: (cell) => (first[Math.floor(cell / rows.length)]! + second[cell % rows.length]!) / 2,
  }
}
