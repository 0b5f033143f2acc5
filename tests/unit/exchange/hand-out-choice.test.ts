import { expect, test } from 'vitest'
import type { DocumentRow } from '../../../shared/contract/document.ts'
import { codingsToHandOut, documentsToHandOut } from '../../../renderer/features/exchange/hand-out-choice.ts'

const ANA = 1
const LI = 2

function row(id: number, more: Partial<DocumentRow>): DocumentRow {
  return {
    id,
    name: `T${id}`,
    language: 'zh-CN',
    parallelOf: null,
    villageId: 10,
    village: '石坡',
    respondents: [],
    waveId: null,
    wave: null,
    interviewDate: null,
    length: 1,
    turns: 1,
    codings: [],
    states: [],
    hiddenCoderIds: [],
    studyCoderId: null,
    ...more,
  }
}

const documents = [
  row(1, {
    codings: [
      { coderId: ANA, count: 5 },
      { coderId: LI, count: 2 },
    ],
    states: [{ coderId: LI, state: 'in_progress' }],
  }),
  row(2, { villageId: 11, village: '沙岗', codings: [{ coderId: ANA, count: 3 }] }),
  row(3, { villageId: null, village: null, states: [{ coderId: LI, state: 'assigned' }] }),
]
const nothing = { coderId: null, chosenIds: new Set<number>(), villageIds: [] }
const ids = (rows: readonly DocumentRow[]) => rows.map(({ id }) => id)

test('what is handed out is all, what is assigned to the colleague, what is chosen, or whole villages', () => {
  expect(ids(documentsToHandOut(documents, { ...nothing, scope: 'all' }))).toEqual([1, 2, 3])
  expect(ids(documentsToHandOut(documents, { ...nothing, scope: 'assigned', coderId: LI }))).toEqual([1, 3])
  expect(ids(documentsToHandOut(documents, { ...nothing, scope: 'assigned' }))).toEqual([])
  expect(ids(documentsToHandOut(documents, { ...nothing, scope: 'chosen', chosenIds: new Set([2, 9]) }))).toEqual([2])
  expect(ids(documentsToHandOut(documents, { ...nothing, scope: 'villages', villageIds: [11, null] }))).toEqual([2, 3])
  expect(ids(documentsToHandOut(documents, { ...nothing, scope: 'villages' }))).toEqual([1, 2, 3])
})

test('blind, only the colleague’s own codings go along', () => {
  expect(codingsToHandOut(documents, LI, 'blind')).toBe(2)
  expect(codingsToHandOut(documents, null, 'blind')).toBe(0)
  expect(codingsToHandOut(documents, LI, 'shown')).toBe(10)
})
