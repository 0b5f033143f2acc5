import { nextGrapheme, previousGrapheme } from '../../shared/text/graphemes.ts'
import type { Utf16Offset } from '../../shared/text/offsets.ts'
import { utf16 } from '../../shared/text/offsets.ts'
import type { Span } from '../../shared/text/span.ts'
import { snapToGraphemes } from '../../shared/text/graphemes.ts'
import type { TextDom } from './text-dom.ts'
import { offsetOf, positionOf } from './text-dom.ts'

/** What is selected in the reader: from where it was begun to where it is now. Equal: only the caret stands there. */
export interface ReadingSelection {
  readonly anchor: Utf16Offset
  readonly focus: Utf16Offset
}

/** The selected stretch, whichever end it was begun at. */
export function spanOf({ anchor, focus }: ReadingSelection): Span {
  return anchor <= focus ? { start: anchor, end: focus } : { start: focus, end: anchor }
}

export function isCaret({ anchor, focus }: ReadingSelection): boolean {
  return anchor === focus
}

export function isEqual(one: ReadingSelection, other: ReadingSelection): boolean {
  return one.anchor === other.anchor && one.focus === other.focus
}

export function caretAt(offset: Utf16Offset): ReadingSelection {
  return { anchor: offset, focus: offset }
}

/** The same selection with both ends at edges of grapheme clusters, widened where they were inside one. */
export function snapped(text: string, selection: ReadingSelection): ReadingSelection {
  const { start, end } = spanOf(selection)
  if (start === end) {
    const edge = start === text.length ? start : previousEdge(text, start)
    return caretAt(edge)
  }
  const wide = snapToGraphemes(text, { start, end })
  return selection.anchor <= selection.focus
    ? { anchor: wide.start, focus: wide.end }
    : { anchor: wide.end, focus: wide.start }
}

function previousEdge(text: string, offset: Utf16Offset): Utf16Offset {
  return offset === 0 ? offset : previousGrapheme(text, nextGrapheme(text, offset))
}

/** Reads the browser's selection; null where it does not begin in the reader's text. Not yet snapped. */
export function readSelection(dom: TextDom, selection: Selection | null): ReadingSelection | null {
  if (selection?.anchorNode == null || selection.focusNode === null) return null
  if (!dom.root.contains(selection.anchorNode)) return null
  return {
    anchor: offsetOf(dom, selection.anchorNode, selection.anchorOffset),
    focus: offsetOf(dom, selection.focusNode, selection.focusOffset),
  }
}

/** Makes the browser's selection show ours. Does nothing where it already does, so that a drag goes on undisturbed. */
export function writeSelection(dom: TextDom, selection: Selection | null, wanted: ReadingSelection): void {
  if (selection === null) return
  const current = readSelection(dom, selection)
  if (current !== null && current.anchor === wanted.anchor && current.focus === wanted.focus) return
  const forward = wanted.anchor <= wanted.focus
  const caret = isCaret(wanted)
  const anchor = positionOf(dom, utf16(wanted.anchor), forward ? 'start' : 'end')
  const focus = caret ? anchor : positionOf(dom, utf16(wanted.focus), forward ? 'end' : 'start')
  selection.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset)
}
