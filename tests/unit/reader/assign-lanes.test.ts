import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LaneItem } from '../../../renderer/reader/assign-lanes.ts'
import { assignLanes } from '../../../renderer/reader/assign-lanes.ts'

const items = fc
  .array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 60 })), { maxLength: 40 })
  .map((pairs) => pairs.map(([start, length], index): LaneItem => ({ id: index + 1, start, end: start + length })))

function clash(a: LaneItem, b: LaneItem, clearance: number): boolean {
  return a.start < b.end + clearance && b.start < a.end + clearance
}

describe('assignLanes', () => {
  it('never puts two items that come too near each other into one lane', () => {
    fc.assert(
      fc.property(items, fc.nat(10), fc.array(fc.nat(5)), (all, clearance, lanes) => {
        const previous = new Map(lanes.map((lane, index) => [index + 1, lane]))
        const assigned = assignLanes(all, previous, clearance)
        for (const a of all) {
          for (const b of all) {
            if (a.id < b.id && clash(a, b, clearance)) expect(assigned.get(a.id)).not.toBe(assigned.get(b.id))
          }
        }
        expect(assigned.size).toBe(all.length)
      }),
    )
  })

  it('keeps every lane when one item more appears', () => {
    fc.assert(
      fc.property(items, fc.nat(200), fc.integer({ min: 1, max: 60 }), (all, start, length) => {
        const before = assignLanes(all, new Map())
        const after = assignLanes([...all, { id: 1000, start, end: start + length }], before)
        for (const item of all) expect(after.get(item.id)).toBe(before.get(item.id))
      }),
    )
  })

  it('uses as few lanes as lie over each other where nothing was there before', () => {
    fc.assert(
      fc.property(items, (all) => {
        const assigned = assignLanes(all, new Map())
        const deepest = Math.max(0, ...all.map((a) => all.filter((b) => b.start <= a.start && a.start < b.end).length))
        expect(Math.max(0, ...[...assigned.values()].map((lane) => lane + 1))).toBe(deepest)
      }),
    )
  })

  it('gives the longer of two that start together the outer lane', () => {
    const assigned = assignLanes(
      [
        { id: 1, start: 0, end: 5 },
        { id: 2, start: 0, end: 50 },
      ],
      new Map(),
    )
    expect([...assigned].sort((a, b) => a[0] - b[0])).toEqual([
      [1, 1],
      [2, 0],
    ])
  })
})
