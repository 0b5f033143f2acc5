import { nextGrapheme, previousGrapheme, snapToGraphemes } from './graphemes.ts'
import type { Utf16Offset } from './offsets.ts'
import type { Span } from './span.ts'

/**
 * What a code is put on when someone selects a stretch: whole grapheme clusters, without the white space at both ends.
 * The reader shows this span before the host applies it, so both use this one rule. Null where only white space is left.
 * Throws OffsetError for offsets outside the text.
 */
export function codableSpan(text: string, selected: Span): Span | null {
  let { start, end } = snapToGraphemes(text, selected)
  while (start < end && isBlank(text, start, nextGrapheme(text, start))) start = nextGrapheme(text, start)
  while (end > start && isBlank(text, previousGrapheme(text, end), end)) end = previousGrapheme(text, end)
  return start < end ? { start, end } : null
}

function isBlank(text: string, start: Utf16Offset, end: Utf16Offset): boolean {
  return text.slice(start, end).trim() === ''
}
