import type { AgreementEstimate, AgreementFigure, AgreementResult } from '../../../shared/contract/agreement.ts'
import type { CoefficientName } from '../../../shared/contract/agreement-settings.ts'
import type { AgreementWords } from './agreement-words.ts'
import type { CsvCell } from './csv.ts'

/** An analysis as a table: one line per code, then what sums them up. Figures are raw; a reason stands where there is none. */
export interface AgreementLines {
  readonly heading: readonly string[]
  readonly lines: readonly (readonly CsvCell[])[]
  readonly totals: readonly (readonly CsvCell[])[]
}

const ORDER: readonly CoefficientName[] = ['percent', 'positive', 'negative', 'kappa', 'alpha', 'ac1']

export function agreementLines(result: AgreementResult, words: AgreementWords, language: string): AgreementLines {
  const nameOf = codeNames(result, language)
  if (result.spans !== null) return spanLines(result.spans, words, nameOf)
  if (result.continuum !== null) return continuumLines(result.continuum, words, nameOf)
  return tableLines(result, words, nameOf)
}

/** Label and name of a code, in the language if it has one there. */
export function codeNames({ codes }: AgreementResult, language: string): (codeId: number) => string {
  const byId = new Map(codes.map((code) => [code.id, code]))
  return (codeId) => {
    const code = byId.get(codeId)
    const name = code?.names[language] ?? Object.values(code?.names ?? {})[0]
    return [...new Set([code?.label, name])].filter(Boolean).join(' ')
  }
}

function tableLines(
  result: AgreementResult,
  words: AgreementWords,
  nameOf: (codeId: number) => string,
): AgreementLines {
  const { table, settings } = result
  const shown = ORDER.filter((name) => ALWAYS.has(name) || settings.coefficients.includes(name))
  const bounds = settings.interval.method === 'none' ? [] : [words.low, words.high]
  const cells = (figure: AgreementEstimate | undefined): CsvCell[] =>
    figure === undefined
      ? [null, ...bounds.map(() => null)]
      : [figure.value, ...(bounds.length === 0 ? [] : [figure.low, figure.high])]
  const macro: Partial<Record<CoefficientName, AgreementEstimate>> = table?.macro ?? {}
  const empty = (count: number): CsvCell[] => new Array<CsvCell>(count).fill(null)
  return {
    heading: [
      words.code,
      words.both,
      words.onlyFirst,
      words.onlySecond,
      words.neither,
      words.appliedUnits,
      words.prevalence,
      ...shown.flatMap((name) => [
        words.figures[name],
        ...bounds.map((bound) => `${words.figures[name]}${words.bound}${bound}`),
      ]),
      words.why,
    ],
    lines: (table?.rows ?? []).map((row) => [
      nameOf(row.codeId),
      row.both,
      row.onlyFirst,
      row.onlySecond,
      row.neither,
      row.appliedUnits,
      row.prevalence.value,
      ...shown.flatMap((name) => cells(row[name])),
      reasonIn(words, ...shown.map((name) => row[name])),
    ]),
    totals: [
      [words.mean, ...empty(6), ...shown.flatMap((name) => cells(macro[name])), null],
      [
        words.pooled,
        ...empty(6),
        ...shown.flatMap((name) => [
          name === 'kappa' ? (table?.pooled.value ?? null) : null,
          ...bounds.map(() => null),
        ]),
        reasonIn(words, table?.pooled),
      ],
    ],
  }
}

/** Never a coefficient corrected for chance alone. */
const ALWAYS: ReadonlySet<CoefficientName> = new Set(['percent', 'positive'])

function spanLines(
  { rows, total }: NonNullable<AgreementResult['spans']>,
  words: AgreementWords,
  nameOf: (codeId: number) => string,
): AgreementLines {
  const cells = ({ matches, first, second, f1 }: typeof total): CsvCell[] => [
    matches,
    first,
    second,
    f1.value,
    reasonIn(words, f1),
  ]
  return {
    heading: [words.code, words.matches, words.first, words.second, words.f1, words.why],
    lines: rows.map((row) => [nameOf(row.codeId), ...cells(row)]),
    totals: [[null, ...cells(total)]],
  }
}

function continuumLines(
  { rows, branches }: NonNullable<AgreementResult['continuum']>,
  words: AgreementWords,
  nameOf: (codeId: number) => string,
): AgreementLines {
  const values = new Map(branches.flatMap((branch) => branch.values.map((value) => [value.codeId, value] as const)))
  return {
    heading: [words.code, words.length, words.where, words.what, words.coverage, words.why],
    lines: rows.map(({ codeId, codedLength, codedOrNot }) => {
      const value = values.get(codeId)
      return [
        nameOf(codeId),
        codedLength,
        codedOrNot.value,
        value?.alpha.value ?? null,
        value?.coverage.value ?? null,
        reasonIn(words, codedOrNot, value?.alpha),
      ]
    }),
    totals: branches.map(({ codeId, codedLength, codedOrNot, coding, overlapCount }) => [
      `${nameOf(codeId)}: |uα, cuα`,
      codedLength,
      codedOrNot.value,
      coding.value,
      null,
      overlapCount > 0 ? `${words.overlaps} (${overlapCount})` : reasonIn(words, codedOrNot, coding),
    ]),
  }
}

/** Why there is no figure; null where there is one. */
export function reasonIn(words: AgreementWords, ...figures: (AgreementFigure | undefined)[]): string | null {
  const reason = figures.map((figure) => figure?.reason ?? null).find((own) => own !== null) ?? null
  return reason === null ? null : words.reasons[reason]
}
