import { expect, test } from 'vitest'
import { codingsIn, documentTree } from '../../../renderer/features/documents/document-tree.ts'
import type { DocumentRow } from '../../../shared/contract/document.ts'

function row(id: number, name: string, more: Partial<DocumentRow> = {}): DocumentRow {
  return {
    id,
    name,
    language: 'zh-CN',
    parallelOf: null,
    villageId: 1,
    village: '石坡',
    respondents: [],
    waveId: null,
    wave: null,
    interviewDate: null,
    length: 100,
    turns: 3,
    codings: [],
    states: [],
    studyCoderId: null,
    ...more,
  }
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

function outline(documents: readonly DocumentRow[], typed = ''): unknown {
  return documentTree(documents, typed, collator).map((village) => [
    village.name,
    village.children.map((node) => [node.row.name, ...node.children.map((child) => child.row.name)]),
  ])
}

const sample = [
  row(1, 'SP-F10'),
  row(2, 'SP-F2', { respondents: [{ caseId: 5, name: '王桂英', role: 'farmer' }] }),
  row(3, 'SP-F2 (en)', { parallelOf: 2, language: 'en' }),
  row(4, '沙-1', { villageId: 2, village: '沙岗' }),
  row(5, '散', { villageId: null, village: null }),
]

test('transcripts stand under their villages in reading order, versions under originals, the rest last', () => {
  expect(outline(sample)).toEqual([
    ['沙岗', [['沙-1']]],
    ['石坡', [['SP-F2', 'SP-F2 (en)'], ['SP-F10']]],
    [null, [['散']]],
  ])
})

test('a version whose original is gone stands for itself', () => {
  expect(outline([row(3, 'SP-F2 (en)', { parallelOf: 99 })])).toEqual([['石坡', [['SP-F2 (en)']]]])
})

test('typing finds names, villages, people and roles; all words must be there', () => {
  expect(outline(sample, '王桂英 FARMER')).toEqual([['石坡', [['SP-F2', 'SP-F2 (en)']]]])
  expect(outline(sample, '沙岗')).toEqual([['沙岗', [['沙-1']]]])
  expect(outline(sample, '沙岗 王')).toEqual([])
})

test('an original is found by its version', () => {
  expect(outline(sample, '(en)')).toEqual([['石坡', [['SP-F2', 'SP-F2 (en)']]]])
})

test('nodes of unchanged rows are the same objects, so that the list draws only what changed', () => {
  const before = documentTree(sample, '', collator)[1]
  const after = documentTree([...sample.slice(1), row(1, 'SP-F10', { turns: 4 })], '', collator)[1]
  expect(after?.children[0]).toBe(before?.children[0])
  expect(after?.children[1]).not.toBe(before?.children[1])
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
