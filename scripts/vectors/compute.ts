import type { Fields } from './fields.ts'
import { RATED } from './rated-coefficients.ts'
import { MARKED } from './marked-coefficients.ts'
import type { Params } from './params.ts'
import type { Dataset } from './vector-file.ts'

/** Computes a coefficient from a data set; null where it has no meaning for that type of data or those parameters. */
export type Computation = (dataset: Dataset, params: Params) => Fields | null

const COMPUTATIONS: ReadonlyMap<string, Computation> = new Map(Object.entries({ ...RATED, ...MARKED }))

/** The fields of a coefficient by its name in vector files; null where it is not implemented. */
export function computeFields(coefficient: string, dataset: Dataset, params: Params): Fields | null {
  return COMPUTATIONS.get(coefficient)?.(dataset, params) ?? null
}
