import type { WritableDb } from '../database/db.ts'

/**
 * Deletions with what hangs on them. There are no cascades in the file: every deletion is a logged row, so that undo
 * brings all of it back.
 */
const listed = `IN (SELECT value FROM json_each(?))`

export function deleteCodings(db: WritableDb, ids: readonly number[]): void {
  const list = JSON.stringify(ids)
  db.run(`DELETE FROM memo WHERE coding_id ${listed}`, list)
  db.run(`DELETE FROM summary_coding WHERE coding_id ${listed}`, list)
  db.run(`DELETE FROM coding WHERE id ${listed}`, list)
}

export function deleteEpisodes(db: WritableDb, ids: readonly number[]): void {
  const list = JSON.stringify(ids)
  db.run(`DELETE FROM memo WHERE episode_id ${listed}`, list)
  db.run(`DELETE FROM episode_primary WHERE episode_id ${listed}`, list)
  db.run(`DELETE FROM episode WHERE id ${listed}`, list)
}

/** Codes with their codings, texts and memos. The caller passes whole branches and trims the framework. */
export function deleteCodes(db: WritableDb, ids: readonly number[]): { codings: number } {
  const list = JSON.stringify(ids)
  const codings = db.pluckAll<number>(`SELECT id FROM coding WHERE code_id ${listed}`, list)
  deleteCodings(db, codings)
  db.run(`DELETE FROM summary_coding WHERE summary_id IN (SELECT id FROM summary WHERE code_id ${listed})`, list)
  db.run(`DELETE FROM summary WHERE code_id ${listed}`, list)
  db.run(`DELETE FROM episode_primary WHERE code_id ${listed}`, list)
  db.run(`DELETE FROM memo WHERE code_id ${listed}`, list)
  db.run(`DELETE FROM code_text WHERE code_id ${listed}`, list)
  // A branch goes in one statement, parents perhaps before children.
  db.exec('PRAGMA defer_foreign_keys = ON')
  db.run(`DELETE FROM code WHERE id ${listed}`, list)
  return { codings: codings.length }
}

/** Transcripts with everything on them. Their parallels stay and become originals. The text itself is never deleted. */
export function deleteDocuments(db: WritableDb, ids: readonly number[]): void {
  const list = JSON.stringify(ids)
  db.exec('PRAGMA defer_foreign_keys = ON')
  deleteCodings(db, db.pluckAll<number>(`SELECT id FROM coding WHERE document_id ${listed}`, list))
  deleteEpisodes(db, db.pluckAll<number>(`SELECT id FROM episode WHERE document_id ${listed}`, list))
  db.run(`UPDATE document SET parallel_of = NULL WHERE parallel_of ${listed}`, list)
  for (const table of [
    'memo',
    'decision',
    'assignment',
    'attribute_value',
    'case_span',
    'turn',
    'section',
    'speaker',
    'document_revision',
  ] as const)
    db.run(`DELETE FROM ${table} WHERE document_id ${listed}`, list)
  db.run(`DELETE FROM document WHERE id ${listed}`, list)
}
