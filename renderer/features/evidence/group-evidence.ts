import type { Out } from '../../../shared/contract/contract.ts'
import type { SegmentRow } from '../../../shared/contract/segment.ts'

/** What stands behind a number, put in order for reading. */

export type StretchRow = Out<'segment.evidence'>['stretches'][number]

export interface DocumentEvidence {
  readonly documentId: number
  readonly document: string
  readonly village: string | null
  readonly wave: string | null
  readonly entries: readonly EvidenceEntry[]
}

/** An episode with the passages that lie in it, or a passage outside of any. */
export type EvidenceEntry =
  | { readonly kind: 'stretch'; readonly stretch: StretchRow; readonly segments: readonly SegmentRow[] }
  | { readonly kind: 'segment'; readonly segment: SegmentRow }

/**
 * By document in the order in which they come, then by place. A passage in two episodes stands in both, as it is
 * evidence for both.
 */
export function groupEvidence(segments: readonly SegmentRow[], stretches: readonly StretchRow[]): DocumentEvidence[] {
  const segmentsOf = Map.groupBy(segments, (segment) => segment.coding.documentId)
  const stretchesOf = Map.groupBy(stretches, (stretch) => stretch.documentId)
  return [...new Set([...segmentsOf.keys(), ...stretchesOf.keys()])].flatMap((documentId) => {
    const own = segmentsOf.get(documentId) ?? []
    const around = stretchesOf.get(documentId) ?? []
    const [place] = [...own, ...around]
    if (place === undefined) return []
    const { document, village, wave } = place
    return [{ documentId, document, village, wave, entries: entriesOf(own, around) }]
  })
}

function entriesOf(segments: readonly SegmentRow[], stretches: readonly StretchRow[]): EvidenceEntry[] {
  const inside = (stretch: StretchRow) =>
    segments.filter(({ coding }) => coding.start < stretch.end && coding.end > stretch.start)
  const framed = stretches.map((stretch) => ({ kind: 'stretch' as const, stretch, segments: inside(stretch) }))
  const held = new Set(framed.flatMap((entry) => entry.segments))
  const loose = segments
    .filter((segment) => !held.has(segment))
    .map((segment) => ({ kind: 'segment' as const, segment }))
  return [...framed, ...loose].sort((a, b) => startOf(a) - startOf(b))
}

function startOf(entry: EvidenceEntry): number {
  return entry.kind === 'stretch' ? entry.stretch.start : entry.segment.coding.start
}

export interface Piece {
  readonly text: string
  readonly isMarked: boolean
}

/** The words of a stretch that begins at `start`, cut where passages begin and end. Offsets: UTF-16, half-open. */
export function markedPieces(
  text: string,
  start: number,
  spans: readonly { readonly start: number; readonly end: number }[],
): Piece[] {
  const inside = spans
    .map((span) => ({ from: Math.max(0, span.start - start), to: Math.min(text.length, span.end - start) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from)
  const pieces: Piece[] = []
  let at = 0
  for (const { from, to } of inside) {
    if (from > at) pieces.push({ text: text.slice(at, from), isMarked: false })
    const last = pieces.at(-1)
    const added = text.slice(Math.max(at, from), to)
    // Passages that overlap or touch are one mark.
    if (last?.isMarked === true && from <= at) pieces[pieces.length - 1] = { text: last.text + added, isMarked: true }
    else if (added !== '') pieces.push({ text: added, isMarked: true })
    at = Math.max(at, to)
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isMarked: false })
  return pieces
}

/** The language of a quotation as far as its letters tell, so that Chinese is set in Chinese type. */
export function languageOfQuote(text: string): 'zh-CN' | undefined {
  return /\p{Script=Han}/u.test(text) ? 'zh-CN' : undefined
}

/** The context before a quotation, without what belongs to the paragraphs above. */
export function lineBefore(before: string): string {
  return before.slice(before.lastIndexOf('\n') + 1)
}

/** The context behind a quotation, up to the end of its paragraph. */
export function lineAfter(after: string): string {
  return after.split('\n', 1)[0] ?? ''
}
