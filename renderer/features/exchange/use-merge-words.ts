import { useMemo } from 'react'
import type { MergedField, MergedTable } from '../../../shared/contract/merge.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { i18n, useT } from '../../i18n/i18n.ts'

export interface MergeWords {
  /** Rows of a kind: `Codings`. */
  many(table: MergedTable): string
  /** One of them: `Coding`. */
  one(table: MergedTable): string
  column(column: string): string
  /** A value as people say it; null where there is none. */
  value(column: string, value: MergedField['ours']): string | null
}

/** What the rows and columns of the study file are called. */
export function useMergeWords(): MergeWords {
  const t = useT('exchange')
  const common = useT('common')
  const format = useFormat()
  return useMemo(
    () => ({
      many: (table) => t(`many.${table}`),
      one: (table) => t(`one.${table}`),
      column(column) {
        const key = `column.${column.replace(/_id$/, '')}`
        // Checked to be there; the type checker knows only the keys that are written out.
        return i18n.exists(key, { ns: 'exchange' }) ? t(key as 'column.name') : column
      },
      value(column, value) {
        if (value === null || value === '') return null
        if (column === 'codable') return t(value === 1 ? 'yes' : 'no')
        if (typeof value === 'number') return format.count(value)
        if (isOneOf(value, POLARITIES) && column === 'polarity') return common(`polarity.${value}`)
        if (isOneOf(value, SOURCES) && column === 'evidence') return common(`evidence.${value}`)
        if (isOneOf(value, STATES) && column === 'state') return t(`state.${value}`)
        if (isOneOf(value, SPEAKERS) && column === 'kind') return common(`speakerKind.${value}`)
        return value
      },
    }),
    [t, common, format],
  )
}

const POLARITIES = ['affirmed', 'negated', 'hypothetical'] as const
const SOURCES = ['self', 'other', 'hearsay'] as const
const STATES = ['assigned', 'in_progress', 'finished'] as const
const SPEAKERS = ['interviewer', 'respondent', 'other'] as const

function isOneOf<T extends string>(value: string, known: readonly T[]): value is T {
  return (known as readonly string[]).includes(value)
}
