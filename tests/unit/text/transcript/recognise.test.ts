import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText } from '../../../../shared/text/clean.ts'
import { recogniseTranscript } from '../../../../shared/text/transcript/recognise.ts'
import { unicodeText } from '../unicode.ts'

const line = fc.oneof(
  fc.constantFrom(
    '',
    '  ',
    '# 标题',
    '一、背景',
    'doc: A | lang: zh | date: 2024-06-11',
    '访谈者：咋说？',
    'F5：没签。',
    '[T01] F5：没签。',
    '[T02] 没签。',
    '[id1] hello',
    'Anna (00:24):',
    '00:01:23 Ben: hi',
    '[00:05] hi',
    'Anna:',
    '他说：行。',
    'http://x.y',
    '：',
    '[]',
    '[ ] a',
    '𠮷😀：',
  ),
  unicodeText(4),
)
const soup = fc.array(line, { maxLength: 25 }).map((lines) => cleanText(lines.join('\n')).text)

describe('any text', () => {
  test('gives turns in order, apart from each other and from the header, trimmed, with unique references', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const { header, turns, speakers } = recogniseTranscript(text)
        let from: number = header?.span.end ?? 0
        for (const { start, speechStart, end } of turns) {
          expect(start).toBeGreaterThanOrEqual(from)
          expect(speechStart).toBeGreaterThanOrEqual(start)
          expect(end).toBeGreaterThanOrEqual(speechStart)
          expect(end).toBeGreaterThan(start)
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
          expect(text.slice(speechStart, end)).toBe(text.slice(speechStart, end).trim())
          from = end
        }
        expect(new Set(turns.map(({ ref }) => ref)).size).toBe(turns.length)
        const labels = turns.flatMap(({ speakerLabel }) => (speakerLabel === null ? [] : [speakerLabel]))
        expect(speakers.map(({ label }) => label)).toEqual([...new Set(labels)])
        expect(speakers.reduce((sum, { turns }) => sum + turns, 0)).toBe(labels.length)
      }),
      { numRuns: 500 },
    )
  })

  test('loses nothing: what no turn holds is header, heading, or said before the first label', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const { header, turns, sections, warnings } = recogniseTranscript(text)
        let rest = ''
        let from: number = header?.span.end ?? 0
        for (const { start, end } of turns) {
          rest += text.slice(from, start)
          from = end
        }
        rest += text.slice(from)
        for (const { title } of sections) rest = rest.replace(title, '')
        if (warnings.some(({ code }) => code === 'text_before_first_turn')) return
        expect(rest.replace(/[#\s]/g, '')).toBe('')
      }),
      { numRuns: 500 },
    )
  })
})

describe('sections', () => {
  test('Markdown headings between turns are part of none', () => {
    const text = '# 修路\n\n访谈者：咋说？\nF5：没说。\n\n## 打井 ##\n访谈者：井呢？\nF5：打了。'
    const { sections, turns, warnings } = recogniseTranscript(text)
    expect(sections).toEqual([
      { start: 0, level: 1, title: '修路' },
      { start: text.indexOf('##'), level: 2, title: '打井' },
    ])
    expect(turns.map(({ start, end }) => text.slice(start, end))[1]).toBe('F5：没说。')
    expect(warnings).toEqual([])
  })

  test('numbered lines that stand alone are headings, those in speech are not', () => {
    const text = '一、修路\n\n问：咋说？\n答：没说。\n\n二、打井\n\n问：井呢？\n答：两件事。\n一、钱\n二、人'
    expect(recogniseTranscript(text).sections.map(({ title }) => title)).toEqual(['一、修路', '二、打井'])
    expect(recogniseTranscript('1. Roads\n\nQ: Why?\nA: So.').sections).toEqual([])
    expect(recogniseTranscript('1. Anna: Hi\n\n2. Ben: Yes\n\n3. Anna: No').sections).toEqual([])
  })
})

describe('bad input', () => {
  test.each(['', ' \n\t\n', '\u3000'])('%j is empty', (text) => {
    expect(recogniseTranscript(text)).toEqual({
      header: null,
      turns: [],
      speakers: [],
      sections: [],
      warnings: [{ code: 'empty', params: {} }],
    })
  })

  test('ten thousand speakers are taken for paragraphs', () => {
    const text = Array.from({ length: 10_000 }, (_, index) => `Name${index}: hello`).join('\n')
    const started = performance.now()
    const { turns, speakers, warnings } = recogniseTranscript(text)
    expect(performance.now() - started).toBeLessThan(2000)
    expect([turns.length, speakers.length]).toEqual([10_000, 0])
    expect(warnings.map(({ code }) => code)).toEqual(['too_many_speakers', 'no_speakers'])
    expect(warnings[0]?.params).toEqual({ count: 10_000 })
  })

  test('text before the first label is reported', () => {
    const { turns, warnings } = recogniseTranscript('录于院子里。\n\n访谈者：咋说？\nF5：没说。\nF5：真没。')
    expect(turns).toHaveLength(3)
    expect(warnings).toEqual([{ code: 'text_before_first_turn', params: { characters: 6 } }])
  })

  test('time grows with the length of the text, whatever it is made of', () => {
    const pieces = [
      'a:',
      '[',
      '(00:01',
      '# a\n',
      'a:\n',
      '\n',
      ' ',
      'x',
      '我：',
      '00:01:',
      'A (00:01):\n',
      '**',
      '1. A\n\n',
    ]
    for (const piece of pieces) {
      const text = piece.repeat(Math.ceil(200_000 / piece.length))
      const started = performance.now()
      recogniseTranscript(text)
      expect(performance.now() - started, JSON.stringify(piece)).toBeLessThan(1500)
    }
  })
})
