import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestPairs } from '../../../shared/agreement/best-pairs.ts'
import {
  compareCodings,
  compareEpisodes,
  statementsOf,
  type ComparedCoding,
  type ComparedEpisode,
} from '../../../shared/agreement/disagreements.ts'
import { intersectionOverUnion } from '../../../shared/agreement/span-matching.ts'
import type { Bounds } from '../../../shared/agreement/types.ts'

let nextId = 0
const coding = (start: number, end: number, value = 1, attributes = ''): ComparedCoding => ({
  id: ++nextId,
  start,
  end,
  value,
  attributes,
})
/** Codes 10 to 19 are a branch, 20 to 29 another. */
const branchOf = (codeId: number) => Math.floor(codeId / 10)
const compare = (first: readonly ComparedCoding[], second: readonly ComparedCoding[]) =>
  compareCodings(first, second, branchOf)
const place = (side: (Bounds & { value?: number }) | null) => side && [side.start, side.end, side.value]
const told = (comparison: ReturnType<typeof compare>) =>
  comparison.differences.map(({ kind, first, second }) => [kind, place(first), place(second)])

describe('two coders on one text', () => {
  test('agree on the same code on the same text, in one coding or in several that join', () => {
    const { agreed, differences } = compare([coding(0, 10)], [coding(0, 6), coding(4, 8), coding(8, 10)])
    expect(differences).toEqual([])
    expect(agreed).toHaveLength(1)
    expect(agreed[0]!.second.parts).toHaveLength(3)
  })

  test('differ in the boundary where the code is the same and the text overlaps', () => {
    expect(told(compare([coding(0, 10)], [coding(2, 14)]))).toEqual([['boundary', [0, 10, 1], [2, 14, 1]]])
  })

  test('differ in attributes where all else is the same', () => {
    expect(told(compare([coding(0, 10)], [coding(0, 10, 1, 'negated')]))).toEqual([
      ['attribute', [0, 10, 1], [0, 10, 1]],
    ])
    // The same two statements, about other halves.
    const halves = (left: string, right: string) => [coding(0, 5, 1, left), coding(5, 10, 1, right)]
    expect(told(compare(halves('x', 'y'), halves('y', 'x')))).toHaveLength(1)
    expect(told(compare(halves('x', 'y'), halves('x', 'y')))).toEqual([])
  })

  test('differ in the code where others stand on the same text', () => {
    expect(told(compare([coding(0, 10, 11)], [coding(1, 9, 12)]))).toEqual([['code', [0, 10, 11], [1, 9, 12]]])
  })

  test('what has a counterpart of its own is not taken for another code', () => {
    expect(told(compare([coding(0, 10, 11)], [coding(0, 10, 11), coding(0, 10, 12)]))).toEqual([
      ['missing', null, [0, 10, 12]],
    ])
  })

  test('of several codes on one text those of one branch are paired, then those that overlap most', () => {
    expect(told(compare([coding(0, 10, 11), coding(0, 10, 21)], [coding(0, 10, 22), coding(0, 4, 12)]))).toEqual([
      ['code', [0, 10, 11], [0, 4, 12]],
      ['code', [0, 10, 21], [0, 10, 22]],
    ])
    expect(told(compare([coding(0, 10, 11)], [coding(0, 3, 12), coding(2, 10, 13)]))).toEqual([
      ['code', [0, 10, 11], [2, 10, 13]],
      ['missing', null, [0, 3, 12]],
    ])
  })

  test('nothing like it is missing, also where it merely touches', () => {
    expect(told(compare([coding(0, 5)], [coding(5, 9)]))).toEqual([
      ['missing', [0, 5, 1], null],
      ['missing', null, [5, 9, 1]],
    ])
  })
})

const codingsArb = fc
  .array(
    fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 12 }), fc.constantFrom(11, 12, 21), fc.constantFrom('', 'negated')),
    { maxLength: 12 },
  )
  .map((rows) => rows.map(([start, length, code, attributes]) => coding(start, start + length, code, attributes)))

