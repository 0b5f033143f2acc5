import { utf16 } from '../../shared/text/offsets.ts'
import type { Span } from '../../shared/text/span.ts'
import type { Mark } from './highlights.ts'
import { canHighlight, highlightOf, markHighlight } from './highlights.ts'
import type { PaintGroup } from './paint-plan.ts'
import type { TextDom } from './text-dom.ts'
import { positionOf } from './text-dom.ts'

/** Paints passages of one pane; what is already painted as planned is left alone. */
export interface Painter {
  paint(plan: ReadonlyMap<string, PaintGroup>): void
  /** Marks a stretch, or several, in the place of what had this mark; null takes it away. */
  mark(mark: Mark, stretches: Span | readonly Span[] | null): void
  /** Takes everything of this pane off the page. */
  dispose(): void
}

/** Where the browser has no CSS highlights the painter does nothing: the margin names every code anyway. */
export function createPainter(dom: TextDom): Painter {
  const painted = new Map<string, { highlight: Highlight; ranges: Map<string, StaticRange> }>()
  const marks = new Map<Mark, readonly StaticRange[]>()
  const able = canHighlight()

  function rangeOf({ start, end }: Span): StaticRange {
    const from = positionOf(dom, utf16(start), 'start')
    const to = positionOf(dom, utf16(end), 'end')
    return new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset,
    })
  }

  function paint(plan: ReadonlyMap<string, PaintGroup>): void {
    if (!able) return
    for (const [key, { highlight, ranges }] of painted) {
      const wanted = plan.get(key)?.spans
      for (const [place, range] of ranges) {
        if (wanted?.has(place) === true) continue
        highlight.delete(range)
        ranges.delete(place)
      }
    }
    for (const [key, { look, spans }] of plan) {
      const group = painted.get(key) ?? { highlight: highlightOf(key, look), ranges: new Map<string, StaticRange>() }
      painted.set(key, group)
      for (const [place, stretch] of spans) {
        if (group.ranges.has(place)) continue
        const range = rangeOf(stretch)
        group.ranges.set(place, range)
        group.highlight.add(range)
      }
    }
  }

  function mark(name: Mark, stretches: Span | readonly Span[] | null): void {
    if (!able) return
    for (const range of marks.get(name) ?? []) markHighlight(name).delete(range)
    marks.delete(name)
    const wanted = stretches === null ? [] : 'start' in stretches ? [stretches] : stretches
    const ranges = wanted.filter(({ start, end }) => start < end).map(rangeOf)
    if (ranges.length === 0) return
    marks.set(name, ranges)
    for (const range of ranges) markHighlight(name).add(range)
  }

  return {
    paint,
    mark,
    dispose() {
      paint(new Map())
      for (const name of [...marks.keys()]) mark(name, null)
    },
  }
}
