import { scaleLinear } from 'd3-scale'

/** A value with its interval; null where there is none. */
export interface DotInterval {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
}

export interface PlacedInterval {
  /** Px from the left of the drawing. */
  readonly value: number
  readonly interval: { readonly low: number; readonly high: number } | null
}

export interface DotAxis {
  readonly ticks: readonly { readonly at: number; readonly x: number }[]
  /** Px; null where the axis begins there, so that it needs no line of its own. */
  readonly zero: number | null
  x(value: number): number
  place(figure: DotInterval): PlacedInterval | null
}

/**
 * An axis between `left` and `right` px for figures of agreement: from 0, or from below the lowest value or bound, to 1.
 * What lies outside is drawn at its end.
 */
export function dotAxis(figures: readonly DotInterval[], left: number, right: number): DotAxis {
  const lowest = Math.min(0, ...figures.flatMap(({ value, low }) => [value ?? 0, low ?? 0]))
  const scale = scaleLinear([lowest, 1], [left, right]).nice(STEPS).clamp(true)
  return {
    ticks: scale.ticks(STEPS).map((at) => ({ at, x: scale(at) })),
    zero: lowest < 0 ? scale(0) : null,
    x: scale,
    place: ({ value, low, high }) =>
      value === null
        ? null
        : {
            value: scale(value),
            interval: low === null || high === null ? null : { low: scale(low), high: scale(high) },
          },
  }
}

const STEPS = 5
