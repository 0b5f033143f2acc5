import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { characterTable } from '../../../shared/agreement/character-table.ts'
import { codeAgreementTable } from '../../../shared/agreement/code-agreement.ts'
import { bootstrapCodes } from '../../../shared/agreement/code-bootstrap.ts'
import { codePatterns, MAXIMUM_CODERS } from '../../../shared/agreement/code-patterns.ts'
import { ratingsOfCode } from '../../../shared/agreement/code-ratings.ts'
import { codeFigures, FIGURES, sumsOfCode, totalsOf } from '../../../shared/agreement/code-sums.ts'
import type { CodedDocument } from '../../../shared/agreement/types.ts'
import { touchedUnits } from '../../../shared/agreement/units.ts'
import { overlappingArb } from './arbitraries.ts'

const codes = ['a', 'b', 'c', 'unused']
const levels = ['unit', 'character'] as const
const clusters = ['document', 'unit'] as const

/** Documents in units of seven characters with gaps between, some of whose coders did not finish. */
const studyArb = fc
  .tuple(overlappingArb, fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }))
  .map(([documents, isMissing]) =>
    documents.map(({ length, coders }, place): CodedDocument<string> => ({
      units: Array.from({ length: Math.ceil(length / 9) }, (_, unit) => ({
        start: unit * 9,
        end: Math.min(unit * 9 + 7, length),
      })),
      coders: coders.map((spans, coder) => (isMissing[place * 4 + coder] === true && coder > 0 ? null : spans)),
    })),
  )

/** Rows of 0, 1 and missing, one per unit or character, in any order. */
function ratingsOneByOne(documents: readonly CodedDocument<string>[], code: string, level: (typeof levels)[number]) {
  return documents.flatMap(({ units, coders }) => {
    const own = coders.map((spans) => spans?.filter(({ value }) => value === code) ?? null)
    if (level === 'unit') {
      return units.map((_, unit) =>
        own.map((spans) => (spans === null ? null : touchedUnits(spans, units, 0).includes(unit) ? 1 : 0)),
      )
    }
    return units.flatMap(({ start, end }) =>
      Array.from({ length: end - start }, (_, at) =>
        own.map((spans) =>
          spans === null ? null : spans.some((span) => span.start <= start + at && start + at < span.end) ? 1 : 0,
        ),
      ),
    )
  })
}

describe('patterns of a code', () => {
  it.each(levels)('are those counted one %s at a time', (level) => {
    fc.assert(
      fc.property(studyArb, fc.constantFrom(...clusters), (documents, cluster) => {
        const patterns = codePatterns(documents, codes, { level, minimumShare: 0, cluster })
        codes.forEach((code, index) => {
          const { rows, times } = ratingsOfCode(patterns, index)
          const expanded = rows.flatMap((row, at) => Array.from({ length: times[at]! }, () => row.join()))
          const oneByOne = ratingsOneByOne(documents, code, level).map((row) => row.join())
          expect(expanded.sort()).toEqual(oneByOne.sort())
        })
      }),
    )
  })

  it('are limited in coders, and want units in order', () => {
    const options = { level: 'unit', minimumShare: 0, cluster: 'document' } as const
    const coders = Array.from({ length: MAXIMUM_CODERS + 1 }, () => [])
    expect(() => codePatterns([{ units: [], coders }], codes, options)).toThrow(RangeError)
    expect(MAXIMUM_CODERS).toBeLessThan(32)
    const last = codePatterns(
      [{ units: [{ start: 0, end: 5 }], coders: coders.slice(1).map(() => [{ start: 0, end: 2, value: 'a' }]) }],
      ['a'],
      { ...options, level: 'character' },
    )
    expect(codeAgreementTable(last).rows[0]?.positive.value).toBe(1)
  })
})

