import { expect, test } from 'vitest'
import { decisionOf, draftOf } from '../../../renderer/features/import/draft.ts'
import { importDecisionSchema } from '../../../shared/contract/transfer.ts'
import type { ImportItem } from '../../../shared/contract/transfer.ts'

const item: ImportItem = {
  handle: 'abcdefghijklmnop',
  fileName: 'SP-F5.txt',
  error: null,
  warnings: [],
  name: 'SP-F5',
  language: 'zh-CN',
  encoding: 'GB18030',
  length: 1200,
  village: '石坡',
  wave: null,
  interviewDate: '2023-07-04',
  parallelOf: null,
  speakers: [{ label: 'F5', kind: 'other', respondent: null, role: null, turns: 12 }],
  sample: [],
  turns: 24,
}

test('what was recognised and left as it is, is not decided', () => {
  expect(decisionOf(item, draftOf(item))).toEqual({ handle: item.handle, include: true })
})

test('a corrected field is sent, an emptied one as null, an emptied name not at all', () => {
  const decision = decisionOf(item, { ...draftOf(item), name: ' ', village: '', wave: 'W2', interviewDate: '' })
  expect(decision).toEqual({ handle: item.handle, include: true, village: null, wave: 'W2', interviewDate: null })
  expect(importDecisionSchema.safeParse(decision).success).toBe(true)
})

test('a corrected speaker is sent with the others, in the shape the host takes', () => {
  const draft = draftOf(item)
  const [first] = draft.speakers
  const decision = decisionOf(item, {
    ...draft,
    speakers: first ? [{ ...first, kind: 'respondent', respondent: '王桂英', role: 'farmer' }] : [],
  })
  expect(importDecisionSchema.parse(decision).speakers).toEqual([
    { label: 'F5', kind: 'respondent', respondent: '王桂英', role: 'farmer', ignored: false },
  ])
})

test('a file that cannot be read is not included', () => {
  expect(draftOf({ ...item, error: { code: 'docx_damaged', params: {} } }).include).toBe(false)
})
