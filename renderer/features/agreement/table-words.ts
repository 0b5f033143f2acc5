import { useMemo } from 'react'
import type { AgreementCell, AgreementResult, AgreementRow } from '../../../shared/contract/agreement.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { codeTitle } from '../coding/code-names.ts'
import { useCodebook } from '../coding/use-codebook.ts'
import { useCoders } from '../coding/use-coders.ts'
import type { ColumnName } from './code-lines.ts'
import { isCount } from './code-lines.ts'
import { useAgreementWords } from './figures/use-agreement-words.ts'

export interface TableWords {
  /** Head of a column, short: counts are called by the coders' initials. */
  head(column: ColumnName): string
  /** What a column says, in a sentence. */
  explain(column: ColumnName): string
  code(codeId: number): string
  /** What a count counts, with the code: the heading of its passages. */
  count(codeId: number, cell: AgreementCell | 'neither'): string
  /** A cell in words, as the line below the table says it. */
  cell(row: AgreementRow, column: ColumnName): string
}

/** The words of the table per code. */
export function useTableWords(result: AgreementResult): TableWords {
  const t = useT('agreement')
  const words = useAgreementWords()
  const language = useLanguage()
  const format = useFormat()
  const { byId: codes } = useCodebook()
  const { byId: coders } = useCoders()
  return useMemo(() => {
    const { settings } = result
    const isPair = result.coders.length === 2
    const [first, second] = result.coders.map(({ id, name }) => coders.get(id) ?? { name, initials: name })
    const pair = { first: first?.name ?? '', second: second?.name ?? '' }
    const many = isPair ? '' : 'OfPairs'
    const code = (codeId: number): string => {
      const known = codes.get(codeId)
      return known === undefined ? '' : codeTitle(known, language)
    }
    const explain = (column: ColumnName): string => {
      if (column === 'prevalence') return t('table.explain.prevalence')
      if (isCount(column)) return t(`table.explain.${column}${many}`, pair)
      return words.explain(column)
    }
    const count: TableWords['count'] = (codeId, cell) =>
      t(`table.counted.${cell}${many}`, { code: code(codeId), unit: words.unit(settings.unit), ...pair })
    return {
      head: (column) => {
        if (column === 'onlyFirst' && isPair) return t('table.only', { coder: first?.initials ?? '' })
        if (column === 'onlySecond' && isPair) return t('table.only', { coder: second?.initials ?? '' })
        return t(`table.column.${column}`)
      },
      explain,
      code,
      count,
      cell: (row, column) => {
        if (isCount(column))
          return t('table.says', { what: count(row.codeId, column), value: format.count(row[column]) })
        const figure = row[column]
        const what = t('table.of', {
          code: code(row.codeId),
          figure: column === 'prevalence' ? t('table.column.prevalence') : words.coefficient(column),
        })
        const why = words.why(figure)
        if (why !== null) return t('table.says', { what, value: t('table.notEstimable', { why }) })
        const value = words.value(figure, column === 'prevalence' ? 'percent' : column) ?? ''
        if (column === 'prevalence') return t('table.says', { what, value })
        const estimate = row[column]
        const interval = words.interval(estimate, column)
        const lost = estimate.undefinedReplicates ?? 0
        return [
          t('table.says', { what, value }),
          ...(interval === '' ? [] : [t('table.interval', { level: format.share(settings.interval.level), interval })]),
          ...(lost > 0 ? [t('table.lost', { count: lost, of: format.count(settings.interval.replicates) })] : []),
        ].join(t('table.between'))
      },
    }
  }, [result, coders, codes, language, t, words, format])
}
