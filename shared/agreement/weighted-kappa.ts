import { kappaOfTable, marginsOf } from './cohen-kappa.ts'
import { estimated, notEstimable } from './figure.ts'
import type { Coefficient, Figure, TwoWayTable, Weights } from './types.ts'

/**
 * Weighted κ for two coders on ordered categories (Cohen 1968): partial credit for near misses, by linear or quadratic
 * weights. With identity weights it is Cohen's κ.
 */
export function weightedKappa(table: TwoWayTable, weights: Weights): Coefficient {
  return kappaOfTable(table, weights)
}

/** The same from disagreement weights v of any size (v_kk = 0): κ = 1 − observed / expected disagreement. */
export function weightedKappaOfDisagreement(
  table: TwoWayTable,
  disagreement: readonly (readonly number[])[],
): Figure & { readonly observedDisagreement: number | null; readonly expectedDisagreement: number | null } {
  const { rows, columns, total } = marginsOf(table)
  if (total === 0) return { ...notEstimable('no_pairs'), observedDisagreement: null, expectedDisagreement: null }
  let observed = 0
  let expected = 0
  table.forEach((cells, k) => {
    cells.forEach((cell, l) => {
      const weight = disagreement[k]![l]!
      observed += (weight * cell) / total
      expected += weight * rows[k]! * columns[l]!
    })
  })
  const figure = expected === 0 ? notEstimable('no_variation') : estimated(1 - observed / expected)
  return { ...figure, observedDisagreement: observed, expectedDisagreement: expected }
}
