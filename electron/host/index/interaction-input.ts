import type { Framework } from '../../../shared/framework/framework-schema.ts'
import { frameworkSchema } from '../../../shared/framework/framework-schema.ts'
import {
  resolveFramework,
  type FrameworkResolution,
  type StudyCode,
} from '../../../shared/framework/resolve-framework.ts'
import type { Coding, ExplicitEpisode, InteractionInput, PrimaryCode } from '../../../shared/interaction/input.ts'
import type { ReadableDb } from '../database/db.ts'
import type { DocumentFacts } from './document-facts.ts'
import { speakersOf, turnsOf } from './turns.ts'

/** The study's framework tied to its codes, or null where the study has none. */
export function studyFramework(db: ReadableDb): FrameworkResolution | null {
  const framework = frameworkOf(db)
  if (framework === null) return null
  return resolveFramework(
    framework,
    db.all<StudyCode>('SELECT id, guid, parent_id AS parentId, label FROM code ORDER BY id'),
  )
}

export function frameworkOf(db: ReadableDb): Framework | null {
  const body = db.pluck<string>('SELECT body FROM framework ORDER BY id LIMIT 1')
  return body === undefined ? null : frameworkSchema.parse(JSON.parse(body))
}

/** What the interaction engine reads of some documents, each in the rows of one coder (null: nobody's). */
export function interactionInput(
  db: ReadableDb,
  framework: FrameworkResolution,
  documents: readonly { document: DocumentFacts; coderId: number | null }[],
): InteractionInput {
  return {
    framework: framework.resolved,
    documents: documents.map(({ document: { id, villageId, waveId, respondents } }) => ({
      id,
      villageId,
      waveId,
      respondents: respondents.map((respondent) => respondent.caseId),
    })),
    respondents: [
      ...new Map(
        documents.flatMap(({ document }) =>
          document.respondents.map(({ caseId, role }) => [caseId, { id: caseId, role }]),
        ),
      ).values(),
    ],
    speakers: documents.flatMap(({ document }) => speakersOf(db, document.id)),
    turns: documents.flatMap(({ document }) => turnsOf(db, document.id)),
    codings: documents.flatMap(({ document, coderId }) =>
      coderId === null ? [] : codingsOf(db, document.id, coderId),
    ),
    episodes: documents.flatMap(({ document, coderId }) =>
      coderId === null ? [] : episodesOf(db, document.id, coderId),
    ),
  }
}

/** A passage about a person or a household is about that case's village. */
function codingsOf(db: ReadableDb, documentId: number, coderId: number): Coding[] {
  return db.all<Coding>(
    `WITH RECURSIVE above (id, at, parent) AS (
       SELECT id, id, parent_id FROM case_unit
       UNION SELECT a.id, c.id, c.parent_id FROM above a JOIN case_unit c ON c.id = a.parent
     ), village (id, villageId) AS (
       SELECT a.id, a.at FROM above a JOIN case_unit c ON c.id = a.at WHERE c.kind = 'village'
     )
     SELECT c.id, c.document_id AS documentId, c.start, c."end", c.code_id AS codeId, c.polarity, c.evidence,
            v.villageId AS referentVillageId
     FROM coding c LEFT JOIN village v ON v.id = c.referent_case_id
     WHERE c.document_id = ? AND c.coder_id = ? AND c.start < c."end" ORDER BY c.start, c.id`,
    documentId,
    coderId,
  )
}

function episodesOf(db: ReadableDb, documentId: number, coderId: number): ExplicitEpisode[] {
  const primaries = Map.groupBy(
    db.all<PrimaryCode & { episodeId: number }>(
      `SELECT p.episode_id AS episodeId, p.dimension AS dimensionId, p.code_id AS codeId
       FROM episode_primary p JOIN episode e ON e.id = p.episode_id WHERE e.document_id = ? AND e.coder_id = ?`,
      documentId,
      coderId,
    ),
    (primary) => primary.episodeId,
  )
  return db
    .all<Omit<ExplicitEpisode, 'primaries'>>(
      `SELECT id, document_id AS documentId, start, "end" FROM episode
       WHERE document_id = ? AND coder_id = ? AND start < "end" ORDER BY start, id`,
      documentId,
      coderId,
    )
    .map((episode) => ({ ...episode, primaries: primaries.get(episode.id) ?? [] }))
}
