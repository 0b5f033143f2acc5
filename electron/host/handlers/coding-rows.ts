import type { CodingRow } from '../../../shared/contract/coding.ts'
import type { ReadableDb } from '../database/db.ts'

/** Rows of the table `coding` as the contract gives them. */

const COLUMNS = `id, document_id AS documentId, start, "end", code_id AS codeId, coder_id AS coderId, polarity, evidence,
  actor, referent_case_id AS referentCaseId, affair_id AS affairId, event_time AS eventTime, certainty`

/** By document, then start, longer first. Ids that are gone are left out. */
export function codingRowsById(db: ReadableDb, ids: readonly number[]): CodingRow[] {
  return db.all<CodingRow>(
    `SELECT ${COLUMNS} FROM coding WHERE id IN (SELECT value FROM json_each(?)) ORDER BY document_id, start, "end" DESC, id`,
    JSON.stringify(ids),
  )
}
