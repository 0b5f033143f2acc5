import type { ReadableDb, SqlValue } from '../database/db.ts'
import type { LoggedTable } from '../database/schema.ts'

/** A column that refers to a row of another table by its id. */
export interface Reference {
  readonly column: string
  readonly parent: LoggedTable
}

export type Row = Readonly<Record<string, SqlValue>>

const CONTENT: ReadonlySet<string> = new Set(['text', 'blob'])

/** What a table refers to, as SQLite knows it. Contents are named by their hash, the same everywhere, and are none. */
export function referencesOf(db: ReadableDb, table: LoggedTable): Reference[] {
  return db
    .rows<[string, LoggedTable]>(`SELECT "from", "table" FROM pragma_foreign_key_list(?, 'main') ORDER BY id`, table)
    .filter(([, parent]) => !CONTENT.has(parent))
    .map(([column, parent]) => ({ column, parent }))
}

/** The row with every reference passed through `map`: ids become guids, or one file's ids the other's. */
export function mapReferences(
  references: readonly Reference[],
  row: Row,
  map: (parent: LoggedTable, value: SqlValue) => SqlValue,
): Row {
  const mapped: Record<string, SqlValue> = { ...row }
  for (const { column, parent } of references) {
    const value = row[column]
    if (value !== null && value !== undefined) mapped[column] = map(parent, value)
  }
  return mapped
}
