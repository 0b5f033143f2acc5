import type { Span } from '../../shared/text/span.ts'
import type { ReaderText } from './build-text.ts'
import type { Geometry } from './geometry.ts'
import type { ReadingSelection } from './reading-selection.ts'
import { caretAt, isCaret } from './reading-selection.ts'
import type { SelectionUnit } from './snap-units.ts'
import { pointedUnit } from './snap-units.ts'

export interface CaretPointerParts {
  readonly text: HTMLElement
  readonly source: ReaderText
  readonly geometry: Geometry
  readonly selection: () => ReadingSelection | null
  readonly select: (selection: ReadingSelection, options: { readonly scroll: boolean }) => void
  /** The button was let go: what the browser selected under it is settled now. Before, that would disturb the drag. */
  readonly letGo: (y: number) => void
  readonly redraw: () => void
  readonly onFinished: () => void
}

export interface CaretPointer {
  isDown(): boolean
  /** A unit was taken by the last clicks. The browser lets go of it where the first of them fell on a selection. */
  hasTaken(): boolean
  dispose(): void
}

/** Milliseconds in which another click may still follow. */
const NEXT_CLICK = 350

const UNITS: readonly SelectionUnit[] = ['word', 'sentence', 'turn']

/**
 * Selecting with the mouse: a drag is the browser's; two, three and four clicks take the word, the sentence and the turn
 * under them, and dragging on takes more of these.
 */
export function watchCaretPointer(parts: CaretPointerParts): CaretPointer {
  const { text, source, geometry } = parts
  let isDown = false
  let before: ReadingSelection | null = null
  let taken: { readonly unit: SelectionUnit; readonly first: Span } | null = null
  let hasTaken = false
  let waiting: ReturnType<typeof setTimeout> | undefined
  let settling: ReturnType<typeof setTimeout> | undefined

  function onPointerDown(event: PointerEvent): void {
    clearTimeout(waiting)
    clearTimeout(settling)
    hasTaken = false
    if (event.button !== 0) return
    isDown = true
    before = parts.selection()
  }

  function onMouseDown(event: MouseEvent): void {
    const unit = UNITS[Math.min(event.detail, 4) - 2]
    if (event.button !== 0 || event.shiftKey || unit === undefined) return
    const offset =
      geometry.offsetAt(event.clientX, event.clientY) ?? geometry.nearestOffset(event.clientX, event.clientY)
    if (offset === null) return
    // The browser's own words and paragraphs would flash up before ours.
    event.preventDefault()
    text.focus({ preventScroll: true })
    const first = pointedUnit(source, unit, offset)
    taken = { unit, first }
    hasTaken = true
    parts.select({ anchor: first.start, focus: first.end }, { scroll: false })
  }

  function onPointerMove(event: PointerEvent): void {
    if (taken === null || (event.buttons & 1) === 0) return
    const offset =
      geometry.offsetAt(event.clientX, event.clientY) ?? geometry.nearestOffset(event.clientX, event.clientY)
    if (offset === null) return
    const { unit, first } = taken
    const here = pointedUnit(source, unit, offset)
    parts.select(
      here.start < first.start
        ? { anchor: first.end, focus: here.start }
        : { anchor: first.start, focus: here.end > first.end ? here.end : first.end },
      { scroll: offset < first.start || offset >= first.end },
    )
  }

  function letGo(y: number): void {
    parts.letGo(y)
    isDown = false
    parts.redraw()
  }

  function onPointerUp({ clientY }: PointerEvent): void {
    if (!isDown) return
    letGo(clientY)
    const selection = parts.selection()
    if (selection === null || isCaret(selection)) return
    if (taken !== null) waiting = setTimeout(parts.onFinished, NEXT_CLICK)
    else if (before?.anchor !== selection.anchor || before.focus !== selection.focus) parts.onFinished()
    taken = null
  }

  /** A selection that was dragged elsewhere is not a new one. */
  function onDragEnd({ clientY }: DragEvent): void {
    taken = null
    letGo(clientY)
  }

  /** A click into the selection lets it go; the browser then leaves no caret in text that is not edited. */
  function onClick(event: MouseEvent): void {
    if (event.detail > 1) return
    const { clientX, clientY } = event
    settling = setTimeout(() => {
      if (document.getSelection()?.type !== 'None' || document.activeElement !== text) return
      const offset = geometry.nearestOffset(clientX, clientY)
      if (offset !== null) parts.select(caretAt(offset), { scroll: false })
    })
  }

  text.addEventListener('pointerdown', onPointerDown)
  text.addEventListener('mousedown', onMouseDown)
  text.addEventListener('click', onClick)
  window.addEventListener('pointermove', onPointerMove)
  window.addEventListener('pointerup', onPointerUp)
  window.addEventListener('dragend', onDragEnd)
  return {
    isDown: () => isDown,
    hasTaken: () => hasTaken,
    dispose() {
      clearTimeout(waiting)
      clearTimeout(settling)
      text.removeEventListener('pointerdown', onPointerDown)
      text.removeEventListener('mousedown', onMouseDown)
      text.removeEventListener('click', onClick)
      window.removeEventListener('pointermove', onPointerMove)
      window.removeEventListener('pointerup', onPointerUp)
      window.removeEventListener('dragend', onDragEnd)
    },
  }
}
