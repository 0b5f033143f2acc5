import { randomUUID } from 'node:crypto'
import type { ReadableDb, WritableDb } from '../database/db.ts'
import { FORMATS } from '../database/formats.ts'
import { connectWriter } from '../database/open.ts'
import { insert } from '../database/rows.ts'
import { FORMAT, LOGGED_TABLES } from '../database/schema.ts'
import { beginStudyFile } from '../database/study-file.ts'
import type { Study } from '../study.ts'
import { writeCopy } from '../write-copy.ts'
import { handedOutRow, handedOutRows, type HandOutChoice, type HandedOutRows } from './handed-out-rows.ts'
import type { Row } from './references.ts'

export interface HandOut {
  readonly choice: HandOutChoice
  /** Milliseconds since 1970 UTC. */
  readonly at: number
  readonly progress: (done: number, total: number) => void
}

/**
 * Writes the chosen rows as a study file of their own. It is made by inserting, never by deleting from a copy: what was
 * deleted would stay in the bytes. Ids and guids are kept, so that the rows are known again; it is the same study
 * (`study_guid`) and another copy of it. Its log begins with one operation that nobody undoes, by the colleague, so that
 * everything in the log is what was done in that copy since.
 *
 * What stood at `path` is replaced once the new file is complete. Throws `copy_onto_itself`, `study_open_elsewhere`,
 * `disk_full`, `no_write_permission`; then nothing has changed.
 */
export function writeHandOut(study: Study, path: string, handOut: HandOut): HandedOutRows {
  return writeCopy(study, path, (unfinished) => {
    const rows = handedOutRows(study.db, handOut.choice)
    fillFile(unfinished, study.db, rows, handOut)
    return rows
  })
}

function fillFile(path: string, from: ReadableDb, rows: HandedOutRows, { choice, at, progress }: HandOut): void {
  const db = connectWriter(path, false)
  try {
    beginStudyFile(db, FORMATS)
    // Rows refer to each other in any order while they come; the commit checks all of it.
    db.exec('PRAGMA defer_foreign_keys = ON')
    copyTexts(from, db, rows)
    const total = [...rows.values()].reduce((sum, ids) => sum + ids.size, 0)
    let done = 0
    for (const table of LOGGED_TABLES)
      for (const id of rows.get(table) ?? []) {
        const row = from.get<Row>(`SELECT * FROM ${table} WHERE id = ?`, id) ?? {}
        insert(db, table, handedOutRow(from, table, row, rows, choice))
        if (++done % 1000 === 0) progress(done, total)
      }
    assignAll(db, choice, at)
    nameCopy(db)
    beginLog(db, choice.coderId, at)
    db.exec('COMMIT')
  } finally {
    db.close()
  }
}

function copyTexts(from: ReadableDb, to: WritableDb, rows: HandedOutRows): void {
  for (const id of rows.get('document_revision') ?? [])
    for (const [hash, content] of from.rows<[string, string]>(
      'SELECT t.hash, t.content FROM document_revision r JOIN text t ON t.hash = r.text_hash WHERE r.id = ?',
      id,
    ))
      to.run('INSERT INTO text (hash, content) VALUES (?, ?) ON CONFLICT DO NOTHING', hash, content)
}

/** Who gets a transcript is to code it. */
function assignAll(db: WritableDb, { coderId, documentIds }: HandOutChoice, at: number): void {
  for (const documentId of documentIds)
    if (db.pluck('SELECT 1 FROM assignment WHERE coder_id = ? AND document_id = ?', coderId, documentId) === undefined)
      insert(db, 'assignment', { coder_id: coderId, document_id: documentId, state: 'assigned', at })
}

function nameCopy(db: WritableDb): void {
  db.run('UPDATE meta SET parent_copy_guid = copy_guid, copy_guid = ?', randomUUID())
}

function beginLog(db: WritableDb, coderId: number, at: number): void {
  const coder = db.pluck<string>('SELECT name FROM coder WHERE id = ?', coderId) ?? ''
  db.run(
    `INSERT INTO operation (coder_id, name, label, at, undoes, barrier, schema_version)
     VALUES (?, 'merge.handOut', ?, ?, NULL, 1, ?)`,
    coderId,
    JSON.stringify({ code: 'mergeHandOut', params: { coder } }),
    at,
    FORMAT,
  )
}
