import { anchoredTables } from '../../../shared/text/anchored-tables.ts'
import type { ReadableDb, WritableDb } from './db.ts'
import { LOGGED_TABLES, type LoggedTable } from './schema.ts'

/**
 * The change log is written by TEMP triggers, generated from the schema at opening: the file itself carries no code,
 * and a forgotten `log()` cannot happen. An insert logs its key, an update the columns that changed, a delete the whole
 * row; together they say what was, so the log serves undo, history, merge and derived state.
 *
 * Known trap: `INSERT OR REPLACE` deletes without firing delete triggers; it is banned by lint, upserts are used.
 */
export function installChangeLog(db: WritableDb): void {
  db.exec('CREATE TEMP TABLE logging (operation_id INTEGER NOT NULL)')
  for (const table of LOGGED_TABLES) for (const statement of triggersOf(db, table)) db.exec(statement)
  for (const table of ['operation', 'change'] as const)
    for (const event of ['UPDATE', 'DELETE'] as const)
      db.exec(`CREATE TEMP TRIGGER keep_${table}_${event} BEFORE ${event} ON ${table}
        BEGIN SELECT RAISE(ABORT, 'the change log is not rewritten'); END`)
  for (const table of ['text', 'blob'] as const)
    db.exec(`CREATE TEMP TRIGGER keep_${table} BEFORE UPDATE ON ${table}
      BEGIN SELECT RAISE(ABORT, 'content is written once'); END`)
}

export function columnsOf(db: ReadableDb, table: LoggedTable): string[] {
  return db.pluckAll<string>('SELECT name FROM pragma_table_info(?)', table)
}

function triggersOf(db: ReadableDb, table: LoggedTable): string[] {
  const columns = columnsOf(db, table)
  const wholeRow = columns.map((c) => `'${c}', OLD."${c}"`).join(', ')
  // By hand, for a correction moves thousands of rows: json_group_object takes twice as long.
  const written = (side: 'OLD' | 'NEW') =>
    `'{' || concat_ws(',', ${columns
      .map((c) => `CASE WHEN OLD."${c}" IS NOT NEW."${c}" THEN '"${c}":' || json_quote(${side}."${c}") END`)
      .join(', ')}) || '}'`
  const shift = shiftOf(table, columns)
  const changed = (side: 'OLD' | 'NEW') =>
    shift === null ? written(side) : `CASE WHEN ${shift.test} THEN ${shift[side]} ELSE ${written(side)} END`
  const differs = columns.map((c) => `OLD."${c}" IS NOT NEW."${c}"`).join(' OR ')
  const log = (row: 'OLD' | 'NEW', kind: string, before: string, after: string) =>
    `INSERT INTO change (operation_id, table_name, pk, kind, guid, before, after)
     VALUES ((SELECT operation_id FROM logging), '${table}', ${row}.id, '${kind}', ${row}.guid, ${before}, ${after});`
  return [
    `CREATE TEMP TRIGGER log_${table}_insert AFTER INSERT ON ${table}
     BEGIN ${log('NEW', 'insert', 'NULL', 'NULL')} END`,
    `CREATE TEMP TRIGGER log_${table}_update AFTER UPDATE ON ${table} WHEN ${differs}
     BEGIN ${log('NEW', 'update', changed('OLD'), changed('NEW'))} END`,
    `CREATE TEMP TRIGGER log_${table}_delete AFTER DELETE ON ${table}
     BEGIN ${log('OLD', 'delete', `json_object(${wholeRow})`, 'NULL')} END`,
  ]
}

/** Rows of which a correction moves all offsets and changes nothing else: most of all that are ever logged. */
function shiftOf(
  table: LoggedTable,
  columns: readonly string[],
): { readonly test: string; readonly OLD: string; readonly NEW: string } | null {
  const offsets: readonly string[] = anchoredTables.find((anchored) => anchored.table === table)?.offsets ?? []
  if (offsets.length < 2) return null
  const image = (side: 'OLD' | 'NEW') =>
    `'{' || ${offsets.map((c) => `'"${c}":' || ${side}."${c}"`).join(` || ',' || `)} || '}'`
  const test = columns.map((c) => `OLD."${c}" ${offsets.includes(c) ? '<>' : 'IS'} NEW."${c}"`).join(' AND ')
  return { test, OLD: image('OLD'), NEW: image('NEW') }
}

export interface ChangeRow {
  readonly id: number
  readonly table: LoggedTable
  readonly pk: number
  readonly kind: 'insert' | 'update' | 'delete'
  readonly guid: string
  /** Columns as they were (update: only those that changed; delete: all). */
  readonly before: Record<string, string | number | null> | null
  readonly after: Record<string, string | number | null> | null
}

/** The rows an operation changed, in the order in which it changed them; `only` and `limit` narrow them down. */
export function changesOf(db: ReadableDb, operationId: number, only = '', limit = -1): ChangeRow[] {
  return db
    .all<{
      id: number
      table: LoggedTable
      pk: number
      kind: ChangeRow['kind']
      guid: string
      before: string | null
      after: string | null
    }>(
      `SELECT id, table_name AS "table", pk, kind, guid, before, after FROM change WHERE operation_id = ? ${only} ORDER BY id LIMIT ?`,
      operationId,
      limit,
    )
    .map((row) => ({
      ...row,
      before: row.before === null ? null : (JSON.parse(row.before) as ChangeRow['before']),
      after: row.after === null ? null : (JSON.parse(row.after) as ChangeRow['after']),
    }))
}
