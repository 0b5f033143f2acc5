import type { Snap } from '../../shared/contract/study.ts'
import type { Utf16Offset } from '../../shared/text/offsets.ts'
import { utf16 } from '../../shared/text/offsets.ts'
import { paragraphAt } from '../../shared/text/paragraphs.ts'
import type { ReaderText } from './build-text.ts'
import type { BuiltText } from './build-text.ts'
import { watchCaretPointer } from './caret-pointer.ts'
import { stepFrom } from './caret-moves.ts'
import type { Geometry } from './geometry.ts'
import type { Painter } from './painter.ts'
import type { CaretMove } from './reader-keys.ts'
import type { ReadingSelection } from './reading-selection.ts'
import { extendedByUnit, widened } from './snap-units.ts'
import { caretAt, isCaret, isEqual, readSelection, snapped, spanOf, writeSelection } from './reading-selection.ts'

/** The reader's caret and selection: drawn by us, kept while the focus is elsewhere, in step with the browser's own. */
export interface ReadingCaret {
  selection(): ReadingSelection | null
  /** Selects; scrolls there unless told not to. */
  select(selection: ReadingSelection, options?: { readonly scroll?: boolean }): void
  move(move: CaretMove): void
  /** Selections are from now on widened to this while they are dragged or extended. */
  setSnap(snap: Snap): void
  /** The keys were let go: what they selected is finished. */
  released(): void
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
  /** Pointer or keys were let go, and something is selected that was not before. */
  readonly onFinished: () => void
}

/** Pixels of text that stay in sight above and below the caret. */
const ROOM = 64
/** Milliseconds. */
const BLINK = 530

