import { studentTQuantile } from '../statistics/student-t.ts'
import type { Estimate } from './types.ts'

export interface Interval {
  readonly low: number
  readonly high: number
}

/**
 * Interval of an estimate from its standard error by Student's t with n − 1 degrees of freedom, capped at 1. For
 * independent units only: characters and turns of one interview are not, and want the bootstrap. Null where the
 * figure or its standard error cannot be estimated. Source: Gwet 2014, ch. 5.
 */
export function confidenceInterval(estimate: Estimate, level: number): Interval | null {
  const { value, standardError, units } = estimate
  if (value === null || standardError === null || units < 2) return null
  const reach = studentTQuantile((1 + level) / 2, units - 1) * standardError
  return { low: value - reach, high: Math.min(1, value + reach) }
}
