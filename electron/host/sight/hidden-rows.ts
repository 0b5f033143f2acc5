import type { ReadableDb, SqlValue } from '../database/db.ts'
import type { LoggedTable } from '../database/schema.ts'
import type { WorkTable } from './work-rows.ts'

/**
 * Whether there are rows for which `where` holds and which cannot be seen on this connection: for previews that have to
 * say that a command takes more than they tell. False on a connection to all of the study.
 */
export function hidesAny(db: ReadableDb, table: WorkTable, where: string, ...params: SqlValue[]): boolean {
  const found = db.pluck<number>(
    `SELECT 1 FROM main.${table} WHERE (${where}) AND id NOT IN (SELECT id FROM ${table} WHERE ${where}) LIMIT 1`,
    ...params,
    ...params,
  )
  return found !== undefined
}

/** Whether the row may be seen, also where it is known from the log alone. True on a connection to all of the study. */
export function maySee(db: ReadableDb, table: LoggedTable, pk: number): boolean {
  const changes = (schema: '' | 'main.') =>
    db.pluck<number>(`SELECT 1 FROM ${schema}change WHERE table_name = ? AND pk = ? LIMIT 1`, table, pk)
  if (db.pluck<number>(`SELECT 1 FROM ${table} WHERE id = ?`, pk) !== undefined) return true
  if (db.pluck<number>(`SELECT 1 FROM main.${table} WHERE id = ?`, pk) !== undefined) return false
  return changes('') !== undefined || changes('main.') === undefined
}
