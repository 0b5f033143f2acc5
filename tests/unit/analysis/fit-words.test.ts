import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitWords } from '../../../renderer/charts/fit-words.ts'

test('words that fit stay as they are; longer ones are cut with an ellipsis', () => {
  expect(fitWords('Rights', 80, 13)).toBe('Rights')
  expect(fitWords('Responsive mobilization', 80, 13)).toMatch(/^Respons\w*…$/)
})

test('Chinese characters take a square each', () => {
  expect(fitWords('回应性动员', 5 * 13, 13)).toBe('回应性动员')
  expect(fitWords('回应性动员的方式', 5 * 13, 13)).toBe('回应性动…')
})

test('characters that are written with several code points are never torn', () => {
  expect(fitWords('ནང་སྤྱོད་གནས་ཚུལ', 30, 13)).not.toMatch(/^…/)
  expect(fitWords('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 120, 13)).toMatch(/^(👩‍👩‍👧)+…?$/u)
})

test('what is cut is a beginning of what was there', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 200 }), (words, width) => {
      const fitting = fitWords(words, width, 13)
      expect(fitting === words || words.startsWith(fitting.replace(/…$/, ''))).toBe(true)
    }),
  )
})
