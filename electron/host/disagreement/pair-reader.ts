import type { ComparedCoding, ComparedEpisode } from '../../../shared/agreement/disagreements.ts'
import type { ReadableDb } from '../database/db.ts'
import type { StudyIndex } from '../index/study-index.ts'
import { readDecision, type StoredDecision } from './stored-decision.ts'

/** Two coders in the order of their ids, whoever of them is asked for first: what is compared is the same. */
export type CoderPair = readonly [number, number]

/** What a coding says beside its code, in this order. How certain the coder is of it is no statement about the text. */
export const STATED = ['polarity', 'evidence', 'actor', 'referent_case_id', 'affair_id', 'event_time'] as const
export type Stated = readonly [string, string, string | null, number | null, number | null, string | null]

/** The text of a coding that says nothing beside its code. */
export const PLAIN = ''
const PLAIN_STATED: Stated = ['affirmed', 'self', null, null, null, null]

export function statedIn(attributes: string): Stated {
  return attributes === PLAIN ? PLAIN_STATED : (JSON.parse(attributes) as Stated)
}

export interface EpisodeStated {
  readonly affairId: number | null
  readonly eventTime: string | null
  /** By dimension. */
  readonly primaries: readonly (readonly [dimension: string, codeId: number])[]
}

export function episodeStatedIn(attributes: string): EpisodeStated {
  const [affairId, eventTime, primaries] = JSON.parse(attributes) as [number | null, string | null, [string, number][]]
  return { affairId, eventTime, primaries }
}

export function episodeAttributes({ affairId, eventTime, primaries }: EpisodeStated): string {
  return JSON.stringify([affairId, eventTime, primaries])
}

/** What is read of some documents to compare two coders there. */
export interface PairReading {
  codings(documentId: number, coderId: number): ComparedCoding[]
  episodes(documentId: number, coderId: number): readonly ComparedEpisode[]
  /** All of the document's, whoever they are between; the newest first. */
  decisions(documentId: number): readonly StoredDecision[]
  branchOf(codeId: number): number
}

/** Above this many documents, tables are read whole. */
const MANY = 100

export function readPair(
  db: ReadableDb,
  index: StudyIndex,
  pair: CoderPair,
  documentIds: readonly number[],
): PairReading {
  const isMany = documentIds.length > MANY
  const within = isMany ? '' : 'AND document_id IN (SELECT value FROM json_each(?))'
  const params = isMany ? [] : [JSON.stringify(documentIds)]

  const attributes = new Map<number, string>()
  for (const [id, ...stated] of db.iterateRows<[number, ...Stated]>(
    `SELECT id, ${STATED.join(', ')} FROM coding
     WHERE (polarity <> 'affirmed' OR evidence <> 'self' OR actor IS NOT NULL OR referent_case_id IS NOT NULL
       OR affair_id IS NOT NULL OR event_time IS NOT NULL) ${within}`,
    ...params,
  ))
    attributes.set(id, JSON.stringify(stated))

  const episodes = episodesBy(db, pair, within, params)
  const decisions = Map.groupBy(
    db
      .all<Parameters<typeof readDecision>[0]>(
        `SELECT id, document_id AS documentId, start, "end", kind, verdict, note, coder_a_id AS aId, coder_b_id AS bId,
           coder_id AS coderId, at FROM decision WHERE 1 ${within} ORDER BY at DESC, id DESC`,
        ...params,
      )
      .map(readDecision),
    ({ documentId }) => documentId,
  )
  const parents = new Map(db.rows<[number, number | null]>('SELECT id, parent_id FROM code'))
  const branches = new Map([...parents.keys()].map((id) => [id, topOf(parents, id)]))
  return {
    codings: (documentId, coderId) => {
      const { ids, starts, ends, codeIds } = index.codings.of(documentId, coderId)
      return Array.from(ids, (id, at) => ({
        id,
        start: starts[at]!,
        end: ends[at]!,
        value: codeIds[at]!,
        attributes: attributes.get(id) ?? PLAIN,
      }))
    },
    episodes: (documentId, coderId) => episodes.get(`${documentId} ${coderId}`) ?? [],
    decisions: (documentId) => decisions.get(documentId) ?? [],
    branchOf: (codeId) => branches.get(codeId) ?? codeId,
  }
}

function topOf(parents: ReadonlyMap<number, number | null>, codeId: number): number {
  let top = codeId
  for (let up = parents.get(top); typeof up === 'number'; up = parents.get(top)) top = up
  return top
}

function episodesBy(
  db: ReadableDb,
  pair: CoderPair,
  within: string,
  params: readonly string[],
): Map<string, ComparedEpisode[]> {
  const rows = db.rows<
    [
      id: number,
      documentId: number,
      coderId: number,
      start: number,
      end: number,
      affairId: number | null,
      eventTime: string | null,
    ]
  >(
    `SELECT id, document_id, coder_id, start, "end", affair_id, event_time FROM episode
     WHERE coder_id IN (?, ?) ${within} ORDER BY start, id`,
    ...pair,
    ...params,
  )
  const primaries = rows.length === 0 ? new Map<number, [string, number][]>() : primariesBy(db, pair)
  return Map.groupBy(
    rows.map(([id, documentId, coderId, start, end, affairId, eventTime]) => ({
      id,
      start,
      end,
      attributes: episodeAttributes({ affairId, eventTime, primaries: primaries.get(id) ?? [] }),
      of: `${documentId} ${coderId}`,
    })),
    ({ of }) => of,
  )
}

function primariesBy(db: ReadableDb, coderIds: readonly number[]): Map<number, [string, number][]> {
  const byEpisode = new Map<number, [string, number][]>()
  for (const [episodeId, dimension, codeId] of db.rows<[number, string, number]>(
    `SELECT p.episode_id, p.dimension, p.code_id FROM episode_primary p JOIN episode e ON e.id = p.episode_id
     WHERE e.coder_id IN (SELECT value FROM json_each(?)) ORDER BY p.dimension`,
    JSON.stringify(coderIds),
  )) {
    const own = byEpisode.get(episodeId)
    if (own === undefined) byEpisode.set(episodeId, [[dimension, codeId]])
    else own.push([dimension, codeId])
  }
  return byEpisode
}
