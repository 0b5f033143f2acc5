import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WalkItem } from '../../../renderer/features/walk/walk-list.ts'
import { nextOpen, withNews } from '../../../renderer/features/walk/walk-list.ts'

interface Item extends WalkItem {
  readonly key: number
}

function items(...keys: number[]): Item[] {
  return keys.map((key) => ({ key, documentId: 1, start: key, end: key + 1 }))
}

const keys = (list: readonly Item[]): number[] => list.map(({ key }) => key)

describe('the list of a walk', () => {
  test('keeps what was decided in its place', () => {
    expect(keys(withNews(items(1, 2, 3), items(3)))).toEqual([1, 2, 3])
  })

  test('takes in what comes back, behind what it follows', () => {
    expect(keys(withNews(items(1, 3), items(1, 2, 3)))).toEqual([1, 2, 3])
    expect(keys(withNews(items(2), items(1, 2)))).toEqual([1, 2])
    expect(keys(withNews(items(), items(1, 2)))).toEqual([1, 2])
  })

  test('never loses an item and never has one twice', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(30)), fc.uniqueArray(fc.nat(30)), (before, open) => {
        const after = keys(withNews(items(...before), items(...open)))
        expect([...after].sort()).toEqual([...new Set([...before, ...open])].sort())
        expect(after.filter((key) => before.includes(key))).toEqual(before)
      }),
    )
  })
})

describe('the next passage', () => {
  const list = items(1, 2, 3, 4)

  test('is the next undecided one, and skipped ones come again at the end', () => {
    expect(nextOpen(list, (key) => key !== 3, 1)).toBe(3)
    expect(nextOpen(list, (key) => key === 1 || key === 4, 3)).toBe(0)
  })

  test('is none where only this one is left', () => {
    expect(nextOpen(list, (key) => key === 2, 1)).toBeNull()
    expect(nextOpen(items(), () => true, 0)).toBeNull()
  })
})
