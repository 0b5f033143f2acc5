import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextGrapheme, previousGrapheme, snapToGraphemes } from '../../../shared/text/graphemes.ts'
import { OffsetError, utf16 } from '../../../shared/text/offsets.ts'
import { span } from '../../../shared/text/span.ts'
import { unicodeText } from './unicode.ts'

/** All cluster edges of a text, found by segmenting it from its beginning. */
function edgesOf(text: string): number[] {
  return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)]
    .map(({ index }) => index)
    .concat(text.length)
}

const textWithSpan = unicodeText().chain((text) =>
  fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([a, b]) => ({ text, picked: span(Math.min(a, b), Math.max(a, b)) })),
)

describe('snapToGraphemes', () => {
  test('gives the smallest span of whole clusters that contains the span, and is stable', () => {
    fc.assert(
      fc.property(textWithSpan, ({ text, picked }) => {
        const edges = edgesOf(text)
        const snapped = snapToGraphemes(text, picked)
        expect(snapped.start).toBe(edges.findLast((edge) => edge <= picked.start))
        expect(snapped.end).toBe(edges.find((edge) => edge >= picked.end))
        expect(snapToGraphemes(text, snapped)).toEqual(snapped)
      }),
      { numRuns: 1000 },
    )
  })

  test('keeps a family, a flag and a rare character whole', () => {
    const text = '看👨‍👩‍👧🇨🇳𠮷。'
    const [, family, flag, rare, stop] = edgesOf(text) as [number, number, number, number, number]
    expect(snapToGraphemes(text, span(family + 3, family + 4))).toEqual(span(family, flag))
    expect(snapToGraphemes(text, span(flag + 2, rare + 1))).toEqual(span(flag, stop))
  })

  test('refuses offsets outside the text', () => {
    expect(() => snapToGraphemes('abc', span(0, 4))).toThrow(OffsetError)
  })
})

test('stepping forwards and backwards visits every cluster edge', () => {
  fc.assert(
    fc.property(unicodeText(), (text) => {
      const edges = edgesOf(text)
      for (let offset = 0; offset <= text.length; offset++) {
        expect(nextGrapheme(text, utf16(offset))).toBe(edges.find((edge) => edge > offset) ?? text.length)
        expect(previousGrapheme(text, utf16(offset))).toBe(edges.findLast((edge) => edge < offset) ?? 0)
      }
    }),
  )
})

test('a text of a million characters is not segmented for one selection', () => {
  const prose = '我们几户没签😀,凑了车去县里。'.repeat(60_000)
  const started = performance.now()
  for (let offset = 0; offset < 2000; offset++) snapToGraphemes(prose, span(offset * 400, offset * 400 + 37))
  expect(performance.now() - started).toBeLessThan(500)
})

test('a long line of nothing but flags is still cut in pairs', () => {
  const flags = '🇨🇳'.repeat(50_000)
  expect(snapToGraphemes(flags, span(100_001, 100_003))).toEqual(span(100_000, 100_004))
})
