import { useRef } from 'react'
import type { Utf16Offset } from '../../../shared/text/offsets.ts'
import { utf16 } from '../../../shared/text/offsets.ts'
import type { Span } from '../../../shared/text/span.ts'
import type { ReaderView } from '../../reader/reader-interface.ts'
import { caretAt } from '../../reader/reading-selection.ts'
import type { OpenDocument } from '../../reader/reading-state.ts'
import { useReading } from '../../reader/reading-state.ts'
import { alignTwin, turnAt, turnCalled, twinOffset } from './parallel-reading.ts'

/** A transcript on the screen. */
interface Pane {
  readonly opened: OpenDocument
  readonly view: ReaderView
}

/** What is to be shown in a version that is not on the screen yet. */
type Wish = { readonly kind: 'passage'; readonly stretch: Span } | { readonly kind: 'focus' }

export interface ParallelPanes {
  /** A pane's view came or went. */
  onView(opened: OpenDocument, view: ReaderView | null): void
  /** The pane was scrolled: the other follows, if this is the one that is used. */
  onScrolled(opened: OpenDocument): void
  /** The caret moved: the turn it is in is set off in the other version. */
  onMoved(opened: OpenDocument, offset: Utf16Offset | null): void
  /** Keys or pointer are used there: it leads from now on. */
  lead(id: number): void
  /** Shows a passage in a version, at once or when its pane is there. */
  show(id: number, stretch: Span): void
  /** Puts the caret into a version, at the turn where it is in the other. */
  focus(id: number): void
}

/** Milliseconds that a passage one has jumped to stays marked. */
const FLASH = 1800
/** Units of a turn up to which it is set off as a whole. */
const SET_OFF = 5_000

const NEITHER = 0
/** Milliseconds after which two panes that share the room are laid out. */
const SETTLED = 150

/** Two versions side by side: which of them leads, and what one asks to see in the other. */
export function useParallelPanes(mainId: number): ParallelPanes {
  const panes = useRef(new Map<number, Pane>())
  const leading = useRef(mainId)
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const wish = useRef<{ readonly id: number; readonly wish: Wish } | null>(null)

  function otherThan(id: number): Pane | undefined {
    return [...panes.current.values()].find(({ opened }) => opened.id !== id)
  }

  function align(): void {
    const from = panes.current.get(leading.current)
    const to = otherThan(leading.current)
    if (from !== undefined && to !== undefined) alignTwin(from, to)
  }

  function fulfil(pane: Pane, wanted: Wish): void {
    const { opened, view } = pane
    if (wanted.kind === 'passage') {
      // Neither leads until one is used again: the passage must not be scrolled away.
      leading.current = NEITHER
      flash(pane, wanted.stretch)
      return
    }
    const other = otherThan(opened.id)
    const { document, selection } = useReading.getState()
    leading.current = opened.id
    view.focus()
    if (other !== undefined && document?.id === other.opened.id && selection !== null) {
      const offset = twinOffset(other.opened.turns, opened.turns, selection.focus)
      view.select(caretAt(utf16(turnAt(opened.turns, offset)?.speechStart ?? offset)), { scroll: true })
    }
  }

  function ask(id: number, wanted: Wish): void {
    const pane = panes.current.get(id)
    if (pane === undefined) wish.current = { id, wish: wanted }
    else fulfil(pane, wanted)
  }

  return {
    onView(opened, view) {
      if (view === null) {
        panes.current.delete(opened.id)
        otherThan(opened.id)?.view.mark('twin', null)
        return
      }
      const pane = { opened, view }
      panes.current.set(opened.id, pane)
      if (wish.current?.id === opened.id) {
        const { wish: wanted } = wish.current
        wish.current = null
        fulfil(pane, wanted)
      } else if (panes.current.size > 1) {
        leading.current = mainId
        align()
        // Both are set anew in the room that they have now: what was measured before holds no longer.
        setTimeout(align, SETTLED)
      }
    },
    onScrolled(opened) {
      if (opened.id !== leading.current) return
      align()
      // Far from where one was, heights were only estimated: once more when both are laid out.
      clearTimeout(resting.current)
      resting.current = setTimeout(align, SETTLED)
    },
    onMoved(opened, offset) {
      const other = otherThan(opened.id)
      if (other === undefined) return
      const turn = offset === null ? null : turnAt(opened.turns, offset)
      const twin = turn === null ? null : turnCalled(other.opened.turns, turn.ref)
      panes.current.get(opened.id)?.view.mark('twin', null)
      other.view.mark(
        'twin',
        twin === null || twin.end - twin.start > SET_OFF ? null : { start: twin.start, end: twin.end },
      )
    },
    lead(id) {
      leading.current = id
      const pane = panes.current.get(id)
      if (pane?.view.hasFocus() === true && useReading.getState().view !== pane.view)
        useReading.setState({
          document: pane.opened,
          view: pane.view,
          selection: pane.view.selection(),
          here: [],
          chosen: null,
        })
    },
    show(id, stretch) {
      ask(id, { kind: 'passage', stretch })
    },
    focus(id) {
      ask(id, { kind: 'focus' })
    },
  }
}

function flash({ view }: Pane, { start, end }: Span): void {
  view.scrollTo(start)
  view.mark('flash', { start, end })
  setTimeout(() => {
    view.mark('flash', null)
  }, FLASH)
}
