import { describe, expect, test } from 'vitest'
import { DocumentIndex } from '../../../renderer/features/documents/document-index.ts'
import { FIRST_CHOICE, readChoice, type ListChoice } from '../../../renderer/features/documents/list-choice.ts'
import { listRows, type List } from '../../../renderer/features/documents/list-rows.ts'
import { NameOrder } from '../../../renderer/features/documents/name-order.ts'
import { codingsIn } from '../../../renderer/features/documents/work-progress.ts'
import type { DocumentRow } from '../../../shared/contract/document.ts'
import { row } from './document-rows.ts'

const ME = 7
const done = [{ coderId: ME, state: 'finished' as const }]
const begun = [{ coderId: ME, state: 'in_progress' as const }]

const sample = [
  row(1, 'SP-F10', { states: done, interviewDate: '2024-05-02', waveId: 1, wave: '1' }),
  row(2, 'SP-F2', {
    respondents: [{ caseId: 5, name: '王桂英', role: 'farmer' }],
    states: begun,
    codings: [{ coderId: ME, count: 4 }],
    studyCoderId: ME,
    hiddenCoderIds: [],
    interviewDate: '2024-05-01',
    waveId: 2,
    wave: '2',
  }),
  row(3, 'SP-F2 (en)', { parallelOf: 2, language: 'en' }),
  row(4, '沙-1', { villageId: 2, village: '沙岗', states: [{ coderId: ME, state: 'assigned' }] }),
  row(5, '散', { villageId: null, village: null }),
]

function listOf(
  choice: Partial<ListChoice> = {},
  documents: readonly DocumentRow[] = sample,
  recent: number[] = [],
): List {
  return listRows({
    documents,
    choice: { ...FIRST_CHOICE, ...choice },
    matches: new DocumentIndex().matcher(choice.typed ?? ''),
    coderId: ME,
    layer: 'study',
    recent,
    rankOf: new NameOrder('zh-CN').ranksOf(documents),
  })
}

function outline(list: List): string[] {
  return list.rows.map((line) =>
    line.kind === 'group' ? `[${line.name ?? line.stage ?? '–'}]` : `${'  '.repeat(line.level - 1)}${line.row.name}`,
  )
}

describe('the list', () => {
  test('stands under villages in reading order, those without one last, versions folded under their original', () => {
    expect(outline(listOf())).toEqual(['[沙岗]', '  沙-1', '[石坡]', '  SP-F2', '  SP-F10', '[–]', '  散'])
    expect(outline(listOf({ unfolded: [2] })).slice(3, 5)).toEqual(['  SP-F2', '    SP-F2 (en)'])
  })

  test('a version whose original is gone stands for itself', () => {
    expect(outline(listOf({}, [row(3, 'SP-F2 (en)', { parallelOf: 99 })]))).toEqual(['[石坡]', '  SP-F2 (en)'])
  })

  test('groups by wave, by state, or not at all', () => {
    expect(outline(listOf({ grouping: 'wave' }))).toEqual([
      '[1]',
      '  SP-F10',
      '[2]',
      '  SP-F2',
      '[–]',
      '  散',
      '  沙-1',
    ])
    expect(outline(listOf({ grouping: 'stage' }))).toEqual([
      '[notStarted]',
      '  散',
      '  沙-1',
      '[inProgress]',
      '  SP-F2',
      '[finished]',
      '  SP-F10',
    ])
    expect(outline(listOf({ grouping: 'none' }))).toEqual(['散', '沙-1', 'SP-F2', 'SP-F10'])
  })

  test('sorts by date, by what was opened last, by what is coded least; equals by name', () => {
    const flat = (sorting: ListChoice['sorting'], recent: number[] = []) =>
      outline(listOf({ grouping: 'none', sorting }, sample, recent))
    expect(flat('date')).toEqual(['SP-F2', 'SP-F10', '散', '沙-1'])
    expect(flat('recent', [4, 1])).toEqual(['沙-1', 'SP-F10', '散', 'SP-F2'])
    expect(flat('leastCoded')).toEqual(['散', '沙-1', 'SP-F10', 'SP-F2'])
  })

  test('shows one state only; the bars of groups still count all', () => {
    const list = listOf({ stage: 'finished' })
    expect(outline(list)).toEqual(['[石坡]', '  SP-F10'])
    expect(list.rows[0]).toMatchObject({ shown: 1, progress: { total: 2, finished: 1, inProgress: 1 } })
  })

  test('counts interviews, not their language versions, and who is only assigned has not started', () => {
    expect(listOf().progress).toEqual({ total: 4, finished: 1, inProgress: 1 })
  })

  test('a folded group hides its transcripts until one looks for them', () => {
    expect(outline(listOf({ folded: ['village-1'] }))).toEqual(['[沙岗]', '  沙-1', '[石坡]', '[–]', '  散'])
    expect(outline(listOf({ folded: ['village-1'], typed: 'f2' }))).toEqual(['[石坡]', '  SP-F2'])
  })

  test('lines of unchanged rows are the same objects, so that only what changed is drawn', () => {
    const before = listOf().rows
    const after = listOf({}, [...sample.slice(1), row(1, 'SP-F10', { turns: 4 })]).rows
    expect(after[3]).toBe(before[3])
    expect(after[4]).not.toBe(before[4])
  })
})

