/** The part of a long list or grid that is on the screen: indices, half-open. */
export interface VisibleRange {
  readonly first: number
  readonly last: number
}

export interface Track {
  /** Items of one size each, in CSS px. */
  readonly count: number
  readonly size: number
  /** What stays in front of them on the screen (a heading), in CSS px. */
  readonly lead: number
}

/** Items kept beside those in view, so that scrolling shows no gaps. */
const OVERSCAN = 6

/** Which items are seen, with some to spare, of a box scrolled by `offset` that shows `extent` px. */
export function visibleRange(track: Track, offset: number, extent: number): VisibleRange {
  const first = Math.floor(offset / track.size) - OVERSCAN
  const last = Math.ceil((offset + extent - track.lead) / track.size) + OVERSCAN
  return {
    first: Math.min(Math.max(0, first), track.count),
    last: Math.min(Math.max(0, last), track.count),
  }
}

/** Where to scroll so that an item is wholly in view; `offset` where it is already. */
export function offsetToShow(track: Track, index: number, offset: number, extent: number): number {
  const start = index * track.size
  const end = start + track.size - (extent - track.lead)
  return offset > start ? start : offset < end ? end : offset
}
