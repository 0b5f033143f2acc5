import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffText } from '../../../shared/text/splice-diff.ts'
import {
  applySplices,
  composeSplices,
  invertSplices,
  SpliceError,
  splicesSchema,
} from '../../../shared/text/splices.ts'
import { snapToGraphemes } from '../../../shared/text/graphemes.ts'
import { span } from '../../../shared/text/span.ts'
import { cuts, splicesFor, textWithSplices } from './random-splices.ts'
import { unicodeText } from './unicode.ts'

describe('splice lists', () => {
  test('say what went and what came, in offsets of the old text', () => {
    const splices = [
      { at: 4, removed: 'raod', inserted: 'road' },
      { at: 13, removed: '', inserted: 'not ' },
    ]
    expect(applySplices('the raod was built', splices)).toBe('the road was not built')
  })

  test('refuse a text that they were not made from', () => {
    expect(() => applySplices('the path', [{ at: 4, removed: 'road', inserted: '' }])).toThrow(SpliceError)
    expect(() => applySplices('ab', [{ at: 3, removed: '', inserted: 'x' }])).toThrow(SpliceError)
  })

  test('run both ways', () => {
    fc.assert(
      fc.property(textWithSplices, ({ text, splices }) => {
        const after = applySplices(text, splices)
        expect(splicesSchema.parse(splices)).toEqual(splices)
        expect(applySplices(after, invertSplices(splices))).toBe(text)
        expect(invertSplices(invertSplices(splices))).toEqual(splices)
      }),
    )
  })

  test('compose: two in a row are one', () => {
    fc.assert(
      fc.property(textWithSplices, cuts(), ({ text, splices }, more) => {
        const middle = applySplices(text, splices)
        const then = splicesFor(middle, more)
        const both = composeSplices(splices, then)
        expect(splicesSchema.safeParse(both).success).toBe(true)
        expect(applySplices(text, both)).toBe(applySplices(middle, then))
        expect(composeSplices(splices, invertSplices(splices))).toEqual([])
        expect(composeSplices(splices, [])).toEqual(splices)
        expect(composeSplices([], splices)).toEqual(splices)
      }),
    )
  })
})

describe('the difference between two versions', () => {
  test('two corrected words are two changes', () => {
    expect(diffText('Teh road was cut thruogh our field.', 'The road was cut through our field.')).toEqual([
      { at: 0, removed: 'Teh', inserted: 'The' },
      { at: 17, removed: 'thruogh', inserted: 'through' },
    ])
    expect(diffText('我们几户没签字，后来开了会。', '我们八户没签字，后来又开了会。', 100)).toEqual([
      { at: 102, removed: '几', inserted: '八' },
      { at: 110, removed: '', inserted: '又' },
    ])
  })

  test('a Chinese sentence written anew is one change, whatever single characters both have', () => {
    expect(diffText('贴了张单子，让三天内签字。没签的说要停补助。', '没说啥。')).toEqual([
      { at: 0, removed: '贴了张单子，让三天内签字。没签的说要停补助', inserted: '没说啥' },
    ])
    // What was left where all else was deleted was left on purpose.
    expect(diffText('贴了张单子，让三天内签字。没签的说要停补助。', '签字。')).toHaveLength(2)
    expect(diffText('我门几沪没签', '我们几户没签')).toHaveLength(2)
  })

  test('a character as people see it comes or goes whole', () => {
    expect(diffText('好👨‍👩‍👧吧', '好👨‍👩‍👦吧')).toEqual([{ at: 1, removed: '👨‍👩‍👧', inserted: '👨‍👩‍👦' }])
    expect(diffText('e', 'é'.normalize('NFD'))).toEqual([{ at: 0, removed: 'e', inserted: 'é'.normalize('NFD') }])
    expect(diffText('𠮷家', '𠮶家')).toEqual([{ at: 0, removed: '𠮷', inserted: '𠮶' }])
  })

  test('leads from one to the other, cut between characters of both', () => {
    const edge = (text: string, at: number) => snapToGraphemes(text, span(at, at)).start === at
    fc.assert(
      fc.property(unicodeText(), unicodeText(), fc.nat(9), (before, after, pad) => {
        const lead = '.'.repeat(pad)
        const splices = diffText(before, after, pad)
        expect(splicesSchema.parse(splices)).toEqual(splices)
        expect(applySplices(lead + before, splices)).toBe(lead + after)
        for (const { at, removed } of splices)
          expect([edge(before, at - pad), edge(before, at - pad + removed.length)]).toEqual([true, true])
        for (const { at, removed } of invertSplices(splices))
          expect([edge(after, at - pad), edge(after, at - pad + removed.length)]).toEqual([true, true])
      }),
    )
  })

  test('of two long texts with nothing in common is one change, soon', () => {
    const before = Array.from({ length: 20_000 }, (_, index) => `a${index} `).join('')
    const after = Array.from({ length: 20_000 }, (_, index) => `b${index} `).join('')
    const start = performance.now()
    const splices = diffText(before, after)
    expect(performance.now() - start).toBeLessThan(2000)
    expect(applySplices(before, splices)).toBe(after)
  })
})
