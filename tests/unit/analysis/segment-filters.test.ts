import { describe, expect, it } from 'vitest'
import { codeTree, flatten } from '../../../renderer/features/codebook/code-tree.ts'
import { moveInList } from '../../../renderer/ui/list-keys.ts'
import {
  branchRoots,
  hasFilters,
  hostFilter,
  includedCodes,
  NO_FILTERS,
  NO_VILLAGE,
} from '../../../renderer/features/segments/segment-filters.ts'
import { code } from '../reader/codes.ts'

const NODES = flatten(
  codeTree([
    code(1, 'A', {}, { position: 0 }),
    code(2, 'A.1', {}, { parentId: 1 }),
    code(3, 'A.1.a', {}, { parentId: 2 }),
    code(4, 'B', {}, { position: 1 }),
  ]),
)

describe('choosing codes', () => {
  it('means a whole branch by its root', () => {
    expect([...includedCodes(NODES, [1])].sort()).toEqual([2, 3])
    expect(branchRoots(NODES, [1, 2, 3, 4])).toEqual([1, 4])
    expect(branchRoots(NODES, [3, 4])).toEqual([3, 4])
  })
})

describe('the filter that the host gets', () => {
  it('says null for transcripts without a village', () => {
    expect(hostFilter({ ...NO_FILTERS, villageIds: [NO_VILLAGE, 8] }, 'study', 'originals').villageIds).toEqual([
      null,
      8,
    ])
  })

  it('is empty where nothing is restricted', () => {
    expect(hasFilters(NO_FILTERS)).toBe(false)
    expect(hasFilters({ ...NO_FILTERS, roles: ['x'] })).toBe(true)
  })
})

describe('moving in a list', () => {
  it('stops at its ends and knows its keys', () => {
    expect(moveInList('ArrowDown', 9, 10, 4)).toBe(9)
    expect(moveInList('PageUp', 3, 10, 4)).toBe(0)
    expect(moveInList('End', 0, 10, 4)).toBe(9)
    expect(moveInList('a', 0, 10, 4)).toBeNull()
  })
})
