import { anchoredTables } from '../../../shared/text/anchored-tables.ts'
import type { ReadableDb } from './db.ts'
import type { UndoLog } from './undo-log.ts'

/**
 * Offsets mean something in one revision of a text only. A correction cannot be taken back beneath what others have placed
 * on the corrected text since, nor can rows be put back that were deleted before another's correction moved the words they
 * stood on. Returns the document, and the later operation that stands in the way; null where none does.
 */
export function correctionInTheWay(
  db: ReadableDb,
  log: UndoLog,
  target: number,
  coderId: number,
): { documentId: number; operationId: number } | null {
  const later = db
    .pluckAll<number>(
      'SELECT id FROM operation WHERE id > ? AND coder_id IS NOT ? AND undoes IS NULL ORDER BY id',
      target,
      coderId,
    )
    .filter((operationId) => log.stands(operationId))
  if (later.length === 0) return null
  const corrected = correctedBy(db, target)
  const deletedFrom = deletedIn(db, target)
  for (const operationId of later) {
    const documentId =
      correctedBy(db, operationId).find((id) => deletedFrom.includes(id)) ??
      corrected.find((id) => placesOn(db, operationId, id))
    if (documentId !== undefined) return { documentId, operationId }
  }
  return null
}

/** The documents whose text an operation changed. */
function correctedBy(db: ReadableDb, operationId: number): number[] {
  return db.pluckAll<number>(
    `SELECT pk FROM change WHERE operation_id = ? AND table_name = 'document' AND kind = 'update'
     AND before ->> 'revision_id' IS NOT NULL`,
    operationId,
  )
}

/** The documents from which an operation deleted rows that point into the text. */
function deletedIn(db: ReadableDb, operationId: number): number[] {
  return db.pluckAll<number>(
    `SELECT DISTINCT before ->> 'document_id' FROM change WHERE operation_id = ? AND kind = 'delete'
     AND table_name IN (${anchoredTables.map(({ table }) => `'${table}'`).join(', ')})`,
    operationId,
  )
}

/** Whether an operation made, moved or deleted rows that point into the document's text. */
function placesOn(db: ReadableDb, operationId: number, documentId: number): boolean {
  if (deletedIn(db, operationId).includes(documentId)) return true
  return anchoredTables.some(
    ({ table }) =>
      db.pluck<number>(
        `SELECT 1 FROM change h JOIN ${table} r ON r.id = h.pk
         WHERE h.operation_id = ? AND h.table_name = '${table}' AND r.document_id = ? LIMIT 1`,
        operationId,
        documentId,
      ) !== undefined,
  )
}
