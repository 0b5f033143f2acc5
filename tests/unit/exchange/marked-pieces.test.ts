import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markedPieces } from '../../../renderer/features/exchange/marked-pieces.ts'

const marked = (own: string, other: string) =>
  markedPieces(own, other)
    .filter(({ isMarked }) => isMarked)
    .map(({ text }) => text)

test('what only one side says is marked on that side', () => {
  expect(marked('By order of the county', 'By order of the township')).toEqual(['county'])
  expect(marked('By order of the township', 'By order of the county')).toEqual(['township'])
  expect(marked('By order', 'By order')).toEqual([])
  expect(marked('干部先问大家的意见', '干部先问村民的意见').join('')).toBe('大家')
})

test('where hardly anything is the same, neither side is marked', () => {
  const long = 'Officials ask first what people need, and let the answer change the plan.'
  expect(marked(long, 'By order.')).toEqual([])
  expect(marked('By order.', long)).toEqual([])
})

test('the pieces are the text, whatever the other side says', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 60 })
  fc.assert(
    fc.property(words, words, (own, other) => {
      expect(
        markedPieces(own, other)
          .map(({ text }) => text)
          .join(''),
      ).toBe(own)
    }),
  )
})
