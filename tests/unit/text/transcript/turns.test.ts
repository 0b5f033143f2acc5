import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cleanText } from '../../../../shared/text/clean.ts'
import { recogniseTranscript } from '../../../../shared/text/transcript/recognise.ts'
import type { TranscriptOptions } from '../../../../shared/text/transcript/types.ts'

/** Other people's transcripts; they lie beside the repository and are not part of it. */
const FIXTURES = new URL('../../../../../shared/fixtures/transcripts/', import.meta.url)

/** The turns as `ref label: speech`, for reading. */
function turnsOf(text: string, options?: TranscriptOptions): string[] {
  return recogniseTranscript(text, options).turns.map(
    ({ ref, speakerLabel, speechStart, end }) => `${ref} ${speakerLabel ?? '–'}: ${text.slice(speechStart, end)}`,
  )
}

function labelsOf(text: string, options?: TranscriptOptions): string[] {
  return recogniseTranscript(text, options).speakers.map(({ label }) => label)
}

function fixture(name: string): string {
  return cleanText(readFileSync(new URL(name, FIXTURES), 'utf8')).text
}

describe.skipIf(!existsSync(FIXTURES))('real transcripts', () => {
  test('a podcast with time stamps on lines of their own', () => {
    const text = fixture('37-visual-programming.txt')
    const { turns, speakers, warnings } = recogniseTranscript(text)
    expect(turns).toHaveLength(86)
    expect(speakers.map(({ label, turns }) => [label, turns])).toEqual([
      ['Maggie Appleton', 41],
      ['Adam Wiggins', 33],
      ['Mark McGranaghan', 12],
    ])
    expect(warnings).toEqual([])
    const second = turns[1]
    expect(second).toMatchObject({ ref: 'T02', speakerLabel: 'Adam Wiggins', fromMs: 24_000, toMs: 37_000 })
    expect(text.slice(second?.start, second?.speechStart)).toBe('Adam Wiggins (00:24):\n')
    expect(text.slice(second?.speechStart, second?.end)).toMatch(/^Hello and welcome to Metamuse\..*Mark McGranaghan,$/)
  })

  test('a focus group with names in brackets', () => {
    const { turns, speakers } = recogniseTranscript(fixture('qualcoder-examples/transcript.txt'))
    expect(turns).toHaveLength(7)
    expect(speakers.map(({ label, turns }) => [label, turns])).toEqual([
      ['id1', 3],
      ['id2', 2],
      ['id3', 2],
    ])
  })
})

