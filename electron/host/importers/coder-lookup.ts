import type { CommandContext } from '../context.ts'
import { insert } from '../database/rows.ts'
import { fail } from '../errors.ts'
import { asName } from './names.ts'

const COLOURS = ['#3f6fb5', '#b8602f', '#3b8a4e', '#9a4fb0', '#b5443f', '#7a7a1f', '#2a8a8a', '#a0527a'] as const

/** Coders by name: a person made where the name is new, the current coder where a file names none. */
export function coderLookup({ db, coderId }: CommandContext): (name: string | null) => number {
  const known = new Map(db.rows<[string, number]>('SELECT name, id FROM coder ORDER BY id DESC'))
  return (written) => {
    if (written === null) return coderId
    const name = asName(written) ?? fail('bad_value', { column: 'coder', value: written })
    const id =
      known.get(name) ??
      insert(db, 'coder', {
        name,
        initials: initialsOf(name),
        colour: COLOURS[known.size % COLOURS.length] ?? COLOURS[0],
        kind: 'person',
      })
    known.set(name, id)
    return id
  }
}

/** First letters of the first two words; of a name in Chinese its first two characters. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/)
  const letters = words.length > 1 ? words.slice(0, 2).map((word) => [...word][0] ?? '') : [...name].slice(0, 2)
  return letters.join('').toUpperCase()
}
