import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Utf16Offset } from '../../../shared/text/offsets.ts'
import { utf16 } from '../../../shared/text/offsets.ts'
import { span } from '../../../shared/text/span.ts'
import { amountUnit, countWords, nextWord, previousWord, wordAt } from '../../../shared/text/words.ts'
import { unicodeText } from './unicode.ts'

/** Every word of the text as [start, end), found paragraph by paragraph from its beginning. */
function wordsOf(text: string): { start: number; end: number }[] {
  let from = 0
  return text.split('\n').flatMap((paragraph) => {
    const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(paragraph)]
      .filter(({ isWordLike }) => isWordLike === true)
      .map(({ index, segment }) => ({ start: from + index, end: from + index + segment.length }))
    from += paragraph.length + 1
    return words
  })
}

describe('moving by word', () => {
  test('goes to the ends of words forwards and to their starts backwards, across paragraphs', () => {
    fc.assert(
      fc.property(unicodeText(20), (text) => {
        const words = wordsOf(text)
        for (let offset = 0; offset <= text.length; offset++) {
          const here = utf16(offset)
          expect(nextWord(text, here, 'zh')).toBe(words.find(({ end }) => end > offset)?.end ?? text.length)
          expect(previousWord(text, here, 'zh')).toBe(words.findLast(({ start }) => start < offset)?.start ?? 0)
          expect(wordAt(text, here, 'zh')).toEqual(
            words.find(({ start, end }) => start <= offset && offset < end) ??
              words.find(({ end }) => end === offset) ??
              null,
          )
        }
      }),
      { numRuns: 60 },
    )
  })

  test('a selection made by word takes no white space along', () => {
    expect(nextWord('the well  was dug', utf16(3), 'en')).toBe(8)
    expect(previousWord('the well  was dug', utf16(10), 'en')).toBe(4)
    expect(wordAt('the well', utf16(3), 'en')).toEqual(span(0, 3))
    expect(wordAt('a  b', utf16(2), 'en')).toBeNull()
  })

  test('moves on in Chinese, where no white space parts the words', () => {
    const text = '我们凑了车去县里。'
    const stops: Utf16Offset[] = []
    for (let at = nextWord(text, utf16(0), 'zh-CN'); at < text.length; at = nextWord(text, at, 'zh-CN')) stops.push(at)
    expect(stops[0]).toBe(2)
    expect(stops.at(-1)).toBe(text.length - 1)
  })

  test('a language that is none does not stop the caret', () => {
    expect(nextWord('two words', utf16(0), 'not a language')).toBe(3)
  })
})

describe('countWords', () => {
  test('counts Chinese in characters: Han, letters and digits, no punctuation, no white space', () => {
    expect(countWords('F5：我们 3 户，没签！𠮷〇々😀\n', 'zh-CN')).toBe(11)
  })

  test('counts other languages in words', () => {
    expect(countWords("We didn't sign; 1,200 yuan (3.5 mu) – that's naïve.", 'en')).toBe(9)
    expect(countWords('Ich wußte es nicht', 'de')).toBe(4)
    expect(countWords('他们 said no', 'en')).toBe(3)
    expect(countWords('', 'en')).toBe(0)
  })

  test('agrees with the dictionary on spaced text', () => {
    const pieces = [
      'road',
      "didn't",
      'naïve',
      '3.5',
      '1,200',
      'F5',
      'a',
      '–',
      '(',
      ')',
      '"',
      '!',
      ',',
      ';',
      'шоссе',
      'שלום',
      'e\u0301',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (words) => {
        const text = words.join(' ')
        expect(countWords(text, 'en')).toBe(wordsOf(text).length)
      }),
    )
  })

  test('counts what overlapping spans cover once, and a word that is cut as a word', () => {
    expect(countWords('one two three four', 'en', [span(0, 7), span(4, 10), span(14, 16)])).toBe(4)
    expect(countWords('我们几户没签', 'zh', [span(0, 3), span(1, 4)])).toBe(4)
    expect(countWords('one two', 'en', [])).toBe(0)
  })
})

test.each([
  ['zh', 'characters'],
  ['zh-CN', 'characters'],
  ['ZH_Hant', 'characters'],
  ['en', 'words'],
  ['zha', 'words'],
  ['', 'words'],
])('the unit of %s is %s', (language, unit) => {
  expect(amountUnit(language)).toBe(unit)
})
