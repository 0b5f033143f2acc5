import type { CodingRow } from '../../shared/contract/coding.ts'
import type { Utf16Offset } from '../../shared/text/offsets.ts'
import { utf16 } from '../../shared/text/offsets.ts'
import { paragraphAt } from '../../shared/text/paragraphs.ts'
import { codableSpan } from '../../shared/text/codable-span.ts'
import { sentenceAt } from '../../shared/text/sentences.ts'
import type { Span } from '../../shared/text/span.ts'
import { clip, overlaps } from '../../shared/text/span.ts'
import { assignLanes } from './assign-lanes.ts'
import { buildText } from './build-text.ts'
import { codingsAt } from './codings-at.ts'
import { createGeometry } from './geometry.ts'
import { createGutter } from './gutter.ts'
import { prepareHighlights } from './highlights.ts'
import type { Stripe } from './margin.ts'
import { createMargin } from './margin.ts'
import { createPainter } from './painter.ts'
import type { ReaderMarker, ReaderView, ReaderViewOptions } from './reader-interface.ts'
import { paintPlan } from './paint-plan.ts'
import type { ReaderKey } from './reader-keys.ts'
import { createRooms } from './reader-room.ts'
import { createResizeHandles } from './resize-handles.ts'
import { createReadingCaret } from './reading-caret.ts'
import { spanOf } from './reading-selection.ts'
import { createShownCodings } from './shown-codings.ts'
import { withoutLabel } from './snap-units.ts'
import { watchPointer } from './watch-pointer.ts'
import { watchKeys } from './watch-keys.ts'

/** Codings of one paragraph that come nearer than so many characters get lanes of their own: they meet on one line. */
const CLEARANCE = 40
/**
 * Screens above and below the viewport that are painted, and for which stripes are drawn. Each passage painted makes a
 * new coding dearer, so at rest it is few; scrolling wants more of them ahead.
 */
const REACH = { resting: { painted: 0.3, drawn: 0.3 }, scrolling: { painted: 1, drawn: 0.6 } } as const
/** Milliseconds after which scrolling has come to rest: then the names in the margin find their places again. */
const REST = 120

