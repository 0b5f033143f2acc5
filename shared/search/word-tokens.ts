import { foldQuery } from './fold-text.ts'
import { wordSpansIn } from './word-spans.ts'

/** Numbers for words, given as they come. Words that differ only in case, width or composition are one. */
export class Vocabulary {
  readonly #byFolded = new Map<string, number>()
  /** Words as they are written are met again and again; folding them once is enough. */
  readonly #byWritten = new Map<string, number>()
  readonly #words: string[] = []

  idOf(written: string): number {
    const known = this.#byWritten.get(written)
    if (known !== undefined) return known
    const folded = foldQuery(written, false)
    let id = this.#byFolded.get(folded)
    if (id === undefined) {
      id = this.#words.length
      this.#byFolded.set(folded, id)
      this.#words.push(folded)
    }
    this.#byWritten.set(written, id)
    return id
  }

  wordOf(id: number): string {
    return this.#words[id] ?? ''
  }
}

/** The words of a text, in order; start and end are UTF-16 offsets, half-open. */
export interface Tokens {
  readonly ids: Int32Array
  readonly starts: Int32Array
  readonly ends: Int32Array
  /**
   * How a word hangs together with the one before it: 0 something is between them (a punctuation mark, a line end), so
   * that no phrase goes across; 1 they follow each other directly, as Chinese words do; 2 with a space.
   */
  readonly joints: Uint8Array
}

const APART = 0
const DIRECT = 1
const SPACED = 2

/** Cuts a text into words, paragraph by paragraph. Without case. */
export function tokensOf(text: string, language: string, vocabulary: Vocabulary): Tokens {
  const ids: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  const joints: number[] = []
  for (let from = 0; from <= text.length;) {
    const newline = text.indexOf('\n', from)
    const to = newline === -1 ? text.length : newline
    const words = wordSpansIn(text.slice(from, to), language)
    let before = -1
    for (let at = 0; at < words.length; at += 2) {
      const start = from + words[at]!
      const end = from + words[at + 1]!
      ids.push(vocabulary.idOf(text.slice(start, end)))
      starts.push(start)
      ends.push(end)
      joints.push(before === -1 ? APART : jointBetween(text, before, start))
      before = end
    }
    from = to + 1
  }
  return {
    ids: Int32Array.from(ids),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    joints: Uint8Array.from(joints),
  }
}

function jointBetween(text: string, from: number, to: number): number {
  if (from === to) return DIRECT
  return to - from === 1 && /\s/.test(text[from] ?? '') ? SPACED : APART
}

/** A phrase of two words as it is shown. */
export function joined(before: string, joint: number, word: string): string {
  return joint === SPACED ? `${before} ${word}` : before + word
}
