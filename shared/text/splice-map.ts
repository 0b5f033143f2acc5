import { firstIndex, utf16, type Utf16Offset } from './offsets.ts'
import { span, type Span } from './span.ts'
import type { Splice } from './splices.ts'

/**
 * Where places of the old text are in the new one.
 *
 * What survives a splice: every character outside it, and the beginning and the end that removed and inserted text have in
 * common (`road` → `roads`: all four letters). A place is thus never lost to how finely the change was cut.
 */
export interface SpliceMap {
  /**
   * Where an offset went. Text inserted exactly there lies behind `before` and ahead of `after`; of an offset in text that
   * went, `before` follows the last character that survived ahead of it, `after` precedes the first one behind it.
   */
  offset(offset: number, side: 'before' | 'after'): Utf16Offset
  /**
   * Where a passage went, as a careful reader would mark it again: from the first to the last of its characters that
   * survived, with what was put in between them and with what took the place of words that lay wholly in it. Text put in
   * exactly at its edge is outside. Nothing left: an empty span at the place where it was. Edges are not yet snapped to
   * grapheme clusters (`codableSpan` does that).
   */
  span(old: Span): Span
  /** Whether a span lies in, around or directly beside something that changed: then its edges or words may have. */
  touches(old: Span): boolean
}

interface Piece {
  readonly at: number
  readonly end: number
  /** In the new text. */
  readonly newAt: number
  readonly newEnd: number
  /** Units at the beginning and at the end that removed and inserted text have in common. */
  readonly prefix: number
  readonly suffix: number
}

export function spliceMap(splices: readonly Splice[]): SpliceMap {
  const pieces = piecesOf(splices)
  /** The first piece that ends behind the offset; one that ends at it counts where `touching`. */
  const pieceFrom = (offset: number, touching: boolean): number =>
    firstIndex(pieces.length, (index) => (touching ? pieces[index]!.end >= offset : pieces[index]!.end > offset))

  /** The new place of an offset that lies in no splice and at the edge of none that `index` does not count. */
  function shifted(offset: number, index: number): number {
    const last = pieces[index - 1]
    return last === undefined ? offset : offset + last.newEnd - last.end
  }

  /** Behind the last surviving character ahead of the offset. */
  function before(offset: number): number {
    const index = pieceFrom(offset, true)
    const piece = pieces[index]
    if (piece === undefined || piece.at >= offset) return shifted(offset, index)
    const { at, end, newAt, newEnd, prefix, suffix } = piece
    if (end - offset < suffix) return newEnd - (end - offset)
    return newAt + Math.min(offset - at, prefix)
  }

  /** Ahead of the first surviving character at or behind the offset. */
  function after(offset: number): number {
    const index = pieceFrom(offset, false)
    const piece = pieces[index]
    if (piece === undefined || piece.at > offset) return shifted(offset, index)
    const { at, end, newAt, newEnd, prefix, suffix } = piece
    if (offset - at < prefix) return newAt + (offset - at)
    return newEnd - Math.min(end - offset, suffix)
  }

  function mapSpan({ start, end }: Span): Span {
    if (start >= end) {
      const place = before(start)
      return span(place, place)
    }
    const from = startOf(start, end)
    const to = from === null ? null : endOf(start, end)
    if (from !== null && to !== null && from < to) return span(from, to)
    const place = before(start)
    return span(place, place)
  }

  /** Where the first thing of the span that is still there begins; null where nothing is. */
  function startOf(start: number, end: number): number | null {
    const index = pieceFrom(start, false)
    const piece = pieces[index]
    if (piece === undefined || piece.at > start) return shifted(start, index)
    // Its first characters went. Words that lay wholly in it were replaced in it.
    if (piece.at >= start && piece.end <= end && piece.newEnd > piece.newAt) return piece.newAt
    if (start - piece.at < piece.prefix) return piece.newAt + (start - piece.at)
    const kept = Math.max(start, piece.end - piece.suffix)
    if (kept < Math.min(piece.end, end)) return piece.newEnd - (piece.end - kept)
    // What follows a splice has stayed.
    return piece.end < end ? piece.newEnd : null
  }

  /** Where the last thing of the span that is still there ends. */
  function endOf(start: number, end: number): number | null {
    const index = pieceFrom(end - 1, false)
    const piece = pieces[index]
    if (piece === undefined || piece.at > end - 1) return shifted(end - 1, index) + 1
    if (piece.at >= start && piece.end <= end && piece.newEnd > piece.newAt) return piece.newEnd
    if (piece.end - (end - 1) <= piece.suffix) return piece.newEnd - (piece.end - end)
    const kept = Math.min(end, piece.at + piece.prefix)
    if (kept > Math.max(piece.at, start)) return piece.newAt + (kept - piece.at)
    return piece.at > start ? piece.newAt : null
  }

  return {
    offset: (offset, side) => utf16(side === 'before' ? before(offset) : after(offset)),
    span: mapSpan,
    touches({ start, end }) {
      const piece = pieces[pieceFrom(start, true)]
      return piece !== undefined && piece.at <= end
    },
  }
}

/** `spliceMap(splices).offset` for a single question. */
export function mapOffset(splices: readonly Splice[], offset: number, side: 'before' | 'after'): Utf16Offset {
  return spliceMap(splices).offset(offset, side)
}

/** `spliceMap(splices).span` for a single question. */
export function mapSpan(splices: readonly Splice[], old: Span): Span {
  return spliceMap(splices).span(old)
}

function piecesOf(splices: readonly Splice[]): Piece[] {
  let shift = 0
  return splices.map(({ at, removed, inserted }) => {
    const shorter = Math.min(removed.length, inserted.length)
    let prefix = 0
    while (prefix < shorter && removed[prefix] === inserted[prefix]) prefix++
    let suffix = 0
    while (suffix < shorter - prefix && removed.at(-1 - suffix) === inserted.at(-1 - suffix)) suffix++
    const newAt = at + shift
    shift += inserted.length - removed.length
    return { at, end: at + removed.length, newAt, newEnd: newAt + inserted.length, prefix, suffix }
  })
}
