import { shareOf } from './figure.ts'
import type { BinaryTable, Figure } from './types.ts'

/**
 * Positive agreement 2a/(2a + b + c): of all applications of the code, the share that the other coder made too. The same
 * as F1 (Dice), in characters or units. Not estimable where nobody applied it. Source: Cicchetti & Feinstein 1990.
 */
export function positiveAgreement({ both, onlyFirst, onlySecond }: BinaryTable): Figure {
  return shareOf(2 * both, 2 * both + onlyFirst + onlySecond, 'never_applied')
}

/** Negative agreement 2d/(2d + b + c). Not estimable where everybody applied the code everywhere. */
export function negativeAgreement({ onlyFirst, onlySecond, neither }: BinaryTable): Figure {
  return shareOf(2 * neither, 2 * neither + onlyFirst + onlySecond, 'always_applied')
}

/** Jaccard a/(a + b + c) = F1/(2 − F1): joint applications as a share of what either coder applied. */
export function jaccardAgreement({ both, onlyFirst, onlySecond }: BinaryTable): Figure {
  return shareOf(both, both + onlyFirst + onlySecond, 'never_applied')
}