export function createReadingCaret(parts: CaretParts): ReadingCaret {
  const { scroller, text, caret, dom, source, geometry, painter } = parts
  /** As it was made; what is selected, is it widened to whole units. */
  let made: ReadingSelection | null = null
  let selection: ReadingSelection | null = null
  let snap: Snap = 'none'
  /** Of the two lines that may meet at the caret. */
  let line: 'above' | 'below' = 'below'
  let isExtending = false
  /** Where the last page ended, and how far from the edge paging was begun. */
  let pagedTo: { readonly offset: Utf16Offset; readonly x: number } | null = null
  let blinking: ReturnType<typeof setInterval> | undefined
  const still = window.matchMedia('(prefers-reduced-motion: reduce)')

  function hasFocus(): boolean {
    return document.activeElement === text
  }

  function take(next: ReadingSelection, before = next): void {
    const same = selection !== null && isEqual(selection, next)
    if (next.focus !== selection?.focus) line = 'below'
    made = before
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

  function inUnits(next: ReadingSelection): ReadingSelection {
    return snap === 'none' ? next : widened(source, snap, next)
  }

  /** Selects from where the selection was begun to where it is taken, by whole units. */
  function extend(next: ReadingSelection): void {
    const clean = snapped(source.text, next)
    const wide = inUnits(clean)
    writeSelection(dom, document.getSelection(), wide)
    take(wide, clean)
    isExtending = true
    scrollToCaret()
  }

  function redraw(): void {
    // While the pointer drags, the browser shows what it has passed over, and we what will be selected.
    const isShown = hasFocus() && !(pointer.isDown() && made !== selection)
    painter.mark('selection', selection === null || isShown ? null : spanOf(selection))
    const shown = selection !== null && hasFocus()
    caret.hidden = !shown
    clearInterval(blinking)
    if (selection === null || !shown) return
    const rect = geometry.caretRect(selection.focus, line)
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
    if (selection !== null) scrollTo(selection.focus)
  }

  function scrollTo(offset: Utf16Offset): void {
    const rect = geometry.caretRect(offset, line)
    const view = scroller.getBoundingClientRect()
    if (rect.bottom < view.top - view.height || rect.top > view.bottom + view.height) {
      // Far away the heights are estimates: the browser lays out what is on the way and goes there.
      dom.paragraphs[paragraphAt(dom.starts, offset)]?.scrollIntoView({ block: 'center' })
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

  function moveTo(from: ReadingSelection, focus: Utf16Offset, isExtended: boolean): void {
    if (isExtended) extend({ anchor: from.anchor, focus })
    else select(caretAt(focus))
  }

  function move(key: CaretMove): void {
    const shown = selection ?? begin()
    const from = made ?? shown
    switch (key.kind) {
      case 'all':
        select({ anchor: utf16(0), focus: utf16(source.text.length) }, { scroll: false })
        isExtending = true
        return
      case 'side': {
        const direction = (key.side === 'right') !== isRightToLeft(from.focus) ? 'forward' : 'backward'
        if (key.step === 'lineboundary') {
          move({ kind: 'line', unit: 'lineboundary', direction, extend: key.extend })
        } else if (!key.extend && key.step === 'character' && !isCaret(shown)) {
          const { start, end } = spanOf(shown)
          select(caretAt(direction === 'forward' ? end : start))
        } else move({ kind: 'step', step: key.step, direction, extend: key.extend })
        return
      }
      case 'step': {
        if (!key.extend) {
          select(caretAt(stepFrom(source, shown.focus, key.step, key.direction)))
          return
        }
        // To the end of what is said, and not to where the next speaker begins.
        const next =
          key.step === 'sentence' || key.step === 'turn'
            ? extendedByUnit(source, key.step, from, spanOf(from), key.direction)
            : { anchor: from.anchor, focus: stepFrom(source, from.focus, key.step, key.direction) }
        // A step inside a unit would change nothing that one sees.
        if (snap !== 'none' && isEqual(inUnits(snapped(source.text, next)), shown)) {
          extend(extendedByUnit(source, snap, from, spanOf(shown), key.direction))
        } else extend(next)
        return
      }
      case 'line': {
        const native = document.getSelection()
        writeSelection(dom, native, key.extend ? from : shown)
        native?.modify(key.extend ? 'extend' : 'move', key.direction, key.unit)
        const read = readSelection(dom, native) ?? from
        if (key.extend) extend(read)
        else select(read)
        if (key.unit === 'lineboundary') standOn(key.direction === 'forward' ? 'above' : 'below')
        return
      }
      case 'page':
        moveTo(from, pageFrom(from.focus, key.direction), key.extend)
    }
  }

  /** A screen further, with some lines of the last one, at the same height and distance from the edge. */
  function pageFrom(offset: Utf16Offset, direction: 'forward' | 'backward'): Utf16Offset {
    scrollTo(offset)
    const rect = geometry.caretRect(offset, line)
    const view = scroller.getBoundingClientRect()
    const before = scroller.scrollTop
    scroller.scrollTop += (direction === 'forward' ? 1 : -1) * Math.max(ROOM, view.height - 2 * ROOM)
    if (Math.abs(scroller.scrollTop - before) < 1) return utf16(direction === 'forward' ? source.text.length : 0)
    if (pagedTo?.offset !== offset) pagedTo = { offset, x: rect.left }
    const { x } = pagedTo
    const reached = onLine(x, rect.top + rect.height / 2) ?? geometry.near(0).start
    pagedTo = { offset: reached, x }
    return reached
  }

  function isOnLine(offset: Utf16Offset, which: 'above' | 'below', y: number): boolean {
    const { top, bottom } = geometry.caretRect(offset, which)
    return top <= y && y <= bottom
  }

  /** Draws the caret on one of the two lines that meet where it stands. */
  function standOn(which: 'above' | 'below'): void {
    line = which
    redraw()
  }

  /** The place at a point, or on the nearest line where the point lies between two paragraphs. */
  function onLine(x: number, y: number): Utf16Offset | null {
    for (const aside of [0, 12, -12, 24, -24]) {
      const offset = geometry.nearestOffset(x, y + aside)
      const hit = offset !== null && (['below', 'above'] as const).some((which) => isOnLine(offset, which, y + aside))
      if (hit) return offset
    }
    return geometry.nearestOffset(x, y)
  }

  function onSelectionChange(): void {
    const read = readSelection(dom, document.getSelection())
    if (read === null && selection !== null && pointer.hasTaken() && hasFocus()) {
      writeSelection(dom, document.getSelection(), selection)
    }
    if (read === null || (selection !== null && isEqual(read, selection))) return
    const clean = snapped(source.text, read)
    if (pointer.isDown()) take(inUnits(clean), clean)
    else take(clean)
  }

  function onFocus(): void {
    if (selection === null && !pointer.isDown()) selection = made = begin()
    if (selection !== null && !pointer.isDown()) writeSelection(dom, document.getSelection(), selection)
    redraw()
    if (selection !== null) parts.onChange(selection)
  }

  const pointer = watchCaretPointer({
    text,
    source,
    geometry,
    selection: () => selection,
    select,
    letGo(y) {
      // The event that tells of the last change may still be on its way.
      onSelectionChange()
      if (selection === null) return
      if (hasFocus()) writeSelection(dom, document.getSelection(), selection)
      line = isOnLine(selection.focus, 'below', y) ? 'below' : 'above'
    },
    redraw,
    onFinished: parts.onFinished,
  })

  document.addEventListener('selectionchange', onSelectionChange)
  text.addEventListener('focus', onFocus)
  text.addEventListener('blur', redraw)

  return {
    selection: () => selection,
    select,
    move,
    setSnap(next) {
      snap = next
    },
    released() {
      if (isExtending && selection !== null && !isCaret(selection)) parts.onFinished()
      isExtending = false
    },
    redraw,
    dispose() {
      clearInterval(blinking)
      document.removeEventListener('selectionchange', onSelectionChange)
      text.removeEventListener('focus', onFocus)
      text.removeEventListener('blur', redraw)
      pointer.dispose()
    },
  }
}
