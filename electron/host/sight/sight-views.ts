import type { ReadableDb } from '../database/db.ts'
import { sees, type Viewer } from './rule.ts'
import { everSeen, workRows, type WorkTable } from './work-rows.ts'

/**
 * What a coder may see of a study, as temporary views with the names of its tables. A name without a schema means the
 * temporary one first, so every statement on such a connection, also one that is written later, reads the views, and none
 * has to remember the rule. Returns the statements that make them.
 */
export function sightViews(db: ReadableDb, viewer: Viewer): string[] {
  const rows = workRows(viewer)
  const tables = Object.keys(rows) as WorkTable[]
  const column = (name: string) => `t.${name}`
  return [
    ...tables.map((table) => viewOf(table, `SELECT t.* FROM main.${table} t WHERE ${rows[table](column)}`)),
    viewOf('document', `SELECT ${documentColumns(db, viewer)} FROM main.document t`),
    viewOf(
      'change',
      `SELECT t.* FROM main.change t
       WHERE CASE t.table_name ${tables.map((table) => `WHEN '${table}' THEN ${everSeen(table, 't.pk', rows[table])}`).join(' ')}
         ELSE 1 END`,
    ),
    viewOf('operation', operations(viewer)),
    viewOf('conflict', conflicts(viewer, tables)),
  ]
}

function viewOf(name: string, select: string): string {
  return `CREATE TEMP VIEW ${name} AS ${select}`
}

/** The layer `study` reads the coder of record's rows, but not those of one whose rows cannot be seen. */
function documentColumns(db: ReadableDb, viewer: Viewer): string {
  return db
    .pluckAll<string>(`SELECT name FROM pragma_table_info('document') ORDER BY cid`)
    .map((name) =>
      name === 'coder_of_record_id'
        ? `CASE WHEN ${sees(viewer, `t.${name}`, 't.id')} THEN t.${name} END AS ${name}`
        : `t.${name}`,
    )
    .join(', ')
}

/** Domains of commands whose undo labels name what belongs to everybody, and no place in a text. */
const SHARED = [
  'study',
  'coder',
  'code',
  'document',
  'speaker',
  'case',
  'correction',
  'assignment',
  'view',
  'frequency',
]

/**
 * Others' operations of which nothing may be seen are left out; of those of which something may be seen, the label goes
 * unless it can say nothing of the rest.
 */
function operations(viewer: Viewer): string {
  const isOwn = `t.coder_id IS NULL OR t.coder_id IS ${viewer ?? 'NULL'}`
  const isShared = `substr(t.name, 1, instr(t.name, '.') - 1) IN (${SHARED.map((domain) => `'${domain}'`).join(', ')})`
  const hidesSome = `EXISTS (SELECT 1 FROM main.change h WHERE h.operation_id = t.id
    AND NOT EXISTS (SELECT 1 FROM temp.change seen WHERE seen.id = h.id))`
  return `SELECT t.id, t.coder_id, t.name,
      CASE WHEN ${isOwn} OR ${isShared} OR NOT ${hidesSome} THEN t.label ELSE '${HIDDEN_LABEL}' END AS label,
      t.at, t.undoes, t.barrier, t.schema_version
    FROM main.operation t
    WHERE ${isOwn} OR EXISTS (SELECT 1 FROM temp.change h WHERE h.operation_id = t.id)
      OR NOT EXISTS (SELECT 1 FROM main.change h WHERE h.operation_id = t.id)`
}

const HIDDEN_LABEL = JSON.stringify({ code: 'hiddenWork', params: {} })

/** A conflict about a row that cannot be seen would tell both of its versions. */
function conflicts(viewer: Viewer, tables: readonly WorkTable[]): string {
  const about = tables.map(
    (table) => `WHEN '${table}' THEN coalesce(
      (SELECT EXISTS (SELECT 1 FROM temp.${table} seen WHERE seen.id = r.id) FROM main.${table} r WHERE r.guid = t.row_guid),
      (SELECT ${sees(viewer, 't.coder_id', 'd.id')} FROM main.document d WHERE d.guid = t.theirs ->> 'document_id'), 0)`,
  )
  return `SELECT t.* FROM main.conflict t WHERE CASE t.table_name ${about.join(' ')} ELSE 1 END`
}
