import { confidenceInterval } from '../../shared/agreement/confidence-interval.ts'
import type { Alpha } from '../../shared/agreement/krippendorff-alpha.ts'
import type { Coefficient, Estimate, Figure } from '../../shared/agreement/types.ts'

/** Figures by the names that vector files give them. */
export type Fields = ReadonlyMap<string, number | null>

export function fields(entries: Readonly<Record<string, number | null | undefined>>): Fields {
  const given = Object.entries(entries).filter((entry): entry is [string, number | null] => entry[1] !== undefined)
  return new Map(given)
}

/** A figure, and whether it is undefined. */
export function figureFields({ value }: Figure): Record<string, number | null> {
  return { value, undefined: value === null ? 1 : 0 }
}

export function coefficientFields(coefficient: Coefficient, level: number): Record<string, number | null> {
  return { ...estimateFields(coefficient, level), po: coefficient.observed, pe: coefficient.expected }
}

export function alphaFields(alpha: Alpha, level: number): Record<string, number | null> {
  return { ...estimateFields(alpha, level), do: alpha.observedDisagreement, de: alpha.expectedDisagreement }
}

function estimateFields(estimate: Estimate, level: number): Record<string, number | null> {
  const interval = confidenceInterval(estimate, level)
  return {
    ...figureFields(estimate),
    se: estimate.standardError,
    ci_lo: interval?.low ?? null,
    ci_hi: interval?.high ?? null,
  }
}
