import { describe, expect, it } from 'vitest'
import { createProposedCodings } from '../../../renderer/reader/proposed-codings.ts'
import { span } from '../../../shared/text/span.ts'
import { coding } from './coding-rows.ts'

describe('codings shown before the host has answered', () => {
  it('give way to the row that the host made of them, exactly or extended', () => {
    const proposed = createProposedCodings()
    const [first, second] = proposed.add(1, [
      { codeId: 1, coderId: 1, ...span(5, 9) },
      { codeId: 2, coderId: 1, ...span(5, 9) },
    ])
    expect(first?.id).toBeLessThan(0)
    const other = coding(7, 5, 9, { codeId: 3 })
    const extended = coding(8, 0, 9, { codeId: 2 })
    expect(proposed.settle([other, extended])).toEqual([{ proposed: second, row: extended }])
    expect(proposed.settle([extended])).toEqual([])
    expect(proposed.withdraw([first!, second!])).toEqual([first?.id])
    expect(proposed.withdraw([first!])).toEqual([])
  })

  it('never share an id, nor settle for another coder', () => {
    const proposed = createProposedCodings()
    const [one] = proposed.add(1, [{ codeId: 1, coderId: 1, ...span(0, 4) }])
    const [two] = proposed.add(1, [{ codeId: 1, coderId: 1, ...span(6, 8) }])
    expect(one?.id).not.toBe(two?.id)
    expect(proposed.settle([coding(9, 0, 4, { coderId: 2 })])).toEqual([])
  })
})
