import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { offsetToShow, visibleRange } from '../../../renderer/ui/visible-range.ts'

const tracks = fc.record({
  count: fc.integer({ min: 1, max: 5000 }),
  size: fc.integer({ min: 10, max: 120 }),
  lead: fc.integer({ min: 0, max: 200 }),
})

describe('what of a long list is drawn', () => {
  it('covers all that is on the screen, and not much more', () => {
    fc.assert(
      fc.property(tracks, fc.nat(500_000), fc.integer({ min: 300, max: 2000 }), (track, offset, extent) => {
        const { first, last } = visibleRange(track, offset, extent)
        for (let index = 0; index < track.count; index++) {
          // Where the item stands on the screen, behind what leads.
          const start = track.lead + index * track.size - offset
          if (start + track.size > track.lead && start < extent) {
            expect(index).toBeGreaterThanOrEqual(first)
            expect(index).toBeLessThan(last)
          }
        }
        expect(last - first).toBeLessThanOrEqual(extent / track.size + 14)
      }),
      { numRuns: 60 },
    )
  })
})

describe('scrolling to an item', () => {
  it('puts it wholly between what leads and the end, and moves nothing that is there already', () => {
    fc.assert(
      fc.property(tracks, fc.nat(4999), fc.nat(500_000), (track, wanted, offset) => {
        const extent = track.lead + track.size * 3
        const index = Math.min(wanted, track.count - 1)
        const to = offsetToShow(track, index, offset, extent)
        expect(index * track.size - to).toBeGreaterThanOrEqual(0)
        expect((index + 1) * track.size - to).toBeLessThanOrEqual(extent - track.lead)
        expect(offsetToShow(track, index, to, extent)).toBe(to)
      }),
    )
  })
})
