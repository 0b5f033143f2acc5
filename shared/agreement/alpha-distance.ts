import type { Value } from './types.ts'

/** How far two different values are apart, squared, by their places among the values. Symmetric. */
export type Distance = (c: number, k: number) => number

export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/**
 * Krippendorff's difference functions: nominal 0 or 1; interval (c − k)²; ratio ((c − k)/(c + k))²; ordinal
 * (n_c/2 + … + n_k/2)² over the values in between, by how often each was used (`uses`, in pairable ratings). Null where
 * values do not fit the metric: all but nominal need numbers, ratio needs them not negative.
 */
export function distanceOf(metric: Metric, values: readonly Value[], uses: readonly number[]): Distance | null {
  if (metric === 'nominal') return () => 1
  const numbers = values.filter((value): value is number => typeof value === 'number' && Number.isFinite(value))
  if (numbers.length < values.length) return null
  switch (metric) {
    case 'interval':
      return (c, k) => (numbers[c]! - numbers[k]!) ** 2
    case 'ratio':
      if (numbers.some((number) => number < 0)) return null
      return (c, k) => ((numbers[c]! - numbers[k]!) / (numbers[c]! + numbers[k]!)) ** 2
    case 'ordinal':
      return ordinal(numbers, uses)
  }
}

function ordinal(numbers: readonly number[], uses: readonly number[]): Distance {
  const order = numbers.map((_, index) => index).sort((a, b) => numbers[a]! - numbers[b]!)
  // The middle of each value's ratings when all ratings stand in a row by size.
  const middles = new Array<number>(numbers.length).fill(0)
  let before = 0
  for (const index of order) {
    middles[index] = before + uses[index]! / 2
    before += uses[index]!
  }
  return (c, k) => (middles[c]! - middles[k]!) ** 2
}
