import { changesOf } from './change-log.ts'
import type { ReadableDb } from './db.ts'
import type { LoggedTable } from './schema.ts'

/** How a row of the study is called in a message; an empty string for rows without a name of their own. */
const NAMES: Partial<Record<LoggedTable, string>> = {
  meta: 'SELECT name FROM meta WHERE id = ?',
  coder: 'SELECT name FROM coder WHERE id = ?',
  wave: 'SELECT name FROM wave WHERE id = ?',
  case_unit: 'SELECT name FROM case_unit WHERE id = ?',
  affair: 'SELECT name FROM affair WHERE id = ?',
  attribute: 'SELECT name FROM attribute WHERE id = ?',
  framework: 'SELECT name FROM framework WHERE id = ?',
  document: 'SELECT name FROM document WHERE id = ?',
  speaker: 'SELECT label FROM speaker WHERE id = ?',
  turn: 'SELECT ref FROM turn WHERE id = ?',
  section: 'SELECT title FROM section WHERE id = ?',
  memo: 'SELECT title FROM memo WHERE id = ?',
  saved_view: 'SELECT name FROM saved_view WHERE id = ?',
  code: `SELECT coalesce(label, (SELECT name FROM code_text t WHERE t.code_id = code.id ORDER BY id LIMIT 1))
    FROM code WHERE id = ?`,
  code_text: 'SELECT name FROM code_text WHERE id = ?',
}

/** The name of a row that is there, or that it had when it was deleted. */
export function nameOfRow(db: ReadableDb, table: LoggedTable, pk: number): string {
  switch (table) {
    case 'coding':
      return nameOfReferred(db, table, pk, 'code_id', 'code')
    case 'episode_primary':
      return nameOfReferred(db, table, pk, 'code_id', 'code')
    default: {
      const sql = NAMES[table]
      if (sql === undefined) return ''
      return db.pluck<string | null>(sql, pk) ?? nameWhenDeleted(db, table, pk)
    }
  }
}

function nameOfReferred(db: ReadableDb, table: LoggedTable, pk: number, column: string, to: LoggedTable): string {
  const id = db.pluck<number>(`SELECT ${column} FROM ${table} WHERE id = ?`, pk) ?? whenDeleted(db, table, pk)[column]
  return typeof id === 'number' ? nameOfRow(db, to, id) : ''
}

function nameWhenDeleted(db: ReadableDb, table: LoggedTable, pk: number): string {
  const row = whenDeleted(db, table, pk)
  const name = row['name'] ?? row['label'] ?? row['title'] ?? row['ref']
  return typeof name === 'string' ? name : ''
}

function whenDeleted(db: ReadableDb, table: LoggedTable, pk: number): Record<string, string | number | null> {
  const operationId = db.pluck<number>(
    `SELECT max(operation_id) FROM change WHERE table_name = ? AND pk = ? AND kind = 'delete'`,
    table,
    pk,
  )
  const change = changesOf(db, operationId ?? 0).find((c) => c.table === table && c.pk === pk && c.kind === 'delete')
  return change?.before ?? {}
}
