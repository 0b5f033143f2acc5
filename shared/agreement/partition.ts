import { passagesByCode } from './units.ts'
import type { Bounds, Continuum, Value, ValuedSpan } from './types.ts'

/** The values one coder gave to one document, in order and disjoint; what lies between and around them are gaps. */
export type Partition<V extends Value = Value> = readonly ValuedSpan<V>[]

/** Two passages of one coder that overlap although their values exclude each other. */
export interface Overlap<V extends Value = Value> {
  /** Place of the document and of the coder in what was given. */
  readonly document: number
  readonly coder: number
  readonly one: ValuedSpan<V>
  readonly other: ValuedSpan<V>
}

/** Whether touching passages of one coder and one value are one unit, as in Tianye, or the units that they were marked as. */
export type Touching = 'merge' | 'keep'

/**
 * A coder's passages as one partition of the document: passages of the same value that overlap or touch become one, so a
 * coder's own overlaps count once. Empty passages vanish. `overlaps` lists passages of different values that overlap;
 * where there are any, the partition is of no use. O(s log s). Throws RangeError for passages outside the document.
 */
export function partitionOf<V extends Value>(
  spans: readonly ValuedSpan<V>[],
  length: number,
  touching: Touching = 'merge',
): { readonly partition: Partition<V>; readonly overlaps: readonly (readonly [ValuedSpan<V>, ValuedSpan<V>])[] } {
  const partition: { start: number; end: number; value: V }[] = []
  const overlaps: (readonly [ValuedSpan<V>, ValuedSpan<V>])[] = []
  // The passage that reaches furthest so far: the one any later passage would overlap if it overlaps any.
  let furthest: ValuedSpan<V> | null = null
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (span.start < 0 || span.end > length) throw new RangeError(`passage ${span.start}–${span.end} of ${length}`)
    if (span.start >= span.end) continue
    const last = partition.at(-1)
    if (furthest !== null && span.start < furthest.end && span.value !== furthest.value) overlaps.push([furthest, span])
    const reach = touching === 'merge' ? span.start : span.start + 1
    if (last !== undefined && last.value === span.value && reach <= last.end) {
      last.end = Math.max(last.end, span.end)
    } else {
      partition.push({ ...span })
    }
    if (furthest === null || span.end > furthest.end) furthest = span
  }
  return { partition, overlaps }
}

/**
 * The passages that keep a set of codes from being mutually exclusive: each overlaps an earlier one of the same coder
 * with another value. Empty where the continuum coefficients may be used.
 */
export function exclusivityViolations<V extends Value>(documents: readonly Continuum<V>[]): Overlap<V>[] {
  return documents.flatMap(({ length, coders }, document) =>
    coders.flatMap((spans, coder) =>
      partitionOf(spans, length).overlaps.map(([one, other]) => ({ document, coder, one, other })),
    ),
  )
}

/** The partitions of all coders of all documents, or null where some coder's values overlap. */
export function partitionsOf<V extends Value>(
  documents: readonly Continuum<V>[],
  touching: Touching,
): Partition<V>[][] | null {
  const partitions: Partition<V>[][] = []
  for (const { length, coders } of documents) {
    const ofDocument: Partition<V>[] = []
    for (const spans of coders) {
      const { partition, overlaps } = partitionOf(spans, length, touching)
      if (overlaps.length > 0) return null
      ofDocument.push(partition)
    }
    partitions.push(ofDocument)
  }
  return partitions
}

/**
 * Per code the documents with that code's passages alone. Those in which nobody used it come last, as one long gap:
 * gaps count by their length, not by where they end.
 */
export function continuaByCode<V extends Value>(documents: readonly Continuum<V>[]): Map<V, Continuum<V>[]> {
  const total = documents.reduce((sum, { length }) => sum + length, 0)
  const coders = documents[0]?.coders ?? []
  const byCode = new Map<V, Continuum<V>[]>()
  for (const document of documents) {
    for (const [code, passages] of passagesByCode({ ...document, units: [] })) {
      const continua = byCode.get(code)
      const own = { length: document.length, coders: passages }
      if (continua === undefined) byCode.set(code, [own])
      else continua.push(own)
    }
  }
  for (const continua of byCode.values()) {
    const length = total - continua.reduce((sum, document) => sum + document.length, 0)
    if (length > 0) continua.push({ length, coders: coders.map(() => []) })
  }
  return byCode
}

/** Calls back for every stretch that two sorted lists of disjoint passages share. O(s). */
export function forEachShared(
  ones: readonly Bounds[],
  others: readonly Bounds[],
  visit: (one: number, other: number, length: number) => void,
): void {
  for (let one = 0, other = 0; one < ones.length && other < others.length;) {
    const first = ones[one]!
    const second = others[other]!
    const shared = Math.min(first.end, second.end) - Math.max(first.start, second.start)
    if (shared > 0) visit(one, other, shared)
    if (first.end <= second.end) one++
    else other++
  }
}
