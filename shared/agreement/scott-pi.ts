import { countsOfTable } from './category-counts.ts'
import { fleissKappa } from './fleiss-kappa.ts'
import type { Coefficient, TwoWayTable } from './types.ts'

/**
 * Scott's π for two coders: chance from the two margins pooled, so that it does not matter which coder used a category
 * more. Fleiss' κ of two coders, with the standard error in table form. Source: Scott 1955; Gwet 2014.
 */
export function scottPi(table: TwoWayTable): Coefficient {
  return fleissKappa(countsOfTable(table), { variance: 'table' })
}
