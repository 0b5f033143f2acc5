import { statementsOf } from '../../../shared/agreement/disagreements.ts'
import { overlaps, span, type Span } from '../../../shared/text/span.ts'
import type { ReadableDb, SqlValue } from '../database/db.ts'
import type { ComparedDocument } from './compared-document.ts'
import { episodeStatedIn, STATED, statedIn } from './pair-reader.ts'

/** What a consensus is made of, as it is to be and as it is. */

export interface NewCoding extends Span {
  readonly codeId: number
  /** The columns of `STATED`. */
  readonly stated: Readonly<Record<string, SqlValue>>
  readonly certainty: number | null
}

export interface NewEpisode extends Span {
  readonly affairId: number | null
  readonly eventTime: string | null
  /** By dimension. */
  readonly primaries: readonly (readonly [dimension: string, codeId: number])[]
}

export interface Content {
  readonly codings: readonly NewCoding[]
  readonly episodes: readonly NewEpisode[]
}

type Kept<T> = T & { readonly id: number; readonly decisionId: number | null }

export interface ConsensusRows {
  readonly codings: readonly Kept<NewCoding>[]
  readonly episodes: readonly Kept<NewEpisode>[]
}

/** The same text for the same coding. */
export function textOfCoding({ start, end, codeId, stated, certainty }: NewCoding): string {
  return JSON.stringify([start, end, codeId, certainty, ...STATED.map((column) => stated[column] ?? null)])
}

/** The same text for the same episode. */
export function textOfEpisode({ start, end, affairId, eventTime, primaries }: NewEpisode): string {
  return JSON.stringify([start, end, affairId, eventTime, primaries])
}

/** The consensus rows of a document, in reading order; also those that a correction left without words. */
export function consensusRows(db: ReadableDb, documentId: number, consensusId: number): ConsensusRows {
  type Row = { id: number; start: number; end: number; decisionId: number | null }
  const codings = db
    .all<Row & Record<string, SqlValue> & { codeId: number; certainty: number | null }>(
      `SELECT id, start, "end", code_id AS codeId, decision_id AS decisionId, certainty, ${STATED.join(', ')}
       FROM coding WHERE document_id = ? AND coder_id = ? ORDER BY start, id`,
      documentId,
      consensusId,
    )
    .map(({ id, start, end, codeId, decisionId, certainty, ...stated }) => ({
      id,
      ...span(start, end),
      codeId,
      decisionId,
      certainty,
      stated,
    }))
  const episodes = db
    .all<Row & { affairId: number | null; eventTime: string | null }>(
      `SELECT id, start, "end", affair_id AS affairId, event_time AS eventTime, decision_id AS decisionId FROM episode
       WHERE document_id = ? AND coder_id = ? ORDER BY start, id`,
      documentId,
      consensusId,
    )
    .map(({ start, end, ...row }) => ({
      ...row,
      ...span(start, end),
      primaries: db.rows<[string, number]>(
        'SELECT dimension, code_id FROM episode_primary WHERE episode_id = ? ORDER BY dimension',
        row.id,
      ),
    }))
  return { codings, episodes }
}

/** How certain coders are of their codings, where they say so. */
export function certaintiesIn(db: ReadableDb, documentId: number): ReadonlyMap<number, number> {
  return new Map(
    db.rows<[number, number]>(
      'SELECT id, certainty FROM coding WHERE document_id = ? AND certainty IS NOT NULL',
      documentId,
    ),
  )
}

/** The codings of a passage, those that say the same as one. */
export function codingsOfPassage(
  passage: Parameters<typeof statementsOf>[0],
  certainties: ReadonlyMap<number, number>,
): NewCoding[] {
  return statementsOf(passage).map(({ start, end, attributes }) => ({
    ...span(start, end),
    codeId: passage.value,
    stated: statedColumns(attributes),
    certainty: oneOf(
      passage.parts
        .filter((part) => part.attributes === attributes && part.start < end && part.end > start)
        .map(({ id }) => certainties.get(id) ?? null),
    ),
  }))
}

export function statedColumns(attributes: string): Record<string, SqlValue> {
  const values = statedIn(attributes)
  return Object.fromEntries(STATED.map((column, at) => [column, values[at] ?? null]))
}

/** What all say; null where they do not. */
function oneOf(values: readonly (number | null)[]): number | null {
  const [first = null, ...others] = new Set(values)
  return others.length === 0 ? first : null
}

/**
 * What both coders have alike, less what a decision has put there already: what was decided stands before what is agreed.
 */
export function agreedContent(db: ReadableDb, compared: ComparedDocument, decided: Content): Content {
  const certainties = certaintiesIn(db, compared.documentId)
  const known = new Set(decided.codings.map(withoutCertainty))
  return {
    codings: compared.passages
      .flatMap(({ first, second }) => {
        const others = codingsOfPassage(second, certainties)
        return codingsOfPassage(first, certainties).map((coding, at) => ({
          ...coding,
          certainty: oneOf([coding.certainty, others[at]?.certainty ?? null]),
        }))
      })
      .filter((coding) => !known.has(withoutCertainty(coding))),
    episodes: compared.episodes
      .map(({ first: { start, end, attributes } }) => ({ ...span(start, end), ...episodeStatedIn(attributes) }))
      .filter((episode) => !decided.episodes.some((other) => overlaps(episode, other))),
  }
}

function withoutCertainty(coding: NewCoding): string {
  return textOfCoding({ ...coding, certainty: null })
}
