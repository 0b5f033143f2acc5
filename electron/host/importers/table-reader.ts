import { fail, UserError } from '../errors.ts'
import type { Message } from '../../../shared/contract/values.ts'
import type { Out } from '../../../shared/contract/contract.ts'
import type { ReadTable } from './read-table.ts'

/** Names under which a column may come; the first is the one that exports write. */
export type ColumnNames = Readonly<Record<string, readonly string[]>>

/** One row of a table, by the names of `ColumnNames`. */
export interface TableRow<C extends string> {
  readonly line: number
  /** The cell, trimmed; an empty one, or one of a column that the file does not have, is null. */
  readonly get: (column: C) => string | null
  /** The cell to the letter; an empty string where the file does not have the column. */
  readonly exact: (column: C) => string
}

export interface TableReader<C extends string> {
  readonly rows: readonly TableRow<C>[]
  readonly has: (column: C) => boolean
}

/** Ties the columns of a file to the names that the importer knows. Others are passed over. */
export function tableReader<N extends ColumnNames>(table: ReadTable, names: N): TableReader<keyof N & string> {
  const places = new Map(
    Object.entries(names).map(([column, aliases]) => [
      column,
      aliases.map((alias) => table.columns.indexOf(alias)).find((place) => place >= 0) ?? -1,
    ]),
  )
  const placeOf = (column: string) => places.get(column) ?? -1
  return {
    has: (column) => placeOf(column) >= 0,
    rows: table.rows.map(({ line, cells }) => {
      const exact = (column: string) => cells[placeOf(column)] ?? ''
      return { line, exact, get: (column) => exact(column).trim() || null }
    }),
  }
}

/** Throws `missing_column` unless the file has all of `columns`. */
export function requireColumns<N extends ColumnNames>(
  table: ReadTable,
  reader: TableReader<keyof N & string>,
  names: N,
  columns: readonly (keyof N & string)[],
): void {
  for (const column of columns)
    if (!reader.has(column)) fail('missing_column', { file: table.fileName, column: names[column]?.[0] ?? column })
}

export type RowOutcome = 'added' | 'unchanged'

/** Takes the rows one by one; what cannot be taken is listed by its line, the others are. */
export function takeRows<R extends { readonly line: number }>(
  rows: readonly R[],
  take: (row: R) => RowOutcome,
): Out<'import.codings'> {
  const counts = { added: 0, unchanged: 0 }
  const failed: { line: number; error: Message }[] = []
  for (const row of rows)
    try {
      counts[take(row)]++
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      failed.push({ line: row.line, error: { code: error.code, params: error.params } })
    }
  return { ...counts, failed }
}