test('every coding is in exactly one pair or one difference, and its passage is as it was marked', () => {
  fc.assert(
    fc.property(codingsArb, codingsArb, (first, second) => {
      const { agreed, differences } = compare(first, second)
      const sides = [...agreed, ...differences]
      for (const [own, passages] of [
        [first, sides.flatMap((side) => side.first ?? [])],
        [second, sides.flatMap((side) => side.second ?? [])],
      ] as const) {
        const ids = passages.flatMap(({ parts }) => parts.map(({ id }) => id))
        expect(ids.toSorted((a, b) => a - b)).toEqual(own.map(({ id }) => id).toSorted((a, b) => a - b))
        for (const passage of passages) {
          const said = statementsOf(passage)
          expect([Math.min(...said.map(({ start }) => start)), Math.max(...said.map(({ end }) => end))]).toEqual([
            passage.start,
            passage.end,
          ])
        }
      }
      for (const { first: one, second: other } of agreed) {
        expect(place(one)).toEqual(place(other))
        expect(statementsOf(one)).toEqual(statementsOf(other))
      }
    }),
    { numRuns: 500 },
  )
})

test('which coder comes first changes the sides and nothing else', () => {
  fc.assert(
    fc.property(codingsArb, codingsArb, (first, second) => {
      const kinds = (comparison: ReturnType<typeof compare>) =>
        comparison.differences.map(({ kind }) => kind).toSorted()
      expect(kinds(compare(second, first))).toEqual(kinds(compare(first, second)))
      expect(compare(second, first).agreed).toHaveLength(compare(first, second).agreed.length)
      // In whatever order the codings come.
      const sorted = (own: readonly ComparedCoding[]) => told(compare(own, second)).map(String).toSorted()
      expect(sorted(first.toReversed())).toEqual(sorted(first))
    }),
    { numRuns: 300 },
  )
})

/** What the heaviest pairs weigh together, by trying everything. */
function heaviest(ones: readonly Bounds[], others: readonly Bounds[]): number {
  const [one, ...rest] = ones
  if (one === undefined) return 0
  return Math.max(
    heaviest(rest, others),
    ...others.map((other, at) => {
      const overlap = intersectionOverUnion(one, other)
      return overlap === 0 ? 0 : 1 + overlap + heaviest(rest, others.toSpliced(at, 1))
    }),
  )
}

test('pairs weigh as much together as any can', () => {
  const stretches = fc
    .array(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 9 })), { maxLength: 6 })
    .map((rows) => rows.map(([start, length]) => ({ start, end: start + length })))
  fc.assert(
    fc.property(stretches, stretches, (first, second) => {
      const { pairs, onlyFirst, onlySecond } = bestPairs(first, second, () => 1)
      const weight = pairs.reduce((sum, [one, other]) => sum + 1 + intersectionOverUnion(one, other), 0)
      expect(weight).toBeCloseTo(heaviest(first, second), 9)
      expect([pairs.length + onlyFirst.length, pairs.length + onlySecond.length]).toEqual([first.length, second.length])
    }),
    { numRuns: 300 },
  )
})

test('a knot of thousands is paired in no time', () => {
  const long = (from: number) =>
    Array.from({ length: 1500 }, (_, at) => ({ start: at * 3 + from, end: at * 3 + from + 20 }))
  const before = performance.now()
  expect(bestPairs(long(0), long(1), () => 1).pairs).toHaveLength(1500)
  expect(performance.now() - before).toBeLessThan(2000)
})

describe('episodes', () => {
  const episode = (start: number, end: number, attributes = 'well'): ComparedEpisode => ({
    id: ++nextId,
    start,
    end,
    attributes,
  })
  const told = (first: readonly ComparedEpisode[], second: readonly ComparedEpisode[]) => {
    const { agreed, differences } = compareEpisodes(first, second)
    return { agreed: agreed.length, differences: differences.map((one) => [place(one.first), place(one.second)]) }
  }

  test('agree in place and in what they are about', () => {
    expect(told([episode(0, 50)], [episode(0, 50)])).toEqual({ agreed: 1, differences: [] })
    expect(told([episode(0, 50)], [episode(0, 50, 'road')])).toMatchObject({ agreed: 0, differences: [{}] })
  })

  test('one that the other drew as two is paired with the one that overlaps it most', () => {
    expect(told([episode(0, 50)], [episode(0, 20), episode(20, 50)]).differences).toEqual([
      [
        [0, 50, undefined],
        [20, 50, undefined],
      ],
      [null, [0, 20, undefined]],
    ])
  })

  test('what a correction left without words is not compared', () => {
    expect(told([episode(7, 7)], [episode(0, 9)]).differences).toEqual([[null, [0, 9, undefined]]])
  })
})