describe('forms of turns', () => {
  test('references, full-width and half-width colons', () => {
    expect(turnsOf('[T01] 访谈者：咋说的？\n[T02] F5：贴了张单子。\n[T03] F5: 没签。')).toEqual([
      'T01 访谈者: 咋说的？',
      'T02 F5: 贴了张单子。',
      'T03 F5: 没签。',
    ])
    expect(turnsOf('[T01] Interviewer: How?\n[T02] F5: A list.\n[T03] Only a list.')).toEqual([
      'T01 Interviewer: How?',
      'T02 F5: A list.',
      'T03 –: Only a list.',
    ])
  })

  test.each([
    ['问：咋说？\n答：没说。\n问：后来呢？\n答：签了。', ['问', '答']],
    ['Q: Why?\nA: Because.\nQ: Really?\nA: Yes.', ['Q', 'A']],
    ['Q1: Why?\nA1: Because.\nQ2: Really?\nA2: Yes.', ['Q', 'A']],
    ['访谈者：咋说？\n受访者：没说。', ['访谈者', '受访者']],
    ['采访者：咋说？\n村民甲：没说。\n村民乙：说了。', ['采访者', '村民甲', '村民乙']],
    ['主持人：开始吧。\n李大爷：好。\n主持人：请讲。\n李大爷：没啥讲的。', ['主持人', '李大爷']],
    ['Ｑ：Why?\nQ：How?\nA：So.', ['Ｑ', 'A']],
    ['INTERVIEWER: Hi.\nInterviewer: Go on.\nAnna: Yes.\nAnna: No.', ['INTERVIEWER', 'Anna']],
    ['**Anna:** Hi.\n\n**Ben:** Yes.\n\n**Anna:** No.\n\n**Ben:** Oh.', ['Anna', 'Ben']],
    ['A1：没签。\nB2：签了。\nA1：真没签。', ['A1', 'B2']],
    ['AW: Hi.\nMM: Hey.\nAW: So.', ['AW', 'MM']],
    ['说话人1 00:00:03\n你好\n\n说话人2 00:00:09\n嗯', ['说话人1', '说话人2']],
    ['王有为：来了。\n李想：坐。\n王有为：好。\n李想：喝水。\n王有为：行。\n李想：说吧。', ['王有为', '李想']],
    ['Old man: No.\nDr. Smith: Why?\nOld man: Well.\nDr. Smith: So?', ['Old man', 'Dr. Smith']],
    ['F5（农民）：没签。\n访谈者：为啥？\nF5（农民）：没钱。', ['F5（农民）', '访谈者']],
    ['访谈员A：您好\n受访者B：你好\n访谈员A：姓名？\n受访者B：保密', ['访谈员A', '受访者B']],
    ['我：您种了多少地？\n老张：十亩。\n我：够吗？\n老张：够。\n老伴：够啥够！', ['我', '老张', '老伴']],
    ['1. Anna: Hi.\n2. Ben: Yes.\n3. Anna: No.', ['Anna', 'Ben']],
    ['- 访谈者：咋说？\n- F5：没签。', ['访谈者', 'F5']],
    ['【访谈者】咋说的？\n【F5】没签。\n【访谈者】哦。\n【F5】嗯。', ['访谈者', 'F5']],
    ['张书记：大家签字。\n李婶：不签。', ['张书记', '李婶']],
  ])('%j is spoken by %j', (text, labels) => {
    expect(labelsOf(text)).toEqual(labels)
  })

  test.each([
    '[00:01:23] Anna: Hi.\n[00:01:30] Ben: Yes.',
    '00:01:23 Anna: Hi.\n00:01:30 Ben: Yes.',
    'Anna [00:01:23]: Hi.\nBen [00:01:30]: Yes.',
    'Anna (01:23): Hi.\nBen (01:30): Yes.',
    'Anna (01:23):\nHi.\n\nBen (01:30):\nYes.',
    'Anna  1:23\nHi.\n\nBen  1:30\nYes.',
    '[T01] [00:01:23] Anna: Hi.\n[T02] [00:01:30] Ben: Yes.',
    '[00:01:23.000 --> 00:01:30.000] Anna: Hi.\n[00:01:30.000 --> 00:01:40.000] Ben: Yes.',
  ])('time stamps: %j', (text) => {
    expect(turnsOf(text)).toEqual(['T01 Anna: Hi.', 'T02 Ben: Yes.'])
    expect(recogniseTranscript(text).turns.map(({ fromMs }) => fromMs)).toEqual([83_000, 90_000])
  })

  test('a stretch of time ends where it says, a time stamp where the next one begins', () => {
    const text = '[00:00:01.5 - 00:00:02,250] Anna: Hi.\n[1:00:00] Ben: Yes.\n[1:00:05] Anna: No.\n[00:10] Ben: Oh.'
    expect(recogniseTranscript(text).turns.map(({ fromMs, toMs }) => [fromMs, toMs])).toEqual([
      [1500, 2250],
      [3_600_000, 3_605_000],
      [3_605_000, null],
      [10_000, null],
    ])
  })

  test('a turn goes on over paragraphs until the next label', () => {
    const text = '访谈者：咋说的？\n\nF5：贴了张单子。\n\n第二天又来了。\n  他说：快签！\n\n\n访谈者：签了吗？\n'
    expect(turnsOf(text)).toEqual([
      'T01 访谈者: 咋说的？',
      'T02 F5: 贴了张单子。\n\n第二天又来了。\n  他说：快签！',
      'T03 访谈者: 签了吗？',
    ])
  })

  test('a label without speech is an empty turn', () => {
    const { turns } = recogniseTranscript('Anna:   \nBen: Yes.\nAnna:')
    expect(turns.map(({ start, speechStart, end }) => [start, speechStart, end])).toEqual([
      [0, 5, 5],
      [9, 14, 18],
      [19, 24, 24],
    ])
  })

  test('without labels the paragraphs between blank lines are turns without speaker', () => {
    const text = 'Note: tape one.\nWe waited.\n\nAt 10:30 they came: two of them.\n \n他说：不签。'
    expect(turnsOf(text)).toEqual([
      'T01 –: Note: tape one.\nWe waited.',
      'T02 –: At 10:30 they came: two of them.',
      'T03 –: 他说：不签。',
    ])
    expect(recogniseTranscript(text).warnings).toEqual([{ code: 'no_speakers', params: {} }])
  })

  test('without labels and blank lines every line is a turn; a time stamp before it is none of its speech', () => {
    expect(turnsOf('[00:00:05] 头一句\n[00:00:09] 第二句')).toEqual(['T01 –: 头一句', 'T02 –: 第二句'])
  })

  test('references without speakers stay references', () => {
    expect(turnsOf('[P7] One.\n\n[P8] Two.\n\n[laughs] Three.')).toEqual([
      'P7 –: One.',
      'P8 –: Two.\n\n[laughs] Three.',
    ])
  })
})

