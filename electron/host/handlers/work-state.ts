import type { WorkState } from '../../../shared/contract/document.ts'
import type { WritableDb } from '../database/db.ts'
import { insert, remove, update } from '../database/rows.ts'

export interface WorkStateChange {
  readonly documentId: number
  readonly coderId: number
  /** null: no longer assigned. */
  readonly state: WorkState | null
  /** Milliseconds since 1970 UTC. */
  readonly at: number
}

/** Writes how far a coder is with a document, and lets the coder of record follow. */
export function setWorkState(db: WritableDb, { documentId, coderId, state, at }: WorkStateChange): void {
  const known = db.get<{ id: number; state: WorkState }>(
    'SELECT id, state FROM assignment WHERE coder_id = ? AND document_id = ?',
    coderId,
    documentId,
  )
  if ((known?.state ?? null) === state) return
  if (known === undefined) insert(db, 'assignment', { coder_id: coderId, document_id: documentId, state, at })
  else if (state === null) remove(db, 'assignment', known.id)
  else update(db, 'assignment', known.id, { state, at })
  followFirstFinished(db, documentId)
}

/**
 * The coder of record is the person who finished first (DESIGN 5). It stays while nobody else has finished, so that reopening a
 * transcript to mend something takes it out of no analysis, and where it was set without an assignment.
 */
export function followFirstFinished(db: WritableDb, documentId: number): void {
  const finished = db.pluckAll<number>(
    `SELECT a.coder_id FROM assignment a JOIN coder c ON c.id = a.coder_id AND c.kind = 'person'
     WHERE a.document_id = ? AND a.state = 'finished' ORDER BY a.at, a.id`,
    documentId,
  )
  const [first] = finished
  const record = db.pluck<number | null>('SELECT coder_of_record_id FROM document WHERE id = ?', documentId) ?? null
  if (first === undefined || (record !== null && finished.includes(record))) return
  const isOpen =
    record === null ||
    db.pluck('SELECT id FROM assignment WHERE document_id = ? AND coder_id = ?', documentId, record) !== undefined
  if (isOpen) update(db, 'document', documentId, { coder_of_record_id: first })
}
