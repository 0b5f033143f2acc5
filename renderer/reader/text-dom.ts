import type { Utf16Offset } from '../../shared/text/offsets.ts'
import { utf16 } from '../../shared/text/offsets.ts'
import { paragraphAt } from '../../shared/text/paragraphs.ts'

/**
 * The way between offsets of the stored text and places in the reader's DOM. Both directions go by the paragraph's start
 * plus the length of the text nodes in it, never by `toString()`, which puts in and leaves out line ends as it likes.
 */
export interface TextDom {
  /** Holds the paragraphs, at any depth, and no other text. */
  readonly root: Element
  /** One element per paragraph; its text is the paragraph without its line feed. Marked with `data-paragraph`. */
  readonly paragraphs: readonly Element[]
  readonly starts: Uint32Array
  readonly length: number
}

export interface DomPosition {
  readonly node: Node
  readonly offset: number
}

export const PARAGRAPH_ATTRIBUTE = 'data-paragraph'

/**
 * The offset that a DOM boundary point stands for. A point between paragraphs stands for the start of the one behind it
 * (a selection that ends at the next block's beginning thus takes the line feed along, and nothing more); a point before
 * or behind the whole text stands for its start or end.
 */
export function offsetOf(dom: TextDom, node: Node, offset: number): Utf16Offset {
  const paragraph = paragraphOf(dom, node)
  if (paragraph !== null) return utf16(dom.starts[paragraph.index]! + unitsBefore(paragraph.element, node, offset))
  const behind = firstParagraphBehind(dom, node, offset)
  return utf16(behind === null ? dom.length : dom.starts[behind]!)
}

/**
 * The DOM position of an offset. Where two text nodes meet, a `start` is put into the one that begins there and an `end`
 * into the one that ends there. Throws RangeError for an offset outside the text.
 */
export function positionOf(dom: TextDom, offset: Utf16Offset, side: 'start' | 'end'): DomPosition {
  if (offset < 0 || offset > dom.length) throw new RangeError(`offset ${offset} outside a text of ${dom.length}`)
  const index = paragraphAt(dom.starts, offset)
  const element = dom.paragraphs[index]
  if (element === undefined) throw new RangeError(`no paragraph ${index}`)
  let within = offset - dom.starts[index]!
  let last: Text | null = null
  for (const text of textNodes(element)) {
    if (side === 'start' ? within < text.length : within <= text.length) return { node: text, offset: within }
    within -= text.length
    last = text
  }
  return last === null ? { node: element, offset: 0 } : { node: last, offset: last.length }
}

function paragraphOf(dom: TextDom, node: Node): { element: Element; index: number } | null {
  const element = (node instanceof Element ? node : node.parentElement)?.closest(`[${PARAGRAPH_ATTRIBUTE}]`)
  if (element == null || !dom.root.contains(element)) return null
  const index = Number(element.getAttribute(PARAGRAPH_ATTRIBUTE))
  return dom.paragraphs[index] === element ? { element, index } : null
}

/** Text units of `paragraph` before the boundary point (node, offset) inside it. */
function unitsBefore(paragraph: Element, node: Node, offset: number): number {
  let units = 0
  if (node instanceof Text) units = Math.min(offset, node.length)
  else for (const child of [...node.childNodes].slice(0, offset)) units += child.textContent?.length ?? 0
  for (let at: Node = node; at !== paragraph && at.parentNode !== null; at = at.parentNode) {
    for (let before = at.previousSibling; before !== null; before = before.previousSibling) {
      units += before.textContent?.length ?? 0
    }
  }
  return units
}

/** Index of the first paragraph that begins at or behind a point outside all paragraphs, or null if none does. */
function firstParagraphBehind(dom: TextDom, node: Node, offset: number): number | null {
  const point = node.ownerDocument?.createRange() ?? null
  if (point === null) return null
  point.setStart(node, offset)
  let low = 0
  let high = dom.paragraphs.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (point.comparePoint(dom.paragraphs[middle]!, 0) >= 0) high = middle
    else low = middle + 1
  }
  return low < dom.paragraphs.length ? low : null
}

function* textNodes(element: Element): Generator<Text> {
  for (const child of element.childNodes) {
    if (child instanceof Text) yield child
    else if (child instanceof Element) yield* textNodes(child)
  }
}