describe('what is no label', () => {
  const interview = (line: string): string =>
    `访谈者：咋说的？\nF5：贴了张单子。\n${line}\n访谈者：后来呢？\nF5：签了。\n${line}\n访谈者：哦。`

  test.each([
    '他说：不签不行。',
    '我们到得晚（10:30）',
    '到县里天都黑了 10:30',
    '干部跟我们讲：快签。',
    '我就问：凭啥？',
    'Note: the tape stops here.',
    '备注：录音中断。',
    '时间：下午3:30',
    'http://example.org/a',
    '10:30 我们去了县里',
    '10：30 才来',
    '村里就三件事：修路、打井、种辣椒。',
    '原因是：没钱。',
    '比如：修路。',
    'And then he told me: sign it.',
    'The whole thing, in short: we lost.',
    '我们这些年一直没有弄明白的一个问题到底是个什么样的问题呢就是这样：没人来。',
  ])('%j', (line) => {
    const text = interview(line)
    expect(labelsOf(text)).toEqual(['访谈者', 'F5'])
    expect(recogniseTranscript(text).turns).toHaveLength(5)
  })

  test('the headings of a report', () => {
    expect(labelsOf('Report\n\nMethods: we asked.\n\nResults: nothing.\n\nDiscussion: more.')).toEqual([])
  })

  test('a time at the end of a paragraph is no time stamp', () => {
    const { turns } = recogniseTranscript('He arrived late (10:30)\n\n[00:05] They left early (11:20)')
    expect(turns.map(({ fromMs }) => fromMs)).toEqual([null, 5000])
  })

  test('annotations in brackets', () => {
    expect(labelsOf('[laughs] Well.\n\n[laughs] No.\n\n[笑] 没有。\n\n[笑] 真没有。')).toEqual([])
  })
})

describe('corrections by the user', () => {
  const text = '访谈者：咋说的？\nF5：没签。\n老李头他二舅，瘸腿的：我签了。\n旁白：下雨了。\n旁白：雨停了。'

  test('declared labels are speakers whatever they look like', () => {
    expect(labelsOf(text)).toEqual(['访谈者', 'F5', '旁白'])
    expect(labelsOf(text, { speakers: ['老李头他二舅，瘸腿的'] })).toContain('老李头他二舅，瘸腿的')
    expect(labelsOf('[anna] One.\n\nTwo.\n\nThree.\n\nFour.', { speakers: ['Anna'] })).toEqual(['anna'])
  })

  test('the lines of ignored labels belong to the turn before', () => {
    expect(turnsOf(text, { ignoredLabels: ['旁白'] }).at(-1)).toBe(
      'T02 F5: 没签。\n老李头他二舅，瘸腿的：我签了。\n旁白：下雨了。\n旁白：雨停了。',
    )
    expect(labelsOf('[id1] One.\n\n[id1] Two.', { ignoredLabels: ['ID1'] })).toEqual([])
  })
})

describe('references', () => {
  test('a reference that comes twice is replaced and reported', () => {
    const text = '[T01] Anna: One.\n[T01] Ben: Two.\n[T03] Anna: Three.'
    const { turns, warnings } = recogniseTranscript(text)
    expect(turns.map(({ ref }) => ref)).toEqual(['T01', 'T02', 'T03'])
    expect(warnings).toEqual([{ code: 'duplicate_ref', params: { ref: 'T01' } }])
  })

  test('generated ones never meet given ones and are all of one width', () => {
    const text = `[T02] Anna: One.\nBen: Two.\n${'Anna: More.\nBen: Yes.\n'.repeat(60)}`
    const refs = recogniseTranscript(text).turns.map(({ ref }) => ref)
    expect(new Set(refs).size).toBe(refs.length)
    expect(refs.slice(0, 3)).toEqual(['T02', 'T123', 'T003'])
  })
})
