import { firstIndex } from '../../shared/text/offsets.ts'
import type { Span } from '../../shared/text/span.ts'
import { span } from '../../shared/text/span.ts'

/**
 * The text is laid out in chunks of about 40 paragraphs, so that the browser can skip what is far from the viewport.
 * Codings are asked for by whole chunks, too.
 */

const PARAGRAPHS_PER_CHUNK = 40
/** UTF-16 code units after which a chunk of long paragraphs ends early: it is laid out in one go, within a frame. */
const UNITS_PER_CHUNK = 4_000

export interface Chunk extends Span {
  readonly firstParagraph: number
  /** One behind the last paragraph. */
  readonly endParagraph: number
}

/** Cuts a text into chunks of whole paragraphs that follow each other without gaps; there is always at least one. */
export function chunksOf(starts: Uint32Array, textLength: number): Chunk[] {
  const chunks: Chunk[] = []
  for (let first = 0; first < starts.length;) {
    const from = starts[first]!
    let end = first + 1
    while (end < starts.length && end - first < PARAGRAPHS_PER_CHUNK && starts[end]! - from < UNITS_PER_CHUNK) end++
    chunks.push({ ...span(from, starts[end] ?? textLength), firstParagraph: first, endParagraph: end })
    first = end
  }
  return chunks
}

/** Indices [first, end) of the chunks that a span lies in; an empty span lies in one. */
export function chunksAround(chunks: readonly Chunk[], { start, end }: Span): { first: number; end: number } {
  const first = Math.max(0, firstIndex(chunks.length, (index) => chunks[index]!.start > start) - 1)
  const behind = firstIndex(chunks.length, (index) => chunks[index]!.start >= end)
  return { first, end: Math.max(first + 1, behind) }
}
