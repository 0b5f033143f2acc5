import type { WritableDb } from '../database/db.ts'
import { update } from '../database/rows.ts'

/**
 * The coder of record is who finished first (DESIGN 5). Files come back in any order, so whoever finished before the
 * coder of record takes the place; a coder of record without a state of their own was set otherwise, and stays.
 */
export function followFinished(db: WritableDb, document: string): void {
  const row = db.get<{ id: number; record: number | null }>(
    'SELECT id, coder_of_record_id AS record FROM document WHERE guid = ?',
    document,
  )
  const first =
    row &&
    db.pluck<number>(
      `SELECT a.coder_id FROM assignment a JOIN coder c ON c.id = a.coder_id AND c.kind = 'person'
       WHERE a.document_id = ? AND a.state = 'finished' ORDER BY a.at, a.coder_id`,
      row.id,
    )
  if (row === undefined || first === undefined || first === row.record) return
  const follows =
    row.record === null ||
    db.pluck('SELECT 1 FROM assignment WHERE document_id = ? AND coder_id = ?', row.id, row.record) !== undefined
  if (follows) update(db, 'document', row.id, { coder_of_record_id: first })
}
