import { expect, test } from 'vitest'
import { perThousand, wordLines } from '../../../renderer/features/search/words-view.ts'
import { foldQuery } from '../../../shared/search/fold-text.ts'
import { BUILT_IN_STOP_WORDS, stopWords } from '../../../shared/search/stop-words.ts'
import { joined, tokensOf, Vocabulary } from '../../../shared/search/word-tokens.ts'
import type { Frequency } from '../../../shared/contract/frequency.ts'

const FREQUENCY: Frequency = {
  columns: [
    { key: 1, name: 'V1', words: 1000, documents: 1 },
    { key: 2, name: 'V2', words: 10, documents: 1 },
  ],
  rows: [
    { text: '路', total: 6, documents: 2, cells: [0, 5, 1, 1] },
    { text: '钱', total: 2, documents: 1, cells: [0, 2] },
    { text: 'road', total: 2, documents: 1, cells: [1, 2] },
  ],
  types: 3,
  words: 1010,
  documents: 2,
  leftOut: { interviewers: 0, otherSpeakers: 0 },
}

test('words are sorted by what the column shows: by how often, or by how often in a thousand words', () => {
  const order = (by: 'total' | 'text' | number, measure: 'count' | 'rate', isDescending = true) =>
    wordLines(FREQUENCY, { by, isDescending }, measure, 'en').map(({ text }) => text)
  expect(order('total', 'count')).toEqual(['路', '钱', 'road'])
  expect(order(0, 'count')).toEqual(['路', '钱', 'road'])
  expect(order(1, 'rate')).toEqual(['road', '路', '钱'])
  expect(order('text', 'count', false)[0]).toBe('road')
})

test('out of no words there is no rate', () => {
  expect(perThousand(0, 0)).toBeNull()
  expect(perThousand(2, 1000)).toBe(2)
})

test('a study adds to the stop list and takes from it', () => {
  const words = stopWords({ added: ['村'], removed: ['the', '的'] })
  expect([words.has('村'), words.has('the'), words.has('的'), words.has('and')]).toEqual([true, false, false, true])
})

test('the built-in stop words are written as texts are compared', () => {
  expect(BUILT_IN_STOP_WORDS.filter((word) => foldQuery(word, false) !== word)).toEqual([])
  expect(BUILT_IN_STOP_WORDS.length).toBeGreaterThan(250)
})

test('words know what stands between them', () => {
  const vocabulary = new Vocabulary()
  const { ids, joints, starts, ends } = tokensOf('The road, ＴＨＥ road\n村民 同意', 'zh-CN', vocabulary)
  expect([...ids].map((id) => vocabulary.wordOf(id))).toEqual(['the', 'road', 'the', 'road', '村民', '同意'])
  expect([...joints]).toEqual([0, 2, 0, 2, 0, 2])
  expect([starts[4], ends[4]]).toEqual([19, 21])
  expect(joined('the', 2, 'road')).toBe('the road')
  expect(joined('村民', 1, '同意')).toBe('村民同意')
})
