import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { snapToGraphemes } from '../../../shared/text/graphemes.ts'
import { utf16 } from '../../../shared/text/offsets.ts'
import type { SelectionUnit, UnitText } from '../../../renderer/reader/snap-units.ts'
import { extendedByUnit, pointedUnit, unitAt, widened } from '../../../renderer/reader/snap-units.ts'
import { unicodeText } from '../text/unicode.ts'

const text = 'A：修路那事？还修。\nB：贴了单子👨‍👩‍👧。我没签字！\nA：好。\n'
const at = (words: string): number => text.indexOf(words)
const interview: UnitText = {
  text,
  language: 'zh-CN',
  turns: [
    { start: utf16(0), speechStart: utf16(2), end: utf16(at('\nB')) },
    { start: utf16(at('B：')), speechStart: utf16(at('贴了')), end: utf16(at('\nA：好')) },
    { start: utf16(at('A：好')), speechStart: utf16(at('好。')), end: utf16(text.length - 1) },
  ],
}
const UNITS: readonly SelectionUnit[] = ['word', 'sentence', 'turn']

function words({ start, end }: { start: number; end: number }): string {
  return text.slice(start, end)
}

function selected({ anchor, focus }: { anchor: number; focus: number }): string {
  return text.slice(Math.min(anchor, focus), Math.max(anchor, focus))
}

describe('what clicks take', () => {
  it('is the word, the sentence and the turn, without the speaker’s label', () => {
    const here = utf16(at('单子'))
    expect(words(pointedUnit(interview, 'word', here))).toBe('单子')
    expect(words(pointedUnit(interview, 'sentence', here))).toBe('贴了单子👨‍👩‍👧。')
    expect(words(pointedUnit(interview, 'turn', here))).toBe('贴了单子👨‍👩‍👧。我没签字！')
    expect(words(pointedUnit(interview, 'sentence', utf16(at('B：'))))).toBe('贴了单子👨‍👩‍👧。')
  })

  it('is one character where there is no word, never half a family', () => {
    expect(words(pointedUnit(interview, 'word', utf16(at('👨'))))).toBe('👨‍👩‍👧')
    expect(words(pointedUnit(interview, 'word', utf16(at('？'))))).toBe('？')
  })
})

describe('selections in whole units', () => {
  it('take in what they touch, whichever end they were begun at, across turns', () => {
    const made = { anchor: utf16(at('没签')), focus: utf16(at('还修') + 1) }
    expect(selected(widened(interview, 'sentence', made))).toBe('还修。\nB：贴了单子👨‍👩‍👧。我没签字！')
    expect(selected(widened(interview, 'turn', made))).toBe('修路那事？还修。\nB：贴了单子👨‍👩‍👧。我没签字！')
    const one = { anchor: utf16(at('签字')), focus: utf16(at('签字') + 1) }
    expect(selected(widened(interview, 'sentence', one))).toBe('我没签字！')
  })

  it('grow and shrink by one unit, and let go where they were begun', () => {
    const begun = utf16(at('单子'))
    const first = extendedByUnit(interview, 'sentence', { anchor: begun, focus: begun }, span(begun, begun), 'forward')
    const shown = widened(interview, 'sentence', first)
    expect(selected(shown)).toBe('贴了单子👨‍👩‍👧。')
    const second = extendedByUnit(interview, 'sentence', first, spanOf(shown), 'forward')
    const wide = widened(interview, 'sentence', second)
    expect(selected(wide)).toBe('贴了单子👨‍👩‍👧。我没签字！')
    const back = extendedByUnit(interview, 'sentence', second, spanOf(wide), 'backward')
    expect(selected(widened(interview, 'sentence', back))).toBe('贴了单子👨‍👩‍👧。')
  })

  it('never lose what was selected, keep their direction and end between characters, in any text', () => {
    fc.assert(
      fc.property(unicodeText(), fc.nat(), fc.nat(), fc.constantFrom(...UNITS), (any, one, other, unit) => {
        const source: UnitText = { text: any, language: 'zh-CN', turns: [] }
        const edge = (offset: number) =>
          snapToGraphemes(any, span(offset % (any.length + 1), offset % (any.length + 1)))
        const made = { anchor: edge(one).start, focus: edge(other).start }
        const wide = widened(source, unit, made)
        expect(Math.min(wide.anchor, wide.focus)).toBeLessThanOrEqual(Math.min(made.anchor, made.focus))
        expect(Math.max(wide.anchor, wide.focus)).toBeGreaterThanOrEqual(Math.max(made.anchor, made.focus))
        expect(Math.sign(wide.focus - wide.anchor)).toBe(Math.sign(made.focus - made.anchor))
        for (const offset of [wide.anchor, wide.focus]) {
          expect(snapToGraphemes(any, span(offset, offset))).toEqual(span(offset, offset))
        }
      }),
    )
  })

  it('get on with every step until the end of any text, and back', () => {
    fc.assert(
      fc.property(unicodeText(), fc.constantFrom('word' as const, 'sentence' as const), (any, unit) => {
        const source: UnitText = { text: any, language: 'zh-CN', turns: [] }
        let made = { anchor: utf16(0), focus: utf16(0) }
        for (let steps = 0; made.focus < any.length; steps++) {
          expect(steps).toBeLessThanOrEqual(any.length)
          const next = extendedByUnit(source, unit, made, spanOf(widened(source, unit, made)), 'forward')
          expect(next.focus).toBeGreaterThan(made.focus)
          made = next
        }
        for (let steps = 0; made.focus > 0; steps++) {
          expect(steps).toBeLessThanOrEqual(any.length)
          const next = extendedByUnit(source, unit, made, spanOf(widened(source, unit, made)), 'backward')
          expect(next.focus).toBeLessThan(made.focus)
          made = next
        }
      }),
      // A word ends inside this character.
      { examples: [['🏽ำ', 'word']] },
    )
  })
})

describe('units', () => {
  it('hold the character asked for', () => {
    for (let offset = 0; offset < text.length; offset++) {
      for (const unit of ['word', 'sentence'] as const) {
        const found = unitAt(interview, unit, utf16(offset))
        if (found !== null && offset >= found.start) expect(found.end).toBeGreaterThan(offset)
      }
    }
  })
})

function span(start: number, end: number) {
  return { start: utf16(start), end: utf16(end) }
}

function spanOf({ anchor, focus }: { anchor: number; focus: number }) {
  return span(Math.min(anchor, focus), Math.max(anchor, focus))
}
