import { describe, expect, test } from 'vitest'
import { isoDate } from '../../../../shared/text/transcript/dates.ts'
import { recogniseTranscript } from '../../../../shared/text/transcript/recognise.ts'

const NOTHING = {
  document: null,
  village: null,
  respondent: null,
  role: null,
  wave: null,
  date: null,
  language: null,
  parallelOf: null,
  interviewer: null,
  consent: null,
  other: [],
}

describe('the header', () => {
  test('in one line behind a comment; it stays in the text and is part of no turn', () => {
    const text =
      '# FICTIONAL DEMO 虚构演示\n' +
      'doc: SP-F5-w1 | village: SP 石坡 | respondent: F5 | role: farmer | wave: 1 | date: 2024-06-11 | lang: zh | consent: quote=yes share=no\n' +
      '[T01] 访谈者：咋说的？\n[T02] F5：没签。'
    const { header, turns, sections, warnings } = recogniseTranscript(text)
    expect(header).toEqual({
      ...NOTHING,
      span: { start: 0, end: text.indexOf('\n[T01]') },
      document: 'SP-F5-w1',
      village: 'SP 石坡',
      respondent: 'F5',
      role: 'farmer',
      wave: '1',
      date: '2024-06-11',
      language: 'zh',
      consent: 'quote=yes share=no',
    })
    expect(turns[0]?.start).toBe(text.indexOf('[T01]'))
    expect([sections, warnings]).toEqual([[], []])
  })

  test('with full-width separators, in any order, with Chinese names and unknown fields', () => {
    const { header } = recogniseTranscript(
      '村庄：石坡｜日期：2024年6月11日｜编号：SP-F5｜天气：晴｜语言：中文\n\n问：咋说？\n答：没说。',
    )
    expect(header).toMatchObject({ village: '石坡', date: '2024-06-11', document: 'SP-F5', language: 'zh' })
    expect(header?.other).toEqual([{ name: '天气', value: '晴' }])
  })

  test('one field in a line, before a blank line', () => {
    const text = '\n文档：SP-F5\n被访者：张三\n身份：农民\n波次：第一轮\n访谈者：王明\n\n访谈者：咋说？\n被访者：没说。'
    const { header, speakers } = recogniseTranscript(text)
    expect(header).toMatchObject({
      document: 'SP-F5',
      respondent: '张三',
      role: '农民',
      wave: '第一轮',
      interviewer: '王明',
    })
    expect(speakers.map(({ label }) => label)).toEqual(['访谈者', '被访者'])
  })

  test('speech that follows without a blank line is no field', () => {
    const chinese = recogniseTranscript('文档：SP-F5\n受访者：F5\n访谈者：你好\n受访者：你好')
    expect(chinese.header).toMatchObject({ respondent: 'F5', interviewer: null })
    expect(chinese.turns).toHaveLength(2)
    const english = recogniseTranscript('Date: 2024-06-11\nInterviewer: Hello.\nRespondent: Hi.\nInterviewer: So?')
    expect(english.header).toMatchObject({ date: '2024-06-11', interviewer: null, respondent: null })
    expect(english.turns).toHaveLength(3)
  })

  test.each([
    'Interviewer: Hello.\nRespondent: Hello.',
    '访谈者：你好\n受访者：你好\n\n访谈者：坐',
    '# A title\n\nAnna: Hi.\nBen: Hello.',
    'Anna: Hi.\nBen: Hello.',
    '我们那天去了：县里',
  ])('there is none in %j', (text) => {
    expect(recogniseTranscript(text).header).toBeNull()
  })

  test('what cannot be read is left out with a warning', () => {
    const { header, warnings } = recogniseTranscript('doc: A | date: last spring | lang: Klingon!\n\nQ: Why?\nA: So.')
    expect(header).toMatchObject({ document: 'A', date: null, language: null })
    expect(warnings).toEqual([
      { code: 'unreadable_date', params: { value: 'last spring' } },
      { code: 'unreadable_language', params: { value: 'Klingon!' } },
    ])
  })

  test('another language version names its original', () => {
    expect(recogniseTranscript('doc: A-en | parallel of: A | lang: en-GB\n').header).toMatchObject({
      parallelOf: 'A',
      language: 'en-GB',
    })
  })
})

test.each([
  ['2024-06-11', '2024-06-11'],
  ['2024/6/11', '2024-06-11'],
  ['2024.6.11', '2024-06-11'],
  ['２０２４年６月１１日', '2024-06-11'],
  ['2024年6月11日 下午', '2024-06-11'],
  ['20240611', '2024-06-11'],
  ['2024-06-11T09:30', '2024-06-11'],
  ['11 June 2024', '2024-06-11'],
  ['Jun 11th, 2024', '2024-06-11'],
  ['11/06/2024', null],
  ['2024年6月', null],
  ['2024-02-30', null],
  ['2024-13-01', null],
  ['11 Foo 2024', null],
  ['昨天', null],
])('the date %s is %s', (written, iso) => {
  expect(isoDate(written)).toBe(iso)
})
