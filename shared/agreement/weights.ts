import type { Value, Weights } from './types.ts'

/** Credit for the same category alone. */
export function identityWeights(categories: number): Weights {
  return build(categories, (k, l) => (k === l ? 1 : 0))
}

/** 1 − |x − y| / R over the range R of the scores. */
export function linearWeights(scores: readonly number[]): Weights {
  const range = rangeOf(scores)
  return build(scores.length, (k, l) => (k === l ? 1 : 1 - Math.abs(scores[k]! - scores[l]!) / range))
}

/** 1 − (x − y)² / R² over the range R of the scores. */
export function quadraticWeights(scores: readonly number[]): Weights {
  const range = rangeOf(scores)
  return build(scores.length, (k, l) => (k === l ? 1 : 1 - ((scores[k]! - scores[l]!) / range) ** 2))
}

/**
 * 1 − M/max M, where M is the number of pairs of categories from the one to the other (Gwet 2014, ch. 3). Takes the
 * categories in their order. This is not Krippendorff's ordinal metric, which depends on how often each was used.
 */
export function ordinalWeights(categories: number): Weights {
  const pairs = (k: number, l: number) => (Math.abs(k - l) * (Math.abs(k - l) + 1)) / 2
  const most = pairs(0, categories - 1)
  return build(categories, (k, l) => (k === l ? 1 : 1 - pairs(k, l) / most))
}

/** The numbers that categories are, or else their places 0, 1, 2 … in the order given. */
export function scoresOf(values: readonly Value[]): readonly number[] {
  const numbers = values.filter((value) => typeof value === 'number')
  return numbers.length === values.length ? numbers : values.map((_, index) => index)
}

function rangeOf(scores: readonly number[]): number {
  return scores.reduce((a, b) => Math.max(a, b), -Infinity) - scores.reduce((a, b) => Math.min(a, b), Infinity)
}

function build(categories: number, weight: (k: number, l: number) => number): Weights {
  return Array.from({ length: categories }, (_, k) => Array.from({ length: categories }, (__, l) => weight(k, l)))
}
