import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeBeside } from '../../../renderer/reader/place-beside.ts'

const VIEWPORT = { width: 900, height: 600 }

describe('placeBeside', () => {
  it('puts things under their place, above it at the foot of the window', () => {
    const size = { width: 200, height: 100 }
    expect(placeBeside({ left: 50, top: 40, right: 60, bottom: 60 }, size, VIEWPORT)).toEqual({ left: 50, top: 66 })
    expect(placeBeside({ left: 50, top: 540, right: 60, bottom: 560 }, size, VIEWPORT)).toEqual({ left: 50, top: 434 })
    expect(placeBeside({ left: 880, top: 40, right: 890, bottom: 60 }, size, VIEWPORT).left).toBe(692)
  })

  it('never leaves the window with anything that fits into it', () => {
    fc.assert(
      fc.property(fc.nat(1200), fc.nat(900), fc.nat(800), fc.nat(500), (left, top, width, height) => {
        const placed = placeBeside({ left, top, right: left, bottom: top + 20 }, { width, height }, VIEWPORT)
        expect(placed.left).toBeGreaterThanOrEqual(8)
        expect(placed.top).toBeGreaterThanOrEqual(8)
        expect(placed.left + width).toBeLessThanOrEqual(VIEWPORT.width - 8)
        expect(placed.top + height).toBeLessThanOrEqual(VIEWPORT.height - 8)
      }),
    )
  })
})
