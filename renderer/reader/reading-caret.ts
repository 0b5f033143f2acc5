import { utf16 } from '../../shared/text/offsets.ts'
import { paragraphAt, paragraphSpan } from '../../shared/text/paragraphs.ts'
import type { ReaderText } from './build-text.ts'
import type { BuiltText } from './build-text.ts'
import type { CaretText } from './caret-moves.ts'
import { stepFrom } from './caret-moves.ts'
import type { Geometry } from './geometry.ts'
import type { Painter } from './painter.ts'
import type { ReaderKey } from './reader-keys.ts'
import type { ReadingSelection } from './reading-selection.ts'
import { caretAt, isCaret, readSelection, snapped, spanOf, writeSelection } from './reading-selection.ts'

/** The reader's caret and selection: drawn by us, kept while the focus is elsewhere, in step with the browser's own. */
export interface ReadingCaret {
  selection(): ReadingSelection | null
  /** Selects; scrolls there unless told not to. */
  select(selection: ReadingSelection, options?: { readonly scroll?: boolean }): void
  /** Moves as a key says; false where the key is not about moving. */
  move(key: ReaderKey): boolean
  /** Draws the caret where it now stands on the screen. */
  redraw(): void
  dispose(): void
}

export interface CaretParts {
  readonly scroller: HTMLElement
  readonly text: HTMLElement
  readonly caret: HTMLElement
  readonly dom: BuiltText
  readonly source: ReaderText
  readonly geometry: Geometry
  readonly painter: Painter
  readonly onChange: (selection: ReadingSelection | null) => void
}

/** Pixels of text that stay in sight above and below the caret. */
const ROOM = 64
/** Milliseconds. */
const BLINK = 530

