import type { ChangeRow } from '../database/change-log.ts'
import type { ReadableDb } from '../database/db.ts'

/**
 * Where codings lie, for finding those that overlap a passage. An index of the file finds them by their beginning, so it
 * would go through all that begin before the passage: 20,000 near the end of a long text. Here each coding is kept under
 * the stretches of text that it touches. Filled per document at first use, kept up to date from the change log.
 */
export class CodingSpans {
  readonly #db: ReadableDb
  readonly #byDocument = new Map<number, DocumentSpans>()

  /** Documents kept at most; the longest unused go first. */
  static readonly CAPACITY = 100

  constructor(db: ReadableDb) {
    this.#db = db
  }

  /** Ids of one coder's codings that overlap [start, end), as the last committed operation left them, in no order. */
  overlapping(documentId: number, coderId: number, start: number, end: number): number[] {
    return this.#of(documentId).overlapping(coderId, start, end)
  }

  /** After a committed operation. */
  apply(changes: readonly ChangeRow[]): void {
    const changed = changes.filter(({ table }) => table === 'coding')
    if (changed.length > MANY) {
      this.#byDocument.clear()
      return
    }
    if (this.#byDocument.size === 0) return
    for (const change of changed) {
      if (change.kind === 'update' && !PLACE.some((column) => Object.hasOwn(change.before ?? {}, column))) continue
      for (const spans of this.#byDocument.values()) spans.forget(change.pk)
      const [row] = this.#db.rows<[number, ...SpanRow]>(
        `SELECT document_id, ${COLUMNS} FROM coding WHERE id = ?`,
        change.pk,
      )
      if (row === undefined) continue
      const [documentId, ...span] = row
      this.#byDocument.get(documentId)?.learn(span)
    }
  }

  #of(documentId: number): DocumentSpans {
    let spans = this.#byDocument.get(documentId)
    this.#byDocument.delete(documentId)
    if (spans === undefined) {
      spans = new DocumentSpans()
      for (const row of this.#db.iterateRows<SpanRow>(
        `SELECT ${COLUMNS} FROM coding WHERE document_id = ?`,
        documentId,
      ))
        spans.learn(row)
    }
    this.#byDocument.set(documentId, spans)
    const [oldest] = this.#byDocument.keys()
    if (oldest !== undefined && this.#byDocument.size > CodingSpans.CAPACITY) this.#byDocument.delete(oldest)
    return spans
  }
}

type SpanRow = [id: number, coderId: number, start: number, end: number]

const COLUMNS = 'id, coder_id, start, "end"'
const PLACE = ['document_id', 'coder_id', 'start', 'end']
/** Above this many changed codings, reading the documents again costs less than following each. */
const MANY = 5000

/** UTF-16 code units of one stretch. */
const STRETCH = 2048
/** A coding that touches more stretches is kept apart: few are that long, and each is looked at every time. */
const LONG = 32

class DocumentSpans {
  readonly #rows = new Map<number, SpanRow>()
  readonly #byStretch = new Map<number, Set<SpanRow>>()
  readonly #long = new Set<SpanRow>()

  learn(row: SpanRow): void {
    this.#rows.set(row[0], row)
    const stretches = stretchesOf(row)
    if (stretches === null) this.#long.add(row)
    for (const stretch of stretches ?? []) {
      const rows = this.#byStretch.get(stretch)
      if (rows === undefined) this.#byStretch.set(stretch, new Set([row]))
      else rows.add(row)
    }
  }

  forget(id: number): void {
    const row = this.#rows.get(id)
    if (row === undefined) return
    this.#rows.delete(id)
    this.#long.delete(row)
    for (const stretch of stretchesOf(row) ?? []) this.#byStretch.get(stretch)?.delete(row)
  }

  overlapping(coderId: number, start: number, end: number): number[] {
    const first = Math.floor(start / STRETCH)
    const last = Math.floor(Math.max(start, end - 1) / STRETCH)
    const candidates =
      last - first > this.#byStretch.size
        ? this.#rows.values()
        : Array.from({ length: last - first + 1 }, (_, at) => this.#byStretch.get(first + at) ?? [])
            .concat([this.#long])
            .flatMap((rows) => [...rows])
    const found = new Set<number>()
    for (const row of candidates) {
      // A coding that a correction left without words lies nowhere.
      if (row[1] === coderId && row[2] < end && row[3] > start && row[2] < row[3]) found.add(row[0])
    }
    return [...found]
  }
}

function stretchesOf([, , start, end]: SpanRow): number[] | null {
  const first = Math.floor(start / STRETCH)
  const count = Math.floor(Math.max(start, end - 1) / STRETCH) - first + 1
  return count > LONG ? null : Array.from({ length: count }, (_, at) => first + at)
}
