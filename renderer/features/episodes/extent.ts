import { firstIndex, utf16 } from '../../../shared/text/offsets.ts'
import { paragraphSpan, paragraphStarts } from '../../../shared/text/paragraphs.ts'
import { overlaps, type Span } from '../../../shared/text/span.ts'
import type { MarkerEnd } from '../../reader/gutter.ts'
import type { OpenDocument } from '../../reader/reading-state.ts'

/** Episodes go by turns; in a text without turns by paragraphs. In order, none empty. */
export function unitsOf({ turns, text }: Pick<OpenDocument, 'turns' | 'text'>): readonly Span[] {
  if (turns.length > 0) return turns
  const starts = paragraphStarts(text)
  return Array.from(starts)
    .map((_, index) => paragraphSpan(starts, text.length, index))
    .filter(({ start, end }) => text.slice(start, end).trim() !== '')
}

/**
 * An episode with one end moved by one unit, outward or inward. Null where it cannot: no further unit there, another of
 * one's episodes in the way, or no unit would be left.
 */
export function steppedExtent(
  units: readonly Span[],
  extent: Span,
  end: MarkerEnd,
  isOutward: boolean,
  others: readonly Span[],
): Span | null {
  const inside = units.filter((unit) => overlaps(unit, extent))
  if (isOutward) {
    const next = end === 'end' ? unitAfter(units, extent) : unitBefore(units, extent)
    if (next === null) return null
    const wider = end === 'end' ? { ...extent, end: next.end } : { ...extent, start: next.start }
    return others.some((other) => overlaps(other, wider)) ? null : spanOnly(wider)
  }
  if (inside.length < 2) return null
  return end === 'end'
    ? { start: extent.start, end: inside[inside.length - 2]!.end }
    : { start: inside[1]!.start, end: extent.end }
}

/** An episode with one end dragged to an offset: to the unit there, as far as other episodes leave room. */
export function draggedExtent(
  units: readonly Span[],
  extent: Span,
  end: MarkerEnd,
  offset: number,
  others: readonly Span[],
): Span {
  const before = Math.max(0, ...others.filter((other) => other.end <= extent.start).map((other) => other.end))
  const behind = Math.min(Infinity, ...others.filter((other) => other.start >= extent.end).map((other) => other.start))
  if (end === 'end') {
    // The unit that the offset is in or behind.
    const at = firstIndex(units.length, (index) => units[index]!.start > offset) - 1
    const own = firstIndex(units.length, (index) => units[index]!.end > extent.start)
    let index = Math.max(at, own)
    while (index > own && units[index]!.end > behind) index--
    return { start: extent.start, end: units[index]?.end ?? extent.end }
  }
  const at = firstIndex(units.length, (index) => units[index]!.end > offset)
  const own = firstIndex(units.length, (index) => units[index]!.start >= extent.end) - 1
  let index = Math.min(at, own)
  while (index < own && units[index]!.start < before) index++
  return { start: units[index]?.start ?? extent.start, end: extent.end }
}

function unitAfter(units: readonly Span[], extent: Span): Span | null {
  return units[firstIndex(units.length, (index) => units[index]!.start >= extent.end)] ?? null
}

function unitBefore(units: readonly Span[], extent: Span): Span | null {
  return units[firstIndex(units.length, (index) => units[index]!.end > extent.start) - 1] ?? null
}

function spanOnly({ start, end }: Span): Span {
  return { start: utf16(start), end: utf16(end) }
}
