import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Matrix } from '../../../shared/contract/matrix.ts'
import { emptyReason, heatOf, moveInGrid, peakOf, shownLines } from '../../../renderer/features/matrix/matrix-view.ts'

const ROWS = [
  { codeId: 1, depth: 0 },
  { codeId: 2, depth: 1 },
  { codeId: 3, depth: 2 },
  { codeId: 4, depth: 1 },
  { codeId: 5, depth: 0 },
]
const CELLS = [[0], [0], [3], [null], [0]]
const ALL = { collapsed: new Set<number>(), hideEmpty: false }
const ids = (lines: readonly { codeId: number }[]) => lines.map(({ codeId }) => codeId)

function column(documents: number, uncoded: number, unfinished = 0): Matrix['columns'][number] {
  return { key: 1, name: 'V', documents, uncoded, unfinished, respondents: 2, amount: null, unit: null }
}

describe('the lines of a matrix', () => {
  it('fold away with their code', () => {
    expect(ids(shownLines({ rows: ROWS, cells: CELLS }, ALL))).toEqual([1, 2, 3, 4, 5])
    expect(ids(shownLines({ rows: ROWS, cells: CELLS }, { ...ALL, collapsed: new Set([2]) }))).toEqual([1, 2, 4, 5])
    expect(ids(shownLines({ rows: ROWS, cells: CELLS }, { ...ALL, collapsed: new Set([1]) }))).toEqual([1, 5])
  })

  it('are left out where their whole branch has nothing, and stay where a code below has something', () => {
    expect(ids(shownLines({ rows: ROWS, cells: CELLS }, { ...ALL, hideEmpty: true }))).toEqual([1, 2, 3])
  })

  it('know the largest number on the screen', () => {
    expect(peakOf(CELLS, shownLines({ rows: ROWS, cells: CELLS }, ALL))).toBe(3)
    expect(peakOf(CELLS, shownLines({ rows: ROWS, cells: CELLS }, { ...ALL, collapsed: new Set([1]) }))).toBe(0)
  })
})

describe('a cell', () => {
  it('is tinted by the root of its share of the largest, and not at all where undefined', () => {
    expect(heatOf(25, 100)).toBe(0.5)
    expect(heatOf(100, 100)).toBe(1)
    expect(heatOf(0, 100)).toBe(0)
    expect(heatOf(null, 100)).toBe(0)
    expect(heatOf(0, 0)).toBe(0)
  })

  it('says why there is nothing in it', () => {
    expect(emptyReason(4, column(3, 1), 'passages')).toBeNull()
    expect(emptyReason(0, column(3, 0), 'passages')).toBe('absent')
    expect(emptyReason(0, column(3, 1), 'passages')).toBe('absentPartly')
    expect(emptyReason(0, column(3, 1, 2), 'passages')).toBe('absentPartly')
    expect(emptyReason(0, column(3, 0, 2), 'passages')).toBe('absentSoFar')
    expect(emptyReason(null, column(3, 3), 'passages')).toBe('notCoded')
    expect(emptyReason(null, column(3, 0), 'amount')).toBe('mixedLanguages')
  })
})

describe('moving in the grid', () => {
  const size = { lines: 10, columns: 4, page: 5 }

  it('goes to the code on the left, to ends with Ctrl, by pages', () => {
    expect(moveInGrid('ArrowLeft', { line: 2, column: 0 }, size, false)).toEqual({ line: 2, column: -1 })
    expect(moveInGrid('ArrowDown', { line: 2, column: 0 }, size, true)).toEqual({ line: 9, column: 0 })
    expect(moveInGrid('PageDown', { line: 2, column: 0 }, size, false)).toEqual({ line: 7, column: 0 })
    expect(moveInGrid('End', { line: 2, column: 0 }, size, true)).toEqual({ line: 9, column: 3 })
    expect(moveInGrid('x', { line: 2, column: 0 }, size, false)).toBeNull()
  })

  it('never leaves it', () => {
    const keys = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End')
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, fc.boolean())), (moves) => {
        let place = { line: 0, column: 0 }
        for (const [key, toEnds] of moves) place = moveInGrid(key, place, size, toEnds) ?? place
        expect(place.line).toBeGreaterThanOrEqual(0)
        expect(place.line).toBeLessThan(size.lines)
        expect(place.column).toBeGreaterThanOrEqual(-1)
        expect(place.column).toBeLessThan(size.columns)
      }),
    )
  })
})
