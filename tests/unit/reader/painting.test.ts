import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { span } from '../../../shared/text/span.ts'
import { DEPTHS, paintPlan } from '../../../renderer/reader/paint-plan.ts'
import { placeLabels, unnamedBelow } from '../../../renderer/reader/place-labels.ts'
import { coding } from './coding-rows.ts'

function plan(rows: Parameters<typeof paintPlan>[0], near = span(0, 1000)) {
  return [
    ...paintPlan(
      rows,
      near,
      (id) => id,
      (code) => (code === 1 ? '#aa0000' : '#0000aa'),
    ).values(),
  ].map(({ look, spans }) => ({ ...look, spans: [...spans.values()].map(({ start, end }) => [start, end]) }))
}

describe('paintPlan', () => {
  it('cuts passages to what is near and leaves out the rest', () => {
    expect(plan([coding(0, 0, 50), coding(4, 60, 400), coding(8, 500, 600)], span(100, 300))).toEqual([
      { colour: '#aa0000', depth: 0, isTinted: false, polarity: 'affirmed', spans: [[100, 300]] },
    ])
  })

  it('keeps passages over each other apart: another colour, depth or polarity is another look', () => {
    expect(
      plan([
        coding(0, 0, 50),
        coding(1, 0, 50),
        coding(4, 10, 20, { codeId: 2 }),
        coding(8, 10, 20, { polarity: 'negated' }),
      ]).map(({ colour, depth, polarity }) => [colour, depth, polarity]),
    ).toEqual([
      ['#aa0000', 0, 'affirmed'],
      ['#aa0000', 1, 'affirmed'],
      ['#0000aa', 0, 'affirmed'],
      ['#aa0000', 0, 'negated'],
    ])
  })

  it('paints what would look the same only once', () => {
    expect(plan([coding(DEPTHS, 5, 9), coding(2 * DEPTHS, 5, 9)]).map(({ spans }) => spans)).toEqual([[[5, 9]]])
  })

  it('tints only the two outermost passages, so that words under many stay easy to read', () => {
    const tinted = plan([0, 1, 2, 3, 4, 5].map((lane) => coding(lane, 5, 9))).map(({ isTinted }) => isTinted)
    expect(tinted).toEqual([true, true, false, false, false, false])
  })
})

describe('placeLabels', () => {
  const wishes = fc
    .array(fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 200 })), { maxLength: 30 })
    .map((pairs) => pairs.map(([top, height], index) => ({ id: index + 1, top, bottom: top + height })))

  it('never lets two labels overlap, nor one stand above its stripe or far below it', () => {
    fc.assert(
      fc.property(wishes, (all) => {
        const placed = placeLabels(all, 16, 40)
        const tops = [...placed.values()].filter((top) => top !== null).sort((a, b) => a - b)
        for (const [index, top] of tops.slice(1).entries()) expect(top).toBeGreaterThanOrEqual(tops[index]! + 16)
        for (const { id, top, bottom } of all) {
          const at = placed.get(id)
          if (at == null) continue
          expect(at).toBeGreaterThanOrEqual(top)
          expect(at + 16).toBeLessThanOrEqual(Math.max(bottom, top + 40))
        }
      }),
    )
  })

  it('pushes the later of two at one place down, and drops what finds no room', () => {
    expect([
      ...placeLabels(
        [1, 2, 3, 4].map((id) => ({ id, top: 0, bottom: 20 })),
        16,
        40,
      ),
    ]).toEqual([
      [1, 0],
      [2, 16],
      [3, null],
      [4, null],
    ])
  })
})

describe('unnamedBelow', () => {
  it('counts what was left out with the name that stands above it', () => {
    const placed = placeLabels(
      [1, 2, 3, 4, 5].map((id) => ({ id, top: id === 5 ? 200 : 0, bottom: id === 5 ? 220 : 20 })),
      16,
      40,
    )
    expect([...unnamedBelow(placed)]).toEqual([[2, 2]])
  })
})
