import { expect, test } from 'vitest'
import type { DocumentRow } from '../../../shared/contract/document.ts'
import { versionsOf } from '../../../renderer/features/coding/use-versions.ts'
import { likelyRole, linkCandidates } from '../../../renderer/features/parallels/link-candidates.ts'

function row(id: number, name: string, language: string, change: Partial<DocumentRow> = {}): DocumentRow {
  return {
    ...{ id, name, language, parallelOf: null, villageId: 1, village: 'SP', respondents: [], waveId: null, wave: null },
    ...{ interviewDate: null, length: 1, turns: 1, codings: [], states: [], studyCoderId: null, hiddenCoderIds: [] },
    ...change,
  }
}

const DOCUMENTS = [
  row(1, 'SP-F5', 'zh-CN'),
  row(2, 'SP-F5 English', 'en'),
  row(3, 'LW-F5', 'en', { villageId: 2 }),
  row(4, 'SP-F6', 'zh'),
  row(5, 'SP-F6 English', 'en', { parallelOf: 4 }),
  row(6, 'SP-F6 Deutsch', 'de', { parallelOf: 4 }),
]
const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name)

test('a version’s original is sought in other languages, among those that are no versions, the likeliest first', () => {
  expect(names(linkCandidates(DOCUMENTS, DOCUMENTS[1]!, 'version'))).toEqual(['SP-F5', 'SP-F6'])
  expect(names(linkCandidates(DOCUMENTS, DOCUMENTS[0]!, 'original'))).toEqual(['SP-F5 English', 'LW-F5'])
})

test('an original with versions becomes no version, and a version is linked once', () => {
  expect(linkCandidates(DOCUMENTS, DOCUMENTS[3]!, 'version')).toEqual([])
  expect(names(linkCandidates(DOCUMENTS, DOCUMENTS[3]!, 'original'))).toEqual(['SP-F5 English', 'LW-F5'])
  expect(linkCandidates(DOCUMENTS, DOCUMENTS[4]!, 'version')).toEqual([])
})

test('where most interviews are in one language, a transcript in another is rather a version', () => {
  const study = [
    row(1, 'A', 'zh-CN'),
    row(2, 'B', 'zh'),
    row(3, 'A English', 'en'),
    row(4, 'B English', 'en', { parallelOf: 2 }),
  ]
  expect(study.slice(0, 3).map((one) => likelyRole(study, one))).toEqual(['original', 'original', 'version'])
})

test('the versions of an interview are found from each of them, the original first', () => {
  expect(names(versionsOf(DOCUMENTS, 6))).toEqual(['SP-F6', 'SP-F6 English'])
  expect(names(versionsOf(DOCUMENTS, 4))).toEqual(['SP-F6 English', 'SP-F6 Deutsch'])
  expect(versionsOf(DOCUMENTS, 1)).toEqual([])
})
