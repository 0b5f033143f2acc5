import type { Utf16Offset } from './offsets.ts'
import { assertInside, utf16 } from './offsets.ts'
import { paragraphAround } from './paragraphs.ts'
import { segmenterFor } from './segmenters.ts'
import type { Span } from './span.ts'
import { mergeSpans, span } from './span.ts'

/**
 * Words for the caret, found in the paragraph around it, and words for counting. Chinese words come from ICU's dictionary, which errs (访谈 is
 * cut in two): good enough to move by, never used to widen a selection by force.
 */

/** The word that holds the character behind the offset, else the one that ends at it; null between words. */
export function wordAt(text: string, offset: Utf16Offset, language?: string): Span | null {
  assertInside(offset, text.length)
  const paragraph = paragraphAround(text, offset)
  const words = segmentsOf(text, paragraph, language)
  const at = wordIn(words, offset - paragraph.start) ?? wordIn(words, offset - paragraph.start - 1)
  return at === null ? null : span(paragraph.start + at.start, paragraph.start + at.end)
}

/**
 * The end of the first word that ends after the offset, in a later paragraph if need be; the text's length when there
 * is none. Ends rather than beginnings, so that a selection made by word takes no white space along.
 */
export function nextWord(text: string, offset: Utf16Offset, language?: string): Utf16Offset {
  assertInside(offset, text.length)
  for (let from: number = offset; from < text.length;) {
    const paragraph = paragraphAround(text, from)
    const words = segmentsOf(text, paragraph, language)
    for (let at = from - paragraph.start; at < paragraph.end - paragraph.start;) {
      const segment = words.containing(at)
      if (segment === undefined) break
      at = segment.index + segment.segment.length
      if (segment.isWordLike === true) return utf16(paragraph.start + at)
    }
    from = paragraph.end + 1
  }
  return utf16(text.length)
}

/** The start of the last word that starts before the offset, in an earlier paragraph if need be; 0 when there is none. */
export function previousWord(text: string, offset: Utf16Offset, language?: string): Utf16Offset {
  assertInside(offset, text.length)
  for (let from: number = offset; from > 0;) {
    const paragraph = paragraphAround(text, from)
    const words = segmentsOf(text, paragraph, language)
    for (let at = from - paragraph.start; at > 0;) {
      const segment = words.containing(at - 1)
      if (segment === undefined) break
      at = segment.index
      if (segment.isWordLike === true) return utf16(paragraph.start + at)
    }
    from = paragraph.start - 1
  }
  return utf16(0)
}

function segmentsOf(text: string, { start, end }: Span, language: string | undefined): Intl.Segments {
  return segmenterFor(language, 'word').segment(text.slice(start, end))
}

function wordIn(words: Intl.Segments, at: number): { start: number; end: number } | null {
  const segment = at < 0 ? undefined : words.containing(at)
  if (segment?.isWordLike !== true) return null
  return { start: segment.index, end: segment.index + segment.segment.length }
}

/**
 * How much is said: Chinese is counted in characters, other languages in words. The two are never added up or compared
 * (method/interaction.md 2.3).
 */
export type AmountUnit = 'characters' | 'words'

/** The unit in which `countWords` counts a language (BCP 47). */
export function amountUnit(language: string): AmountUnit {
  return /^zh(?:[-_]|$)/i.test(language) ? 'characters' : 'words'
}

/**
 * The amount of speech in the text, or in the union of the spans. Chinese: Han characters, letters and digits, without
 * punctuation and white space. Other languages: words; one that a span cuts counts as a word.
 */
export function countWords(text: string, language: string, spans?: readonly Span[]): number {
  const count = amountUnit(language) === 'characters' ? countCharacters : countSpacedWords
  if (spans === undefined) return count(text, language)
  let total = 0
  for (const { start, end } of mergeSpans(spans)) total += count(text.slice(start, end), language)
  return total
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u

function countCharacters(text: string): number {
  let count = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit >= 0x4e00 && unit <= 0x9fff) {
      count++
    } else if (unit > 0x7f) {
      const character = String.fromCodePoint(text.codePointAt(index) ?? unit)
      if (LETTER_OR_DIGIT.test(character)) count++
      index += character.length - 1
    } else if (isAsciiLetterOrDigit(unit)) {
      count++
    }
  }
  return count
}

function isAsciiLetterOrDigit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)
}

/** Scripts written without spaces, whose words only a dictionary can tell. */
export const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** Letters, digits and marks; an apostrophe or full stop between two of them joins (don't, U.S.A), a comma joins digits. */
export const WORD = /[\p{L}\p{N}\p{M}_]+(?:(?:['’.]|(?<=\p{N}),(?=\p{N}))[\p{L}\p{N}\p{M}_]+)*/gu

/** Spaced text is counted by rule, ten times as fast as by dictionary and with the same result. */
function countSpacedWords(text: string, language: string): number {
  let count = 0
  if (UNSPACED.test(text)) {
    for (const { isWordLike } of segmenterFor(language, 'word').segment(text)) if (isWordLike === true) count++
    return count
  }
  WORD.lastIndex = 0
  while (WORD.test(text)) count++
  return count
}
