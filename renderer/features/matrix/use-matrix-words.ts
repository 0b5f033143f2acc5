import type { Matrix, Measure } from '../../../shared/contract/matrix.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { codeTitle } from '../coding/code-names.ts'
import { useCodebook } from '../coding/use-codebook.ts'
import { countOf, emptyReason } from './matrix-view.ts'

/** What a matrix says, in the interface language. Rows and columns are indices into the matrix. */
export function useMatrixWords(matrix: Matrix, measure: Measure) {
  const t = useT('matrix')
  const common = useT('common')
  const language = useLanguage()
  const format = useFormat()
  const { byId } = useCodebook()

  function codeAt(row: number): string {
    const code = byId.get(matrix.rows[row]?.codeId ?? 0)
    return code ? codeTitle(code, language) : ''
  }

  function columnAt(column: number): string {
    return matrix.columns[column]?.name ?? common('notStated')
  }

  /** A number of characters or words with its unit. */
  function amountIs(amount: number, unit: 'characters' | 'words' | null): string {
    return unit === null ? format.count(amount) : t(`amount.${unit}`, { count: amount, amount: format.count(amount) })
  }

  /** A cell as a phrase: the number with what it counts, or why there is none. */
  function valueIs(row: number, column: number): string {
    const place = matrix.columns[column]
    const value = matrix.cells[row]?.[column] ?? null
    if (!place) return ''
    const reason = emptyReason(value, place, measure)
    if (reason !== null) return t(`why.${reason}`, { count: countOf(reason, place) })
    const count = value ?? 0
    if (measure === 'amount') return t('value.amount', { amount: amountIs(count, place.unit) })
    return t(`value.${measure}`, {
      count,
      amount: format.count(count),
      interviewed: format.count(place.respondents),
    })
  }

  return {
    codeAt,
    columnAt,
    valueIs,
    cellIs: (row: number, column: number) => t('cellIs', { code: codeAt(row), column: columnAt(column) }),
  }
}
