import { describe, expect, test } from 'vitest'
import { likelyPair } from '../../../renderer/features/disagreements/pair.ts'

function coded(...coderIds: number[]) {
  return { codings: coderIds.map((coderId) => ({ coderId, count: 3 })), states: [] }
}

describe('the two coders who are compared at first', () => {
  test('are those who share the most transcripts', () => {
    expect(likelyPair([coded(1, 2), coded(2, 3), coded(2, 3)], [1, 2, 3])).toEqual([2, 3])
  })

  test('of equals are those who come first', () => {
    expect(likelyPair([coded(2, 3), coded(1, 3)], [1, 2, 3])).toEqual([1, 3])
  })

  test('share no transcript that is only assigned to one of them', () => {
    const assigned = { codings: [{ coderId: 1, count: 3 }], states: [{ coderId: 2, state: 'assigned' as const }] }
    expect(likelyPair([assigned], [1, 2])).toBeNull()
  })

  test('share one in which a coder has said to be finished without a single code', () => {
    const empty = { codings: [{ coderId: 1, count: 3 }], states: [{ coderId: 2, state: 'finished' as const }] }
    expect(likelyPair([empty], [1, 2])).toEqual([1, 2])
  })

  test('are persons: the consensus is not one of them', () => {
    expect(likelyPair([coded(1, 9), coded(1, 9), coded(1, 2)], [1, 2])).toEqual([1, 2])
  })
})
