import type { Utf16Offset } from '../../shared/text/offsets.ts'
import { firstIndex, utf16 } from '../../shared/text/offsets.ts'
import { paragraphAt, paragraphSpan } from '../../shared/text/paragraphs.ts'
import type { Span } from '../../shared/text/span.ts'
import { span } from '../../shared/text/span.ts'
import type { BuiltText } from './build-text.ts'
import { offsetOf, positionOf } from './text-dom.ts'

/** Where text stands on the screen. Tops are pixels below the top of the text, whatever is scrolled. */
export interface Geometry {
  /** The lines of a stretch: top of its first, bottom of its last. */
  linesOf(stretch: Span): { top: number; bottom: number }
  /**
   * A thin rectangle where the caret stands, in viewport pixels. Where a line is broken between two characters the same
   * offset is the end of the line above (absent or `above`) and the beginning of the one below.
   */
  caretRect(offset: Utf16Offset, line?: 'above' | 'below'): DOMRect
  /** A thin rectangle before the first or behind the last character of a stretch, in viewport pixels. */
  edgeOf(stretch: Span, end: 'start' | 'end'): DOMRect
  /** The character under a point of the viewport: its offset; null where no character is under it. */
  offsetAt(x: number, y: number): Utf16Offset | null
  /** Where the caret goes when one points there; null outside the text. */
  nearestOffset(x: number, y: number): Utf16Offset | null
  /** The text on the screen, by whole paragraphs, widened by so many screens above and below. */
  near(screens: number): Span
  /** Pixels between the top of the text and the top of the viewport; negative while the beginning is in sight. */
  scrolledPast(): number
  /** Forgets where paragraphs begin: the height of the text has changed. */
  forgetTops(): void
  /** Forgets the lines as well: the width or the size of the letters has changed. */
  forgetLines(): void
}

/** Pixels beside a character that still count as on it. */
const SLACK = 6

