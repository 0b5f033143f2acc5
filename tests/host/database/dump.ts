import type { ReadableDb } from '../../../electron/host/database/db.ts'
import { LOGGED_TABLES } from '../../../electron/host/database/schema.ts'

/** All rows of all logged tables: what undo, restart and copying must keep. */
export function dump(db: ReadableDb): Record<string, unknown[]> {
  return Object.fromEntries(LOGGED_TABLES.map((table) => [table, db.all(`SELECT * FROM ${table} ORDER BY id`)]))
}
