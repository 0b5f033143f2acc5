import { binaryTotal } from './binary-table.ts'
import { shareOf } from './figure.ts'
import type { BinaryTable, Figure } from './types.ts'

/** Prevalence index (a − d)/N, −1 to 1: near the ends chance agreement is high and κ low. Byrt, Bishop & Carlin 1993. */
export function prevalenceIndex(table: BinaryTable): Figure {
  return shareOf(table.both - table.neither, binaryTotal(table), 'no_pairs')
}

/** Bias index (b − c)/N, −1 to 1: how much more often the first coder applied the code than the second. */
export function biasIndex(table: BinaryTable): Figure {
  return shareOf(table.onlyFirst - table.onlySecond, binaryTotal(table), 'no_pairs')
}

/** PABAK = 2p_o − 1: κ if prevalence and bias were level. Brennan & Prediger's coefficient for two categories. */
export function pabak(table: BinaryTable): Figure {
  const total = binaryTotal(table)
  return shareOf(2 * (table.both + table.neither) - total, total, 'no_pairs')
}
