import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cheapestAssignment } from '../../../shared/agreement/assignment.ts'
import { candidateAlignments } from '../../../shared/agreement/gamma-candidates.ts'
import { cheapestCover } from '../../../shared/agreement/gamma-cover.ts'
import { bestDisorder } from '../../../shared/agreement/gamma-disorder.ts'
import { DEFAULT_GAMMA_OPTIONS, dissimilarity } from '../../../shared/agreement/gamma-dissimilarity.ts'
import { gamma } from '../../../shared/agreement/gamma.ts'
import { shiftedContinuum } from '../../../shared/agreement/gamma-sampler.ts'
import type { ValuedSpan } from '../../../shared/agreement/types.ts'
import { seededRandom } from '../../../shared/statistics/random.ts'

const options = DEFAULT_GAMMA_OPTIONS
const span = (start: number, end: number, value = 'x') => ({ start, end, value })
const unit = fc
  .record({ start: fc.nat(20), length: fc.integer({ min: 1, max: 9 }), value: fc.constantFrom('a', 'b') })
  .map(({ start, length, value }) => span(start, start + length, value))
const codersArb = (coders: number, units: number) =>
  fc.array(fc.array(unit, { maxLength: units }), { minLength: coders, maxLength: coders })

/** The cheapest alignment by trying every one: each coder's next unit alone or with any choice of the others'. */
function cheapestByTrying(coders: readonly (readonly ValuedSpan[])[]): number {
  const pairs = (coders.length * (coders.length - 1)) / 2
  const first = coders.findIndex((units) => units.length > 0)
  if (first === -1) return 0
  let best = Infinity
  const choose = (coder: number, chosen: (ValuedSpan | null)[], rest: (readonly ValuedSpan[])[]): void => {
    if (coder === coders.length) {
      let cost = 0
      chosen.forEach((one, i) => {
        for (const other of chosen.slice(i + 1)) {
          cost += one === null || other === null ? options.emptyCost : dissimilarity(one, other, options)
        }
      })
      best = Math.min(best, cost / pairs + cheapestByTrying(rest))
      return
    }
    const units = coders[coder]!
    if (coder === first) {
      choose(coder + 1, [...chosen, units[0]!], [...rest, units.slice(1)])
      return
    }
    choose(coder + 1, [...chosen, null], [...rest, units])
    units.forEach((own, index) => choose(coder + 1, [...chosen, own], [...rest, units.toSpliced(index, 1)]))
  }
  choose(0, [], [])
  return best
}

describe('the cheapest assignment', () => {
  it('is that of trying all of them', () => {
    const least = (costs: number[][], used: number[] = []): number => {
      const [row, ...rest] = costs
      if (row === undefined) return 0
      return Math.min(
        ...row.map((cost, column) => (used.includes(column) ? Infinity : cost + least(rest, [...used, column]))),
      )
    }
    const table = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 2 })).chain(([rows, more]) =>
      fc.array(fc.array(fc.nat(20), { minLength: rows + more, maxLength: rows + more }), {
        minLength: rows,
        maxLength: rows,
      }),
    )
    fc.assert(
      fc.property(table, (costs) => {
        expect(cheapestAssignment(costs)).toBe(least(costs))
      }),
    )
  })

  it('needs a column for every row', () => {
    expect(() => cheapestAssignment([[1], [2]])).toThrow(RangeError)
  })
})

