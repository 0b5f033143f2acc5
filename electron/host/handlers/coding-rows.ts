import type { CodingRow } from '../../../shared/contract/coding.ts'
import type { ReadableDb } from '../database/db.ts'

/** Rows of the table `coding` as the contract gives them. */

const COLUMNS = `id, document_id AS documentId, start, "end", code_id AS codeId, coder_id AS coderId, polarity, evidence,
  actor, referent_case_id AS referentCaseId, affair_id AS affairId, event_time AS eventTime, certainty`

export function codingRowsById(db: ReadableDb, ids: readonly number[]): CodingRow[] {
  return db.all<CodingRow>(
    `SELECT ${COLUMNS} FROM coding WHERE id IN (SELECT value FROM json_each(?)) ORDER BY document_id, start, "end" DESC, id`,
    JSON.stringify(ids),
  )
}

/** One coder's codings that overlap [start, end), by start, longer first. */
export function codingRowsInRange(
  db: ReadableDb,
  documentId: number,
  coderId: number,
  start: number,
  end: number,
): CodingRow[] {
  return db.all<CodingRow>(
    `SELECT ${COLUMNS} FROM coding WHERE document_id = ? AND start < ? AND "end" > ? AND coder_id = ?
     ORDER BY start, "end" DESC, id`,
    documentId,
    end,
    start,
    coderId,
  )
}
