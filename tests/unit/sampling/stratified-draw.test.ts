import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate, sizeOfShare, stratifiedDraw, type Candidate } from '../../../shared/sampling/stratified-draw.ts'
import { seededRandom } from '../../../shared/statistics/random.ts'

const candidates = fc
  .uniqueArray(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 120 })
  .chain((ids) =>
    fc
      .array(fc.option(fc.integer({ min: 1, max: 9 })), { minLength: ids.length, maxLength: ids.length })
      .map((strata) => ids.map((id, at): Candidate => ({ id, stratum: strata[at] ?? null }))),
  )
const seeds = fc.integer({ min: 0, max: 0xffff_ffff })
const sizes = fc.integer({ min: 0, max: 150 })

describe('a stratified sample', () => {
  test('has the size that was asked for, or all there are, each once and from its own stratum', () => {
    fc.assert(
      fc.property(candidates, sizes, seeds, (from, size, seed) => {
        const strata = stratifiedDraw(from, size, seed)
        const drawn = strata.flatMap((stratum) => stratum.drawn)
        expect(drawn.length).toBe(Math.min(size, from.length))
        expect(new Set(drawn).size).toBe(drawn.length)
        for (const { stratum, candidates: count, drawn: ids } of strata) {
          const members = from.filter((candidate) => candidate.stratum === stratum).map(({ id }) => id)
          expect(count).toBe(members.length)
          expect(members).toEqual(expect.arrayContaining([...ids]))
        }
      }),
    )
  })

  test('is the same for the same seed, in whatever order the candidates come', () => {
    fc.assert(
      fc.property(
        candidates.chain((from) => fc.tuple(fc.constant(from), fc.shuffledSubarray(from, { minLength: from.length }))),
        sizes,
        seeds,
        ([from, shuffled], size, seed) => {
          expect(stratifiedDraw(shuffled, size, seed)).toEqual(stratifiedDraw(from, size, seed))
        },
      ),
    )
  })

  test('takes from each stratum its share to within one, but none leaves empty that all can be served', () => {
    fc.assert(
      fc.property(candidates, sizes, seeds, (from, size, seed) => {
        const strata = stratifiedDraw(from, size, seed)
        const wanted = Math.min(size, from.length)
        for (const { candidates: count, drawn } of strata) {
          const share = (wanted * count) / from.length
          if (wanted >= strata.length) expect(drawn.length).toBeGreaterThanOrEqual(1)
          if (strata.every((stratum) => (wanted * stratum.candidates) / from.length >= 1))
            expect(Math.abs(drawn.length - share)).toBeLessThan(1)
        }
      }),
    )
  })

  test('draws every candidate of a stratum equally often', () => {
    const from: Candidate[] = [1, 2, 3, 4, 5].map((id) => ({ id, stratum: 1 }))
    const times = new Map<number, number>()
    for (let seed = 0; seed < 5000; seed++)
      for (const { drawn } of stratifiedDraw(from, 2, seed))
        for (const id of drawn) times.set(id, (times.get(id) ?? 0) + 1)
    // 2,000 each; four standard deviations of a binomial count are 139.
    for (const { id } of from) expect(Math.abs((times.get(id) ?? 0) - 2000)).toBeLessThan(139)
  })

  test('shares out by largest remainders', () => {
    // 6 of 22 over 10, 8 and 4: 2.73, 2.18 and 1.09.
    expect(allocate([10, 8, 4], 6, seededRandom(1))).toEqual([3, 2, 1])
    // 3 of 100 over 96, 2 and 2: one each, for the small ones would be passed over.
    expect(allocate([96, 2, 2], 3, seededRandom(1))).toEqual([1, 1, 1])
    expect(allocate([96, 2, 2], 5, seededRandom(1))).toEqual([3, 1, 1])
  })

  test('strata of equal size get a left-over one by lot', () => {
    const winners = new Set(
      Array.from({ length: 50 }, (_, seed) => allocate([5, 5, 5], 1, seededRandom(seed)).indexOf(1)),
    )
    expect(winners).toEqual(new Set([0, 1, 2]))
  })
})

test('a share is rounded up, and exact where it comes out even', () => {
  expect([
    sizeOfShare(20, 22),
    sizeOfShare(25, 20),
    sizeOfShare(7, 100),
    sizeOfShare(1, 5),
    sizeOfShare(10, 0),
  ]).toEqual([5, 5, 7, 1, 0])
})
