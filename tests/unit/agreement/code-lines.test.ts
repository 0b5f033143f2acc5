import { describe, expect, test } from 'vitest'
import type { AgreementRow } from '../../../shared/contract/agreement.ts'
import {
  CODEBOOK_ORDER,
  nextSort,
  shownCoefficients,
  sortedRows,
} from '../../../renderer/features/agreement/code-lines.ts'

const none = { low: null, high: null, undefinedReplicates: null }
const estimate = (value: number | null) => ({
  value,
  reason: value === null ? ('too_few_units' as const) : null,
  ...none,
})

function row(codeId: number, both: number, alpha: number | null): AgreementRow {
  const figure = { value: 0.5, reason: null }
  return {
    codeId,
    depth: 0,
    both,
    onlyFirst: 0,
    onlySecond: 0,
    neither: 10,
    appliedUnits: both,
    hasHeadline: alpha !== null,
    prevalence: figure,
    percent: estimate(alpha),
    positive: estimate(alpha),
    negative: estimate(alpha),
    kappa: estimate(alpha),
    alpha: estimate(alpha),
    ac1: estimate(alpha),
  }
}

const ROWS = [row(1, 3, 0.9), row(2, 7, null), row(3, 5, -0.1), row(4, 5, 0.4)]
const ids = (rows: readonly AgreementRow[]) => rows.map(({ codeId }) => codeId)

describe('the order of the rows', () => {
  test('the codebook’s, until a column is chosen', () => {
    expect(ids(sortedRows(ROWS, CODEBOOK_ORDER))).toEqual([1, 2, 3, 4])
  })

  test('what cannot be estimated comes last in both directions: it is neither low nor high', () => {
    expect(ids(sortedRows(ROWS, { by: 'alpha', isDescending: false }))).toEqual([3, 4, 1, 2])
    expect(ids(sortedRows(ROWS, { by: 'alpha', isDescending: true }))).toEqual([1, 4, 3, 2])
  })

  test('of equal counts the codebook decides', () => {
    expect(ids(sortedRows(ROWS, { by: 'both', isDescending: true }))).toEqual([2, 3, 4, 1])
  })
})

test('a figure sorts from the lowest, a count from the most, then the other way, then not at all', () => {
  const first = nextSort(CODEBOOK_ORDER, 'alpha')
  expect(first).toEqual({ by: 'alpha', isDescending: false })
  const second = nextSort(first, 'alpha')
  expect(second).toEqual({ by: 'alpha', isDescending: true })
  expect(nextSort(second, 'alpha')).toEqual(CODEBOOK_ORDER)
  expect(nextSort(second, 'onlyFirst')).toEqual({ by: 'onlyFirst', isDescending: true })
  expect(nextSort(second, 'order')).toEqual(CODEBOOK_ORDER)
})

test('no coefficient stands without percent and F1', () => {
  expect(shownCoefficients(['alpha'])).toEqual(['percent', 'positive', 'alpha'])
  expect(shownCoefficients([])).toEqual(['percent', 'positive'])
})
