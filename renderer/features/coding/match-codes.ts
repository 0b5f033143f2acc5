import type { CodeRow } from '../../../shared/contract/code.ts'
import { folded, spoken } from '../../i18n/spoken.ts'

/** Finding a code by what one types: label, names in every language, and pinyin, full or initials (`hfdy`). */

export interface CodeIndex {
  readonly entries: readonly Entry[]
}

interface Entry {
  readonly code: CodeRow
  readonly label: string
  readonly names: readonly string[]
  /** Chinese names by sound, without tones and spaces. */
  readonly sounds: readonly string[]
  readonly initials: readonly string[]
}

/** Prepares a codebook for matching; about 50 µs per Chinese name the first time it is seen. */
export function indexCodes(codes: readonly CodeRow[]): CodeIndex {
  return {
    entries: codes.map((code) => {
      const names = code.texts.map((text) => text.name).filter((name) => name !== '')
      const chinese = names.flatMap((name) => spoken(name) ?? [])
      return {
        code,
        label: folded(code.label ?? ''),
        names: names.map(folded),
        sounds: chinese.map(({ sound }) => sound),
        initials: chinese.map(({ initials }) => initials),
      }
    }),
  }
}

/**
 * The codes that match, best first: label, then beginnings (of label, name, sound), then the middle; among equals the
 * recently used (`recent`, latest first), then the codebook's own order. What is typed may be several words, all of which
 * must match. Nothing typed: all codes, recent ones first. Where nothing matches, initials with a slip or two are taken
 * for what they may mean (`hfdy` for 回应性动员).
 */
export function matchCodes(index: CodeIndex, typed: string, recent: readonly number[] = []): CodeRow[] {
  const words = folded(typed)
    .split(' ')
    .filter((word) => word !== '')
  const whole = words.join(' ')
  const exact = graded(index, recent, (entry) =>
    words.length === 0 ? 0 : Math.min(gradeOf(entry, whole), Math.max(...words.map((word) => gradeOf(entry, word)))),
  )
  return exact.length > 0 ? exact : graded(index, recent, (entry) => slipsIn(entry, whole))
}

function graded(index: CodeIndex, recent: readonly number[], gradeOfEntry: (entry: Entry) => number): CodeRow[] {
  const rankById = new Map(recent.map((id, rank) => [id, rank]))
  return index.entries
    .map((entry) => ({ entry, grade: gradeOfEntry(entry), rank: rankById.get(entry.code.id) ?? Infinity }))
    .filter(({ grade }) => grade !== Infinity)
    .sort((a, b) => a.grade - b.grade || compare(a.rank, b.rank))
    .map(({ entry }) => entry.code)
}

/** The code that has exactly this label or name, so that creating another would be a slip; null where none has. */
export function codeNamed(index: CodeIndex, typed: string): CodeRow | null {
  const wanted = folded(typed)
  if (wanted === '') return null
  return index.entries.find(({ label, names }) => label === wanted || names.includes(wanted))?.code ?? null
}

/** 0 is best; Infinity does not match. */
function gradeOf({ label, names, sounds, initials }: Entry, typed: string): number {
  if (label === typed) return 0
  if (names.includes(typed)) return 1
  if (label.startsWith(typed)) return 2
  if (names.some((name) => name.startsWith(typed))) return 3
  if (initials.some((letters) => letters.startsWith(typed))) return 4
  if (names.some((name) => ` ${name}`.includes(` ${typed}`))) return 5
  if (sounds.some((sound) => sound.startsWith(typed))) return 6
  if (names.some((name) => name.includes(typed)) || label.includes(typed)) return 7
  if (typed.length > 1 && initials.some((letters) => letters.includes(typed))) return 8
  return Infinity
}

const SLIPS = 2
const LETTERS_WITH_SLIPS = /^[a-z]{4,12}$/

/** Letters to change, add or leave out until `typed` is a name's initials; Infinity for more than two, or another first. */
function slipsIn({ initials }: Entry, typed: string): number {
  if (!LETTERS_WITH_SLIPS.test(typed)) return Infinity
  const fewest = Math.min(
    ...initials.filter((letters) => letters[0] === typed[0]).map((letters) => distance(letters, typed)),
  )
  return fewest <= SLIPS ? fewest : Infinity
}

/** Levenshtein's distance. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [line, letter] of [...one].entries()) {
    const next = [line + 1]
    for (const [column, wanted] of [...other].entries()) {
      next.push(Math.min(row[column]! + (letter === wanted ? 0 : 1), row[column + 1]! + 1, next[column]! + 1))
    }
    row = next
  }
  return row[other.length]!
}

function compare(one: number, other: number): number {
  return one === other ? 0 : one < other ? -1 : 1
}
