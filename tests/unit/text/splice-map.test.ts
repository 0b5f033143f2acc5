import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffText } from '../../../shared/text/splice-diff.ts'
import { mapOffset, mapSpan, spliceMap } from '../../../shared/text/splice-map.ts'
import { applySplices, type Splice } from '../../../shared/text/splices.ts'
import { span } from '../../../shared/text/span.ts'
import { textWithSplices } from './random-splices.ts'

/** What a passage says after an edit from one version to the other. */
function after(before: string, words: string, edited: string): string {
  const start = before.indexOf(words)
  const splices = diffText(before, edited)
  const { start: from, end } = mapSpan(splices, span(start, start + words.length))
  return edited.slice(from, end)
}

describe('a passage through a correction', () => {
  const text = '我们几户没签字，后来开了会。'

  test('moves with its words', () => {
    expect(after(text, '没签字', '😀我们几户没签字，后来开了会。')).toBe('没签字')
    expect(after(text, '没签字', '户没签字，后来开了会。')).toBe('没签字')
  })
  test('grows by what is put into it, not by what is put beside it', () => {
    expect(after(text, '没签字', '我们几户没😀签字，后来开了会。')).toBe('没😀签字')
    expect(after(text, '没签字', '我们几户都没签字了，后来开了会。')).toBe('没签字')
  })
  test('shrinks by what goes, and is lost where all of it goes', () => {
    expect(after(text, '没签字', '我们几户签字，后来开了会。')).toBe('签字')
    expect(after(text, '没签字', '我们几户，后来开了会。')).toBe('')
    const gone = mapSpan(diffText(text, '我们几户，后来开了会。'), span(4, 7))
    expect(gone).toEqual({ start: 4, end: 4 })
  })
  test('keeps the place of words that were written anew', () => {
    expect(after('Teh raod was cut', 'Teh raod', 'The road was cut')).toBe('The road')
    expect(after('the road was cut', 'road', 'the roads was cut')).toBe('roads')
    expect(after('the road was cut', 'roa', 'the roads was cut')).toBe('roa')
    expect(after('the signed paper', 'signed', 'the unsigned paper')).toBe('unsigned')
  })
})

/** The new text, each character with what it stands for: one of the old text, or the splice that brought it. */
function traced(text: string, splices: readonly Splice[]): { origin: number | null; splice: Splice | null }[] {
  const characters: { origin: number | null; splice: Splice | null }[] = []
  let at = 0
  for (const splice of splices) {
    const { removed, inserted } = splice
    for (; at < splice.at; at++) characters.push({ origin: at, splice: null })
    let head = 0
    while (head < removed.length && head < inserted.length && removed[head] === inserted[head]) head++
    let tail = 0
    while (
      tail < removed.length - head &&
      tail < inserted.length - head &&
      removed[removed.length - 1 - tail] === inserted[inserted.length - 1 - tail]
    )
      tail++
    for (let index = 0; index < inserted.length; index++) {
      const fromEnd = inserted.length - index
      const origin = index < head ? at + index : fromEnd <= tail ? at + removed.length - fromEnd : null
      characters.push({ origin, splice })
    }
    at += removed.length
  }
  for (; at < text.length; at++) characters.push({ origin: at, splice: null })
  return characters
}

const cases = textWithSplices.chain(({ text, splices }) =>
  fc.record({ text: fc.constant(text), splices: fc.constant(splices), a: fc.nat(text.length), b: fc.nat(text.length) }),
)

describe('mapping equals following every single character', () => {
  test('of passages', () => {
    fc.assert(
      fc.property(cases, ({ text, splices, a, b }) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)]
        fc.pre(start < end)
        const isIn = (offset: number) => offset >= start && offset < end
        const own = traced(text, splices).flatMap(({ origin, splice }, index) => {
          if (origin !== null && isIn(origin)) return [index]
          if (splice === null) return []
          const { at, removed } = splice
          if (removed === '') return isIn(at - 1) && isIn(at) ? [index] : []
          return at >= start && at + removed.length <= end ? [index] : []
        })
        const mapped = mapSpan(splices, span(start, end))
        if (own.length === 0) expect(mapped.start).toBe(mapped.end)
        else expect(mapped).toEqual({ start: own[0], end: own.at(-1)! + 1 })
        expect(mapped.end).toBeLessThanOrEqual(applySplices(text, splices).length)
      }),
      { numRuns: 2000 },
    )
  })

  test('of offsets, on either side of what is inserted there', () => {
    fc.assert(
      fc.property(cases, ({ text, splices, a }) => {
        const characters = traced(text, splices)
        const last = characters.findLastIndex(({ origin }) => origin !== null && origin < a)
        const first = characters.findIndex(({ origin }) => origin !== null && origin >= a)
        expect(mapOffset(splices, a, 'before')).toBe(last + 1)
        expect(mapOffset(splices, a, 'after')).toBe(first === -1 ? characters.length : first)
      }),
      { numRuns: 2000 },
    )
  })

  test('and what touches nothing has its words as they were', () => {
    fc.assert(
      fc.property(cases, ({ text, splices, a, b }) => {
        const old = span(Math.min(a, b), Math.max(a, b))
        const map = spliceMap(splices)
        fc.pre(!map.touches(old))
        const fresh = map.span(old)
        expect(applySplices(text, splices).slice(fresh.start, fresh.end)).toBe(text.slice(old.start, old.end))
      }),
    )
  })
})
