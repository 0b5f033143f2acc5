import type { ReadableDb } from '../database/db.ts'

/** One coder's codings in one document as parallel arrays, by start, longer first. */
export interface CodingArrays {
  readonly ids: Int32Array
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly codeIds: Int32Array
}

/**
 * Two pairs travel as one number each: reading four columns takes half the time of six. A text has fewer than 2^26 code
 * units (imports are limited to 64 MB), and no study has 2^16 coders.
 */
type Row = [owner: number, id: number, range: number, codeId: number]

const CODERS = 2 ** 16
const LENGTH = 2 ** 26
const COLUMNS = `document_id * ${CODERS} + coder_id, id, start * ${LENGTH} + ("end" - start), code_id`
/** What a correction left without words is no passage until someone puts it back. */
const HAS_WORDS = `start < "end"`

/**
 * All codings of the study, a document and a coder at a time. Counting 200 × 300 cells over 500,000 codings takes
 * milliseconds from these arrays and seconds in SQL. Read whole at first use; a document whose codings change is
 * dropped and read again when it is next asked for.
 */
export class CodingTable {
  readonly #db: ReadableDb
  #byDocument: Map<number, Map<number, CodingArrays>> | null = null
  readonly #stale = new Set<number>()

  constructor(db: ReadableDb) {
    this.#db = db
  }

  /** One coder's codings in a document. */
  of(documentId: number, coderId: number): CodingArrays {
    this.#byDocument ??= gather(this.#db.iterateRows<Row>(`SELECT ${COLUMNS} FROM coding WHERE ${HAS_WORDS}`))
    if (this.#stale.delete(documentId)) {
      const fresh = gather(
        this.#db.rows<Row>(`SELECT ${COLUMNS} FROM coding WHERE document_id = ? AND ${HAS_WORDS}`, documentId),
      )
      this.#byDocument.set(documentId, fresh.get(documentId) ?? new Map<number, CodingArrays>())
    }
    return this.#byDocument.get(documentId)?.get(coderId) ?? NONE
  }

  /** Something about the document's codings changed. */
  drop(documentId: number): void {
    if (this.#byDocument !== null) this.#stale.add(documentId)
  }

  dropAll(): void {
    this.#byDocument = null
    this.#stale.clear()
  }
}

const NONE: CodingArrays = arraysOf([])

function gather(rows: Iterable<Row>): Map<number, Map<number, CodingArrays>> {
  const lists = new Map<number, Map<number, number[]>>()
  for (const [owner, id, range, codeId] of rows) {
    const documentId = Math.floor(owner / CODERS)
    const start = Math.floor(range / LENGTH)
    let coders = lists.get(documentId)
    if (coders === undefined) lists.set(documentId, (coders = new Map<number, number[]>()))
    const list = coders.get(owner % CODERS)
    if (list === undefined) coders.set(owner % CODERS, [id, start, start + (range % LENGTH), codeId])
    else list.push(id, start, start + (range % LENGTH), codeId)
  }
  return new Map(
    [...lists].map(([documentId, coders]) => [
      documentId,
      new Map([...coders].map(([coderId, list]) => [coderId, arraysOf(list)])),
    ]),
  )
}

/** From a flat list of id, start, end, code id. */
function arraysOf(list: readonly number[]): CodingArrays {
  const count = list.length / 4
  const order = Array.from({ length: count }, (_, index) => index * 4)
  order.sort((a, b) => list[a + 1]! - list[b + 1]! || list[b + 2]! - list[a + 2]! || list[a]! - list[b]!)
  const column = (offset: number) => Int32Array.from(order, (at) => list[at + offset]!)
  return { ids: column(0), starts: column(1), ends: column(2), codeIds: column(3) }
}
