import type { SearchQuery, SearchSummary } from '../../../shared/contract/search.ts'
import { firstIndex } from '../../../shared/text/offsets.ts'
import { fail, UserError } from '../errors.ts'
import type { EndValue } from './reading-line.ts'
import type { FoundInDocument, FoundObjects, WorkerReply } from './tasks.ts'

/** Hits with which a list can be begun. */
const FIRST_HITS = 200
/** Milliseconds after which a list is begun with fewer. */
const FIRST_ANSWER = 120

/** A hit by its number: in which document, and where. UTF-16 code units, half-open. */
export interface PlacedHit {
  readonly document: FoundInDocument
  readonly start: number
  readonly end: number
}

const NOTHING: FoundObjects = {
  codes: { total: 0, first: [] },
  memos: { total: 0, first: [] },
  cases: { total: 0, first: [] },
}

/** A search and what it has found so far. Its hits are numbered in the order of reading and keep their numbers. */
export class RunningSearch {
  readonly id: number
  readonly query: SearchQuery
  readonly documents: FoundInDocument[] = []
  /** Number of each document's first hit. */
  readonly #firstHits: number[] = []
  readonly #abort = new AbortController()
  #hits = 0
  #objects = NOTHING
  #leftOut: SearchSummary['leftOut'] = { interviewers: 0, otherSpeakers: 0, labels: 0 }
  #searched = { documents: 0, outOf: 0 }
  #isComplete = false
  #isTruncated = false
  #end: Promise<void> = Promise.resolve()
  #news: PromiseWithResolvers<void> = Promise.withResolvers()

  constructor(id: number, query: SearchQuery) {
    this.id = id
    this.query = query
  }

  get signal(): AbortSignal {
    return this.#abort.signal
  }

  cancel(): void {
    if (!this.#isComplete) this.#abort.abort(new UserError('cancelled'))
  }

  /** Called once, with the promise of the search's end. */
  follow(end: Promise<EndValue>): void {
    this.#end = end.then((value) => {
      this.#isComplete = true
      this.#isTruncated = value !== null && 'isTruncated' in value && value.isTruncated
    })
    // Whoever waits is told; a search that nobody waits for any more fails in silence.
    this.#end.catch(() => undefined)
  }

  hear(reply: WorkerReply): void {
    if (reply.kind === 'objects') this.#objects = reply.objects
    if (reply.kind !== 'news') return
    const { found, leftOut, done, total } = reply.news
    for (const document of found) {
      this.documents.push(document)
      this.#firstHits.push(this.#hits)
      this.#hits += document.offsets.length / 2
    }
    this.#leftOut = leftOut
    this.#searched = { documents: done, outOf: total }
    this.#news.resolve()
    this.#news = Promise.withResolvers()
  }

  /** Until there is something to show, or nothing more to come. Throws what the search throws. */
  async begun(progress: (done: number, total: number) => void): Promise<void> {
    const since = performance.now()
    const isEnough = () => this.#hits >= FIRST_HITS || (this.#hits > 0 && performance.now() - since > FIRST_ANSWER)
    while (!this.#isComplete && !isEnough()) {
      await Promise.race([this.#news.promise, this.#end])
      progress(this.#searched.documents, this.#searched.outOf)
    }
  }

  /** Until it is complete; `progress` hears of every step. Throws what the search throws. */
  async ended(progress: (done: number, total: number) => void): Promise<void> {
    while (!this.#isComplete) {
      await Promise.race([this.#news.promise, this.#end])
      progress(this.#searched.documents, this.#searched.outOf)
    }
  }

  get hits(): number {
    return this.#hits
  }

  summary(): SearchSummary {
    return {
      searchId: this.id,
      isComplete: this.#isComplete,
      isTruncated: this.#isTruncated,
      hits: this.#hits,
      documents: this.documents.map(({ documentId, name, villageId, village, offsets }) => ({
        documentId,
        name,
        villageId,
        village,
        hits: offsets.length / 2,
      })),
      searched: this.#searched,
      leftOut: this.#leftOut,
      codes: { ...this.#objects.codes, first: [...this.#objects.codes.first] },
      memos: { ...this.#objects.memos, first: [...this.#objects.memos.first] },
      cases: { ...this.#objects.cases, first: [...this.#objects.cases.first] },
    }
  }

  /** The hits numbered [from, to). */
  between(from: number, to: number): PlacedHit[] {
    return Array.from({ length: Math.max(0, Math.min(to, this.#hits) - from) }, (_, index) => this.hit(from + index))
  }

  /** Throws `search_gone` for a number that no hit has. */
  hit(number: number): PlacedHit {
    if (number >= this.#hits) fail('search_gone')
    const at = firstIndex(this.#firstHits.length, (index) => this.#firstHits[index]! > number) - 1
    const document = this.documents[at]!
    const within = (number - this.#firstHits[at]!) * 2
    return { document, start: document.offsets[within]!, end: document.offsets[within + 1]! }
  }

  /** The number of the first hit in a document, and all of them there; null where there are none. */
  inDocument(documentId: number): { first: number; document: FoundInDocument } | null {
    const at = this.documents.findIndex((document) => document.documentId === documentId)
    const document = this.documents[at]
    return document === undefined ? null : { first: this.#firstHits[at]!, document }
  }
}
