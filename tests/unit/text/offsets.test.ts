import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Utf16Offset } from '../../../shared/text/offsets.ts'
import {
  codePointIndex,
  codePointOffsetSchema,
  codePoints,
  OffsetError,
  utf16,
  utf16OffsetSchema,
} from '../../../shared/text/offsets.ts'
import { rawText, unicodeText } from './unicode.ts'

describe('codePointIndex', () => {
  test('agrees with counting the code points of every prefix, both ways', () => {
    fc.assert(
      fc.property(fc.oneof(unicodeText(), rawText()), (text) => {
        const index = codePointIndex(text)
        let unit = 0
        const characters = [...text]
        characters.forEach((character, position) => {
          expect(index.toCodePoint(utf16(unit))).toBe(position)
          expect(index.toUtf16(codePoints(position))).toBe(unit)
          unit += character.length
        })
        expect(index.utf16Length).toBe(unit)
        expect(index.codePointLength).toBe(characters.length)
        expect(index.toCodePoint(index.utf16Length)).toBe(characters.length)
        expect(index.toUtf16(index.codePointLength)).toBe(unit)
      }),
    )
  })

  test('𠮷 and 😀 are one code point and two units', () => {
    const index = codePointIndex('a𠮷b😀c')
    expect(index.toCodePoint(utf16(4))).toBe(3)
    expect(index.toUtf16(codePoints(4))).toBe(6)
  })

  test('refuses an offset inside a surrogate pair', () => {
    expect(() => codePointIndex('a😀').toCodePoint(utf16(2))).toThrow(
      expect.objectContaining({ code: 'offset_inside_character', offset: 2 }),
    )
  })

  test.each([-1, 4, 0.5, Number.NaN])('refuses %s, which is no position in the text', (offset) => {
    for (const text of ['abc', 'a😀']) {
      const index = codePointIndex(text)
      expect(() => index.toCodePoint(utf16(offset))).toThrow(OffsetError)
      expect(() => index.toUtf16(codePoints(offset))).toThrow(OffsetError)
    }
  })
})

test('the schemas take whole numbers from 0 on and brand them', () => {
  const offset: Utf16Offset = utf16OffsetSchema.parse(3)
  expect(offset).toBe(3)
  expect(utf16OffsetSchema.safeParse(-1).success).toBe(false)
  expect(codePointOffsetSchema.safeParse(1.5).success).toBe(false)
  expect(codePointOffsetSchema.safeParse('1').success).toBe(false)
})
