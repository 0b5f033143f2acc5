import type { Utf16Offset } from './offsets.ts'
import { assertInside, OffsetError } from './offsets.ts'
import { segmenterFor } from './segmenters.ts'
import type { Span } from './span.ts'
import { span } from './span.ts'

/**
 * Grapheme clusters: what a reader takes for one character (é, 👨‍👩‍👧, 🇨🇳). Codings and the caret never cut one.
 * Only the surroundings of an offset are segmented, so a call takes microseconds in a text of any length.
 */

/**
 * The smallest span of whole grapheme clusters that contains the given one. An empty span stays empty at a cluster's
 * edge and becomes the cluster inside one. Throws OffsetError for offsets outside the text.
 */
export function snapToGraphemes(text: string, { start, end }: Span): Span {
  assertInside(start, text.length)
  assertInside(end, text.length)
  return {
    start: isEdge(text, start) ? start : clusterAt(text, start).start,
    end: isEdge(text, end) ? end : clusterAt(text, end).end,
  }
}

/** The nearest cluster edge before the offset; 0 at the beginning of the text. */
export function previousGrapheme(text: string, offset: Utf16Offset): Utf16Offset {
  assertInside(offset, text.length)
  return offset === 0 ? offset : clusterAt(text, offset - 1).start
}

/** The nearest cluster edge after the offset; the text's length at its end. */
export function nextGrapheme(text: string, offset: Utf16Offset): Utf16Offset {
  assertInside(offset, text.length)
  return offset === text.length ? offset : clusterAt(text, offset).end
}

function isEdge(text: string, offset: Utf16Offset): boolean {
  return isCertainEdge(text, offset) || clusterAt(text, offset).start === offset
}

/** The cluster that holds the code unit at `offset`, which must be below the text's length. */
function clusterAt(text: string, offset: number): Span {
  let from = offset
  while (!isCertainEdge(text, from)) from--
  let to = offset + 1
  while (!isCertainEdge(text, to)) to++
  if (to - from === 1) return span(from, to)
  const within = segmenterFor(undefined, 'grapheme').segment(text.slice(from, to))
  const cluster = within.containing(offset - from)
  if (cluster === undefined) throw new OffsetError('offset_outside_text', offset, text.length)
  return span(from + cluster.index, from + cluster.index + cluster.segment.length)
}

/** Whether an edge can be told from the two neighbours alone: ends of the text, line ends, between plain characters. */
function isCertainEdge(text: string, offset: number): boolean {
  if (offset === 0 || offset === text.length) return true
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  return before === LINE_FEED || (isPlain(before) && (isPlain(after) || after === LINE_FEED))
}

const LINE_FEED = 0x0a

/** Printable ASCII, Han, and their punctuation: between two of these Unicode's cluster rules always break. */
function isPlain(unit: number): boolean {
  return (
    (unit >= 0x20 && unit <= 0x7e) ||
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3400 && unit <= 0x4dbf) ||
    (unit >= 0x3000 && unit <= 0x3029) ||
    (unit >= 0xff01 && unit <= 0xff5e)
  )
}
