import { shareOf } from './figure.ts'
import { holsti } from './holsti.ts'
import type { SpanMatching } from './span-matching.ts'
import type { Figure } from './types.ts'

export interface SpanF1 {
  readonly matches: number
  /** Passages of the first and of the second coder, own overlaps merged. */
  readonly first: number
  readonly second: number
  /** Share of the first coder's passages, and of the second's, that have a counterpart. */
  readonly precision: Figure
  readonly recall: Figure
  /** Holsti's CR of the same matches. */
  readonly f1: Figure
}

/** Agreement on passages, from the matchings (see matchSpans) of all documents together. Not corrected for chance. */
export function spanF1(matchings: readonly SpanMatching[]): SpanF1 {
  let matches = 0
  let first = 0
  let second = 0
  for (const { pairs, onlyFirst, onlySecond } of matchings) {
    matches += pairs.length
    first += pairs.length + onlyFirst.length
    second += pairs.length + onlySecond.length
  }
  return {
    matches,
    first,
    second,
    precision: shareOf(matches, first, 'never_applied'),
    recall: shareOf(matches, second, 'never_applied'),
    f1: holsti(matches, first, second),
  }
}
