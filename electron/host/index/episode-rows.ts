import type { CodingInside, EpisodeRow } from '../../../shared/contract/episode.ts'
import type { ClassifiedEpisode } from '../../../shared/interaction/classify.ts'
import { documentReader } from '../../../shared/interaction/profile.ts'
import { utf16 } from '../../../shared/text/offsets.ts'
import type { ReadableDb } from '../database/db.ts'
import type { DocumentFacts } from './document-facts.ts'
import { interactionInput, studyFramework } from './interaction-input.ts'

type EpisodeTableRow = Pick<
  EpisodeRow,
  'id' | 'documentId' | 'start' | 'end' | 'coderId' | 'affairId' | 'affair' | 'eventTime'
>
type Reading = Omit<EpisodeRow, keyof EpisodeTableRow>

/** A coder's episodes in one document with what the study's framework makes of them, in reading order. */
export function readEpisodes(db: ReadableDb, document: DocumentFacts, coderId: number): EpisodeRow[] {
  const rows = db.all<EpisodeTableRow>(
    `SELECT e.id, e.document_id AS documentId, e.start, e."end", e.coder_id AS coderId, e.affair_id AS affairId,
            a.name AS affair, e.event_time AS eventTime
     FROM episode e LEFT JOIN affair a ON a.id = e.affair_id
     WHERE e.document_id = ? AND e.coder_id = ? ORDER BY e.start, e.id`,
    document.id,
    coderId,
  )
  // Most coding is done where no episode is drawn yet: then nothing is read.
  if (rows.length === 0) return []
  const readingOf = classify(db, document, coderId)
  return rows.map((row) => ({ ...row, ...readingOf(row.id) }))
}

const UNREAD: Reading = { dimensions: [], cell: null, status: 'no_framework', reasons: [], excluded: [] }

function classify(db: ReadableDb, document: DocumentFacts, coderId: number): (episodeId: number) => Reading {
  const framework = studyFramework(db)
  if (framework === null) return () => UNREAD
  const input = interactionInput(db, framework, [{ document, coderId }])
  const [interview] = input.documents
  if (interview === undefined) return () => UNREAD
  const { episodes, codings } = documentReader(input)(interview, 'E1')
  const read = new Map(episodes.map((episode) => [episode.episodeId, episode]))
  const rows = new Map<number, CodingInside>(
    codings.map(({ id, codeId, start, end }) => [id, { id, codeId, start: utf16(start), end: utf16(end) }]),
  )
  return (id) => {
    const episode = read.get(id)
    return episode === undefined ? UNREAD : readingOf(episode, rows)
  }
}

function readingOf(episode: ClassifiedEpisode, codings: ReadonlyMap<number, CodingInside>): Reading {
  const inside = (ids: readonly number[]): CodingInside[] =>
    ids.flatMap((id) => codings.get(id) ?? []).sort((a, b) => a.start - b.start || a.id - b.id)
  return {
    dimensions: episode.dimensions.map(({ dimensionId, categoryId, present, primary }) => ({
      id: dimensionId,
      categoryId,
      present: present.map((category) => ({ categoryId: category.categoryId, codings: inside(category.codings) })),
      primary: primary === null ? null : { codeId: primary.codeId, isDecisive: primary.decisive },
    })),
    cell: episode.cellId,
    status: episode.status === 'empty' ? 'incomplete' : episode.status,
    reasons: episode.reasons.map(({ reasonId }) => reasonId),
    excluded: episode.excluded.flatMap(({ codingId, causes }) => {
      const coding = codings.get(codingId)
      return coding === undefined ? [] : [{ ...coding, causes: [...causes] }]
    }),
  }
}