describe('the table per code', () => {
  it('has the four counts of two coders', () => {
    fc.assert(
      fc.property(overlappingArb, (documents) => {
        const two = documents.map(({ length, coders }) => ({ length, coders: coders.slice(0, 2) }))
        const coded = two.map(({ length, coders }) => ({ units: [{ start: 0, end: length }], coders }))
        const patterns = codePatterns(coded, codes, { level: 'character', minimumShare: 0, cluster: 'document' })
        codeAgreementTable(patterns).rows.forEach(({ code, table }) => {
          expect(table).toEqual(characterTable(two, code))
        })
      }),
    )
  })

  const spans = (...starts: number[]) => starts.map((start) => ({ start, end: start + 2, value: 'a' }))
  const units = Array.from({ length: 10 }, (_, unit) => ({ start: unit * 10, end: unit * 10 + 10 }))
  const documents: CodedDocument<string>[] = [
    { units, coders: [spans(0, 10, 20, 21, 30), spans(0, 10, 20), null] },
    { units, coders: [spans(), spans(90), spans(90)] },
    { units, coders: [spans(0, 10, 20, 30, 40), null, null] },
  ]
  const patterns = codePatterns(documents, ['a', 'b'], { level: 'unit', minimumShare: 0, cluster: 'document' })

  it('counts own overlaps once, takes unfinished documents as missing, and sums over pairs of coders', () => {
    const [a] = codeAgreementTable(patterns).rows
    expect(a?.table).toEqual({ both: 4, onlyFirst: 1, onlySecond: 2, neither: 33 })
    expect(a).toMatchObject({ appliedUnits: 5, hasHeadline: true, prevalence: { value: 14 / 60 } })
    expect(a?.percent.value).toBeCloseTo((9 + 10 + 1 / 3 - 1) / 20, 12)
  })

  it('has counts but no headline for fewer than five applied units, and leaves such codes out of the means', () => {
    const { rows, macro } = codeAgreementTable(patterns)
    expect(rows[1]).toMatchObject({ appliedUnits: 0, hasHeadline: false, percent: { value: 1 } })
    expect(rows[1]?.alpha.reason).toBe('no_variation')
    expect(macro.percent).toEqual({ mean: { value: rows[0]?.percent.value, reason: null }, of: 1 })
  })

  it('can be had of some documents', () => {
    const of = codeAgreementTable(patterns, (document) => document === 1)
    const [a] = codeAgreementTable(
      codePatterns([documents[1]!], ['a', 'b'], { level: 'unit', minimumShare: 0, cluster: 'document' }),
    ).rows
    expect(of.rows[0]).toEqual(a)
    expect(codeAgreementTable(patterns, () => false).rows[0]?.alpha.reason).toBe('no_pairs')
  })
})