describe('the best alignment', () => {
  it.each([
    [2, 3],
    [3, 2],
  ])('of %i coders is that of trying all', (coders, units) => {
    fc.assert(
      fc.property(codersArb(coders, units), (marked) => {
        const all = marked.flat().length
        fc.pre(all > 0)
        expect(bestDisorder(marked, options).value).toBeCloseTo(cheapestByTrying(marked) / (all / coders), 9)
      }),
      { numRuns: 150 },
    )
  })

  it('of two coders is the same by assignment and by branch and bound', () => {
    fc.assert(
      fc.property(codersArb(2, 5), (marked) => {
        const all = marked.flat().length
        fc.pre(all > 0)
        const cover = cheapestCover(candidateAlignments(marked, options, 1e5) ?? [], all)
        expect(bestDisorder(marked, options).value).toBeCloseTo((cover ?? NaN) / (all / 2), 9)
      }),
    )
  })

  it('does not depend on the order of units and coders, and is 0 only for the same units', () => {
    fc.assert(
      fc.property(codersArb(3, 3), (marked) => {
        fc.pre(marked.flat().length > 0)
        const { value } = bestDisorder(marked, options)
        const turned = marked.map((units) => units.toReversed()).toReversed()
        expect(bestDisorder(turned, options).value).toBeCloseTo(value ?? NaN, 9)
        const sorted = (units: readonly ValuedSpan[]) => units.map((own) => JSON.stringify(own)).sort()
        const isSame = marked.every((units) => String(sorted(units)) === String(sorted(marked[0]!)))
        expect((value ?? NaN) < 1e-12).toBe(isSame)
      }),
    )
  })

  it('is given up where it is out of reach', () => {
    const many = Array.from({ length: 60 }, (_, index) => span(index, index + 40))
    expect(bestDisorder([many, many, many], options).reason).toBe('too_large')
    expect(bestDisorder([many, many], options).value).toBe(0)
    expect(bestDisorder([[], []], options).reason).toBe('empty')
    expect(bestDisorder([many], options).reason).toBe('no_pairs')
  })
})

describe('γ', () => {
  const document = {
    length: 100,
    coders: [
      [span(0, 10, 'a'), span(30, 42, 'b'), span(70, 75, 'a')],
      [span(2, 11, 'a'), span(30, 40, 'b'), span(68, 76, 'b')],
    ],
  }

  it('is the same for the same seed, and 1 for the same units', () => {
    const one = gamma(document, options, { samples: 50, seed: 4 })
    expect(gamma(document, options, { samples: 50, seed: 4 })).toEqual(one)
    expect(gamma(document, options, { samples: 50, seed: 5 }).value).not.toBe(one.value)
    expect(one.sampling).toEqual({ samples: 50, seed: 4, sampler: 'circular_shift' })
    expect(one.value).toBeCloseTo(1 - (one.observedDisorder ?? NaN) / (one.expectedDisorder ?? NaN), 12)
    const [first] = document.coders
    expect(gamma({ ...document, coders: [first!, first!] }, options, { samples: 20, seed: 1 }).value).toBe(1)
  })

  it('is high for coders who nearly agree and near 0 for coders who have nothing to do with each other', () => {
    const random = seededRandom(1)
    const anywhere = () =>
      Array.from({ length: 12 }, () => {
        const start = random() * 960
        return span(start, start + 40, random() < 0.5 ? 'a' : 'b')
      })
    const lost = { length: 1000, coders: [anywhere(), anywhere()] }
    expect(gamma(document, options, { samples: 50, seed: 1 }).value).toBeGreaterThan(0.5)
    expect(Math.abs(gamma(lost, options, { samples: 50, seed: 1 }).value ?? 1)).toBeLessThan(0.35)
  })

  it('keeps lengths and categories in its random continua', () => {
    const random = seededRandom(9)
    const shape = (units: readonly ValuedSpan[]) =>
      units.map(({ start, end, value }) => `${(end - start).toFixed(6)}${value}`).sort()
    const shapes = document.coders.map(shape)
    for (let sample = 0; sample < 20; sample++) {
      for (const units of shiftedContinuum(document, random)) expect(shapes).toContainEqual(shape(units))
    }
  })

  it('says why there is none', () => {
    expect(gamma({ length: 9, coders: [[], []] }, options, { samples: 5, seed: 1 }).reason).toBe('empty')
  })
})
