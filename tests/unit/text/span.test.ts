import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Span } from '../../../shared/text/span.ts'
import { clip, coveredLength, intersectSpans, mergeSpans, overlaps, span } from '../../../shared/text/span.ts'

const LENGTH = 30
const anySpan = fc.tuple(fc.nat(LENGTH), fc.nat(LENGTH)).map(([a, b]) => span(Math.min(a, b), Math.max(a, b)))
const anySpans = fc.array(anySpan, { maxLength: 12 })

/** Which characters the spans cover, one by one. */
function covered(spans: readonly Span[]): boolean[] {
  return Array.from({ length: LENGTH }, (_, at) => spans.some(({ start, end }) => start <= at && at < end))
}

function isSortedAndApart(spans: readonly Span[]): boolean {
  return spans.every(({ start, end }, index) => start < end && (index === 0 || spans[index - 1]!.end < start))
}

describe('spans against character by character', () => {
  test('mergeSpans covers the same, sorted and apart, and leaves its input alone', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const before = structuredClone(spans)
        const merged = mergeSpans(spans)
        expect(covered(merged)).toEqual(covered(spans))
        expect(isSortedAndApart(merged)).toBe(true)
        expect(spans).toEqual(before)
      }),
    )
  })

  test('coveredLength counts every covered character once', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        expect(coveredLength(spans)).toBe(covered(spans).filter(Boolean).length)
      }),
    )
  })

  test('intersectSpans covers what both cover', () => {
    fc.assert(
      fc.property(anySpans, anySpans, (ones, others) => {
        const common = intersectSpans(ones, others)
        const right = covered(others)
        expect(covered(common)).toEqual(covered(ones).map((is, at) => is && right[at]!))
        expect(common.every(({ start, end }) => start < end)).toBe(true)
      }),
    )
  })

  test('clip and overlaps agree with the shared characters', () => {
    fc.assert(
      fc.property(anySpan, anySpan, (one, other) => {
        const clipped = clip(one, other)
        const right = covered([other])
        expect(covered(clipped === null ? [] : [clipped])).toEqual(covered([one]).map((is, at) => is && right[at]!))
        expect(overlaps(one, other)).toBe(clipped !== null)
      }),
    )
  })
})

test('touching spans become one, but do not overlap', () => {
  expect(mergeSpans([span(5, 8), span(0, 5)])).toEqual([span(0, 8)])
  expect(overlaps(span(0, 5), span(5, 8))).toBe(false)
})

test('100,000 unsorted overlapping spans merge at once', () => {
  const spans = Array.from({ length: 100_000 }, (_, index) =>
    span((index * 7919) % 100_000, ((index * 7919) % 100_000) + 50),
  )
  expect(mergeSpans(spans)).toEqual([span(0, 100_049)])
})
