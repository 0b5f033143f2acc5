import { describe, expect, it } from 'vitest'
import { branchOf, codeTree, flatten, moveTo, pruned } from '../../../renderer/features/codebook/code-tree.ts'
import { code } from './codes.ts'

const CODES = [
  code(1, 'A', {}, { position: 1 }),
  code(2, 'B', {}, { position: 0 }),
  code(3, 'A.1', {}, { parentId: 1, position: 0 }),
  code(4, 'A.2', {}, { parentId: 1, position: 1 }),
  code(5, 'A.2.a', {}, { parentId: 4, position: 0 }),
  code(6, 'C', {}, { position: 2 }),
]

describe('the codebook as a tree', () => {
  it('lists parents before their children, in the given order', () => {
    expect(flatten(codeTree(CODES)).map(({ code: row, level }) => `${'-'.repeat(level)}${row.label}`)).toEqual([
      'B',
      'A',
      '-A.1',
      '-A.2',
      '--A.2.a',
      'C',
    ])
  })

  it('when filtered keeps the way to what is wanted', () => {
    expect(flatten(pruned(codeTree(CODES), new Set([5]))).map((node) => node.code.id)).toEqual([1, 4, 5])
  })

  it('knows a branch', () => {
    expect([...branchOf(CODES, 1)].sort()).toEqual([1, 3, 4, 5])
  })
})

describe('moving codes', () => {
  it('counts the place among the others at the goal', () => {
    expect(moveTo(CODES, [2], { id: 6, place: 'after' })).toEqual({ ids: [2], parentId: null, position: 2 })
    expect(moveTo(CODES, [6], { id: 1, place: 'before' })).toEqual({ ids: [6], parentId: null, position: 1 })
    expect(moveTo(CODES, [6], { id: 4, place: 'inside' })).toEqual({ ids: [6], parentId: 4, position: 1 })
    expect(moveTo(CODES, [5], { id: 3, place: 'before' })).toEqual({ ids: [5], parentId: 1, position: 0 })
    expect(moveTo(CODES, [5], { place: 'top' })).toEqual({ ids: [5], parentId: null, position: 3 })
  })

  it('goes step by step with the keyboard', () => {
    expect(moveTo(CODES, [1], { step: 'up' })).toEqual({ ids: [1], parentId: null, position: 0 })
    expect(moveTo(CODES, [1], { step: 'down' })).toEqual({ ids: [1], parentId: null, position: 2 })
    expect(moveTo(CODES, [6], { step: 'in' })).toEqual({ ids: [6], parentId: 1, position: 2 })
    expect(moveTo(CODES, [4], { step: 'out' })).toEqual({ ids: [4], parentId: null, position: 2 })
    expect(moveTo(CODES, [2], { step: 'up' })).toBeNull()
    expect(moveTo(CODES, [6], { step: 'down' })).toBeNull()
    expect(moveTo(CODES, [3], { step: 'in' })).toBeNull()
    expect(moveTo(CODES, [6], { step: 'out' })).toBeNull()
  })

  it('takes several along in their order, and what lies below them', () => {
    expect(moveTo(CODES, [6, 2], { id: 1, place: 'inside' })).toEqual({ ids: [2, 6], parentId: 1, position: 2 })
    expect(moveTo(CODES, [5, 4, 2], { id: 6, place: 'after' })).toEqual({ ids: [2, 4], parentId: null, position: 2 })
    expect(moveTo(CODES, [1, 6], { step: 'up' })).toEqual({ ids: [1, 6], parentId: null, position: 0 })
    expect(moveTo(CODES, [2, 6], { step: 'down' })).toBeNull()
    expect(moveTo(CODES, [3, 6], { step: 'up' })).toBeNull()
  })

  it('never goes under itself', () => {
    expect(moveTo(CODES, [1], { id: 5, place: 'inside' })).toBeNull()
    expect(moveTo(CODES, [1], { id: 1, place: 'inside' })).toBeNull()
    expect(moveTo(CODES, [6, 1], { id: 3, place: 'after' })).toBeNull()
  })

  it('does nothing where the codes are already there', () => {
    expect(moveTo(CODES, [1], { id: 6, place: 'before' })).toBeNull()
    expect(moveTo(CODES, [1], { id: 2, place: 'after' })).toBeNull()
    expect(moveTo(CODES, [5], { id: 4, place: 'inside' })).toBeNull()
    expect(moveTo(CODES, [3, 4], { id: 1, place: 'inside' })).toBeNull()
    expect(moveTo(CODES, [6], { place: 'top' })).toBeNull()
  })
})
