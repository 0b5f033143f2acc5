import type { DisagreementRow } from '../../../shared/contract/disagreement.ts'
import type { Utf16Offset } from '../../../shared/text/offsets.ts'
import type { Span } from '../../../shared/text/span.ts'

/**
 * The text on which the two coders differ: what only one of them marked; where they differ in what they say of the same
 * words, those words.
 */
export function differingSpans({ a, b, differs }: Pick<DisagreementRow, 'a' | 'b' | 'differs'>): Span[] {
  if (a === null || b === null) return [a ?? b ?? []].flat().map(({ start, end }) => ({ start, end }))
  if (differs.some((difference) => difference !== 'bounds') || Math.max(a.start, b.start) >= Math.min(a.end, b.end))
    return [a, b].map(({ start, end }) => ({ start, end }))
  return [between(a.start, b.start), between(a.end, b.end)].filter(({ start, end }) => start < end)
}

function between(one: Utf16Offset, other: Utf16Offset): Span {
  return one < other ? { start: one, end: other } : { start: other, end: one }
}
