import { describe, expect, it } from 'vitest'
import { bootstrap } from '../../../shared/interaction/bootstrap.ts'
import { leaveOneOut } from '../../../shared/interaction/leave-one-out.ts'
import { seededRandom } from '../../../shared/statistics/random.ts'
import { equalShares, leader, pooledShares } from '../../../shared/interaction/shares.ts'
import { wilson } from '../../../shared/interaction/wilson.ts'

describe('the Wilson interval', () => {
  const printed = (x: number, n: number) => [wilson(x, n)?.low.toFixed(4), wilson(x, n)?.high.toFixed(4)]

  it('gives the values of the method page, which rounds these four digits once more', () => {
    expect(printed(5, 6)).toEqual(['0.4365', '0.9699'])
    expect(printed(0, 5)).toEqual(['0.0000', '0.4345'])
    expect(printed(3, 3)).toEqual(['0.4385', '1.0000'])
  })

  it('is undefined for nobody', () => {
    expect(wilson(0, 0)).toBeNull()
  })
})

describe('shares', () => {
  const respondents = [
    [1, 0],
    [0, 9],
    [0, 0],
  ]

  it('weigh respondents equally or episodes equally, and leave out those without episodes', () => {
    expect(equalShares(respondents)).toEqual([0.5, 0.5])
    expect(pooledShares(respondents)).toEqual([0.1, 0.9])
    expect([equalShares([[0, 0]]), pooledShares([])]).toEqual([null, null])
  })

  it('have no leader in a tie, however it was rounded', () => {
    expect(leader([0.5, 0.5])).toBeNull()
    expect(leader([0.1 + 0.2, 0.3, 0.4 - 1e-12, 0.4])).toBeNull()
    expect([leader([0.2, 0.8]), leader([0, 0]), leader(null)]).toEqual([1, null, null])
  })

  it('show who alone holds up the leading cell', () => {
    const result = leaveOneOut([
      [3, 0],
      [0, 2],
      [2, 0],
    ])
    expect(result?.decisive).toEqual([0, 2])
    expect(result?.ranges).toEqual([
      { low: 0.5, high: 1 },
      { low: 0, high: 0.5 },
    ])
    expect(leaveOneOut([[1, 0]])).toBeNull()
  })
})

describe('the bootstrap over respondents', () => {
  it('is the same for the same seed and differs for another', () => {
    const respondents = [
      [3, 1],
      [1, 3],
      [2, 2],
      [4, 0],
      [1, 1],
    ]
    expect(bootstrap(respondents, 500, 7)).toEqual(bootstrap(respondents, 500, 7))
    expect(bootstrap(respondents, 500, 7).cells).not.toEqual(bootstrap(respondents, 500, 8).cells)
  })

  it('is certain where all respondents agree', () => {
    expect(
      bootstrap(
        Array.from({ length: 5 }, () => [2, 0]),
        200,
        1,
      ).cells,
    ).toEqual([
      { low: 1, high: 1, leads: 1 },
      { low: 0, high: 0, leads: 0 },
    ])
  })

  it('finds the exact chance in a case that can be counted', () => {
    // Four respondents wholly in the first cell, one in the second: the first leads unless three or more of the five
    // draws hit the one; binomial with 1/5, so 1 − 0.05792 = 0.94208.
    const respondents = [...Array.from({ length: 4 }, () => [1, 0]), [0, 1]]
    expect(bootstrap(respondents, 20_000, 3).cells[0]?.leads).toBeCloseTo(0.942, 2)
  })

  it('draws evenly', () => {
    const random = seededRandom(42)
    const bins = new Array<number>(10).fill(0)
    for (let i = 0; i < 100_000; i++) {
      const bin = Math.floor(random() * 10)
      bins[bin] = (bins[bin] ?? 0) + 1
    }
    for (const count of bins) expect(Math.abs(count - 10_000)).toBeLessThan(400)
  })
})
