import { describe, expect, it } from 'vitest'
import { cellAt, gridCategories, theoryIn } from '../../../renderer/features/profiles/theory.ts'
import { builtInFile } from '../framework/built-in.ts'

const { framework } = builtInFile()

describe('a theory on the screen', () => {
  it('is named in the language of the interface', () => {
    expect(theoryIn(framework, 'zh-CN').cell('T1')).toBe('T1 积极互动')
    expect(theoryIn(framework, 'en').side('farmer')).toBe('Farmers')
    expect(theoryIn(framework, 'en').side(null)).toBeNull()
    expect(theoryIn(framework, 'en').cell('gone')).toBe('gone')
  })

  it('makes its map of the categories in the grid: every crossing is a cell, every cell stands once', () => {
    const rows = gridCategories(framework, 0)
    const columns = gridCategories(framework, 1)
    expect(rows).toHaveLength(2)
    expect(columns).toHaveLength(3)
    const cells = rows.flatMap((row) => columns.map((column) => cellAt(framework, row.id, column.id)))
    expect(new Set(cells)).toEqual(new Set(framework.cells.map(({ id }) => id)))
  })

  it('gives each cell a look of its own, and marks those on which the theory is silent', () => {
    const theory = theoryIn(framework, 'en')
    const looks = framework.cells.map(({ id }) => JSON.stringify(theory.tone(id)))
    expect(new Set(looks).size).toBe(framework.cells.length)
    expect(framework.cells.filter(({ id }) => theory.isOffTypology(id)).map(({ id }) => id)).toEqual(['X1', 'X2'])
    expect(theory.tone('X1').isHatched).toBe(true)
  })
})
