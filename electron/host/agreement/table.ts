import type { AgreementRow, AgreementTable } from '../../../shared/contract/agreement.ts'
import type { AgreementSettings } from '../../../shared/contract/agreement-settings.ts'
import type { MacroMean, CodeAgreement } from '../../../shared/agreement/code-agreement.ts'
import { codeAgreementTable } from '../../../shared/agreement/code-agreement.ts'
import { binaryTotal } from '../../../shared/agreement/binary-table.ts'
import { resampledUnit, type BootstrapInterval } from '../../../shared/agreement/cluster-bootstrap.ts'
import type { CodeIntervals } from '../../../shared/agreement/code-bootstrap.ts'
import { codePatterns, type CodePatterns } from '../../../shared/agreement/code-patterns.ts'
import { notEstimable } from '../../../shared/agreement/figure.ts'
import type { CodedDocument, Estimate, Figure } from '../../../shared/agreement/types.ts'
import { setRatingsOf } from '../../../shared/agreement/units.ts'
import type { CodeScheme } from './code-scheme.ts'
import { estimateOf, figureOf } from './estimates.ts'
import { inOneRow, inRows, type RatedDocument } from './read-coding.ts'
import { intervalsApart, setsApart } from './statistics.ts'
import type { SetAlphas } from './statistics-tasks.ts'

export function minimumShareOf({ touch }: AgreementSettings): number {
  return touch === 'half' ? 0.5 : 0
}

export function patternsOf(
  documents: readonly CodedDocument<number>[],
  codeIds: readonly number[],
  settings: AgreementSettings,
  cluster: 'document' | 'unit',
): CodePatterns<number> {
  return codePatterns(documents, codeIds, {
    level: settings.unit === 'character' ? 'character' : 'unit',
    minimumShare: minimumShareOf(settings),
    cluster,
  })
}

/** The agreement table of units that are rated. Intervals and sets are worked out in a worker; `signal` ends it. */
export async function agreementTable(
  documents: readonly RatedDocument[],
  scheme: CodeScheme,
  settings: AgreementSettings,
  signal: AbortSignal,
  progress: (done: number) => void,
): Promise<AgreementTable> {
  const { method, ...options } = settings.interval
  const cluster = method === 'bootstrap' ? resampledUnit(documents.length) : 'document'
  const patterns = patternsOf(
    documents.map((document) => inRows(document, scheme)),
    scheme.rowIds,
    settings,
    cluster,
  )
  const { rows, macro, pooled } = codeAgreementTable(patterns)
  const headlines = rows.flatMap(({ hasHeadline }, index) => (hasHeadline ? [index] : []))
  const [intervals, sets] = await Promise.all([
    method === 'bootstrap' && headlines.length > 0
      ? intervalsApart({ patterns, options: { ...options, headlines } }, signal, progress)
      : null,
    setsOf(documents, scheme, settings, signal),
  ])
  const mean = (name: Name, { mean: figure, of }: MacroMean) => ({
    ...estimateOf(figure, settings, intervals?.macro[name] ?? null),
    of,
  })
  return {
    rows: rows.map((row, index) => rowOf(row, scheme.rows[index]!.depth, settings, intervals?.codes[index] ?? null)),
    macro: {
      percent: mean('percent', macro.percent),
      positive: mean('positive', macro.positive),
      kappa: mean('kappa', macro.kappa),
      alpha: mean('alpha', macro.alpha),
      ac1: mean('ac1', macro.ac1),
    },
    pooled: figureOf(pooled),
    kappa: settings.coderIds.length === 2 ? 'cohen_one_versus_rest' : 'conger_one_versus_rest',
    sets,
  }
}

type Name = keyof CodeIntervals['macro']

function rowOf(
  row: CodeAgreement<number>,
  depth: number,
  settings: AgreementSettings,
  intervals: CodeIntervals['codes'][number] | null,
): AgreementRow {
  const { code: codeId, table, appliedUnits, hasHeadline, prevalence } = row
  const missing = notEstimable(
    binaryTotal(table) === 0 ? 'no_pairs' : appliedUnits === 0 ? 'never_applied' : 'too_few_units',
  )
  const estimate = (figure: Figure & Partial<Estimate>, interval: BootstrapInterval | null = null) =>
    estimateOf(hasHeadline ? figure : missing, settings, interval)
  return {
    codeId,
    depth,
    ...table,
    appliedUnits,
    hasHeadline,
    prevalence: figureOf(prevalence),
    percent: estimate(row.percent, intervals?.percent),
    positive: estimate(row.positive, intervals?.positive),
    negative: estimate(row.negative),
    kappa: estimate(row.kappa, intervals?.kappa),
    alpha: estimate(row.alpha, intervals?.alpha),
    ac1: estimate(row.ac1, intervals?.ac1),
  }
}

async function setsOf(
  documents: readonly RatedDocument[],
  scheme: CodeScheme,
  settings: AgreementSettings,
  signal: AbortSignal,
): Promise<AgreementTable['sets']> {
  if (settings.unit === 'character' || !settings.sets) return null
  const ratings = setRatingsOf(
    documents.map((document) => inOneRow(document, scheme)),
    minimumShareOf(settings),
  )
  const alphas = await setsApart({ ratings, codedOnly: settings.emptyUnits === 'left_out' }, signal)
  const of = (kind: keyof SetAlphas) => estimateOf(alphas[kind], settings, null)
  return {
    exact: of('exact'),
    jaccard: of('jaccard'),
    dice: of('dice'),
    masi: of('masi'),
    units: alphas.exact.units,
    emptyUnits: alphas.exact.emptyUnits,
  }
}
