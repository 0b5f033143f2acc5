import { beforeEach, expect, test } from 'vitest'
import type { MergeProposal, MergeResult } from '../../../shared/contract/merge.ts'
import {
  acceptable,
  currentBringBack,
  isNothingNew,
  noteChange,
  setBringBack,
} from '../../../renderer/features/exchange/bring-back.ts'

const NOTHING: MergeResult = {
  fileName: 'li.tianye',
  coders: ['Li'],
  handedOutAt: 1,
  counts: [],
  rows: [],
  documents: [],
  proposals: [],
  conflicts: [],
  known: 0,
  missing: [],
  lost: 0,
  others: 0,
}
const proposal: MergeProposal = {
  key: 'a',
  table: 'code',
  change: 'added',
  name: 'Trust',
  document: null,
  fields: [],
  splices: 0,
  rows: 0,
  waiting: 0,
  blocked: null,
  accepted: false,
}
const file = { handle: 'h', name: 'li.tianye', size: 1 }
const undone = { undo: null, redo: { operationId: 1, label: { code: 'mergeApply', params: {} }, at: 1 } }

beforeEach(() => {
  setBringBack({ step: 'none' })
})

test('a proposal, a conflict and rows that cannot come are news too; what is known already is none', () => {
  expect(isNothingNew({ ...NOTHING, known: 3, others: 2 })).toBe(true)
  expect(isNothingNew({ ...NOTHING, proposals: [proposal] })).toBe(false)
  expect(isNothingNew({ ...NOTHING, missing: [{ table: 'coding', needs: 'code', name: 'Trust', rows: 1 }] })).toBe(
    false,
  )
})

test('accepting all leaves out what cannot be accepted', () => {
  const proposals: MergeProposal[] = [proposal, { ...proposal, key: 'b', blocked: 'label_taken' }]
  expect(acceptable({ ...NOTHING, proposals })).toEqual(['a'])
})

test('a review is stale once the study has changed; what came in is no longer told of once it is undone', () => {
  setBringBack({ step: 'review', file, result: NOTHING, accepted: new Set(), isAsking: false, isStale: false })
  noteChange({ history: { undo: null, redo: null } })
  expect(currentBringBack()).toMatchObject({ step: 'review', isStale: true })
  setBringBack({ step: 'done', result: NOTHING })
  noteChange({ history: { undo: null, redo: null } })
  expect(currentBringBack().step).toBe('done')
  noteChange({ history: undone })
  expect(currentBringBack().step).toBe('none')
})
