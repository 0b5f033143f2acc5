import { pinyin } from 'pinyin-pro'

/** Finding names by what one types: without regard to case, width and space, and Chinese by its sound. */

/** How a Chinese name sounds: pinyin without tones and spaces. */
export interface Spoken {
  /** `huiyingxing` for 回应性. */
  readonly sound: string
  /** `hyx` for 回应性. */
  readonly initials: string
}

/** As names are compared: without regard to case, width and surrounding space. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b]+/gu, ' ')
    .trim()
}

const known = new Map<string, Spoken>()

/** The sound of a name with Chinese in it, else null; about 50 µs the first time a name is seen. */
export function spoken(name: string): Spoken | null {
  if (!/\p{Script=Han}/u.test(name)) return null
  const found = known.get(name)
  if (found !== undefined) return found
  const syllables = pinyin(name, { toneType: 'none', type: 'array', v: true }).map((syllable) => folded(syllable))
  const said = { sound: syllables.join(''), initials: syllables.map((syllable) => syllable.slice(0, 1)).join('') }
  known.set(name, said)
  return said
}