export function createGeometry(scroller: HTMLElement, dom: BuiltText, length: number): Geometry {
  const root = dom.root
  const range = document.createRange()
  /** Lines relative to their paragraph, by offset and side: they move only when the text is set anew. */
  const measured = new Map<number, { top: number; bottom: number }>()
  /** Of paragraphs, until anything above them changes its height. */
  const tops = new Map<number, number>()

  /** Pixels between the top of the text and a paragraph's. */
  function topOf(paragraph: number): number {
    let top = tops.get(paragraph)
    if (top === undefined) {
      const element = dom.paragraphs[paragraph]
      if (element === undefined) return 0
      top = element.getBoundingClientRect().top - root.getBoundingClientRect().top
      tops.set(paragraph, top)
    }
    return top
  }

  /** The line of the character that begins at `offset`, relative to its paragraph. */
  function lineOf(offset: number, paragraph: number): { top: number; bottom: number } {
    const known = measured.get(offset)
    if (known !== undefined) return known
    const element = dom.paragraphs[paragraph]
    if (element === undefined) return { top: 0, bottom: 0 }
    const own = paragraphSpan(dom.starts, length, paragraph)
    const box = element.getBoundingClientRect()
    let line = { top: 0, bottom: box.height }
    if (own.start < own.end) {
      const at = Math.min(offset, own.end - 1)
      const start = positionOf(dom, utf16(at), 'start')
      const end = positionOf(dom, utf16(at + 1), 'end')
      range.setStart(start.node, start.offset)
      range.setEnd(end.node, end.offset)
      const rect = range.getBoundingClientRect()
      if (rect.height > 0) line = { top: rect.top - box.top, bottom: rect.bottom - box.top }
    }
    measured.set(offset, line)
    return line
  }

  function nearestOffset(x: number, y: number): Utf16Offset | null {
    const position = document.caretPositionFromPoint(x, y)
    if (position === null || !root.contains(position.offsetNode)) return null
    return offsetOf(dom, position.offsetNode, position.offset)
  }

  /** A thin rectangle at the side of a character where reading goes on, or came from. */
  function edgeRect(offset: number, side: 'before' | 'behind'): DOMRect {
    const start = positionOf(dom, utf16(offset), 'start')
    const end = positionOf(dom, utf16(offset + 1), 'end')
    range.setStart(start.node, start.offset)
    range.setEnd(end.node, end.offset)
    const rects = range.getClientRects()
    const rect = side === 'before' ? rects[0] : rects[rects.length - 1]
    if (rect === undefined) return new DOMRect()
    const element = dom.paragraphs[paragraphAt(dom.starts, utf16(offset))]
    const isReversed = element !== undefined && getComputedStyle(element).direction === 'rtl'
    return new DOMRect((side === 'before') === isReversed ? rect.right : rect.left, rect.top, 0, rect.height)
  }

  return {
    edgeOf: ({ start, end }, side) =>
      side === 'start' ? edgeRect(start, 'before') : edgeRect(Math.max(start, end - 1), 'behind'),
    linesOf({ start, end }) {
      const first = paragraphAt(dom.starts, start)
      const last = paragraphAt(dom.starts, utf16(Math.max(start, end - 1)))
      return {
        top: topOf(first) + lineOf(start, first).top,
        bottom: topOf(last) + lineOf(Math.max(start, end - 1), last).bottom,
      }
    },
    caretRect(offset, line = 'above') {
      const { node, offset: at } = positionOf(dom, offset, 'start')
      range.setStart(node, at)
      range.collapse(true)
      const rect = range.getClientRects()[0]
      if (rect !== undefined && line === 'below' && node instanceof Text && at < node.length) {
        range.setEnd(node, at + 1)
        const next = range.getClientRects()[0]
        if (next !== undefined && next.top >= rect.bottom) {
          const isRtl = getComputedStyle(dom.paragraphs[paragraphAt(dom.starts, offset)] ?? root).direction === 'rtl'
          return new DOMRect(isRtl ? next.right : next.left, next.top, 0, next.height)
        }
      }
      if (rect !== undefined) return rect
      const element = dom.paragraphs[paragraphAt(dom.starts, offset)] ?? root
      const box = element.getBoundingClientRect()
      const style = getComputedStyle(element)
      const indent = parseFloat(style.paddingInlineStart)
      const x = style.direction === 'rtl' ? box.right - indent : box.left + indent
      return new DOMRect(x, box.top, 0, box.height)
    },
    nearestOffset,
    offsetAt(x, y) {
      const offset = nearestOffset(x, y)
      if (offset === null) return null
      for (const at of [offset, offset - 1]) {
        if (at < 0 || at >= length) continue
        const start = positionOf(dom, utf16(at), 'start')
        const end = positionOf(dom, utf16(at + 1), 'end')
        range.setStart(start.node, start.offset)
        range.setEnd(end.node, end.offset)
        for (const rect of range.getClientRects()) {
          const inside = x >= rect.left - SLACK && x <= rect.right + SLACK && y >= rect.top && y <= rect.bottom
          if (inside) return utf16(at)
        }
      }
      return null
    },
    near(screens) {
      const view = scroller.getBoundingClientRect()
      const top = view.top - screens * view.height
      const bottom = view.bottom + screens * view.height
      const count = dom.paragraphs.length
      // Chunks first: asking for a paragraph of a chunk that is far away would lay that chunk out.
      const chunkCount = dom.chunkElements.length
      const chunkFrom = firstIndex(chunkCount, (at) => dom.chunkElements[at]!.getBoundingClientRect().bottom >= top)
      const chunkTo = firstIndex(chunkCount, (at) => dom.chunkElements[at]!.getBoundingClientRect().top > bottom)
      const from = dom.chunks[Math.min(chunkFrom, chunkCount - 1)]?.firstParagraph ?? 0
      const to = dom.chunks[Math.max(chunkFrom, chunkTo - 1)]?.endParagraph ?? count
      const within = Math.max(0, to - from)
      const first = firstIndex(within, (at) => dom.paragraphs[from + at]!.getBoundingClientRect().bottom >= top)
      const behind = firstIndex(within, (at) => dom.paragraphs[from + at]!.getBoundingClientRect().top > bottom)
      const firstParagraph = Math.min(from + first, count - 1)
      const lastParagraph = Math.max(firstParagraph, from + behind - 1)
      return span(dom.starts[firstParagraph] ?? 0, paragraphSpan(dom.starts, length, lastParagraph).end)
    },
    scrolledPast: () => scroller.getBoundingClientRect().top - root.getBoundingClientRect().top,
    forgetTops() {
      tops.clear()
    },
    forgetLines() {
      tops.clear()
      measured.clear()
    },
  }
}
