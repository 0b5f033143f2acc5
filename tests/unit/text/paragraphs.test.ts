import fc from 'fast-check'
import { expect, test } from 'vitest'
import { utf16 } from '../../../shared/text/offsets.ts'
import { paragraphAround, paragraphAt, paragraphSpan, paragraphStarts } from '../../../shared/text/paragraphs.ts'
import { unicodeText } from './unicode.ts'

test('the paragraphs, joined by line feeds, are the text', () => {
  fc.assert(
    fc.property(unicodeText(), (text) => {
      const starts = paragraphStarts(text)
      const paragraphs = [...starts].map((_, index) => {
        const { start, end } = paragraphSpan(starts, text.length, index)
        return text.slice(start, end)
      })
      expect(paragraphs).toEqual(text.split('\n'))
    }),
  )
})

test('every offset is in the paragraph that holds it, with and without an index', () => {
  fc.assert(
    fc.property(unicodeText(), (text) => {
      const starts = paragraphStarts(text)
      for (let offset = 0; offset <= text.length; offset++) {
        const index = paragraphAt(starts, utf16(offset))
        expect(index).toBe(text.slice(0, offset).split('\n').length - 1)
        expect(paragraphAround(text, offset)).toEqual(paragraphSpan(starts, text.length, index))
      }
    }),
  )
})

test('a paragraph that does not exist is refused', () => {
  expect(() => paragraphSpan(paragraphStarts('a'), 1, 1)).toThrow(RangeError)
})
