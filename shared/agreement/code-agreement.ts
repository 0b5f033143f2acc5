import { countsOf } from './category-counts.ts'
import type { CodeEntries, CodePatterns } from './code-patterns.ts'
import { membersIn } from './code-patterns.ts'
import type { DocumentFilter } from './code-ratings.ts'
import { ratedSizes, ratingsOfCode } from './code-ratings.ts'
import { congerKappa } from './conger-kappa.ts'
import { meanOf, shareOf } from './figure.ts'
import { gwetAc } from './gwet-ac.ts'
import type { Alpha } from './krippendorff-alpha.ts'
import { krippendorffAlpha } from './krippendorff-alpha.ts'
import { percentAgreement } from './percent-agreement.ts'
import type { PooledKappa } from './pooled-kappa.ts'
import { pooledKappa } from './pooled-kappa.ts'
import { negativeAgreement, positiveAgreement } from './specific-agreement.ts'
import type { BinaryTable, Coefficient, Figure, Ratings, Value } from './types.ts'

/** With fewer applied units a code gets its counts and no headline. */
export const MINIMUM_APPLIED_UNITS = 5

/** Agreement on one code, applied or not applied. */
export interface CodeAgreement<V extends Value = Value> {
  readonly code: V
  /** Two coders: their table. More: the sum of the tables of all pairs, who is first decided by the order of coders. */
  readonly table: BinaryTable
  /** Units that two or more coders rated and at least one applied the code to, also where characters are counted. */
  readonly appliedUnits: number
  /** Whether that suffices for more than counts. */
  readonly hasHeadline: boolean
  /** Share of all ratings that apply the code. */
  readonly prevalence: Figure
  readonly percent: Coefficient
  readonly positive: Figure
  readonly negative: Figure
  /** One-versus-rest: Cohen's κ for two coders, Conger's for more. */
  readonly kappa: Coefficient
  readonly alpha: Alpha
  readonly ac1: Coefficient
}

export interface MacroMean {
  readonly mean: Figure
  /** Number of codes it is the mean of. */
  readonly of: number
}

export interface CodeAgreementTable<V extends Value = Value> {
  readonly rows: readonly CodeAgreement<V>[]
  /** Means over the codes with a headline whose figure can be estimated. */
  readonly macro: Readonly<Record<'percent' | 'positive' | 'kappa' | 'alpha' | 'ac1', MacroMean>>
  /** De Vries' pooled κ over the codes with a headline. */
  readonly pooled: PooledKappa
}

/**
 * The agreement table per code, over all documents or those that count. Standard errors inside are for independent
 * units: of no use for characters, and for turns too small.
 */
export function codeAgreementTable<V extends Value>(
  patterns: CodePatterns<V>,
  within?: DocumentFilter,
): CodeAgreementTable<V> {
  const sizes = ratedSizes(patterns, within)
  const paired = pairedDocuments(patterns, within)
  const rows = patterns.codes.map((code, index) =>
    agreementOn(code, ratingsOfCode(patterns, index, within, sizes), appliedUnitsIn(patterns.entries[index]!, paired)),
  )
  const headlines = rows.filter(({ hasHeadline }) => hasHeadline)
  const macro = (figure: (row: CodeAgreement<V>) => Figure): MacroMean => meanOf(headlines.map(figure))
  return {
    rows,
    macro: {
      percent: macro(({ percent }) => percent),
      positive: macro(({ positive }) => positive),
      kappa: macro(({ kappa }) => kappa),
      alpha: macro(({ alpha }) => alpha),
      ac1: macro(({ ac1 }) => ac1),
    },
    pooled: pooledKappa(
      headlines.flatMap(({ kappa: { observed, expected } }) =>
        observed === null || expected === null ? [] : [{ observed, expected }],
      ),
    ),
  }
}

/** Sum of the two-way tables of all pairs of coders, over the units both rated. */
export function pairTable(ratings: Required<Ratings<0 | 1>>): BinaryTable {
  const table = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 }
  ratings.rows.forEach((row, index) => {
    const times = ratings.times[index]!
    row.forEach((first, coder) => {
      if (first === null) return
      for (let other = coder + 1; other < row.length; other++) {
        const second = row[other]
        if (second === null || second === undefined) continue
        if (first === 1) table[second === 1 ? 'both' : 'onlyFirst'] += times
        else table[second === 1 ? 'onlySecond' : 'neither'] += times
      }
    })
  })
  return table
}

function agreementOn<V extends Value>(
  code: V,
  ratings: Required<Ratings<0 | 1>>,
  appliedUnits: number,
): CodeAgreement<V> {
  const counts = countsOf(ratings)
  const table = pairTable(ratings)
  let applied = 0
  let all = 0
  counts.rows.forEach(([no = 0, yes = 0], index) => {
    applied += counts.times[index]! * yes
    all += counts.times[index]! * (no + yes)
  })
  return {
    code,
    table,
    appliedUnits,
    hasHeadline: appliedUnits >= MINIMUM_APPLIED_UNITS,
    prevalence: shareOf(applied, all, 'empty'),
    percent: percentAgreement(counts),
    positive: positiveAgreement(table),
    negative: negativeAgreement(table),
    kappa: congerKappa(ratings),
    alpha: krippendorffAlpha(counts, 'nominal'),
    ac1: gwetAc(counts),
  }
}

/** Places of the documents that count and that two or more coders worked on. */
function pairedDocuments({ clusters }: CodePatterns, within: DocumentFilter = () => true): Set<number> {
  const paired = new Set<number>()
  clusters.document.forEach((document, cluster) => {
    if (membersIn(clusters.rated[cluster]!) >= 2 && within(document)) paired.add(document)
  })
  return paired
}

function appliedUnitsIn({ unitsOfDocument }: CodeEntries, documents: ReadonlySet<number>): number {
  let units = 0
  for (const [document, touched] of unitsOfDocument) if (documents.has(document)) units += touched
  return units
}