describe('typing', () => {
  test('finds names, villages, people and roles; all words must be there', () => {
    expect(outline(listOf({ typed: '王桂英 FARMER' }))).toEqual(['[石坡]', '  SP-F2'])
    expect(outline(listOf({ typed: '沙岗' }))).toEqual(['[沙岗]', '  沙-1'])
    expect(outline(listOf({ typed: '沙岗 王' }))).toEqual([])
  })

  test('finds Chinese by pinyin, whole or initials', () => {
    for (const typed of ['wgy', 'wangguiying', 'ｗｇｙ', 'WGY'])
      expect(outline(listOf({ typed })), typed).toEqual(['[石坡]', '  SP-F2'])
    expect(outline(listOf({ typed: 'sg' }))).toEqual(['[沙岗]', '  沙-1'])
  })

  test('finds an original by its version', () => {
    expect(outline(listOf({ typed: '(en)' }))).toEqual(['[石坡]', '  SP-F2'])
  })

  test('finds the new name after a change, and words that only the interface has', () => {
    const index = new DocumentIndex(() => ['English'])
    const before = row(1, 'old')
    expect(index.matcher('engl old')?.(before)).toBe(true)
    expect(index.matcher('new')?.({ ...before, name: 'new' })).toBe(true)
    expect(index.matcher('old')?.({ ...before, name: 'new' })).toBe(false)
    expect(index.matcher('   ')).toBeNull()
  })
})

describe('how the list was looked at', () => {
  test('comes back, and what nobody understands is as at first', () => {
    const choice: ListChoice = { ...FIRST_CHOICE, grouping: 'wave', typed: '沙', folded: ['wave-1'] }
    expect(readChoice(JSON.stringify(choice))).toEqual(choice)
    expect(readChoice('{"grouping":"wave"}')).toEqual({ ...FIRST_CHOICE, grouping: 'wave' })
    for (const broken of [null, '', '{', '7', 'null', '{"grouping":"colour"}'])
      expect(readChoice(broken)).toEqual(FIRST_CHOICE)
  })
})

test('a count is out of one layer; where the layer has nobody to read, there is none', () => {
  const codings = [
    { coderId: 1, count: 4 },
    { coderId: 2, count: 9 },
  ]
  expect(codingsIn(row(1, 'a', { codings, studyCoderId: 2 }), 'study')).toBe(9)
  expect(codingsIn(row(1, 'a', { codings, studyCoderId: 2 }), 1)).toBe(4)
  expect(codingsIn(row(1, 'a', { codings, studyCoderId: 2 }), 3)).toBe(0)
  expect(codingsIn(row(1, 'a', { codings, studyCoderId: null }), 'study')).toBe(null)
  expect(codingsIn(row(1, 'a'), 'study')).toBe(0)
})

test('what blind coding hides is no nothing', () => {
  const codings = [{ coderId: 1, count: 4 }]
  expect(codingsIn(row(1, 'a', { codings, studyCoderId: 2, hiddenCoderIds: [2] }), 'study')).toBe(null)
  expect(codingsIn(row(1, 'a', { studyCoderId: null, hiddenCoderIds: [2] }), 'study')).toBe(null)
  expect(codingsIn(row(1, 'a', { codings, studyCoderId: 1, hiddenCoderIds: [2] }), 'study')).toBe(4)
  expect(codingsIn(row(1, 'a', { codings, hiddenCoderIds: [2] }), 2)).toBe(null)
  expect(codingsIn(row(1, 'a', { codings, hiddenCoderIds: [2] }), 1)).toBe(4)
})
