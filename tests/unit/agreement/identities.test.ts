import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brennanPrediger } from '../../../shared/agreement/brennan-prediger.ts'
import { countsOf, tableOf } from '../../../shared/agreement/category-counts.ts'
import { cohenKappa } from '../../../shared/agreement/cohen-kappa.ts'
import { congerKappa } from '../../../shared/agreement/conger-kappa.ts'
import { fleissKappa } from '../../../shared/agreement/fleiss-kappa.ts'
import { gwetAc } from '../../../shared/agreement/gwet-ac.ts'
import { krippendorffAlpha } from '../../../shared/agreement/krippendorff-alpha.ts'
import { lightKappa } from '../../../shared/agreement/light-kappa.ts'
import { percentAgreement } from '../../../shared/agreement/percent-agreement.ts'
import { percentUnanimous } from '../../../shared/agreement/percent-unanimous.ts'
import { scottPi } from '../../../shared/agreement/scott-pi.ts'
import type { Estimate, Figure, Ratings } from '../../../shared/agreement/types.ts'
import { weightedKappa, weightedKappaOfDisagreement } from '../../../shared/agreement/weighted-kappa.ts'
import { identityWeights, linearWeights, quadraticWeights } from '../../../shared/agreement/weights.ts'
import { ratingsArb } from './arbitraries.ts'

const metrics = ['nominal', 'ordinal', 'interval', 'ratio'] as const

/** Everything there is to say about ratings. */
function allOf(ratings: Ratings<number>): Record<string, Figure> {
  const counts = countsOf(ratings)
  return {
    percent: percentAgreement(counts),
    unanimous: percentUnanimous(counts),
    fleiss: fleissKappa(counts),
    conger: congerKappa(ratings),
    light: lightKappa(ratings),
    brennanPrediger: brennanPrediger(counts),
    ac1: gwetAc(counts),
    ac2: gwetAc(counts, { weights: quadraticWeights(counts.values) }),
    ...Object.fromEntries(metrics.map((metric) => [metric, krippendorffAlpha(counts, metric)])),
  }
}

function expectSame(ones: Record<string, Figure>, others: Record<string, Figure>): void {
  for (const [name, one] of Object.entries(ones)) {
    const other = others[name]!
    expect({ name, reason: other.reason }).toEqual({ name, reason: one.reason })
    if (one.value !== null) expect(other.value, name).toBeCloseTo(one.value, 9)
    const [se, otherSe] = [(one as Estimate).standardError ?? 0, (other as Estimate).standardError ?? 0]
    expect(otherSe, `standard error of ${name}`).toBeCloseTo(se, 9)
  }
}

const relabelled = (ratings: Required<Ratings<number>>, to: (value: number) => number): Ratings<number> => ({
  ...ratings,
  rows: ratings.rows.map((row) => row.map((value) => (value === null ? null : to(value)))),
})

