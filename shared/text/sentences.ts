import type { Utf16Offset } from './offsets.ts'
import { assertInside, utf16 } from './offsets.ts'
import { paragraphAround } from './paragraphs.ts'
import { segmenterFor } from './segmenters.ts'
import type { Span } from './span.ts'
import { span } from './span.ts'

/**
 * Sentences, without the white space around them; none crosses a line end. ICU finds them, and after Chinese ；and ……,
 * which ICU reads over, they end as well, behind the closing quotes and brackets that follow.
 */

/** The sentences of a span of the text, in order. */
export function sentencesIn(text: string, within: Span, language?: string): Span[] {
  assertInside(within.start, text.length)
  assertInside(within.end, text.length)
  const sentences: Span[] = []
  for (let from: number = within.start; from < within.end;) {
    const end = Math.min(paragraphAround(text, from).end, within.end)
    for (const { index, segment } of segmenterFor(language, 'sentence').segment(text.slice(from, end))) {
      addTrimmed(sentences, from + index, segment)
    }
    from = end + 1
  }
  return sentences
}

/** The sentence that holds the offset, else the nearest before it in its paragraph, else the first; null in a blank one. */
export function sentenceAt(text: string, offset: Utf16Offset, language?: string): Span | null {
  assertInside(offset, text.length)
  const sentences = sentencesIn(text, paragraphAround(text, offset), language)
  return sentences.findLast(({ start }) => start <= offset) ?? sentences[0] ?? null
}

/** The start of the first sentence after the offset, in a later paragraph if need be; the text's length if none. */
export function nextSentence(text: string, offset: Utf16Offset, language?: string): Utf16Offset {
  assertInside(offset, text.length)
  for (let from: number = offset; from <= text.length;) {
    const paragraph = paragraphAround(text, from)
    const next = sentencesIn(text, paragraph, language).find(({ start }) => start > offset)
    if (next !== undefined) return next.start
    from = paragraph.end + 1
  }
  return utf16(text.length)
}

/** The start of the last sentence that starts before the offset, in an earlier paragraph if need be; 0 if none. */
export function previousSentence(text: string, offset: Utf16Offset, language?: string): Utf16Offset {
  assertInside(offset, text.length)
  for (let from: number = offset; from >= 0;) {
    const paragraph = paragraphAround(text, from)
    const previous = sentencesIn(text, paragraph, language).findLast(({ start }) => start < offset)
    if (previous !== undefined) return previous.start
    from = paragraph.start - 1
  }
  return utf16(0)
}

/**
 * Ends that ICU does not see. An ellipsis ends a sentence only where Chinese or nothing follows: "Well… I think" goes on.
 */
const FURTHER_END = /(?:；|…+(?=[”’」』）》】"')\]]*(?:$|[\p{Script=Han}“「『])))[”’」』）》】"')\]]*/gu

function addTrimmed(sentences: Span[], from: number, segment: string): void {
  let start = 0
  const add = (end: number): void => {
    const piece = segment.slice(start, end)
    const lead = piece.length - piece.trimStart().length
    const trimmed = piece.trim()
    if (trimmed !== '') sentences.push(span(from + start + lead, from + start + lead + trimmed.length))
    start = end
  }
  for (const found of segment.matchAll(FURTHER_END)) add(found.index + found[0].length)
  add(segment.length)
}
