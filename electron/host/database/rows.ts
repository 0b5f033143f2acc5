import { randomUUID } from 'node:crypto'
import type { SqlValue, WritableDb } from './db.ts'
import type { LoggedTable } from './schema.ts'

/** Statements by table and columns: an import makes the same one many thousand times. */
const insertStatements = new Map<string, string>()

/** Inserts one row and returns its id. The guid is made here unless the row brings one (imports that carry identity). */
export function insert(db: WritableDb, table: LoggedTable, row: Readonly<Record<string, SqlValue>>): number {
  const full: Readonly<Record<string, SqlValue>> = Object.hasOwn(row, 'guid') ? row : { guid: randomUUID(), ...row }
  const columns = Object.keys(full)
  const key = `${table} ${columns.join(' ')}`
  let sql = insertStatements.get(key)
  if (sql === undefined) {
    sql = `INSERT INTO ${table} (${columns.map((c) => `"${c}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
    insertStatements.set(key, sql)
  }
  return db.run(sql, ...Object.values(full)).lastInsertRowid
}

/** Sets the named columns of one row. */
export function update(
  db: WritableDb,
  table: LoggedTable,
  id: number,
  columns: Readonly<Record<string, SqlValue>>,
): void {
  const names = Object.keys(columns)
  if (names.length === 0) return
  db.run(`UPDATE ${table} SET ${names.map((c) => `"${c}" = ?`).join(', ')} WHERE id = ?`, ...Object.values(columns), id)
}

export function remove(db: WritableDb, table: LoggedTable, id: number): void {
  db.run(`DELETE FROM ${table} WHERE id = ?`, id)
}
