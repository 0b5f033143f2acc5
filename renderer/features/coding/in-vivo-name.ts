import { previousGrapheme } from '../../../shared/text/graphemes.ts'
import { utf16 } from '../../../shared/text/offsets.ts'
import { amountUnit, previousWord } from '../../../shared/text/words.ts'

/** UTF-16 code units of a name: as much as a code's line in the codebook shows. */
const LONGEST = { characters: 24, words: 60 } as const

/** Punctuation and quotes around words, which are no part of what is named; brackets and signs of emphasis stay. */
const AROUND = /^[\s\p{Pi}\p{Pf}"',.;:，。；：、…—–-]+|[\s\p{Pi}\p{Pf}"',.;:，。；：、…—–-]+$/gu

/**
 * A code's name from the words it stands on, in their language (BCP 47): on one line, without the punctuation around
 * them; long passages are cut behind a word, with an ellipsis. Empty where no words are in it.
 */
export function inVivoName(words: string, language: string): string {
  const line = words.replace(/\s+/gu, ' ').replace(AROUND, '')
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(line)) return ''
  const longest = LONGEST[amountUnit(language)]
  if (line.length <= longest) return line
  const whole = previousWord(line, previousGrapheme(line, utf16(longest + 1)), language)
  // Where one word fills the line, it is cut between two characters.
  const end = whole > longest / 2 ? whole : previousGrapheme(line, utf16(longest + 1))
  return `${line.slice(0, end).replace(AROUND, '')}…`
}
