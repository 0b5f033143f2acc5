import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { utf16 } from '../../../shared/text/offsets.ts'
import { nextSentence, previousSentence, sentenceAt, sentencesIn } from '../../../shared/text/sentences.ts'
import { span } from '../../../shared/text/span.ts'
import { unicodeText } from './unicode.ts'

function sentencesOf(text: string, language: string): string[] {
  return sentencesIn(text, span(0, text.length), language).map(({ start, end }) => text.slice(start, end))
}

describe('sentencesIn', () => {
  test('Chinese sentences end at 。！？；…… and behind their closing quotes', () => {
    expect(sentencesOf('他说：“没签！”我们不去；路还是修了……后来呢？没有后来。', 'zh')).toEqual([
      '他说：“没签！”',
      '我们不去；',
      '路还是修了……',
      '后来呢？',
      '没有后来。',
    ])
    expect(sentencesOf('“不好说……”他想了想。', 'zh')).toEqual(['“不好说……”', '他想了想。'])
  })

  test('English sentences end as usual, and an ellipsis does not end one', () => {
    expect(sentencesOf('A list went up.  Well… I think so; "Why?" Nobody signed', 'en')).toEqual([
      'A list went up.',
      'Well… I think so; "Why?"',
      'Nobody signed',
    ])
  })

  test('cover everything but white space, in order, each in one paragraph', () => {
    fc.assert(
      fc.property(unicodeText(), (text) => {
        const sentences = sentencesIn(text, span(0, text.length), 'zh')
        let rest = ''
        let from = 0
        for (const { start, end } of sentences) {
          expect(start).toBeGreaterThanOrEqual(from)
          const sentence = text.slice(start, end)
          expect(sentence).toBe(sentence.trim())
          expect(sentence).toMatch(/^[^\n]+$/)
          rest += text.slice(from, start)
          from = end
        }
        expect((rest + text.slice(from)).trim()).toBe('')
      }),
    )
  })

  test('stay within the span asked for', () => {
    expect(sentencesIn('F5：没签。去了。', span(3, 7), 'zh')).toEqual([span(3, 6), span(6, 7)])
  })
})

describe('the caret among sentences', () => {
  const text = '一句。二句！\n\n  三句'

  test('finds the sentence it is in', () => {
    expect(sentenceAt(text, utf16(1), 'zh')).toEqual(span(0, 3))
    expect(sentenceAt(text, utf16(3), 'zh')).toEqual(span(3, 6))
    expect(sentenceAt(text, utf16(6), 'zh')).toEqual(span(3, 6))
    expect(sentenceAt(text, utf16(7), 'zh')).toBeNull()
    expect(sentenceAt(text, utf16(8), 'zh')).toEqual(span(10, 12))
  })

  test('moves from start to start, over blank paragraphs, and stops at the ends of the text', () => {
    expect([0, 3, 10].map((at) => nextSentence(text, utf16(at), 'zh'))).toEqual([3, 10, text.length])
    expect([text.length, 10, 3, 0].map((at) => previousSentence(text, utf16(at), 'zh'))).toEqual([10, 3, 0, 0])
  })
})
