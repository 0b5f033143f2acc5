import { describe, expect, test } from 'vitest'
import {
  assignmentLines,
  countShared,
  countStates,
  meantBy,
  rowsOfVersion,
  type AssignmentLine,
  type Which,
} from '../../../renderer/features/assignments/assignment-lines.ts'
import { NameOrder } from '../../../renderer/features/documents/name-order.ts'
import { row } from '../documents/document-rows.ts'

const ANA = 1
const LI = 2
const CONSENSUS = 3
const PERSONS = new Set([ANA, LI])

const sample = [
  row(1, 'SP-10', {
    states: [
      { coderId: ANA, state: 'finished' },
      { coderId: LI, state: 'assigned' },
    ],
  }),
  row(2, 'SP-2', {
    states: [
      { coderId: ANA, state: 'in_progress' },
      { coderId: CONSENSUS, state: 'in_progress' },
    ],
  }),
  row(3, 'SP-2 (en)', { parallelOf: 2, language: 'en', states: [{ coderId: LI, state: 'finished' }] }),
  row(4, 'SG-1', { villageId: 2, village: '沙岗' }),
  row(5, '散', { villageId: null, village: null, states: [{ coderId: LI, state: 'finished' }] }),
]
const originals = rowsOfVersion(sample, 'originals')

function linesOf(which: Which = 'all', documents = originals): AssignmentLine[] {
  return assignmentLines({
    documents,
    coderIds: PERSONS,
    which,
    matches: null,
    rankOf: new NameOrder('en').ranksOf(documents),
  })
}

function names(lines: readonly AssignmentLine[]): (string | null)[] {
  return lines.map((line) => (line.kind === 'village' ? `[${line.village}]` : line.row.name))
}

describe('who is to code what', () => {
  test('village by village in the order of names, those without one last', () => {
    expect(names(linesOf())).toEqual(['[沙岗]', 'SG-1', '[石坡]', 'SP-2', 'SP-10', '[null]', '散'])
  })

  test('every interview once, as it was held or in one language', () => {
    expect(originals.map(({ id }) => id)).toEqual([1, 2, 4, 5])
    expect(rowsOfVersion(sample, 'en').map(({ id }) => id)).toEqual([3])
    expect(countStates(originals, LI)).toEqual({ none: 2, assigned: 1, in_progress: 0, finished: 1 })
  })

  test('the consensus is nobody who could have an interview', () => {
    expect(countShared(originals, PERSONS)).toBe(1)
    expect(names(linesOf('one'))).toEqual(['[石坡]', 'SP-2', '[null]', '散'])
    expect(names(linesOf('several'))).toEqual(['[石坡]', 'SP-10'])
    expect(names(linesOf('nobody'))).toEqual(['[沙岗]', 'SG-1'])
    expect(names(linesOf('unfinished'))).toEqual(['[石坡]', 'SP-2', 'SP-10'])
  })
})

describe('what a command means', () => {
  const lines = linesOf()
  const nothing: ReadonlySet<number> = new Set()

  test('the rectangle, in which a village means its transcripts, each once', () => {
    const at = { anchor: { line: 3, column: 1 }, active: { line: 1, column: 0 } }
    expect(meantBy(lines, [ANA, LI], { ...at, picked: nothing })).toEqual({
      documentIds: [4, 2, 1],
      coderIds: [ANA, LI],
    })
  })

  test('what was picked one by one, wherever one has gone since; what is filtered away is not meant', () => {
    const at = { anchor: { line: 0, column: 1 }, active: { line: 0, column: 1 } }
    expect(meantBy(lines, [ANA, LI], { ...at, picked: new Set([5, 1, 99]) })).toEqual({
      documentIds: [1, 5],
      coderIds: [LI],
    })
  })

  test('nobody on the names alone', () => {
    const at = { anchor: { line: 1, column: -1 }, active: { line: 1, column: -1 } }
    expect(meantBy(lines, [ANA, LI], { ...at, picked: nothing })).toEqual({ documentIds: [4], coderIds: [] })
    expect(meantBy(lines, [ANA, LI], { ...at, active: { line: 1, column: 0 }, picked: nothing }).coderIds).toEqual([
      ANA,
    ])
  })
})
