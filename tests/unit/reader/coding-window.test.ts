import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CodingRow } from '../../../shared/contract/coding.ts'
import { paragraphStarts } from '../../../shared/text/paragraphs.ts'
import type { Span } from '../../../shared/text/span.ts'
import { overlaps, span } from '../../../shared/text/span.ts'
import { chunksOf } from '../../../renderer/reader/chunks.ts'
import { codingsAt } from '../../../renderer/reader/codings-at.ts'
import { createCodingWindow } from '../../../renderer/reader/coding-window.ts'
import { coding } from './coding-rows.ts'

const TEXT = Array.from({ length: 130 }, () => 'abcdefghi').join('\n')
const CHUNKS = chunksOf(paragraphStarts(TEXT), TEXT.length)

const spans = fc.tuple(fc.nat(TEXT.length - 1), fc.integer({ min: 1, max: 600 })).map(([start, length]) => {
  return span(start, Math.min(TEXT.length, start + length))
})

function sorted(rows: readonly CodingRow[]): CodingRow[] {
  return rows.toSorted((a, b) => a.start - b.start || b.end - a.end || a.id - b.id)
}

type Step = { kind: 'look'; span: Span } | { kind: 'set'; id: number; span: Span } | { kind: 'drop'; id: number }

const steps = fc.array(
  fc.oneof(
    spans.map((at): Step => ({ kind: 'look', span: at })),
    fc.tuple(fc.integer({ min: 1, max: 12 }), spans).map(([id, at]): Step => ({ kind: 'set', id, span: at })),
    fc.integer({ min: 1, max: 12 }).map((id): Step => ({ kind: 'drop', id })),
  ),
)

describe('the window of codings', () => {
  it('knows, wherever one looks, what the host knows, asking only for what it has not asked for', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const host = new Map<number, CodingRow>()
        const view = createCodingWindow(CHUNKS)
        for (const step of all) {
          if (step.kind === 'set') {
            const row = coding(step.id, step.span.start, step.span.end)
            host.set(step.id, row)
            view.patch([row], [])
          } else if (step.kind === 'drop') {
            host.delete(step.id)
            view.patch([], [step.id])
          } else {
            const missing = view.missing(step.span)
            if (missing !== null)
              view.put(
                missing,
                [...host.values()].filter((row) => overlaps(row, missing)),
              )
            expect(view.missing(step.span)).toBeNull()
            expect(view.within(step.span)).toEqual(sorted([...host.values()].filter((row) => overlaps(row, step.span))))
          }
        }
      }),
    )
  })

  it('forgets everything when told to', () => {
    const view = createCodingWindow(CHUNKS)
    view.put(span(0, TEXT.length), [coding(1, 5, 9)])
    view.clear()
    expect(view.byId(1)).toBeUndefined()
    expect(view.missing(span(0, 10))).toEqual({ start: 0, end: 400 })
  })
})

describe('codingsAt', () => {
  const rows = [coding(1, 0, 100), coding(2, 10, 20), coding(3, 20, 30), coding(4, 12, 22)]

  it('lists what lies over the offset, shortest first', () => {
    expect(codingsAt(rows, 15).map((row) => row.id)).toEqual([4, 2, 1])
  })

  it('at a border takes what begins there', () => {
    expect(codingsAt(rows, 20).map((row) => row.id)).toEqual([3, 4, 1])
  })

  it('at the end of a passage with nothing behind it takes that passage', () => {
    expect(codingsAt([coding(9, 10, 20)], 20).map((row) => row.id)).toEqual([9])
  })
})
