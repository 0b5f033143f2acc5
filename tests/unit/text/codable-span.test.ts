import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codableSpan } from '../../../shared/text/codable-span.ts'
import { snapToGraphemes } from '../../../shared/text/graphemes.ts'
import { span } from '../../../shared/text/span.ts'
import { unicodeText } from './unicode.ts'

describe('what a code is put on', () => {
  it('is the selection without the white space around it', () => {
    expect(codableSpan('  we signed \n', span(0, 13))).toEqual({ start: 2, end: 11 })
    expect(codableSpan('　签了。\n\n没签', span(0, 6))).toEqual({ start: 1, end: 4 })
  })

  it('is nothing where only white space is selected, or nothing at all', () => {
    expect(codableSpan('a \n b', span(1, 4))).toBeNull()
    expect(codableSpan('abc', span(1, 1))).toBeNull()
  })

  it('takes whole characters: a family, a rare character, a letter with its accent', () => {
    expect(codableSpan('x👨‍👩‍👧y', span(3, 5))).toEqual({ start: 1, end: 9 })
    expect(codableSpan('𠮷野', span(1, 2))).toEqual({ start: 0, end: 2 })
    expect(codableSpan('ae\u0301', span(1, 2))).toEqual({ start: 1, end: 3 })
  })

  it('begins and ends at character edges, never widens beyond them, and is its own codable span', () => {
    fc.assert(
      fc.property(unicodeText(), fc.nat(), fc.nat(), (text, one, other) => {
        const a = one % (text.length + 1)
        const b = other % (text.length + 1)
        const selected = span(Math.min(a, b), Math.max(a, b))
        const coded = codableSpan(text, selected)
        if (coded === null) return
        const wide = snapToGraphemes(text, selected)
        expect(coded.start).toBeGreaterThanOrEqual(wide.start)
        expect(coded.end).toBeLessThanOrEqual(wide.end)
        expect(snapToGraphemes(text, coded)).toEqual(coded)
        expect(codableSpan(text, coded)).toEqual(coded)
        expect(text.slice(wide.start, wide.end).trim()).toContain(text.slice(coded.start, coded.end).trim())
      }),
    )
  })
})