describe('any coefficient', () => {
  it('is a number, or has a reason: never NaN, never both', () => {
    fc.assert(
      fc.property(ratingsArb({ missing: true }), (ratings) => {
        for (const figure of Object.values(allOf(ratings))) {
          expect(figure.value === null).toBe(figure.reason !== null)
          if (figure.value !== null) expect(figure.value).toSatisfy(Number.isFinite)
          const { standardError } = figure as Estimate
          if (typeof standardError === 'number') expect(standardError).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  it('does not depend on the order of coders or of units', () => {
    fc.assert(
      fc.property(ratingsArb({ missing: true }), (ratings) => {
        const rows = ratings.rows.map((row) => row.toReversed()).toReversed()
        expectSame(allOf(ratings), allOf({ ...ratings, rows }))
      }),
    )
  })

  it('does not depend on what categories are called, if it takes them as names', () => {
    fc.assert(
      fc.property(ratingsArb({ missing: true }), (ratings) => {
        const highest = Math.max(...ratings.values)
        const turned = relabelled(ratings, (value) => (value % highest) + 1)
        const { ordinal: _, interval: __, ratio: ___, ac2: ____, ...nominal } = allOf(ratings)
        expectSame(nominal, allOf(turned))
      }),
    )
  })

  it('counts a row that stands for three units as three', () => {
    fc.assert(
      fc.property(ratingsArb({ missing: true }), (ratings) => {
        const { light: _, ...once } = allOf({ ...ratings, times: ratings.times.map(() => 3) })
        const thrice = { ...ratings, rows: ratings.rows.flatMap((row) => [row, row, row]) }
        expectSame(once, allOf({ rows: thrice.rows, values: thrice.values }))
      }),
    )
  })
})

describe('identities for complete ratings', () => {
  const complete = ratingsArb({ missing: false })

  it('α = κ_F + (1 − κ_F)/(n r); for two coders the same with π', () => {
    fc.assert(
      fc.property(complete, (ratings) => {
        const coders = ratings.rows[0]!.length
        const { value: alpha } = krippendorffAlpha(countsOf(ratings), 'nominal')
        const { value: kappa } = fleissKappa(countsOf(ratings))
        fc.pre(alpha !== null && kappa !== null)
        expect(alpha).toBeCloseTo(kappa + (1 - kappa) / (ratings.rows.length * coders), 9)
        if (coders === 2) expect(scottPi(tableOf(ratings, 0, 1)).value).toBeCloseTo(kappa, 9)
      }),
    )
  })

  it('interval α is Fleiss with quadratic weights and the same small-sample term', () => {
    fc.assert(
      fc.property(complete, (ratings) => {
        const counts = countsOf(ratings)
        const { value: alpha } = krippendorffAlpha(counts, 'interval')
        const { value: kappa } = fleissKappa(counts, { weights: quadraticWeights(ratings.values) })
        fc.pre(alpha !== null && kappa !== null)
        expect(alpha).toBeCloseTo(kappa + (1 - kappa) / (ratings.rows.length * ratings.rows[0]!.length), 9)
      }),
    )
  })

  it('Conger = Cohen for two coders, but for the n of the standard error', () => {
    fc.assert(
      fc.property(complete, (ratings) => {
        const two = { ...ratings, rows: ratings.rows.map((row) => row.slice(0, 2)) }
        const cohen = cohenKappa(tableOf(two, 0, 1))
        const conger = congerKappa(two)
        expect(conger.reason).toBe(cohen.reason)
        if (cohen.value === null) return
        expect(conger.value).toBeCloseTo(cohen.value, 9)
        // The table form divides by n² what the other divides by n(n − 1).
        const correction = Math.sqrt((two.rows.length - 1) / two.rows.length)
        expect(cohen.standardError).toBeCloseTo((conger.standardError ?? 0) * correction, 9)
      }),
    )
  })

  it('Brennan–Prediger with two categories is 2p_o − 1', () => {
    fc.assert(
      fc.property(complete, (ratings) => {
        const counts = countsOf({ ...relabelled(ratings, (value) => Math.min(value, 2)), values: [1, 2] })
        expect(brennanPrediger(counts).value).toBeCloseTo(2 * (percentAgreement(counts).value ?? 0) - 1, 9)
      }),
    )
  })

  it('identity weights change nothing; weights W and disagreements 1 − W say the same', () => {
    fc.assert(
      fc.property(complete, (ratings) => {
        const counts = countsOf(ratings)
        const table = tableOf(ratings, 0, 1)
        const identity = identityWeights(ratings.values.length)
        expect(gwetAc(counts, { weights: identity })).toEqual(gwetAc(counts))
        expect(weightedKappa(table, identity)).toEqual(cohenKappa(table))
        const weights = linearWeights(ratings.values)
        const byCredit = weightedKappa(table, weights)
        const byBlame = weightedKappaOfDisagreement(
          table,
          weights.map((row) => row.map((weight) => 1 - weight)),
        )
        expect(byBlame.reason).toBe(byCredit.reason)
        if (byCredit.value !== null) expect(byBlame.value).toBeCloseTo(byCredit.value, 9)
      }),
    )
  })
})

describe('units rated once', () => {
  it('leave α as it is', () => {
    fc.assert(
      fc.property(ratingsArb({ missing: true }), (ratings) => {
        const rows = ratings.rows.filter((row) => row.filter((value) => value !== null).length >= 2)
        for (const metric of metrics) {
          const all = krippendorffAlpha(countsOf(ratings), metric)
          expectSame({ metric: all }, { metric: krippendorffAlpha(countsOf({ ...ratings, rows }), metric) })
        }
      }),
    )
  })

  it('move the chance agreement of AC1 and Fleiss', () => {
    const rows = [
      ['a', 'a'],
      ['b', 'b'],
      ['a', 'b'],
      ['a', 'a'],
    ]
    const more = [...rows, ['b', null], [null, 'b']]
    for (const coefficient of [gwetAc, fleissKappa]) {
      expect(coefficient(countsOf({ rows })).expected).not.toBe(coefficient(countsOf({ rows: more })).expected)
    }
  })
})

describe('what cannot be estimated', () => {
  const counts = (rows: (string | null)[][]) => countsOf({ rows, values: ['a', 'b'] })

  it('says so where nobody varies, beside a percent agreement of 100 %', () => {
    const same = counts([
      ['a', 'a'],
      ['a', 'a'],
    ])
    expect(krippendorffAlpha(same, 'nominal').reason).toBe('no_variation')
    expect(fleissKappa(same)).toMatchObject({ value: null, reason: 'no_variation', observed: 1, expected: 1 })
    expect(percentAgreement(same).value).toBe(1)
    // These two do not divide by zero here: chance is one in the declared categories, or none.
    expect([brennanPrediger(same).value, gwetAc(same).value]).toEqual([1, 1])
  })

  it('says so where no unit has two ratings, or there is none at all', () => {
    for (const rows of [
      [
        ['a', null],
        [null, 'b'],
      ],
      [[null, null]],
      [],
    ]) {
      expect(krippendorffAlpha(counts(rows), 'nominal').reason).toBe('no_pairs')
      expect(percentAgreement(counts(rows)).reason).toBe('no_pairs')
      expect(gwetAc(counts(rows)).reason).toBe('no_pairs')
      expect(congerKappa({ rows }).reason).toBe('no_pairs')
    }
  })

  it('says so where values do not fit the metric', () => {
    expect(krippendorffAlpha(counts([['a', 'b']]), 'interval').reason).toBe('not_on_scale')
    expect(krippendorffAlpha(countsOf({ rows: [[-1, 1]] }), 'ratio').reason).toBe('not_on_scale')
  })

  it('has no standard error for a single unit', () => {
    expect(percentAgreement(counts([['a', 'a']]))).toMatchObject({ value: 1, standardError: null })
  })
})
