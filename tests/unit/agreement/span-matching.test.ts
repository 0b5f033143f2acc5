import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holsti } from '../../../shared/agreement/holsti.ts'
import { mergeSpans } from '../../../shared/text/span.ts'
import { spanF1 } from '../../../shared/agreement/span-f1.ts'
import { intersectionOverUnion, matchSpans } from '../../../shared/agreement/span-matching.ts'
import type { Bounds, ValuedSpan } from '../../../shared/agreement/types.ts'
import { overlappingArb } from './arbitraries.ts'

const span = (start: number, end: number, value = 'x') => ({ start, end, value })
const merged = (spans: readonly ValuedSpan[], value: string) =>
  mergeSpans<number>(spans.filter((own) => own.value === value))

/** Most pairs there can be, by trying everything. */
function mostPairs(ones: readonly Bounds[], others: readonly Bounds[], threshold: number): number {
  const [one, ...rest] = ones
  if (one === undefined) return 0
  let most = mostPairs(rest, others, threshold)
  others.forEach((other, index) => {
    const overlap = intersectionOverUnion(one, other)
    if (overlap === 0 || overlap < threshold) return
    most = Math.max(most, 1 + mostPairs(rest, others.toSpliced(index, 1), threshold))
  })
  return most
}

describe('passages matched one to one', () => {
  it('are as many as can be', () => {
    fc.assert(
      fc.property(overlappingArb, fc.constantFrom(0, 0.3, 0.5, 0.9, 1), ([document], threshold) => {
        const [first, second] = document!.coders
        const { pairs, onlyFirst, onlySecond } = matchSpans(first!, second!, threshold)
        const most = ['a', 'b', 'c'].map((code) => mostPairs(merged(first!, code), merged(second!, code), threshold))
        expect(pairs).toHaveLength(most.reduce((sum, pair) => sum + pair, 0))
        const passages = (spans: readonly ValuedSpan[]) =>
          ['a', 'b', 'c'].reduce((sum, code) => sum + merged(spans, code).length, 0)
        expect(pairs.length + onlyFirst.length).toBe(passages(first!))
        expect(pairs.length + onlySecond.length).toBe(passages(second!))
        for (const pair of pairs) {
          expect(pair.first.value).toBe(pair.second.value)
          expect(pair.overlap).toBe(intersectionOverUnion(pair.first, pair.second))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('are as many from either side, and fewer for a stricter overlap', () => {
    fc.assert(
      fc.property(overlappingArb, ([document]) => {
        const [first, second] = document!.coders
        const counts = [0, 0.5, 0.9, 1].map((threshold) => matchSpans(first!, second!, threshold).pairs.length)
        expect(counts).toEqual(counts.toSorted((a, b) => b - a))
        expect(matchSpans(second!, first!, 0.5).pairs).toHaveLength(counts[1]!)
      }),
    )
  })

  it('meet a threshold exactly, and keep the codings they are made of', () => {
    const parts = [span(0, 6), span(4, 10)]
    const [pair] = matchSpans(parts, [span(1, 10)], 0.9).pairs
    expect(pair).toMatchObject({ overlap: 0.9, first: { start: 0, end: 10, parts }, second: { start: 1, end: 10 } })
    expect(matchSpans(parts, [span(0, 10)], 1).pairs).toHaveLength(1)
    expect(matchSpans(parts, [span(0, 10, 'y')], 0).pairs).toHaveLength(0)
    expect(matchSpans([span(0, 5)], [span(5, 9)], 0).pairs).toHaveLength(0)
  })

  it('give F1, which is Holsti of the same matches, over all documents', () => {
    const matchings = [matchSpans([span(0, 5), span(10, 15)], [span(0, 5)], 0.5), matchSpans([], [span(0, 5)], 0.5)]
    expect(spanF1(matchings)).toMatchObject({
      matches: 1,
      first: 2,
      second: 2,
      precision: { value: 0.5 },
      recall: { value: 0.5 },
      f1: holsti(1, 2, 2),
    })
    expect(spanF1([]).f1.reason).toBe('never_applied')
  })
})
