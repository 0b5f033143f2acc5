import {
  compareCodings,
  compareEpisodes,
  type ComparedEpisode,
  type ComparedPassage,
  type Pair,
} from '../../../shared/agreement/disagreements.ts'
import type { DisagreementKind, DisagreementStatus } from '../../../shared/contract/disagreement.ts'
import type { ReadableDb } from '../database/db.ts'
import type { StudyIndex } from '../index/study-index.ts'
import { Guids } from './guids.ts'
import { matchDecisions } from './match-decisions.ts'
import { readPair, type CoderPair, type PairReading } from './pair-reader.ts'
import { swapped, type StoredDecision } from './stored-decision.ts'

/** What one of the two has at a disagreement. */
export type ComparedSide =
  | { readonly passage: ComparedPassage; readonly episode: null }
  | { readonly passage: null; readonly episode: ComparedEpisode }

/** A disagreement of two coders in the order of their ids: `a` has the lower one. */
export interface ComparedRow {
  readonly key: string
  readonly kind: DisagreementKind
  readonly documentId: number
  readonly start: number
  readonly end: number
  readonly a: ComparedSide | null
  readonly b: ComparedSide | null
  /** The codes it is about, each once; none for episodes. */
  readonly codeIds: readonly number[]
  readonly status: DisagreementStatus
  readonly decision: StoredDecision | null
}

export interface PassageCounts {
  agreed: number
  first: number
  second: number
}

export interface ComparedDocument {
  readonly documentId: number
  readonly passages: readonly Pair<ComparedPassage>[]
  readonly episodes: readonly Pair<ComparedEpisode>[]
  /** In reading order. */
  readonly rows: readonly ComparedRow[]
  /** How many passages each has of a code (null: episodes), and how many of them alike. */
  readonly counts: ReadonlyMap<number | null, PassageCounts>
  /** Whether decisions between other coders have been made here. */
  readonly isOthers: boolean
}

/** Compares two coders in some documents, in the order given; what has not changed since it was asked for is at hand. */
export function comparedDocuments(
  db: ReadableDb,
  index: StudyIndex,
  documentIds: readonly number[],
  pair: CoderPair,
): ComparedDocument[] {
  const key = pair.join(' ')
  const missing = documentIds.filter((id) => !index.comparisons.has(id, key))
  if (missing.length > 0) {
    const reading = readPair(db, index, pair, missing)
    const guids = new Guids(db)
    for (const id of missing) index.comparisons.of(id, key, () => compareDocument(id, pair, reading, guids))
  }
  return documentIds.map((id) => index.comparisons.of(id, key, () => notCompared(id)))
}

function notCompared(documentId: number): never {
  throw new Error(`document ${documentId} has not been compared`)
}

type Found = Omit<ComparedRow, 'status' | 'decision'>

function compareDocument(documentId: number, pair: CoderPair, reading: PairReading, guids: Guids): ComparedDocument {
  const [a, b] = pair
  const codings = compareCodings(reading.codings(documentId, a), reading.codings(documentId, b), reading.branchOf)
  const episodes = compareEpisodes(reading.episodes(documentId, a), reading.episodes(documentId, b))
  const counts = new Map<number | null, PassageCounts>()
  const count = (of: number | null): PassageCounts => {
    const own = counts.get(of) ?? { agreed: 0, first: 0, second: 0 }
    counts.set(of, own)
    return own
  }
  for (const { first } of codings.agreed) count(first.value).agreed++
  for (const side of [...codings.agreed, ...codings.differences]) {
    if (side.first !== null) count(side.first.value).first++
    if (side.second !== null) count(side.second.value).second++
  }
  for (const side of [...episodes.agreed, ...episodes.differences]) {
    if (side.first !== null) count(null).first++
    if (side.second !== null) count(null).second++
  }
  if (episodes.agreed.length > 0) count(null).agreed = episodes.agreed.length

  const found: Found[] = [
    ...codings.differences.map(({ kind, first, second }) =>
      rowOf(documentId, kind, first && { passage: first, episode: null }, second && { passage: second, episode: null }),
    ),
    ...episodes.differences.map(({ first, second }) =>
      rowOf(
        documentId,
        'episode',
        first && { passage: null, episode: first },
        second && { passage: null, episode: second },
      ),
    ),
  ]
  const all = reading.decisions(documentId)
  const own = all.flatMap((decision) => {
    if (decision.aId === a && decision.bId === b) return [decision]
    return decision.aId === b && decision.bId === a ? [swapped(decision)] : []
  })
  return {
    documentId,
    passages: codings.agreed,
    episodes: episodes.agreed,
    rows: matchDecisions(documentId, distinct(found), own, guids).sort(
      (one, other) => one.start - other.start || one.end - other.end || (one.key < other.key ? -1 : 1),
    ),
    counts,
    isOthers: own.length < all.length,
  }
}

function rowOf(documentId: number, kind: DisagreementKind, a: ComparedSide | null, b: ComparedSide | null): Found {
  const sides = [a, b].flatMap((side) => side?.passage ?? side?.episode ?? [])
  return {
    key: `${documentId} ${kind} ${placeOf(a)} ${placeOf(b)}`,
    kind,
    documentId,
    start: Math.min(...sides.map(({ start }) => start)),
    end: Math.max(...sides.map(({ end }) => end)),
    a,
    b,
    codeIds: [...new Set([a, b].flatMap((side) => side?.passage?.value ?? []))],
  }
}

function placeOf(side: ComparedSide | null): string {
  if (side === null) return '-'
  const { start, end } = side.passage ?? side.episode
  return `${side.passage?.value ?? 'e'}@${start}-${end}`
}

/** Imported episodes may stand on one place twice: then they are told apart by their order. */
function distinct(rows: readonly Found[]): Found[] {
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const before = seen.get(row.key) ?? 0
    seen.set(row.key, before + 1)
    return before === 0 ? row : { ...row, key: `${row.key} ${before}` }
  })
}
