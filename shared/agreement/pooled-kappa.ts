import { cohenKappa } from './cohen-kappa.ts'
import { estimated, notEstimable } from './figure.ts'
import type { Figure, TwoWayTable } from './types.ts'

export type PooledKappa = Figure & { readonly observed: number | null; readonly expected: number | null }

/**
 * Pooled κ over several codes: mean observed and mean expected agreement first, κ from the two means, which is steadier
 * than a mean of κ values and hides bad codes just as well. Source: De Vries, Elliott, Kanouse & Teleki 2008.
 */
export function pooledKappa(parts: readonly { readonly observed: number; readonly expected: number }[]): PooledKappa {
  if (parts.length === 0) return { ...notEstimable('empty'), observed: null, expected: null }
  const observed = parts.reduce((sum, part) => sum + part.observed, 0) / parts.length
  const expected = parts.reduce((sum, part) => sum + part.expected, 0) / parts.length
  const figure = expected === 1 ? notEstimable('no_variation') : estimated((observed - expected) / (1 - expected))
  return { ...figure, observed, expected }
}

/** Pooled κ of two coders' tables, one per code; codes without a common unit are left out. */
export function pooledKappaOfTables(tables: readonly TwoWayTable[]): PooledKappa {
  return pooledKappa(
    tables.flatMap((table) => {
      const { observed, expected } = cohenKappa(table)
      return observed === null || expected === null ? [] : [{ observed, expected }]
    }),
  )
}
