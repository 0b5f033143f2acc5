import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { oneVersusRest, twoWay } from '../../../shared/agreement/binary-table.ts'
import { countsOfTable } from '../../../shared/agreement/category-counts.ts'
import { cohenKappa, largestKappa } from '../../../shared/agreement/cohen-kappa.ts'
import { holsti, holstiComposite } from '../../../shared/agreement/holsti.ts'
import { categorySpecificKappa, oneVersusRestCohen } from '../../../shared/agreement/one-versus-rest.ts'
import { pooledKappa, pooledKappaOfTables } from '../../../shared/agreement/pooled-kappa.ts'
import { biasIndex, pabak, prevalenceIndex } from '../../../shared/agreement/prevalence-bias.ts'
import { jaccardAgreement, negativeAgreement, positiveAgreement } from '../../../shared/agreement/specific-agreement.ts'
import type { BinaryTable } from '../../../shared/agreement/types.ts'
import { tableArb } from './arbitraries.ts'

const kappaOf = (table: BinaryTable) => cohenKappa(twoWay(table))

describe('one code, two coders', () => {
  it('κ comes to F1 as the uncoded rest grows, and stays below it', () => {
    fc.assert(
      fc.property(tableArb, (table) => {
        fc.pre(table.both + table.onlyFirst > 0 && table.both + table.onlySecond > 0)
        const f1 = positiveAgreement(table).value ?? NaN
        expect(kappaOf({ ...table, neither: 1e9 }).value).toBeCloseTo(f1, 5)
        expect(kappaOf(table).value ?? 0).toBeLessThanOrEqual(f1 + 1e-12)
      }),
    )
  })

  it('κ on coded text only is never positive', () => {
    fc.assert(
      fc.property(tableArb, (table) => {
        const { onlyFirst: b, onlySecond: c, both: a } = table
        const { value } = kappaOf({ ...table, neither: 0 })
        fc.pre(value !== null)
        expect(value).toBeLessThanOrEqual(1e-12)
        expect(value).toBeCloseTo((-2 * b * c) / ((a + b) * b + (a + c) * c), 9)
      }),
    )
  })

  it('Jaccard is F1/(2 − F1); the two agreements change places with the code and its absence', () => {
    fc.assert(
      fc.property(tableArb, (table) => {
        const f1 = positiveAgreement(table)
        expect(jaccardAgreement(table).reason).toBe(f1.reason)
        if (f1.value !== null) expect(jaccardAgreement(table).value).toBeCloseTo(f1.value / (2 - f1.value), 9)
        const turned = { ...table, both: table.neither, neither: table.both }
        expect(negativeAgreement(turned).value).toBe(f1.value)
      }),
    )
  })

  it('κ follows from prevalence, bias and PABAK (Byrt, Bishop & Carlin)', () => {
    fc.assert(
      fc.property(tableArb, (table) => {
        const { value } = kappaOf(table)
        fc.pre(value !== null)
        const [p, b, k] = [prevalenceIndex(table), biasIndex(table), pabak(table)].map((index) => index.value ?? NaN)
        expect(value).toBeCloseTo((k! - p! ** 2 + b! ** 2) / (1 - p! ** 2 + b! ** 2), 9)
      }),
    )
  })

  it('κ is at most what the margins allow', () => {
    fc.assert(
      fc.property(tableArb, (table) => {
        const { value } = kappaOf(table)
        fc.pre(value !== null)
        expect(largestKappa(twoWay(table)).value).toBeGreaterThanOrEqual(value - 1e-12)
      }),
    )
  })

  it('an unused code has no positive agreement, a code that is everywhere no negative one', () => {
    const none = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 9 }
    expect([positiveAgreement(none).reason, jaccardAgreement(none).reason]).toEqual(['never_applied', 'never_applied'])
    expect(negativeAgreement({ ...none, both: 9, neither: 0 }).reason).toBe('always_applied')
    expect(kappaOf(none).reason).toBe('no_variation')
    expect(pabak({ ...none, neither: 0 }).reason).toBe('no_pairs')
  })
})

describe('κ per category', () => {
  // Cohen 1960: the first coder uses the first category far more often than the second.
  const table = [
    [88, 14, 18],
    [10, 40, 10],
    [2, 6, 12],
  ]

  it('differs by whether margins are pooled, so the two have names of their own', () => {
    expect(oneVersusRest(table, 0)).toEqual({ both: 88, onlyFirst: 32, onlySecond: 12, neither: 68 })
    expect(categorySpecificKappa(countsOfTable(table), 0).value).toBeCloseTo(5 / 9, 9)
    expect(oneVersusRestCohen(table, 0).value).toBeCloseTo(0.56, 9)
  })
})

describe('several codes together', () => {
  it('pooled κ takes the mean of agreements, and leaves out codes without a common unit', () => {
    const tables = [
      [
        [20, 5],
        [10, 15],
      ],
      [
        [0, 0],
        [0, 0],
      ],
    ]
    expect(pooledKappaOfTables(tables).value).toBeCloseTo(0.4, 9)
    expect(pooledKappa([]).reason).toBe('empty')
  })

  it("Holsti's composite rises with the number of coders", () => {
    const pairs = [holsti(35, 50, 50), holsti(30, 50, 50)]
    expect(holstiComposite(2, [pairs[0]!]).value).toBeCloseTo(1.4 / 1.7, 9)
    expect(holstiComposite(3, pairs).value).toBeCloseTo((3 * 0.65) / 2.3, 9)
    expect([holsti(0, 0, 0).reason, holstiComposite(2, [holsti(0, 0, 0)]).reason]).toEqual([
      'never_applied',
      'never_applied',
    ])
  })
})
