import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dotAxis } from '../../../renderer/charts/dot-intervals.ts'
import type { DotInterval } from '../../../renderer/charts/dot-intervals.ts'

const none: DotInterval = { value: null, low: null, high: null }
const at = (value: number, low: number | null = null, high: number | null = null): DotInterval => ({ value, low, high })

describe('the axis of a chart of dots', () => {
  test('runs from 0 to 1 where nothing lies below, and needs no line at 0 then', () => {
    const axis = dotAxis([at(0.4, 0.2, 0.7), none], 100, 300)
    expect([axis.x(0), axis.x(1)]).toEqual([100, 300])
    expect(axis.ticks.map((tick) => tick.at)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
    expect(axis.zero).toBeNull()
  })

  test('begins below the lowest bound, though no value is that low, and then marks 0', () => {
    const axis = dotAxis([at(0.1, -0.27, 0.5)], 0, 700)
    expect(axis.ticks[0]!.at).toBeLessThanOrEqual(-0.27)
    expect(axis.ticks.at(-1)!.at).toBe(1)
    expect(axis.zero).toBe(axis.x(0))
    expect(axis.zero).toBeGreaterThan(0)
  })

  test('what cannot be estimated has no place, and is not 0', () => {
    expect(dotAxis([none], 0, 100).place(none)).toBeNull()
    expect(dotAxis([none], 0, 100).place(at(0))).toEqual({ value: 0, interval: null })
  })

  test('keeps every value and bound inside the drawing, in their order', () => {
    const figure = fc
      .tuple(
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
      )
      .map((three) => three.toSorted((a, b) => a - b) as [number, number, number])
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1 }), (figures) => {
        const rows = figures.map(([low, value, high]) => at(value, low, high))
        const axis = dotAxis(rows, 50, 250)
        for (const row of rows) {
          const { value, interval } = axis.place(row)!
          expect(interval!.low).toBeGreaterThanOrEqual(50)
          expect(interval!.high).toBeLessThanOrEqual(250 + 1e-9)
          expect(interval!.low).toBeLessThanOrEqual(value)
          expect(value).toBeLessThanOrEqual(interval!.high)
        }
      }),
    )
  })
})
