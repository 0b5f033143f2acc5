import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TurnRow } from '../../../shared/contract/document.ts'
import { utf16 } from '../../../shared/text/offsets.ts'
import { alignTwin, anchorsOf, turnAt, twinOffset } from '../../../renderer/features/coding/parallel-reading.ts'
import type { Version } from '../../../renderer/features/coding/parallel-reading.ts'

/** Turns one after the other, by reference and length. */
function turnsOf(...parts: readonly (readonly [ref: string, length: number])[]): TurnRow[] {
  let start = 0
  return parts.map(([ref, length], index) => {
    const from = start
    start += length
    return { id: index + 1, ref, start: utf16(from), speechStart: utf16(from), end: utf16(start), speakerId: null }
  })
}

/** A pane in which every unit of text is so many pixels high. */
function pane(turns: TurnRow[], pixels: number, top = 0): Version & { top: () => number; asked: () => number } {
  let scrolled = top
  let asked = 0
  const length = turns.at(-1)?.end ?? 1000
  return {
    opened: { turns, text: 'x'.repeat(length) },
    view: {
      topOffset: () => utf16(Math.max(0, Math.floor(scrolled / pixels))),
      belowTop(offset) {
        asked++
        return offset * pixels - scrolled
      },
      scrollTo(offset, below = 0) {
        scrolled = offset * pixels - below
      },
    },
    top: () => scrolled,
    asked: () => asked,
  }
}

describe('what both versions have', () => {
  test('is found by the turns’ references, whatever one of them lacks or has elsewhere', () => {
    const own = turnsOf(['T1', 10], ['T2', 10], ['T3', 10], ['T4', 10])
    const other = turnsOf(['T1', 30], ['T4', 5], ['T3', 5], ['T5', 5])
    expect(anchorsOf(own, other)).toEqual([
      { own: 0, other: 0 },
      { own: 20, other: 35 },
    ])
    expect(anchorsOf(own, [])).toEqual([{ own: 0, other: 0 }])
  })

  test('leads from a turn to its twin, else to the nearest before it', () => {
    const own = turnsOf(['T1', 10], ['T2', 10], ['T3', 10])
    const other = turnsOf(['T1', 30], ['T3', 30])
    expect([5, 10, 19, 20, 29].map((offset) => twinOffset(own, other, offset))).toEqual([0, 0, 0, 30, 30])
    expect(turnAt(own, 19)?.ref).toBe('T2')
    expect(turnAt([], 3)).toBeNull()
  })
})

describe('scrolling together', () => {
  test('brings the other as far through the same turn', () => {
    const own = turnsOf(['T1', 10], ['T2', 20], ['T3', 10])
    const other = turnsOf(['T1', 30], ['T2', 40], ['T3', 10])
    // Half through T2.
    const from = pane(own, 10, 200)
    const to = pane(other, 5)
    alignTwin(from, to)
    expect(to.top()).toBe((30 + 20) * 5)
    alignTwin(to, from)
    expect(from.top()).toBe(200)
  })

  test('runs evenly over turns that one version lacks, and where no turn has a twin', () => {
    const from = pane(turnsOf(['T1', 10], ['T2', 10], ['T3', 10]), 10, 150)
    const to = pane(turnsOf(['T1', 40], ['T3', 10]), 10)
    alignTwin(from, to)
    // Three quarters of T1 and T2 are passed; so are three quarters of the other's T1.
    expect(to.top()).toBe(300)
    const plain = pane(turnsOf(['a', 100]), 10, 500)
    const other = pane(turnsOf(['b', 400]), 10)
    alignTwin(plain, other)
    expect(other.top()).toBe(2000)
  })

  test('there and back is where one was, and measures no more in a long text than in a short one', () => {
    const lengths = fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 })), {
      minLength: 1,
      maxLength: 60,
    })
    fc.assert(
      fc.property(lengths, fc.nat(10_000), (parts, part) => {
        const own = turnsOf(...parts.map(([length], index) => [`T${index}`, length] as const))
        const other = turnsOf(...parts.map(([, length], index) => [`T${index}`, length] as const))
        const from = pane(own, 10, Math.floor(((own.at(-1)!.end * 10 - 10) * part) / 10_000))
        const to = pane(other, 7)
        const before = from.top()
        alignTwin(from, to)
        alignTwin(to, from)
        expect(Math.abs(from.top() - before)).toBeLessThanOrEqual(30)
        expect(from.asked() + to.asked()).toBeLessThan(24)
      }),
    )
  })
})
