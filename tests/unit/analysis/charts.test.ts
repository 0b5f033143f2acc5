import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barParts, partWords } from '../../../renderer/charts/share-bar.ts'
import { portableColour } from '../../../renderer/charts/svg-colour.ts'
import { toneFill } from '../../../renderer/charts/tone.ts'

describe('a bar of shares', () => {
  it('is cut without gaps, and leaves out what is nothing', () => {
    const parts = barParts(
      [
        { id: 'a', share: 0.25 },
        { id: 'b', share: 0 },
        { id: 'c', share: 0.75 },
      ],
      100,
      300,
    )
    expect(parts).toEqual([
      { id: 'a', share: 0.25, x: 100, width: 50 },
      { id: 'c', share: 0.75, x: 150, width: 150 },
    ])
  })

  it('stays within its ends', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100), { minLength: 1, maxLength: 9 }), (weights) => {
        const sum = weights.reduce((all, weight) => all + weight, 0) || 1
        const parts = barParts(
          weights.map((weight, id) => ({ id: String(id), share: weight / sum })),
          10,
          510,
        )
        for (const { x, width } of parts) {
          expect(x).toBeGreaterThanOrEqual(10 - 1e-6)
          expect(x + width).toBeLessThanOrEqual(510 + 1e-6)
        }
      }),
    )
  })

  it('writes into a part what fits', () => {
    expect(partWords('T1', '74%', 100)).toBe('T1 74%')
    expect(partWords('T1', '74%', 30)).toBe('T1')
    expect(partWords('T1', '74%', 10)).toBe('')
  })
})

describe('the look of categories', () => {
  it('differs by either dimension, for any number of them', () => {
    for (const steps of [1, 2, 3, 6]) {
      const fills = [0, 1, 2, 3].flatMap((hue) =>
        Array.from({ length: steps }, (_, step) => toneFill({ hue, step, steps, isHatched: false })),
      )
      expect(new Set(fills).size).toBe(4 * steps)
    }
  })
})

describe('colours in a saved drawing', () => {
  it('are written as other programs read them', () => {
    expect(portableColour('color(srgb 0.5 0 1)')).toBe('rgb(128, 0, 255)')
    expect(portableColour('color(srgb 0.5 0 1 / 0.25)')).toBe('rgba(128, 0, 255, 0.25)')
    expect(portableColour('rgb(1, 2, 3)')).toBe('rgb(1, 2, 3)')
    expect(portableColour('none')).toBe('none')
  })
})
