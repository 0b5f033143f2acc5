import { describe, expect, test } from 'vitest'
import type { Difference, DisagreementSide } from '../../../shared/contract/disagreement.ts'
import { utf16 } from '../../../shared/text/offsets.ts'
import { differingSpans } from '../../../renderer/features/disagreements/differing-spans.ts'

function side(start: number, end: number): DisagreementSide {
  return { start: utf16(start), end: utf16(end), codeId: 1, codings: [], episode: null }
}

function differing(a: DisagreementSide | null, b: DisagreementSide | null, ...differs: Difference[]): number[][] {
  return differingSpans({ a, b, differs }).map(({ start, end }) => [start, end])
}

describe('the text on which two coders differ', () => {
  test('is the whole passage where only one has coded it', () => {
    expect(differing(side(4, 9), null)).toEqual([[4, 9]])
    expect(differing(null, side(4, 9))).toEqual([[4, 9]])
  })

  test('is what only one of them marked at either end', () => {
    expect(differing(side(4, 9), side(2, 12), 'bounds')).toEqual([
      [2, 4],
      [9, 12],
    ])
    expect(differing(side(4, 9), side(4, 12), 'bounds')).toEqual([[9, 12]])
  })

  test('is both passages where what is said of them differs', () => {
    expect(differing(side(4, 9), side(5, 9), 'code', 'bounds')).toEqual([
      [4, 9],
      [5, 9],
    ])
  })

  test('is nothing where they agree by now', () => {
    expect(differing(null, null)).toEqual([])
  })
})