export function createReadingCaret(parts: CaretParts): ReadingCaret {
  const { scroller, text, caret, dom, source, geometry, painter } = parts
  const caretText: CaretText = { text: source.text, language: source.language, turns: source.turns }
  let selection: ReadingSelection | null = null
  let isPointerDown = false
  let blinking: ReturnType<typeof setInterval> | undefined
  const still = window.matchMedia('(prefers-reduced-motion: reduce)')

  function hasFocus(): boolean {
    return document.activeElement === text
  }

  function take(next: ReadingSelection): void {
    const same = selection !== null && selection.anchor === next.anchor && selection.focus === next.focus
    selection = next
    redraw()
    if (!same) parts.onChange(next)
  }

  function select(next: ReadingSelection, { scroll = true }: { scroll?: boolean } = {}): void {
    const clean = snapped(source.text, next)
    if (hasFocus()) writeSelection(dom, document.getSelection(), clean)
    take(clean)
    if (scroll) scrollToCaret()
  }

  function redraw(): void {
    painter.mark('selection', selection === null || hasFocus() ? null : spanOf(selection))
    const shown = selection !== null && hasFocus()
    caret.hidden = !shown
    clearInterval(blinking)
    if (selection === null || !shown) return
    const rect = geometry.caretRect(selection.focus)
    const origin = text.getBoundingClientRect()
    caret.style.left = `${rect.left - origin.left + text.offsetLeft}px`
    caret.style.top = `${rect.top - origin.top + text.offsetTop}px`
    caret.style.height = `${rect.height}px`
    // By a timer: a CSS animation would have the browser draw sixty times a second for two changes.
    caret.style.visibility = ''
    if (!still.matches) blinking = setInterval(blink, BLINK)
  }

  function blink(): void {
    caret.style.visibility = caret.style.visibility === '' ? 'hidden' : ''
  }

  function scrollToCaret(): void {
    if (selection === null) return
    const rect = geometry.caretRect(selection.focus)
    const view = scroller.getBoundingClientRect()
    if (rect.bottom < view.top - view.height || rect.top > view.bottom + view.height) {
      // Far away the heights are estimates: the browser lays out what is on the way and goes there.
      dom.paragraphs[paragraphAt(dom.starts, selection.focus)]?.scrollIntoView({ block: 'center' })
    } else if (rect.top < view.top + ROOM) scroller.scrollTop -= view.top + ROOM - rect.top
    else if (rect.bottom > view.bottom - ROOM) scroller.scrollTop += rect.bottom - (view.bottom - ROOM)
  }

  /** Where a first key press starts from: the beginning of what is in sight. */
  function begin(): ReadingSelection {
    const { start } = geometry.near(0)
    const turn = source.turns.find((candidate) => candidate.speechStart >= start)
    return caretAt(turn?.speechStart ?? start)
  }

  function isRightToLeft(offset: number): boolean {
    const paragraph = dom.paragraphs[paragraphAt(dom.starts, utf16(offset))]
    return paragraph !== undefined && getComputedStyle(paragraph).direction === 'rtl'
  }

  function move(key: ReaderKey): boolean {
    const from = selection ?? begin()
    switch (key.kind) {
      case 'all':
        select({ anchor: utf16(0), focus: utf16(source.text.length) }, { scroll: false })
        return true
      case 'side': {
        const direction = (key.side === 'right') !== isRightToLeft(from.focus) ? 'forward' : 'backward'
        if (!key.extend && key.step === 'character' && !isCaret(from)) {
          const { start, end } = spanOf(from)
          select(caretAt(direction === 'forward' ? end : start))
          return true
        }
        return move({ kind: 'step', step: key.step, direction, extend: key.extend })
      }
      case 'step': {
        const focus = stepFrom(caretText, from.focus, key.step, key.direction)
        select(key.extend ? { anchor: from.anchor, focus } : caretAt(focus))
        return true
      }
      case 'line': {
        const native = document.getSelection()
        writeSelection(dom, native, from)
        native?.modify(key.extend ? 'extend' : 'move', key.direction, key.unit)
        select(readSelection(dom, native) ?? from)
        return true
      }
      case 'box':
      case 'look':
      case 'unmark':
      case 'escape':
      case 'plain':
        return false
    }
  }

  function onSelectionChange(): void {
    const read = readSelection(dom, document.getSelection())
    if (read !== null) take(snapped(source.text, read))
  }

  function onFocus(): void {
    if (selection === null && !isPointerDown) selection = begin()
    if (selection !== null && !isPointerDown) writeSelection(dom, document.getSelection(), selection)
    redraw()
    if (selection !== null) parts.onChange(selection)
  }

  function onPointerDown(): void {
    isPointerDown = true
  }

  /** What the pointer selected is snapped once it is let go: doing so before would disturb the drag. */
  function onPointerUp(): void {
    if (!isPointerDown) return
    isPointerDown = false
    // The event that tells of the last change may still be on its way.
    onSelectionChange()
    if (selection !== null && hasFocus()) writeSelection(dom, document.getSelection(), selection)
  }

  function onClick(event: MouseEvent): void {
    if (event.detail >= 3) selectSpeech()
    else setTimeout(letGo, 0, event.clientX, event.clientY)
  }

  /** A click into the selection lets it go; the browser then leaves no caret in text that is not edited. */
  function letGo(x: number, y: number): void {
    if (document.getSelection()?.type !== 'None' || !hasFocus()) return
    const offset = geometry.nearestOffset(x, y)
    if (offset !== null) select(caretAt(offset), { scroll: false })
  }

  /** A third click takes the paragraph: what is said in it, without the speaker's label and the line end. */
  function selectSpeech(): void {
    onSelectionChange()
    if (selection === null) return
    const { start } = spanOf(selection)
    const paragraph = paragraphSpan(dom.starts, source.text.length, paragraphAt(dom.starts, start))
    const opened = source.turns.find((turn) => turn.start >= paragraph.start && turn.start < paragraph.end)
    const anchor = opened !== undefined && opened.speechStart < paragraph.end ? opened.speechStart : paragraph.start
    select({ anchor, focus: paragraph.end }, { scroll: false })
  }

  document.addEventListener('selectionchange', onSelectionChange)
  text.addEventListener('focus', onFocus)
  text.addEventListener('blur', redraw)
  text.addEventListener('pointerdown', onPointerDown)
  text.addEventListener('click', onClick)
  window.addEventListener('pointerup', onPointerUp)
  window.addEventListener('dragend', onPointerUp)

  return {
    selection: () => selection,
    select,
    move,
    redraw,
    dispose() {
      clearInterval(blinking)
      document.removeEventListener('selectionchange', onSelectionChange)
      text.removeEventListener('focus', onFocus)
      text.removeEventListener('blur', redraw)
      text.removeEventListener('pointerdown', onPointerDown)
      text.removeEventListener('click', onClick)
      window.removeEventListener('pointerup', onPointerUp)
      window.removeEventListener('dragend', onPointerUp)
    },
  }
}
