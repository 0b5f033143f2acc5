import { foldText, type FoldedText } from '../../../shared/search/fold-text.ts'
import type { SearchedText } from '../../../shared/search/find-in-text.ts'
import type { ReadableDb } from '../database/db.ts'

/** UTF-16 code units of texts kept at most, their folded versions not counted. */
const CAPACITY = 60_000_000

/** Texts by their hash, with what folding made of them: a text never changes, so only the room is limited. */
export class SearchedTexts {
  readonly #byHash = new Map<string, KeptText>()
  #held = 0

  /** The longest unused go first where there is no more room. */
  get(db: ReadableDb, hash: string): KeptText {
    const known = this.#byHash.get(hash)
    if (known !== undefined) {
      this.#byHash.delete(hash)
      this.#byHash.set(hash, known)
      return known
    }
    const content = db.pluck<string>('SELECT content FROM text WHERE hash = ?', hash)
    if (content === undefined) throw new Error('the text of a document is missing')
    const text = new KeptText(content)
    this.#byHash.set(hash, text)
    this.#held += content.length
    for (const [oldest, { text: unused }] of this.#byHash) {
      if (this.#held <= CAPACITY || oldest === hash) break
      this.#byHash.delete(oldest)
      this.#held -= unused.length
    }
    return text
  }
}

/** A text and its folded versions, each made when it is asked for. */
export class KeptText {
  readonly text: string
  #withCase: FoldedText | null = null
  #withoutCase: FoldedText | null = null

  constructor(text: string) {
    this.text = text
  }

  folded(keepCase: boolean): FoldedText {
    if (keepCase) return (this.#withCase ??= foldText(this.text, true))
    return (this.#withoutCase ??= foldText(this.text, false))
  }

  in(language: string): SearchedText {
    return { text: this.text, language, folded: (keepCase) => this.folded(keepCase) }
  }
}
