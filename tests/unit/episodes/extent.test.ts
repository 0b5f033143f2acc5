import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { overlaps, span, type Span } from '../../../shared/text/span.ts'
import { draggedExtent, steppedExtent, unitsOf } from '../../../renderer/features/episodes/extent.ts'

/** Turns of nine units, ten apart. */
const UNITS = Array.from({ length: 8 }, (_, index) => span(index * 10, index * 10 + 9))
const turns = (first: number, last: number): Span => span(first * 10, last * 10 + 9)

describe('an end moves by one turn', () => {
  test('outward and inward, at either end', () => {
    expect(steppedExtent(UNITS, turns(2, 3), 'end', true, [])).toEqual(turns(2, 4))
    expect(steppedExtent(UNITS, turns(2, 3), 'start', true, [])).toEqual(turns(1, 3))
    expect(steppedExtent(UNITS, turns(2, 3), 'end', false, [])).toEqual(turns(2, 2))
    expect(steppedExtent(UNITS, turns(2, 3), 'start', false, [])).toEqual(turns(3, 3))
  })

  test('but not beyond the text, over another episode, or to nothing', () => {
    expect(steppedExtent(UNITS, turns(0, 7), 'end', true, [])).toBeNull()
    expect(steppedExtent(UNITS, turns(0, 7), 'start', true, [])).toBeNull()
    expect(steppedExtent(UNITS, turns(2, 3), 'end', true, [turns(4, 5)])).toBeNull()
    expect(steppedExtent(UNITS, turns(2, 3), 'start', true, [turns(0, 1)])).toBeNull()
    expect(steppedExtent(UNITS, turns(2, 2), 'end', false, [])).toBeNull()
  })
})

test('a dragged end goes to the turn under the pointer, and keeps one turn and clear of others', () => {
  expect(draggedExtent(UNITS, turns(2, 3), 'end', 55, [])).toEqual(turns(2, 5))
  expect(draggedExtent(UNITS, turns(2, 5), 'end', 3, [])).toEqual(turns(2, 2))
  expect(draggedExtent(UNITS, turns(2, 5), 'start', 71, [])).toEqual(turns(5, 5))
  expect(draggedExtent(UNITS, turns(4, 5), 'start', 12, [])).toEqual(turns(1, 5))
  expect(draggedExtent(UNITS, turns(2, 3), 'end', 75, [turns(5, 6)])).toEqual(turns(2, 4))
  expect(draggedExtent(UNITS, turns(5, 6), 'start', 0, [turns(1, 2)])).toEqual(turns(3, 6))

  const place = fc.tuple(fc.nat(7), fc.nat(7)).map(([a, b]) => turns(Math.min(a, b), Math.max(a, b)))
  fc.assert(
    fc.property(place, fc.array(place, { maxLength: 3 }), fc.nat(90), fc.boolean(), (extent, all, offset, isEnd) => {
      const others = all.filter((other) => !overlaps(other, extent))
      const dragged = draggedExtent(UNITS, extent, isEnd ? 'end' : 'start', offset, others)
      expect(dragged.start).toBeLessThan(dragged.end)
      expect(isEnd ? dragged.start : dragged.end).toBe(isEnd ? extent.start : extent.end)
      expect(others.some((other) => overlaps(other, dragged))).toBe(false)
      expect(UNITS.some(({ start }) => start === dragged.start)).toBe(true)
      expect(UNITS.some(({ end }) => end === dragged.end)).toBe(true)
    }),
  )
})

test('a text without turns goes by paragraphs, none empty', () => {
  const text = 'one\n\ntwo 𠮷\n  \nthree'
  expect(unitsOf({ turns: [], text }).map(({ start, end }) => text.slice(start, end).trim())).toEqual([
    'one',
    'two 𠮷',
    'three',
  ])
})
