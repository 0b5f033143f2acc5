import type { Frequency, FrequencyInput } from '../../../shared/contract/frequency.ts'
import type { ObjectHit, SearchQuery, SearchSummary } from '../../../shared/contract/search.ts'
import type { Viewer } from '../sight/rule.ts'

/** What the reading worker does for the host, and what goes over to it and back. */

export type ReadingTask =
  | { readonly kind: 'search'; readonly query: SearchQuery; readonly version: string }
  /** Reads and folds what the next search will need, until it is cancelled. */
  | { readonly kind: 'prepare'; readonly version: string }
  | { readonly kind: 'frequency'; readonly input: FrequencyInput; readonly stopWords: readonly string[] }

/** Whose eyes a worker reads with, where coding is blind; null: the whole study. */
export type ReadingSight = { readonly viewer: Viewer } | null

/** What a worker is started with. */
export interface ReadingStart {
  readonly path: string
  readonly sight: ReadingSight
}

export interface TaskRequest {
  readonly task: ReadingTask
  /** Not 0: nobody waits for the answer any more. Shared, since the worker hears nothing while it works. */
  readonly cancelled: Int32Array
}

/** Hits of one transcript, in order. */
export interface FoundInDocument {
  readonly documentId: number
  readonly revisionId: number
  readonly name: string
  readonly villageId: number | null
  readonly village: string | null
  /** start, end, start, end, …: UTF-16 code units, half-open. */
  readonly offsets: Int32Array
}

export type LeftOut = SearchSummary['leftOut']

export interface ObjectHits {
  readonly total: number
  readonly first: readonly ObjectHit[]
}

export interface FoundObjects {
  readonly codes: ObjectHits
  readonly memos: ObjectHits
  readonly cases: ObjectHits
}

/** What a search says on its way; each replaces or adds to what was said before. */
export interface SearchNews {
  readonly found: readonly FoundInDocument[]
  readonly leftOut: LeftOut
  /** Transcripts read so far, and how many there are to read. */
  readonly done: number
  readonly total: number
}

export type WorkerReply =
  | { readonly kind: 'objects'; readonly objects: FoundObjects }
  | { readonly kind: 'news'; readonly news: SearchNews }
  | { readonly kind: 'alive' }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'end'; readonly value: { readonly isTruncated: boolean } | Frequency | null }
  | { readonly kind: 'refused'; readonly code: string; readonly params: Record<string, string | number> }
  | { readonly kind: 'broke'; readonly error: Error }
