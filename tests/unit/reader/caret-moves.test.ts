import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { utf16 } from '../../../shared/text/offsets.ts'
import type { CaretStep, CaretText } from '../../../renderer/reader/caret-moves.ts'
import { stepFrom } from '../../../renderer/reader/caret-moves.ts'
import { unicodeText } from '../text/unicode.ts'

const text = 'A：修路那事？还修。\nB：贴了单子👨‍👩‍👧。'
const interview: CaretText = {
  text,
  language: 'zh-CN',
  turns: [
    { start: utf16(0), speechStart: utf16(2) },
    { start: utf16(text.indexOf('B')), speechStart: utf16(text.indexOf('贴')) },
  ],
}
const STEPS: readonly CaretStep[] = ['character', 'word', 'sentence', 'turn', 'document']

describe('steps of the caret', () => {
  it('always get on until the end of the text, and never beyond', () => {
    fc.assert(
      fc.property(unicodeText(), fc.constantFrom(...STEPS), (words, step) => {
        const source: CaretText = { text: words, language: 'zh-CN', turns: [] }
        let at = utf16(0)
        for (let count = 0; at < words.length; count++) {
          const next = stepFrom(source, at, step, 'forward')
          expect(next).toBeGreaterThan(at)
          expect(next).toBeLessThanOrEqual(words.length)
          expect(stepFrom(source, next, step, 'backward')).toBeLessThan(next)
          at = next
        }
        expect(stepFrom(source, at, step, 'forward')).toBe(words.length)
        expect(stepFrom(source, utf16(0), step, 'backward')).toBe(0)
      }),
    )
  })

  it('go by turn to where the speech begins', () => {
    expect(stepFrom(interview, utf16(0), 'turn', 'forward')).toBe(2)
    expect(stepFrom(interview, utf16(5), 'turn', 'forward')).toBe(text.indexOf('贴'))
    expect(stepFrom(interview, utf16(text.length), 'turn', 'backward')).toBe(text.indexOf('贴'))
    expect(stepFrom(interview, utf16(text.indexOf('贴')), 'turn', 'backward')).toBe(2)
    expect(stepFrom(interview, utf16(text.indexOf('贴')), 'turn', 'forward')).toBe(text.length)
  })

  it('go by sentence to what is said, past who says it, forth and back', () => {
    const first = utf16(text.indexOf('还修'))
    const second = utf16(text.indexOf('贴'))
    expect(stepFrom(interview, utf16(2), 'sentence', 'forward')).toBe(first)
    expect(stepFrom(interview, first, 'sentence', 'forward')).toBe(second)
    expect(stepFrom(interview, second, 'sentence', 'backward')).toBe(first)
    expect(stepFrom(interview, first, 'sentence', 'backward')).toBe(2)
    expect(stepFrom(interview, utf16(2), 'sentence', 'backward')).toBe(0)
  })

  it('take a family of joined emoji in one go', () => {
    const family = text.indexOf('👨')
    expect(stepFrom(interview, utf16(family), 'character', 'forward')).toBe(text.indexOf('。', family))
  })
})
