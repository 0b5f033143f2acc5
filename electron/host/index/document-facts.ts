import type { ReadableDb } from '../database/db.ts'

/** What analyses and lists need to know of a document, resolved once: a parallel has its original's cases and wave. */
export interface DocumentFacts {
  readonly id: number
  readonly name: string
  readonly language: string
  readonly parallelOf: number | null
  /** The document whose cases, wave and date count: itself, or the original of a parallel. */
  readonly originalId: number
  readonly revisionId: number
  /** UTF-16 code units. */
  readonly length: number
  readonly turns: number
  readonly villageId: number | null
  readonly village: string | null
  readonly waveId: number | null
  readonly wave: string | null
  readonly interviewDate: string | null
  /** In the order of their speakers; each person once. */
  readonly respondents: readonly RespondentFacts[]
  readonly coderOfRecordId: number | null
}

export interface RespondentFacts {
  readonly caseId: number
  readonly name: string
  readonly role: string | null
}

interface DocumentRow {
  id: number
  name: string
  language: string
  parallelOf: number | null
  revisionId: number
  length: number
  turns: number
  waveId: number | null
  wave: string | null
  interviewDate: string | null
  coderOfRecordId: number | null
}

/** All documents in the user's order: village by village as they are listed, then as they came in. */
export function documentFacts(db: ReadableDb): DocumentFacts[] {
  const rows = db.all<DocumentRow>(
    `SELECT d.id, d.name, d.language, d.parallel_of AS parallelOf, d.revision_id AS revisionId, r.length,
            (SELECT count(*) FROM turn t WHERE t.document_id = d.id) AS turns, d.wave_id AS waveId, w.name AS wave,
            d.interview_date AS interviewDate, d.coder_of_record_id AS coderOfRecordId
     FROM document d JOIN document_revision r ON r.id = d.revision_id LEFT JOIN wave w ON w.id = d.wave_id
     ORDER BY d.sort_key, d.id`,
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  const villages = villagesByDocument(db)
  const respondents = respondentsByDocument(db)
  return rows.map((row) => {
    const original = byId.get(row.parallelOf ?? row.id) ?? row
    const village = villages.get(original.id)
    return {
      ...row,
      originalId: original.id,
      villageId: village?.id ?? null,
      village: village?.name ?? null,
      waveId: original.waveId,
      wave: original.wave,
      interviewDate: original.interviewDate,
      respondents: respondents.get(original.id) ?? [],
    }
  })
}

function villagesByDocument(db: ReadableDb): Map<number, { id: number; name: string }> {
  return new Map(
    db
      .all<{ documentId: number; id: number; name: string }>(
        `SELECT s.document_id AS documentId, c.id, c.name FROM case_span s JOIN case_unit c ON c.id = s.case_id
         WHERE c.kind = 'village' AND s.start IS NULL`,
      )
      .map(({ documentId, id, name }) => [documentId, { id, name }]),
  )
}

function respondentsByDocument(db: ReadableDb): Map<number, RespondentFacts[]> {
  const byDocument = new Map<number, RespondentFacts[]>()
  for (const row of db.all<{ documentId: number } & RespondentFacts>(
    `SELECT s.document_id AS documentId, c.id AS caseId, c.name, coalesce(s.role, c.role) AS role
     FROM speaker s JOIN case_unit c ON c.id = s.case_id WHERE s.kind = 'respondent' ORDER BY s.id`,
  )) {
    const list = byDocument.get(row.documentId) ?? []
    byDocument.set(row.documentId, list)
    if (!list.some((known) => known.caseId === row.caseId))
      list.push({ caseId: row.caseId, name: row.name, role: row.role })
  }
  return byDocument
}
