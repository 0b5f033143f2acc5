import type { AgreementEstimate, AgreementResult } from '../contract/agreement.ts'
import type { CoefficientName } from '../contract/agreement-settings.ts'
import { MINIMUM_APPLIED_UNITS } from './code-agreement.ts'
import { digits, figureText } from './figure-text.ts'
import type { MethodsWords } from './methods-words.ts'
import { en, zh } from './methods-words.ts'
import { SCALES } from './scales.ts'

type Facts = Omit<AgreementResult, 'sentences'>

/**
 * What a paper says of the analysis, ready to paste: who coded what, how it was rated, the figures with their intervals,
 * and what was left out. Everything that moves a figure is named. English, or Chinese for `zh`.
 */
export function methodsSentence(facts: Facts, language: 'en' | 'zh-CN'): string {
  const words = language === 'en' ? en : zh
  return [
    words.who(
      facts.coders.map(({ name }) => name),
      facts.documents.length,
      villagesIn(facts),
    ),
    unitOf(facts, words),
    ...tableOf(facts, words),
    ...spansOf(facts, words),
    ...continuumOf(facts, words),
    ...(facts.leftOut.length > 0 ? [words.leftOut(facts.leftOut.length)] : []),
    ...(facts.warnings.includes('missing_ratings') ? [words.missing] : []),
    ...(facts.warnings.includes('unfinished') ? [words.unfinished] : []),
    words.software(facts.version),
  ].join(words.between)
}

function villagesIn({ documents }: Facts): number {
  return new Set(documents.flatMap(({ villageId }) => (villageId === null ? [] : [villageId]))).size
}

function unitOf({ settings, units, table, spans, continuum }: Facts, words: MethodsWords): string {
  const { unit, touch, rollUp, interviewers, polarity } = settings
  const codes = table?.rows.length ?? spans?.rows.length ?? continuum?.rows.length ?? 0
  return words.how({
    codes,
    rollUp,
    unit,
    units,
    half: touch === 'half' && unit !== 'character',
    interviewers,
    affirmed: polarity === 'affirmed',
    version: settings.version === 'originals' ? null : settings.version,
  })
}

function tableOf({ table, settings, cluster }: Facts, words: MethodsWords): string[] {
  if (table === null) return []
  const headlines = table.rows.filter(({ hasHeadline }) => hasHeadline)
  if (headlines.length === 0) return [words.noHeadline(MINIMUM_APPLIED_UNITS)]
  const asked = new Set<CoefficientName>([...settings.coefficients, 'percent', 'positive'])
  const order = ['alpha', 'kappa', 'ac1', 'percent', 'positive'] as const
  const figures = order
    .filter((name) => asked.has(name))
    .map((name) => {
      const { of, ...mean } = table.macro[name]
      const values = headlines.flatMap((row) => (row[name].value === null ? [] : [row[name].value]))
      const label = name === 'kappa' ? words.kappas[table.kappa] : words.coefficients[name]
      return words.figure(label, shown(mean, words, name), rangeOf(values, name), of < headlines.length ? of : null)
    })
  const { method, replicates, seed, level } = settings.interval
  const interval = { percent: digits(level * 100, 1).replace(/\.0$/, ''), replicates, seed }
  return [
    words.means(headlines.length, MINIMUM_APPLIED_UNITS, figures),
    ...(asked.has('kappa') && table.pooled.value !== null ? [words.pooled(digits(table.pooled.value, 2))] : []),
    ...(table.sets === null || table.sets.masi.value === null
      ? []
      : [words.sets(digits(table.sets.masi.value, 2), settings.emptyUnits === 'counted', table.sets.emptyUnits)]),
    ...(method === 'bootstrap' && cluster !== null ? [words.bootstrap(interval, cluster, settings.unit)] : []),
    ...(method === 'analytic' && settings.unit !== 'character' ? [words.analytic(interval)] : []),
    ...(settings.scale === null ? [] : [words.scale(SCALES[settings.scale].source)]),
  ]
}

function spansOf({ spans, settings }: Facts, words: MethodsWords): string[] {
  if (spans === null) return []
  const { f1, matches, first, second } = spans.total
  if (f1.value === null) return [words.noHeadline(1)]
  return [words.spans(digits(f1.value, 2), matches, first, second, digits(settings.overlap, 2))]
}

function continuumOf({ continuum }: Facts, words: MethodsWords): string[] {
  if (continuum === null) return []
  const values = continuum.rows.flatMap(({ codedOrNot }) => (codedOrNot.value === null ? [] : [codedOrNot.value]))
  if (values.length === 0) return [words.noHeadline(1)]
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return [words.continuum(continuum.length, values.length, digits(mean, 2), rangeOf(values, 'alpha'))]
}

function shown({ value, low, high }: AgreementEstimate, words: MethodsWords, name: CoefficientName): string {
  if (value === null) return words.notEstimable
  const figure = figureText(value, name)
  return low === null || high === null ? figure : words.interval(figure, figureText(low, name), figureText(high, name))
}

function rangeOf(values: readonly number[], name: CoefficientName): readonly [string, string] | null {
  if (values.length < 2) return null
  return [figureText(Math.min(...values), name), figureText(Math.max(...values), name)]
}
