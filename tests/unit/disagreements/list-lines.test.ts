import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DisagreementGroup } from '../../../shared/contract/disagreement.ts'
import { layOut, rowsOn } from '../../../renderer/features/disagreements/list-lines.ts'

function group(codeId: number, listed: number): DisagreementGroup {
  return { codeId, listed, agreed: 0, first: 0, second: 0, f1: 0, disagreements: listed, undecided: listed }
}

const groups = fc.array(fc.nat(5), { maxLength: 8 }).map((counts) => counts.map((count, id) => group(id + 1, count)))

describe('the list of disagreements', () => {
  test('has a heading before the first of each code, and none for a code of which nothing is listed', () => {
    const layout = layOut([group(7, 2), group(8, 0), group(9, 1)], 3)
    const lines = Array.from({ length: layout.count }, (_, line) => layout.lineAt(line))
    expect(lines.map((line) => (line.kind === 'group' ? `code ${line.group.codeId}` : line.index))).toEqual([
      'code 7',
      0,
      1,
      'code 9',
      2,
    ])
  })

  test('shows every disagreement on a line of its own, in order', () => {
    fc.assert(
      fc.property(groups, fc.nat(3), (all, unaccounted) => {
        const total = all.reduce((sum, { listed }) => sum + listed, 0) + unaccounted
        const layout = layOut(all, total)
        const rows = Array.from({ length: layout.count }, (_, line) => layout.lineAt(line)).filter(
          ({ kind }) => kind === 'row',
        )
        expect(rows.map(({ index }) => index)).toEqual(Array.from({ length: total }, (_, index) => index))
        for (let index = 0; index < total; index++)
          expect(layout.lineAt(layout.lineOf(index))).toEqual({ kind: 'row', index })
      }),
    )
  })

  test('asks for the disagreements in view and no others', () => {
    fc.assert(
      fc.property(groups, fc.nat(40), fc.nat(40), (all, from, length) => {
        const total = all.reduce((sum, { listed }) => sum + listed, 0)
        const layout = layOut(all, total)
        const first = Math.min(from, layout.count)
        const last = Math.min(first + length, layout.count)
        const inView = Array.from({ length: last - first }, (_, line) => layout.lineAt(first + line))
          .filter(({ kind }) => kind === 'row')
          .map(({ index }) => index)
        const asked = rowsOn(layout, { first, last })
        expect(Array.from({ length: asked.last - asked.first }, (_, index) => asked.first + index)).toEqual(inView)
      }),
    )
  })
})
