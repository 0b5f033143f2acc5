import { estimated, meanOf, shareOf } from './figure.ts'
import type { Figure } from './types.ts'

/** Holsti's CR = 2M/(N1 + N2): coding decisions two coders agree on, of all they made. F1 where M are matched passages. */
export function holsti(matches: number, first: number, second: number): Figure {
  return shareOf(2 * matches, first + second, 'never_applied')
}

/** Composite reliability of r coders from their pairwise CRs: r·x̄ / (1 + (r − 1)x̄). Source: Holsti 1969, p. 137. */
export function holstiComposite(coders: number, pairwise: readonly Figure[]): Figure {
  const { mean } = meanOf(pairwise)
  if (mean.value === null) return mean
  return estimated((coders * mean.value) / (1 + (coders - 1) * mean.value))
}
