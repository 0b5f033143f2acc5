import type { Bounds, ValuedSpan } from './types.ts'

/** What one coder marked with one code in one stretch: overlapping and touching codings of a code are one passage. */
export interface Passage<S extends ValuedSpan = ValuedSpan> extends Bounds {
  readonly value: S['value']
  /** The codings it is made of. */
  readonly parts: readonly S[]
}

export interface SpanMatching<S extends ValuedSpan = ValuedSpan> {
  readonly pairs: readonly { readonly first: Passage<S>; readonly second: Passage<S>; readonly overlap: number }[]
  readonly onlyFirst: readonly Passage<S>[]
  readonly onlySecond: readonly Passage<S>[]
}

/**
 * Pairs two coders' passages of one document one to one: same code, and an overlap (shared length over joint length, IoU)
 * of at least `threshold`; 0 asks for one character, 1 for the same bounds. As many pairs as there can be: passages are
 * walked from left to right, and of two that meet, the one that ends first meets nothing later. O(s log s).
 */
export function matchSpans<S extends ValuedSpan>(
  first: readonly S[],
  second: readonly S[],
  threshold: number,
): SpanMatching<S> {
  const pairs: { first: Passage<S>; second: Passage<S>; overlap: number }[] = []
  const onlyFirst: Passage<S>[] = []
  const onlySecond: Passage<S>[] = []
  const others = passagesByValue(second)
  for (const [value, ones] of passagesByValue(first)) {
    const candidates = others.get(value) ?? []
    others.delete(value)
    const matched = new Set<Passage<S>>()
    for (let one = 0, other = 0; one < ones.length && other < candidates.length;) {
      const left = ones[one]!
      const right = candidates[other]!
      const overlap = intersectionOverUnion(left, right)
      if (overlap > 0 && overlap >= threshold && !matched.has(left) && !matched.has(right)) {
        matched.add(left).add(right)
        pairs.push({ first: left, second: right, overlap })
      }
      if (left.end <= right.end) one++
      else other++
    }
    onlyFirst.push(...ones.filter((passage) => !matched.has(passage)))
    onlySecond.push(...candidates.filter((passage) => !matched.has(passage)))
  }
  for (const rest of others.values()) onlySecond.push(...rest)
  return { pairs, onlyFirst, onlySecond }
}

/** Shared length over joint length of two stretches, 0 to 1. Neither may be empty. */
export function intersectionOverUnion(one: Bounds, other: Bounds): number {
  const shared = Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))
  return shared / (one.end - one.start + (other.end - other.start) - shared)
}

function passagesByValue<S extends ValuedSpan>(spans: readonly S[]): Map<S['value'], Passage<S>[]> {
  const byValue = new Map<S['value'], { start: number; end: number; value: S['value']; parts: S[] }[]>()
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (span.start >= span.end) continue
    let passages = byValue.get(span.value)
    if (passages === undefined) byValue.set(span.value, (passages = []))
    const last = passages.at(-1)
    if (last !== undefined && span.start <= last.end) {
      last.end = Math.max(last.end, span.end)
      last.parts.push(span)
    } else {
      passages.push({ start: span.start, end: span.end, value: span.value, parts: [span] })
    }
  }
  return byValue
}