/** Puts a transcript on the screen and keeps text, paint, margin and caret in step. */
export function createReaderView(options: ReaderViewOptions): ReaderView {
  const { elements, source, listener } = options
  const { scroller, text, caret: caretElement } = elements
  prepareHighlights(options.look.colours)
  const dom = buildText(text, source)
  const geometry = createGeometry(scroller, dom, source.text.length)
  const painter = createPainter(dom)
  const rooms = createRooms(scroller, text, dom)
  const codings = createShownCodings({
    documentId: options.documentId,
    textLength: source.text.length,
    chunks: dom.chunks,
    ask: options.ask,
    arrived: () => {
      update()
      tellMoved()
    },
    outdated: update,
  })
  const lanes = new Map<number, number>()
  let look = options.look
  let markers: readonly ReaderMarker[] = []
  let chosen: CodingRow | null = null
  let paintedAt = NaN
  let reach: keyof typeof REACH = 'resting'
  let frame = 0
  let resting: ReturnType<typeof setTimeout> | undefined
  let disposed = false
  let setAs = ''

  const margin = createMargin(elements.margin, {
    chosen: (id) => {
      withCoding(id, (coding) => {
        listener.stripeChosen(coding)
      })
    },
    removed: (id) => {
      withCoding(id, (coding) => {
        listener.stripeRemoved(coding)
      })
    },
    pointed: (id, at) => {
      const coding = id === null ? undefined : codings.byId(id)
      listener.pointed(coding === undefined ? null : [coding], at)
    },
    menu: (id, at) => {
      withCoding(id, (coding) => {
        listener.stripeMenu(coding, at)
      })
    },
    left: () => {
      focus()
    },
  })
  const gutter = createGutter(elements.gutter, scroller, {
    chosen: (key) => {
      listener.markerChosen(key)
    },
    pointed: (key) => {
      listener.markerPointed(key)
    },
    dragged: (key, end, y) => {
      const { left, width } = text.getBoundingClientRect()
      const offset = geometry.nearestOffset(left + width / 2, y)
      if (offset !== null) listener.markerDragged(key, end, offset)
    },
    dropped: (isDone) => {
      listener.markerDropped(isDone)
    },
  })
  const caret = createReadingCaret({
    scroller,
    text,
    caret: caretElement,
    dom,
    source,
    geometry,
    painter,
    onChange: tellMoved,
    onFinished: () => {
      listener.finished()
    },
  })

  const handles = createResizeHandles({
    scroller,
    text,
    content: source.text,
    geometry,
    onPreview: preview,
    onDone: (before, after) => {
      if (after === null) preview(before)
      else if (after.start !== before.start || after.end !== before.end) listener.resized(before, after)
    },
  })

  function preview(coding: CodingRow): void {
    codings.preview(coding)
    chosen = coding
    painter.mark('chosen', coding)
    // What is chosen is what is selected.
    caret.select({ anchor: coding.start, focus: coding.end }, { scroll: false })
    update()
  }

  function withCoding(id: number, action: (coding: CodingRow) => void): void {
    const coding = codings.byId(id)
    if (coding !== undefined) action(coding)
  }

  function tellMoved(): void {
    const selection = caret.selection()
    listener.moved(selection, selection === null ? [] : codingsAt(codingsAround(selection.focus), selection.focus))
  }

  function codingsAround(offset: number): CodingRow[] {
    return codings
      .within({ start: utf16(Math.max(0, offset - 1)), end: utf16(offset + 1) })
      .filter((coding) => look.isPainted(coding))
  }

  function laneOf(id: number): number {
    return lanes.get(id) ?? 0
  }

  /** Each line end counts as much as the clearance, so that codings of different paragraphs never ask for it. */
  function laneItem({ id, start, end }: CodingRow): { id: number; start: number; end: number } {
    const pad = (offset: number): number => offset + CLEARANCE * paragraphAt(dom.starts, utf16(offset))
    return { id, start: pad(start), end: pad(end - 1) + 1 }
  }

  /** Paints and draws what is near the viewport, and asks for codings that are not there yet. */
  function update(): void {
    if (disposed) return
    const near = geometry.near(REACH[reach].painted)
    const drawn = geometry.near(REACH[reach].drawn)
    paintedAt = scroller.scrollTop
    const rows = codings.within(near).filter((row) => look.isPainted(row))
    for (const [id, lane] of assignLanes(rows.map(laneItem), lanes, CLEARANCE)) lanes.set(id, lane)
    painter.paint(paintPlan(rows, near, laneOf, (codeId) => look.colourOf(codeId)))
    margin.show(
      rows.filter((row) => overlaps(row, drawn)).map((row) => stripeOf(row, drawn)),
      geometry.scrolledPast(),
    )
    gutter.show(
      markers
        .filter((marker) => overlaps(marker.span, drawn))
        .map(({ span, ...marker }) => ({ ...marker, ...geometry.linesOf(clip(span, drawn) ?? span) })),
    )
    handles.show(chosen !== null && look.isOwn(chosen) ? chosen : null, near)
    codings.need(near)
  }

  function stripeOf(row: CodingRow, drawn: Span): Stripe {
    return {
      id: row.id,
      lane: laneOf(row.id),
      ...geometry.linesOf(clip(row, drawn) ?? row),
      colour: look.colourOf(row.codeId),
      ...look.stripeOf(row),
      polarity: row.polarity,
      isChosen: chosen?.id === row.id,
    }
  }

  function reload(): void {
    codings.forget()
    update()
  }

  function schedule(): void {
    if (frame !== 0) return
    frame = requestAnimationFrame(() => {
      frame = 0
      update()
    })
  }

  function rest(): void {
    reach = 'resting'
    update()
  }

  function onScroll(): void {
    listener.scrolled()
    const moved = Math.abs(scroller.scrollTop - paintedAt)
    if (!(moved < (scroller.clientHeight * REACH[reach].drawn) / 2)) {
      reach = 'scrolling'
      schedule()
    }
    clearTimeout(resting)
    resting = setTimeout(rest, REST)
  }

  const resizing = new ResizeObserver(() => {
    const setting = `${text.clientWidth} ${getComputedStyle(text).fontSize}`
    if (setting === setAs) geometry.forgetTops()
    else geometry.forgetLines()
    setAs = setting
    rooms.place()
    update()
    caret.redraw()
  })

  function press(key: ReaderKey): boolean {
    listener.pointed(null, null)
    if (key.kind === 'plain' || key.kind === 'escape') return listener.key(key)
    caret.move(key)
    return true
  }

  function focus(): void {
    text.focus({ preventScroll: true })
  }

  function belowTop(offset: Utf16Offset): number {
    return geometry.linesOf({ start: offset, end: utf16(offset + 1) }).top - geometry.scrolledPast()
  }

  function scrollTo(offset: Utf16Offset, below = scroller.clientHeight * 0.3): void {
    scroller.scrollTop += belowTop(offset) - below
    // What was only estimated has been laid out by now.
    requestAnimationFrame(() => {
      if (disposed) return
      scroller.scrollTop += belowTop(offset) - below
      update()
    })
  }

  scroller.addEventListener('scroll', onScroll, { passive: true })
  resizing.observe(text)
  const stopPointer = watchPointer({
    text,
    documentId: options.documentId,
    source,
    geometry,
    selection: () => caret.selection(),
    codingsAt: (offset) => codingsAt(codingsAround(offset), offset),
    listener,
  })
  const stopKeys = watchKeys({
    text,
    os: options.os,
    take: press,
    released: () => {
      caret.released()
    },
  })
  update()

  return {
    selection: () => caret.selection(),
    select: (selection, how) => {
      caret.select(selection, how)
    },
    focus,
    hasFocus: () => document.activeElement === text,
    move(move) {
      focus()
      press(move)
    },
    setSnap(snap) {
      caret.setSnap(snap)
    },
    patch(upserted, removed) {
      // What takes the place of a proposed coding keeps its lane.
      for (const { proposed, row } of codings.patch(upserted, removed))
        if (!lanes.has(row.id)) lanes.set(row.id, laneOf(proposed.id))
      if (chosen !== null) {
        chosen = codings.byId(chosen.id) ?? null
        painter.mark('chosen', chosen)
      }
      update()
      tellMoved()
    },
    propose(wanted) {
      const withdraw = codings.propose(wanted)
      update()
      return () => {
        if (!withdraw()) return
        update()
        tellMoved()
      }
    },
    reload,
    setLook(next) {
      look = next
      prepareHighlights(look.colours)
      update()
      // What is chosen must be in sight.
      if (chosen !== null && !look.isPainted(chosen)) tellMoved()
    },
    setMarkers(next) {
      markers = next
      update()
    },
    choose(coding) {
      chosen = coding
      painter.mark('chosen', coding)
      update()
    },
    preview,
    isPainted: (coding) => look.isPainted(coding),
    coding: (id) => codings.byId(id),
    mark: (mark, stretches) => {
      painter.mark(mark, stretches)
    },
    scrollTo,
    belowTop,
    codingsIn: (stretch) => codings.within(stretch),
    rectAt: (offset) => geometry.caretRect(offset),
    markerRect: (key) => gutter.rectOf(key),
    dropTarget(x, y) {
      const offset = geometry.offsetAt(x, y)
      const selection = caret.selection()
      const stretch = selection === null ? null : codableSpan(source.text, spanOf(selection))
      if (offset === null) return null
      if (stretch !== null && stretch.start <= offset && offset < stretch.end) return stretch
      const sentence = sentenceAt(source.text, offset, source.language)
      return sentence === null ? null : withoutLabel(source, sentence)
    },
    openRoom: (element, stretch) => rooms.open(element, stretch),
    topOffset: () => geometry.near(0).start,
    place() {
      const first = geometry.near(0).start
      const paragraph = Math.max(0, dom.starts.indexOf(first))
      const box = dom.paragraphs[paragraph]?.getBoundingClientRect()
      const pixels = scroller.getBoundingClientRect().top - (box?.top ?? 0)
      return { selection: caret.selection(), paragraph, pixels, hasFocus: document.activeElement === text }
    },
    restore({ selection, paragraph, pixels }) {
      if (selection !== null) caret.select(selection, { scroll: false })
      const box = dom.paragraphs[paragraph]?.getBoundingClientRect()
      if (box !== undefined) scroller.scrollTop += box.top - scroller.getBoundingClientRect().top + pixels
      update()
    },
    dispose() {
      disposed = true
      codings.dispose()
      cancelAnimationFrame(frame)
      scroller.removeEventListener('scroll', onScroll)
      clearTimeout(resting)
      resizing.disconnect()
      stopPointer()
      stopKeys()
      handles.dispose()
      rooms.dispose()
      caret.dispose()
      margin.dispose()
      gutter.dispose()
      painter.dispose()
      text.replaceChildren()
    },
  }
}
