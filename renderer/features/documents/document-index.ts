import type { DocumentRow } from '../../../shared/contract/document.ts'
import { folded, spoken } from '../../i18n/spoken.ts'

interface Entry {
  readonly text: string
  readonly sounds: readonly string[]
  readonly initials: readonly string[]
}

/** What of a row is searched; the same objects as before where only how far it is has changed. */
type Key = DocumentRow['respondents']

/**
 * Finds transcripts by what one types: name, village, people, roles, wave, date, language, and all of these by pinyin,
 * full or initials. Rows are prepared at the first search and kept.
 */
export class DocumentIndex {
  readonly #entries = new WeakMap<Key, { row: DocumentRow; entry: Entry }>()
  readonly #more: (row: DocumentRow) => readonly (string | null)[]

  /** @param more further words of a row in the interface language: what its wave and its language are called. */
  constructor(more: (row: DocumentRow) => readonly (string | null)[] = () => []) {
    this.#more = more
  }

  /** A test for rows in which all typed words occur; null where nothing is typed. */
  matcher(typed: string): ((row: DocumentRow) => boolean) | null {
    const words = folded(typed).split(' ').filter(Boolean)
    if (words.length === 0) return null
    return (row) => {
      const entry = this.#entryOf(row)
      return words.every((word) => occursIn(entry, word))
    }
  }

  /** Prepares a row ahead of the first search: Chinese names take a while to be spelt. */
  prepare(row: DocumentRow): void {
    this.#entryOf(row)
  }

  #entryOf(row: DocumentRow): Entry {
    const known = this.#entries.get(row.respondents)
    if (known !== undefined && isAlike(known.row, row)) return known.entry
    const parts = [
      row.name,
      row.village,
      row.wave,
      row.interviewDate,
      row.language,
      ...row.respondents.flatMap(({ name, role }) => [name, role]),
      ...this.#more(row),
    ].filter((part) => part !== null)
    const chinese = parts.flatMap((part) => spoken(part) ?? [])
    const entry = {
      text: folded(parts.join(' ')),
      sounds: chinese.map(({ sound }) => sound),
      initials: chinese.map(({ initials }) => initials),
    }
    this.#entries.set(row.respondents, { row, entry })
    return entry
  }
}

function occursIn({ text, sounds, initials }: Entry, word: string): boolean {
  return (
    text.includes(word) ||
    initials.some((letters) => letters.startsWith(word) || (word.length > 1 && letters.includes(word))) ||
    (word.length > 1 && sounds.some((sound) => sound.includes(word)))
  )
}

function isAlike(one: DocumentRow, other: DocumentRow): boolean {
  return (
    one === other ||
    (one.name === other.name &&
      one.village === other.village &&
      one.wave === other.wave &&
      one.interviewDate === other.interviewDate &&
      one.language === other.language)
  )
}
