import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldPiece, foldTable, SPECIAL } from '../../../shared/search/fold-table.ts'
import { foldText } from '../../../shared/search/fold-text.ts'
import { searchedText, TEXT } from './searched-text.ts'

const fold = (text: string, keepCase = false) => foldText(text, keepCase).text

describe('folding', () => {
  test.each([
    ['ＡＢＣ１２３', 'abc123'],
    ['Cafe\u0301', 'café'],
    ['STRASSE', 'strasse'],
    ['Straße', 'strasse'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['οδος', 'οδοσ'],
    ['ｶﾞｷﾞ', 'ガギ'],
    ['가', '가'],
    ['\uf900', '豈'],
    ['a\u00a0b\u3000c', 'a b c'],
    ['\u{2f800}', '丽'],
    ['𐐀', '𐐨'],
    ['，。（）', '，。（）'],
  ])('%s is compared as %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test('keeps case where it is asked to, and folds the rest', () => {
    expect(fold('Ａbc Cafe\u0301', true)).toBe('Abc Café')
  })

  test('does to a text what it does to its characters one by one', () => {
    fc.assert(
      fc.property(TEXT, fc.boolean(), (text, keepCase) => {
        const pieces = text.match(/\n|[^\n\p{M}]?[\p{M}\uff9e\uff9f\u1100-\u11ff]*/gu) ?? []
        expect(fold(text, keepCase)).toBe(pieces.map((piece) => foldPiece(piece, keepCase)).join(''))
      }),
    )
  })

  test('knows for every character of the basic plane whether it can be folded by itself', () => {
    for (const keepCase of [true, false]) {
      const table = foldTable(keepCase)
      for (let unit = 0; unit < 0x10000; unit++) {
        if (table[unit] === SPECIAL || (unit >= 0xd800 && unit <= 0xdfff)) continue
        const folded = foldPiece(String.fromCharCode(unit), keepCase)
        if (folded !== String.fromCharCode(table[unit]!)) expect([unit, keepCase]).toBe(folded)
      }
    }
  })

  test('lets through no character of the other planes that changes', () => {
    const table = foldTable(false)
    for (let point = 0x10000; point <= 0x10ffff; point++) {
      const character = String.fromCodePoint(point)
      if (table[character.charCodeAt(0)] === SPECIAL) continue
      if (foldPiece(character, false) !== character || /\p{M}/u.test(character)) expect(point).toBe('special')
    }
  })

  test('leads back to where every folded stretch came from', () => {
    fc.assert(
      fc.property(TEXT, fc.boolean(), (text, keepCase) => {
        const folded = foldText(text, keepCase)
        for (let start = 0; start < folded.text.length; start++) {
          const { start: from, end: to } = folded.toOriginal(start, start + 1)
          expect(from).toBeGreaterThanOrEqual(0)
          expect(to).toBeLessThanOrEqual(text.length)
          // What was there becomes, folded by itself, something that holds this very character.
          expect(fold(text.slice(from, to), keepCase)).toContain(folded.text[start]!)
        }
        expect(folded.toOriginal(0, folded.text.length)).toEqual({ start: 0, end: text.length })
      }),
    )
  })

  test('a text as search wants it is folded once', () => {
    const text = searchedText('Straße')
    expect(text.folded(false)).toBe(text.folded(false))
  })
})
