import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { characterTable } from '../../../shared/agreement/character-table.ts'
import { codingAlpha } from '../../../shared/agreement/coding-alpha.ts'
import { continuaByCode, exclusivityViolations } from '../../../shared/agreement/partition.ts'
import type { Continuum, Figure } from '../../../shared/agreement/types.ts'
import { unitizingAlpha } from '../../../shared/agreement/unitizing-alpha.ts'
import { exclusiveArb, overlappingArb } from './arbitraries.ts'
import { unitizingByCharacters } from './character-oracle.ts'

const span = (start: number, end: number, value: string) => ({ start, end, value })
const expectFigure = (figure: Figure, expected: number | null) => {
  if (expected === null) expect(figure.value).toBeNull()
  else expect(figure.value).toBeCloseTo(expected, 9)
}

describe('the unitizing alphas', () => {
  it('are those of the formulas worked out character by character', () => {
    fc.assert(
      fc.property(exclusiveArb, (documents) => {
        const oracle = unitizingByCharacters(documents)
        const where = unitizingAlpha(documents)
        const what = codingAlpha(documents)
        expectFigure(where.all, oracle.all)
        expectFigure(where.codedOrNot, oracle.codedOrNot)
        expectFigure(what.all, oracle.cu)
        for (const { value, alpha } of what.values) expectFigure(alpha, oracle.values.get(value) ?? null)
      }),
      { numRuns: 300 },
    )
  })

  it('per code are those of that code alone, own overlaps merged', () => {
    fc.assert(
      fc.property(overlappingArb, (documents) => {
        for (const [code, continua] of continuaByCode(documents)) {
          const alone = documents.map(({ length, coders }) => ({
            length,
            coders: coders.map((spans) => spans.filter(({ value }) => value === code)),
          }))
          const { codedOrNot, length } = unitizingAlpha(continua)
          expectFigure(codedOrNot, unitizingByCharacters(alone).codedOrNot)
          expect(length).toBe(documents.reduce((sum, document) => sum + document.length, 0))
        }
      }),
    )
  })

  it('do not depend on the order of coders or on what values are called', () => {
    fc.assert(
      fc.property(exclusiveArb, (documents) => {
        const turned = documents.map(({ length, coders }) => ({
          length,
          coders: coders
            .toReversed()
            .map((spans) => spans.map((own) => ({ ...own, value: `${own.value}!` })).reverse()),
        }))
        const [one, other] = [unitizingAlpha(documents), unitizingAlpha(turned)]
        expect([other.all, other.codedOrNot]).toEqual([one.all, one.codedOrNot])
        expect(codingAlpha(turned).all).toEqual(codingAlpha(documents).all)
      }),
    )
  })

  it('are exactly 1 for coders who did the same', () => {
    fc.assert(
      fc.property(exclusiveArb, (documents) => {
        const same = documents.map(({ length, coders }) => ({ length, coders: [coders[0]!, coders[0]!, coders[0]!] }))
        for (const figure of [unitizingAlpha(same).all, unitizingAlpha(same).codedOrNot, codingAlpha(same).all]) {
          expect([1, null]).toContain(figure.value)
        }
      }),
    )
  })

  it('know uncoded text (uα, |uα) or do not (cuα, (k)uα)', () => {
    const document: Continuum<string> = {
      length: 40,
      coders: [
        [span(0, 10, 'a'), span(15, 25, 'b')],
        [span(2, 12, 'a'), span(15, 18, 'a'), span(18, 25, 'b')],
      ],
    }
    const longer = { ...document, length: 400 }
    expect(unitizingAlpha([longer]).all.value).not.toBe(unitizingAlpha([document]).all.value)
    expect(unitizingAlpha([longer]).codedOrNot.value).not.toBe(unitizingAlpha([document]).codedOrNot.value)
    expect(codingAlpha([longer])).toEqual(codingAlpha([document]))
  })

  it('change with the unit of length, because gaps count by their length and passages by its square (uα), or not', () => {
    const document = (scale: number): Continuum<string> => ({
      length: 40 * scale,
      coders: [[span(0, 10 * scale, 'a'), span(15 * scale, 25 * scale, 'b')], [span(2 * scale, 25 * scale, 'a')]],
    })
    const [characters, tokens] = [unitizingAlpha([document(10)]).all.value!, unitizingAlpha([document(1)]).all.value!]
    expect(Math.abs(characters - tokens)).toBeLessThan(0.02)
    expect(characters).not.toBe(tokens)
    expect(codingAlpha([document(10)])).toEqual(codingAlpha([document(1)]))
  })

  it('come with L and coverage', () => {
    const document = { length: 40, coders: [[span(0, 10, 'a')], [span(5, 10, 'b'), span(20, 25, 'b')]] }
    expect(unitizingAlpha([document])).toMatchObject({ length: 40, codedLength: 20 })
    expect(codingAlpha([document]).values.map(({ value, coverage }) => [value, coverage.value])).toEqual([
      ['a', 0.5],
      ['b', 0.5],
    ])
  })

  it('say why there is none', () => {
    const of = (length: number, ...coders: Continuum<string>['coders']) => unitizingAlpha([{ length, coders }])
    expect(of(0, [], []).all.reason).toBe('empty')
    expect(of(9, [span(0, 3, 'a')]).all.reason).toBe('no_pairs')
    expect(of(9, [], []).codedOrNot.reason).toBe('never_applied')
    expect(of(9, [span(0, 9, 'a')], [span(0, 9, 'a')]).codedOrNot.reason).toBe('always_applied')
    expect(of(9, [span(0, 9, 'a')], [span(0, 9, 'a')]).all.reason).toBe('no_variation')
    const apart = codingAlpha([{ length: 9, coders: [[span(0, 3, 'a')], [span(3, 6, 'a')]] }])
    expect([apart.all.reason, apart.values[0]?.alpha.reason]).toEqual(['no_pairs', 'no_pairs'])
    const once = codingAlpha([{ length: 9, coders: [[span(0, 3, 'a')], [span(1, 6, 'b')], []] }])
    expect([once.all.reason, once.values[0]?.alpha.reason]).toEqual(['too_few_units', 'too_few_units'])
    const same = codingAlpha([{ length: 9, coders: [[span(0, 3, 'a')], [span(1, 6, 'a')]] }])
    expect([same.all.reason, same.values[0]?.alpha.reason]).toEqual(['no_variation', 'no_variation'])
  })

  it('refuse values that exclude each other and overlap, and say where', () => {
    const [long, inner, late] = [span(0, 20, 'a'), span(3, 6, 'b'), span(18, 22, 'c')]
    const documents = [
      { length: 30, coders: [[span(0, 5, 'a')], [span(0, 5, 'b')]] },
      {
        length: 30,
        coders: [
          [span(0, 5, 'a'), span(3, 8, 'a')],
          [late, inner, long],
        ],
      },
    ]
    expect(exclusivityViolations(documents)).toEqual([
      { document: 1, coder: 1, one: long, other: inner },
      { document: 1, coder: 1, one: long, other: late },
    ])
    expect(unitizingAlpha(documents).all.reason).toBe('overlapping_values')
    expect(codingAlpha(documents).all.reason).toBe('overlapping_values')
  })

  it('stay exact where sums pass what a number can hold', () => {
    const length = 60_000_000
    const half = (value: string) => [span(0, length / 2, value)]
    const documents = Array.from({ length: 9 }, () => ({ length, coders: [half('a'), half('a')] }))
    expect(unitizingAlpha(documents).all.value).toBe(1)
  })
})

describe('characters under a code', () => {
  it('are those counted one by one, own overlaps once', () => {
    fc.assert(
      fc.property(overlappingArb, (documents) => {
        const counted = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 }
        for (const { length, coders } of documents) {
          const isIn = (coder: number, at: number) =>
            coders[coder]!.some(({ start, end, value }) => value === 'a' && start <= at && at < end)
          for (let at = 0; at < length; at++) {
            if (isIn(0, at)) counted[isIn(1, at) ? 'both' : 'onlyFirst']++
            else counted[isIn(1, at) ? 'onlySecond' : 'neither']++
          }
        }
        expect(characterTable(documents, 'a')).toEqual(counted)
      }),
    )
  })

  it('lie within the document', () => {
    expect(() => characterTable([{ length: 5, coders: [[span(0, 6, 'a')], []] }], 'a')).toThrow(RangeError)
  })
})
