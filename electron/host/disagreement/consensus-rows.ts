import { quoteHash } from '../../../shared/text/quote.ts'
import { overlaps, type Span } from '../../../shared/text/span.ts'
import type { CommandContext } from '../context.ts'
import { insert, remove, update } from '../database/rows.ts'
import { deleteCodings, deleteEpisodes } from '../handlers/dependants.ts'
import {
  textOfCoding,
  textOfEpisode,
  type ConsensusRows,
  type Content,
  type NewCoding,
  type NewEpisode,
} from './consensus-content.ts'

export interface ConsensusPlace {
  readonly documentId: number
  readonly consensusId: number
  /** null: what both agree on. */
  readonly decisionId: number | null
}

/**
 * Makes rows of the consensus what they are to be, with as little change as possible: what is the same stays, what lies on
 * the same text with the same code is changed, so that memos and summaries on it stay.
 */
export function writeContent(
  context: CommandContext,
  place: ConsensusPlace,
  present: ConsensusRows,
  wanted: Content,
): void {
  const codings = reconcile(
    present.codings,
    wanted.codings,
    textOfCoding,
    (one, other) => one.codeId === other.codeId && overlaps(one, other),
  )
  for (const [{ id }, coding] of codings.changed)
    update(context.db, 'coding', id, { ...codingColumns(context, place.documentId, coding), modified_at: context.now })
  for (const coding of codings.added)
    insert(context.db, 'coding', {
      document_id: place.documentId,
      coder_id: place.consensusId,
      decision_id: place.decisionId,
      ...codingColumns(context, place.documentId, coding),
      created_at: context.now,
      modified_at: context.now,
    })
  deleteCodings(context.db, idsOf(codings.gone))

  const episodes = reconcile(present.episodes, wanted.episodes, textOfEpisode, overlaps)
  for (const [{ id, primaries }, episode] of episodes.changed) {
    update(context.db, 'episode', id, episodeColumns(episode))
    writePrimaries(context, id, primaries, episode.primaries)
  }
  for (const episode of episodes.added) {
    const id = insert(context.db, 'episode', {
      document_id: place.documentId,
      coder_id: place.consensusId,
      decision_id: place.decisionId,
      ...episodeColumns(episode),
    })
    writePrimaries(context, id, [], episode.primaries)
  }
  deleteEpisodes(context.db, idsOf(episodes.gone))
}

interface Reconciled<K, T> {
  readonly changed: readonly (readonly [K, T])[]
  readonly added: readonly T[]
  readonly gone: readonly K[]
}

function reconcile<K extends T, T>(
  present: readonly K[],
  wanted: readonly T[],
  textOf: (row: T) => string,
  isNear: (one: T, other: T) => boolean,
): Reconciled<K, T> {
  const gone = new Set(present)
  const byText = Map.groupBy(present, textOf)
  const other = wanted.filter((one) => {
    const same = byText.get(textOf(one))?.shift()
    return same === undefined || !gone.delete(same)
  })
  const changed: [K, T][] = []
  const added: T[] = []
  for (const one of other) {
    const near = [...gone].find((row) => isNear(one, row))
    if (near === undefined) added.push(one)
    else {
      gone.delete(near)
      changed.push([near, one])
    }
  }
  return { changed, added, gone: [...gone] }
}

function codingColumns(
  { study }: CommandContext,
  documentId: number,
  { start, end, codeId, stated, certainty }: NewCoding,
) {
  const quote = study.index.texts.of(documentId).slice(start, end)
  return { start, end, code_id: codeId, ...stated, certainty, quote_hash: quoteHash(quote) }
}

function episodeColumns({ start, end, affairId, eventTime }: NewEpisode) {
  return { start, end, affair_id: affairId, event_time: eventTime }
}

function writePrimaries(
  { db }: CommandContext,
  episodeId: number,
  before: NewEpisode['primaries'],
  after: NewEpisode['primaries'],
): void {
  const known = new Map(before)
  const wanted = new Map(after)
  for (const [dimension, codeId] of wanted) {
    const is = known.get(dimension)
    if (is === undefined) insert(db, 'episode_primary', { episode_id: episodeId, dimension, code_id: codeId })
    else if (is !== codeId) {
      const id = primaryId(db, episodeId, dimension)
      if (id !== undefined) update(db, 'episode_primary', id, { code_id: codeId })
    }
  }
  for (const dimension of known.keys()) {
    const id = wanted.has(dimension) ? undefined : primaryId(db, episodeId, dimension)
    if (id !== undefined) remove(db, 'episode_primary', id)
  }
}

function primaryId(db: CommandContext['db'], episodeId: number, dimension: string): number | undefined {
  return db.pluck<number>('SELECT id FROM episode_primary WHERE episode_id = ? AND dimension = ?', episodeId, dimension)
}

function idsOf(rows: readonly (Span & { readonly id: number })[]): number[] {
  return rows.map(({ id }) => id)
}
