import type { Figure, NotEstimable } from './types.ts'

export function notEstimable(reason: NotEstimable): { readonly value: null; readonly reason: NotEstimable } {
  return { value: null, reason }
}

/** A number as a figure. Throws RangeError for what is no finite number: 0/0 has to be met before it is divided. */
export function estimated(value: number): { readonly value: number; readonly reason: null } {
  if (!Number.isFinite(value)) throw new RangeError(`not a figure: ${value}`)
  return { value, reason: null }
}

/** A share or ratio, and what it means where the whole is 0. */
export function shareOf(part: number, whole: number, ifNothing: NotEstimable): Figure {
  return whole === 0 ? notEstimable(ifNothing) : estimated(part / whole)
}

/** Arithmetic mean of what can be estimated, and how many that were. */
export function meanOf(figures: readonly Figure[]): { readonly mean: Figure; readonly of: number } {
  let sum = 0
  let of = 0
  for (const { value } of figures) {
    if (value === null) continue
    sum += value
    of++
  }
  if (of > 0) return { mean: estimated(sum / of), of }
  const reasons = figures.flatMap(({ reason }) => (reason === null ? [] : [reason]))
  return { mean: notEstimable(reasons.find((reason) => reason !== 'no_pairs') ?? reasons[0] ?? 'empty'), of }
}
