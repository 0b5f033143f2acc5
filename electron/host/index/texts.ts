import type { ReadableDb } from '../database/db.ts'

/** Transcripts' texts by revision. A revision's text never changes, so only the room is limited. */
export class Texts {
  readonly #db: ReadableDb
  readonly #byHash = new Map<string, string>()
  #held = 0

  /** UTF-16 code units kept at most; the longest unused go first. */
  static readonly CAPACITY = 50_000_000

  constructor(db: ReadableDb) {
    this.#db = db
  }

  /** The current text of a document. Throws for a document that does not exist. */
  of(documentId: number): string {
    const hash = this.#db.pluck<string>(
      'SELECT r.text_hash FROM document d JOIN document_revision r ON r.id = d.revision_id WHERE d.id = ?',
      documentId,
    )
    if (hash === undefined) throw new Error(`no document ${documentId}`)
    const known = this.#byHash.get(hash)
    if (known !== undefined) {
      this.#byHash.delete(hash)
      this.#byHash.set(hash, known)
      return known
    }
    const content = this.#db.pluck<string>('SELECT content FROM text WHERE hash = ?', hash)
    if (content === undefined) throw new Error(`the text of document ${documentId} is missing`)
    this.#byHash.set(hash, content)
    this.#held += content.length
    for (const [oldest, text] of this.#byHash) {
      if (this.#held <= Texts.CAPACITY || oldest === hash) break
      this.#byHash.delete(oldest)
      this.#held -= text.length
    }
    return content
  }
}
