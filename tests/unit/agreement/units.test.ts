import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setRatingsOf, touchedUnits } from '../../../shared/agreement/units.ts'

const bounds = (start: number, end: number) => ({ start, end })
const units = [bounds(0, 10), bounds(10, 20), bounds(25, 35)]

describe('units that passages touch', () => {
  it('are those with one character of them', () => {
    expect(touchedUnits([bounds(9, 10)], units, 0)).toEqual([0])
    expect(touchedUnits([bounds(9, 11)], units, 0)).toEqual([0, 1])
    expect(touchedUnits([bounds(20, 25)], units, 0)).toEqual([])
    expect(touchedUnits([bounds(5, 5)], units, 0)).toEqual([])
    expect(touchedUnits([], units, 0)).toEqual([])
  })

  it('or those they cover by a share', () => {
    expect(touchedUnits([bounds(5, 14)], units, 0.5)).toEqual([0])
    expect(touchedUnits([bounds(5, 15)], units, 0.5)).toEqual([0, 1])
    expect(touchedUnits([bounds(0, 20)], units, 1)).toEqual([0, 1])
  })

  it("count a coder's overlapping passages once", () => {
    expect(touchedUnits([bounds(0, 3), bounds(1, 4), bounds(2, 4)], units, 0.5)).toEqual([])
    expect(touchedUnits([bounds(0, 3), bounds(8, 10), bounds(2, 4)], units, 0.5)).toEqual([0])
  })

  it('are those found character by character', () => {
    const passage = fc.record({ start: fc.nat(38), length: fc.nat(9) })
    fc.assert(
      fc.property(fc.array(passage, { maxLength: 6 }), fc.constantFrom(0, 0.3, 0.5, 1), (passages, share) => {
        const spans = passages.map(({ start, length }) => bounds(start, start + length))
        const expected = units.flatMap(({ start, end }, unit) => {
          let covered = 0
          for (let at = start; at < end; at++) if (spans.some((own) => own.start <= at && at < own.end)) covered++
          return covered >= 1 && covered >= share * (end - start) ? [unit] : []
        })
        expect(touchedUnits(spans, units, share)).toEqual(expected)
      }),
    )
  })
})

describe('sets of codes per unit', () => {
  it('take a finished document without codings for empty sets and an unfinished one for missing', () => {
    const a = { start: 8, end: 12, value: 'a' }
    const b = { start: 11, end: 12, value: 'b' }
    const { rows, times } = setRatingsOf([{ units, coders: [[a, b], [], null] }], 0)
    expect(rows.map((row, index) => [times[index], ...row])).toEqual([
      [1, ['a'], [], null],
      [1, ['a', 'b'], [], null],
      [1, [], [], null],
    ])
  })

  it('need units in order', () => {
    expect(() => setRatingsOf([{ units: [bounds(5, 9), bounds(0, 6)], coders: [] }], 0)).toThrow(RangeError)
  })
})
