import type { AgreementRow } from '../../../shared/contract/agreement.ts'
import type { CoefficientName } from '../../../shared/contract/agreement-settings.ts'

export type CountName = 'both' | 'onlyFirst' | 'onlySecond' | 'neither'
export type ColumnName = CountName | 'prevalence' | CoefficientName

export interface CodeSort {
  /** `order`: as in the codebook. */
  readonly by: ColumnName | 'order'
  readonly isDescending: boolean
}

export const CODEBOOK_ORDER: CodeSort = { by: 'order', isDescending: false }

export const COUNTS: readonly CountName[] = ['both', 'onlyFirst', 'onlySecond', 'neither']
const COEFFICIENTS: readonly CoefficientName[] = ['percent', 'positive', 'negative', 'kappa', 'alpha', 'ac1']

/** The coefficients of the table: percent and F1 always stand beside the others. */
export function shownCoefficients(chosen: readonly CoefficientName[]): CoefficientName[] {
  return COEFFICIENTS.filter((name) => name === 'percent' || name === 'positive' || chosen.includes(name))
}

export function valueIn(row: AgreementRow, column: ColumnName): number | null {
  const cell = row[column]
  return typeof cell === 'number' ? cell : cell.value
}

/** The rows in the order asked for; what cannot be estimated comes last, whatever the direction. */
export function sortedRows(rows: readonly AgreementRow[], { by, isDescending }: CodeSort): readonly AgreementRow[] {
  if (by === 'order') return rows
  return rows.toSorted((one, other) => {
    const a = valueIn(one, by)
    const b = valueIn(other, by)
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return isDescending ? b - a : a - b
  })
}

/** What choosing a column does: most first for counts, the lowest figure first; then the other way; then the codebook. */
export function nextSort(before: CodeSort, column: ColumnName | 'order'): CodeSort {
  if (column === 'order') return CODEBOOK_ORDER
  const first = isCount(column)
  if (before.by !== column) return { by: column, isDescending: first }
  return before.isDescending === first ? { by: column, isDescending: !first } : CODEBOOK_ORDER
}

export function isCount(column: ColumnName): column is CountName {
  return COUNTS.some((name) => name === column)
}
