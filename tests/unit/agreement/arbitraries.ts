import fc from 'fast-check'
import type { Continuum, Ratings } from '../../../shared/agreement/types.ts'

/** Ratings of 2 to 4 coders on a scale of 1 to 4, missing ones among them if wanted. */
export function ratingsArb({ missing }: { missing: boolean }): fc.Arbitrary<Required<Ratings<number>>> {
  return fc.tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 })).chain(([coders, categories]) => {
    const rating = fc.integer({ min: 1, max: categories })
    const cell = missing ? fc.option(rating, { freq: 4 }) : rating
    return fc
      .array(fc.array(cell, { minLength: coders, maxLength: coders }), { minLength: 2, maxLength: 12 })
      .map((rows) => ({
        rows,
        times: rows.map(() => 1),
        values: Array.from({ length: categories }, (_, index) => index + 1),
      }))
  })
}

export const tableArb = fc.record({
  both: fc.nat(30),
  onlyFirst: fc.nat(30),
  onlySecond: fc.nat(30),
  neither: fc.nat(30),
})

const codes = ['a', 'b', 'c']

/** Documents of a few dozen characters, whose coders' passages may overlap, touch, repeat and be missing. */
export const overlappingArb: fc.Arbitrary<Continuum<string>[]> = documentsArb(false)

/** The same with no two passages of a coder overlapping. */
export const exclusiveArb: fc.Arbitrary<Continuum<string>[]> = documentsArb(true)

function documentsArb(exclusive: boolean): fc.Arbitrary<Continuum<string>[]> {
  const passage = fc.record({
    start: fc.nat(30),
    length: fc.integer({ min: 1, max: 12 }),
    value: fc.constantFrom(...codes),
  })
  return fc.integer({ min: 2, max: 4 }).chain((coders) =>
    fc.array(
      fc
        .record({
          length: fc.integer({ min: 5, max: 40 }),
          coders: fc.array(fc.array(passage, { maxLength: 6 }), { minLength: coders, maxLength: coders }),
        })
        .map((document) => ({
          length: document.length,
          coders: document.coders.map((passages) => {
            let reached = 0
            return passages
              .map(({ start, length, value }) => ({ start, end: Math.min(start + length, document.length), value }))
              .sort((a, b) => a.start - b.start)
              .filter(({ start, end }) => {
                const isKept = start < end && (!exclusive || start >= reached)
                if (isKept) reached = end
                return isKept
              })
          }),
        })),
      { minLength: 1, maxLength: 4 },
    ),
  )
}
