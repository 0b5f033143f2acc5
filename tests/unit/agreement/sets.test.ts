import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setAlpha } from '../../../shared/agreement/set-alpha.ts'
import type { SetDistance } from '../../../shared/agreement/set-distance.ts'
import { setDistance } from '../../../shared/agreement/set-distance.ts'
import { percentAgreementOfSets } from '../../../shared/agreement/set-ratings.ts'
import type { Value } from '../../../shared/agreement/types.ts'

const kinds = ['exact', 'jaccard', 'dice', 'masi'] as const
const setArb = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 })
const distance = (kind: SetDistance, one: string[], other: string[]) => setDistance(kind, new Set(one), new Set(other))

describe('distances of sets', () => {
  it('are 0 for equal sets, symmetric, from 0 to 1, and dice ≤ jaccard ≤ masi ≤ exact', () => {
    fc.assert(
      fc.property(setArb, setArb, (one, other) => {
        for (const kind of kinds) {
          expect(distance(kind, one, one)).toBe(0)
          expect(distance(kind, one, other)).toBe(distance(kind, other, one))
          expect(distance(kind, one, other)).toBeGreaterThanOrEqual(0)
        }
        const [exact, jaccard, dice, masi] = kinds.map((kind) => distance(kind, one, other))
        expect(dice).toBeLessThanOrEqual(jaccard! + 1e-12)
        expect(jaccard).toBeLessThanOrEqual(masi! + 1e-12)
        expect(masi).toBeLessThanOrEqual(exact!)
      }),
    )
  })

  it('are what their definitions say', () => {
    expect(distance('masi', ['a'], ['a', 'b'])).toBeCloseTo(2 / 3, 15)
    expect(distance('masi', ['a', 'b'], ['b', 'c'])).toBeCloseTo(8 / 9, 15)
    expect(kinds.map((kind) => distance(kind, [], []))).toEqual([0, 0, 0, 0])
    expect(kinds.map((kind) => distance(kind, [], ['a']))).toEqual([1, 1, 1, 1])
    expect(kinds.map((kind) => distance(kind, ['a'], ['b']))).toEqual([1, 1, 1, 1])
  })
})

describe('set-valued α', () => {
  it('does not mind the order of codes, repetitions, or rows that stand for several units', () => {
    const row = fc.tuple(fc.option(setArb, { freq: 5 }), setArb)
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), fc.constantFrom(...kinds), (rows, kind) => {
        const turned = rows.map((sets) => sets.map((set) => set && [...set, ...set].reverse()))
        const twice = setAlpha({ rows: [...rows, ...rows] }, kind)
        const byTimes = setAlpha({ rows: turned, times: rows.map(() => 2) }, kind)
        expect(byTimes.reason).toBe(twice.reason)
        expect(byTimes.value ?? 0).toBeCloseTo(twice.value ?? 0, 9)
        expect(byTimes.emptyUnits).toBe(twice.emptyUnits)
      }),
    )
  })

  it('counts units that nobody coded and leaves them out on request', () => {
    const rows = [
      [['a'], ['a']],
      [['a', 'b'], ['b']],
      [[], []],
      [[], null],
    ]
    expect(setAlpha({ rows }, 'jaccard').emptyUnits).toBe(1)
    expect(setAlpha({ rows }, 'jaccard', true).value).toBe(setAlpha({ rows: rows.slice(0, 2) }, 'jaccard').value)
    expect(setAlpha({ rows: [[[], []]] }, 'masi').reason).toBe('no_variation')
    expect(setAlpha({ rows: [[[], []]] }, 'masi', true).reason).toBe('no_pairs')
  })

  it('agrees exactly where sets are equal', () => {
    const rows = [
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      [['a'], ['b']],
      [['a'], null],
      [[], []],
    ]
    expect(percentAgreementOfSets({ rows }).value).toBeCloseTo(2 / 3, 12)
    // A code called 1 is not the code called "1".
    expect(percentAgreementOfSets<Value>({ rows: [[[1], ['1']]] }).value).toBe(0)
  })
})
