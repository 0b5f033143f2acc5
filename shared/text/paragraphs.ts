import type { Utf16Offset } from './offsets.ts'
import { firstIndex } from './offsets.ts'
import type { Span } from './span.ts'
import { span } from './span.ts'

/** A paragraph is a line of the (LF) text, without its line feed. A text that ends in LF ends in an empty paragraph. */

/** UTF-16 offsets at which the paragraphs start; the first is always 0. */
export function paragraphStarts(text: string): Uint32Array {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return Uint32Array.from(starts)
}

/** Index of the paragraph that holds the offset; the position before a line feed belongs to the paragraph it ends. */
export function paragraphAt(starts: Uint32Array, offset: Utf16Offset): number {
  return Math.max(0, firstIndex(starts.length, (index) => starts[index]! > offset) - 1)
}

/** The paragraph with this index, without its line feed. Throws RangeError where there is none. */
export function paragraphSpan(starts: Uint32Array, textLength: number, index: number): Span {
  const start = starts[index]
  if (start === undefined) throw new RangeError(`no paragraph ${index} of ${starts.length}`)
  const next = starts[index + 1]
  return span(start, next === undefined ? textLength : next - 1)
}

/** The paragraph around an offset, without an index: for single questions about a text. */
export function paragraphAround(text: string, offset: number): Span {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  return span(start, end === -1 ? text.length : end)
}
