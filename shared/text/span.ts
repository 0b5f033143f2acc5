import type { Utf16Offset } from './offsets.ts'
import { utf16 } from './offsets.ts'

/** A stretch of a text, half-open: [start, end). Empty where start = end. UTF-16 unless said otherwise. */
export interface Span<Offset extends number = Utf16Offset> {
  readonly start: Offset
  readonly end: Offset
}

/** A UTF-16 span from two plain numbers. Checks nothing. */
export function span(start: number, end: number): Span {
  return { start: utf16(start), end: utf16(end) }
}

/** Whether two spans share at least one character. Touching spans and empty spans do not. */
export function overlaps<Offset extends number>(one: Span<Offset>, other: Span<Offset>): boolean {
  return clip(one, other) !== null
}

/** The part of a span that lies within the bounds, or null where that is nothing. */
export function clip<Offset extends number>(one: Span<Offset>, bounds: Span<Offset>): Span<Offset> | null {
  const start = later(one.start, bounds.start)
  const end = earlier(one.end, bounds.end)
  return start < end ? { start, end } : null
}

/**
 * Union of the spans: sorted, disjoint, and never touching each other (spans that touch become one). Empty spans vanish.
 * O(n log n) for spans in any order, O(n) for sorted ones.
 */
export function mergeSpans<Offset extends number>(spans: readonly Span<Offset>[]): Span<Offset>[] {
  const merged: Span<Offset>[] = []
  let open: { start: Offset; end: Offset } | null = null
  for (const { start, end } of sortedByStart(spans)) {
    if (start >= end) continue
    if (open !== null && start <= open.end) {
      open.end = later(open.end, end)
    } else {
      open = { start, end }
      merged.push(open)
    }
  }
  return merged
}

/** What both sets of spans cover, as sorted spans; each set is first merged. O(n log n). */
export function intersectSpans<Offset extends number>(
  ones: readonly Span<Offset>[],
  others: readonly Span<Offset>[],
): Span<Offset>[] {
  const left = mergeSpans(ones)
  const right = mergeSpans(others)
  const common: Span<Offset>[] = []
  for (let l = 0, r = 0; l < left.length && r < right.length;) {
    const one = left[l]!
    const other = right[r]!
    const shared = clip(one, other)
    if (shared !== null) common.push(shared)
    if (one.end <= other.end) l++
    else r++
  }
  return common
}

/** Length of the union of the spans: what lies under several of them counts once. */
export function coveredLength<Offset extends number>(spans: readonly Span<Offset>[]): number {
  let length = 0
  for (const { start, end } of mergeSpans(spans)) length += end - start
  return length
}

function sortedByStart<Offset extends number>(spans: readonly Span<Offset>[]): readonly Span<Offset>[] {
  for (let index = 1; index < spans.length; index++) {
    if (spans[index]!.start < spans[index - 1]!.start) return spans.toSorted((a, b) => a.start - b.start)
  }
  return spans
}

function later<Offset extends number>(one: Offset, other: Offset): Offset {
  return one > other ? one : other
}

function earlier<Offset extends number>(one: Offset, other: Offset): Offset {
  return one < other ? one : other
}