describe('the bootstrap of all codes', () => {
  it.each(levels)('makes the figures of the table from sums per cluster (%s)', (level) => {
    fc.assert(
      fc.property(studyArb, fc.constantFrom(...clusters), (documents, cluster) => {
        const patterns = codePatterns(documents, codes, { level, minimumShare: 0, cluster })
        const weights = new Int32Array(patterns.clusters.document.length).fill(1)
        const figures = new Float64Array(FIGURES.length)
        codeAgreementTable(patterns).rows.forEach((row, code) => {
          codeFigures(sumsOfCode(patterns, code), weights, totalsOf(patterns, weights), figures)
          FIGURES.forEach((name, index) => {
            const { value } = row[name]
            if (value === null) expect(figures[index], name).toBeNaN()
            else expect(figures[index], name).toBeCloseTo(value, 9)
          })
        })
      }),
    )
  })

  it('weighs a document drawn twice like two documents', () => {
    fc.assert(
      fc.property(studyArb, ([first, ...rest]) => {
        const of = (documents: CodedDocument<string>[]) =>
          codePatterns(documents, codes, { level: 'unit', minimumShare: 0, cluster: 'document' })
        const twice = of([first!, ...rest])
        const weights = Int32Array.from([2, ...rest.map(() => 0)])
        const figures = new Float64Array(FIGURES.length)
        codeAgreementTable(of([first!, first!])).rows.forEach(({ alpha, positive }, code) => {
          codeFigures(sumsOfCode(twice, code), weights, totalsOf(twice, weights), figures)
          expect(figures[FIGURES.indexOf('alpha')]).toEqual(alpha.value === null ? NaN : expect.closeTo(alpha.value, 9))
          expect(figures[FIGURES.indexOf('positive')]).toEqual(positive.value ?? NaN)
        })
      }),
    )
  })

  const span = (start: number, value: string) => ({ start, end: start + 5, value })
  const units = Array.from({ length: 8 }, (_, unit) => ({ start: unit * 10, end: unit * 10 + 10 }))
  const study = Array.from({ length: 20 }, (_, place): CodedDocument<string> => ({
    units,
    coders: [
      [span(0, 'a'), span(10 * (place % 7), 'a'), ...(place === 3 ? [span(40, 'b')] : [])],
      [span(0, 'a'), span(10 * (place % 5), 'a'), ...(place === 3 ? [span(40, 'b')] : [])],
    ],
  }))
  const patterns = codePatterns(study, ['a', 'b'], { level: 'unit', minimumShare: 0, cluster: 'document' })
  const options = { replicates: 500, seed: 7, level: 0.95 }

  it('gives the same for the same seed, and encloses the figure', () => {
    const one = bootstrapCodes(patterns, options)
    expect(bootstrapCodes(patterns, options)).toEqual(one)
    expect(bootstrapCodes(patterns, { ...options, seed: 8 })).not.toEqual(one)
    const { value } = codeAgreementTable(patterns).rows[0]!.alpha
    expect(one.codes[0]!.alpha.low).toBeLessThan(value!)
    expect(one.codes[0]!.alpha.high).toBeGreaterThan(value!)
    expect(one).toMatchObject({ replicates: 500, seed: 7, level: 0.95, clusters: 20 })
  })

  it('counts replicates in which a code does not occur, and makes no figure of them', () => {
    const { codes: intervals, macro } = bootstrapCodes(patterns, options)
    // One document in twenty: it is missing from (19/20)^20 = 36 % of the replicates.
    expect(intervals[1]!.positive.undefinedReplicates / 500).toBeGreaterThan(0.28)
    expect(intervals[1]!.positive.undefinedReplicates / 500).toBeLessThan(0.44)
    expect(intervals[1]!.positive).toMatchObject({ low: 1, high: 1 })
    expect(intervals[1]!.percent.undefinedReplicates).toBe(0)
    expect(macro.positive.undefinedReplicates).toBe(0)
    const alone = bootstrapCodes(patterns, { ...options, headlines: [0] })
    expect(alone.macro).toEqual(alone.codes[0])
  })

  it('draws units within their documents where those are few', () => {
    const few = codePatterns(study.slice(4, 8), ['a'], { level: 'unit', minimumShare: 0, cluster: 'unit' })
    const within = bootstrapCodes(few, { ...options, within: (document) => document < 2 })
    expect(within.clusters).toBe(16)
    expect(within.codes[0]!.alpha.low).toBeLessThan(within.codes[0]!.alpha.high!)
    // Where one document has nothing but agreement and the other nothing but disagreement, so has every replicate.
    const opposed: CodedDocument<string>[] = [
      { units, coders: [[], []] },
      { units, coders: [units.map(({ start }) => span(start, 'a')), []] },
    ]
    const fixed = bootstrapCodes(
      codePatterns(opposed, ['a'], { level: 'unit', minimumShare: 0, cluster: 'unit' }),
      options,
    )
    expect(fixed.codes[0]!.percent).toEqual({ low: 0.5, high: 0.5, undefinedReplicates: 0 })
  })

  it('draws documents where each is a single unit, however few', () => {
    const whole = study.slice(4, 8).map(({ coders }) => ({ units: [{ start: 30, end: 60 }], coders }))
    const [unit, document] = clusters.map((cluster) =>
      bootstrapCodes(codePatterns(whole, ['a'], { level: 'unit', minimumShare: 0, cluster }), options),
    )
    expect(unit).toEqual(document)
    expect(unit!.codes[0]!.percent.low).toBeLessThan(unit!.codes[0]!.percent.high!)
  })

  it('tells how far it is, and stops when told to', () => {
    const done: number[] = []
    bootstrapCodes(patterns, { ...options, replicates: 150, onProgress: (count) => done.push(count) })
    expect(done).toEqual([50, 100, 150])
    const stop = () => {
      throw new Error('cancelled')
    }
    expect(() => bootstrapCodes(patterns, { ...options, onProgress: stop })).toThrow('cancelled')
  })
})
