import type { SpeakerKind, TurnRow } from '../../../shared/contract/document.ts'
import type { ReadableDb } from '../database/db.ts'

export interface SpeakerFacts {
  readonly id: number
  readonly label: string
  readonly kind: SpeakerKind
  readonly caseId: number | null
  readonly caseName: string | null
  /** In this interview: the speaker's own, else the person's. */
  readonly role: string | null
}

export function turnsOf(db: ReadableDb, documentId: number): (TurnRow & { documentId: number })[] {
  return db.all(
    `SELECT id, document_id AS documentId, ref, start, speech_start AS speechStart, "end", speaker_id AS speakerId
     FROM turn WHERE document_id = ? ORDER BY start, id`,
    documentId,
  )
}

export function speakersOf(db: ReadableDb, documentId: number): SpeakerFacts[] {
  return db.all<SpeakerFacts>(
    `SELECT s.id, s.label, s.kind, s.case_id AS caseId, c.name AS caseName, coalesce(s.role, c.role) AS role
     FROM speaker s LEFT JOIN case_unit c ON c.id = s.case_id WHERE s.document_id = ? ORDER BY s.id`,
    documentId,
  )
}
