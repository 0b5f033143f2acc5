import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { locatePassage, quotePassage, type QuotedDocument } from '../../../shared/memo/passage.ts'
import { span } from '../../../shared/text/span.ts'

/** A quoted passage finds its place again after the text has been corrected. */

const TEXT = 'Q：后来呢？\nF5：我们几户没签字😀。他们说没签字的停补助。\nQ：没签字？\n'
const document = (text: string): QuotedDocument => ({
  id: 3,
  revisionId: 4,
  text,
  name: 'F5',
  village: '石坡',
  turns: [
    { ref: 'T1', start: 0, end: 7 },
    { ref: 'T2', start: 8, end: text.length - 7 },
  ],
})
const at = (text: string, words: string, nth = 0): ReturnType<typeof span> => {
  let start = -1
  for (let count = 0; count <= nth; count++) start = text.indexOf(words, start + 1)
  return span(start, start + words.length)
}

describe('a quotation', () => {
  test('holds its words, what stood around them, and transcript, turn and village', () => {
    const passage = quotePassage(document(TEXT), at(TEXT, '没签字😀'))
    expect(passage).toMatchObject({ documentId: 3, revisionId: 4, quote: '没签字😀', citation: 'F5 · T2 · 石坡' })
    expect(passage.prefix.endsWith('我们几户')).toBe(true)
    expect(passage.suffix.startsWith('。他们')).toBe(true)
    expect(quotePassage({ ...document(TEXT), village: null, turns: [] }, at(TEXT, '后来')).citation).toBe('F5')
  })
})

describe('its place', () => {
  test('is where it was as long as the words are', () => {
    for (const nth of [0, 1, 2]) {
      const place = at(TEXT, '没签字', nth)
      expect(locatePassage(TEXT, quotePassage(document(TEXT), place))).toEqual(place)
    }
  })

  test('moves with what is put in or taken out before it, also among equal words', () => {
    fc.assert(
      fc.property(fc.nat(2), fc.string({ unit: 'grapheme', maxLength: 40 }), (nth, inserted) => {
        fc.pre(!inserted.includes('没'))
        const place = at(TEXT, '没签字', nth)
        const later = inserted + TEXT
        const found = locatePassage(later, quotePassage(document(TEXT), place))
        expect(found).toEqual({ start: place.start + inserted.length, end: place.end + inserted.length })
      }),
    )
  })

  test('is not the stretch that happens to hold the same words now', () => {
    const passage = quotePassage(document(TEXT), at(TEXT, '没签字', 1))
    // The first "没签字" is moved to where the second stood.
    const later = TEXT.replace('我们几户', '我们石坡村的那几户人家')
    expect(locatePassage(later, passage)).toEqual(at(later, '没签字', 1))
  })

  test('is found where only white space, width or quotation marks were corrected', () => {
    const text = 'He said "we did not\nsign" to them.'
    const passage = quotePassage(document(text), at(text, '"we did not\nsign"'))
    const later = 'Well. He said “we did not sign” to them.'
    expect(locatePassage(later, passage)).toEqual(at(later, '“we did not sign”'))
  })

  test('is nowhere when the words are gone', () => {
    expect(locatePassage('another text', quotePassage(document(TEXT), at(TEXT, '后来呢')))).toBeNull()
  })
})
