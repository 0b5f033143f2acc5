import { useEffect, useRef } from 'react'
import { utf16 } from '../../../shared/text/offsets.ts'
import { useView } from '../../app/view-state.ts'
import type { ReaderView } from '../../reader/reader-interface.ts'
import { caretAt } from '../../reader/reading-selection.ts'
import type { OpenDocument } from '../../reader/reading-state.ts'

/** Milliseconds that a passage one has jumped to stays marked. */
const FLASH = 1800

/** Follows requests to show a place of this transcript: scrolls there, marks it for a moment, takes the focus. */
export function useReveal(view: ReaderView | null, opened: OpenDocument): void {
  const reveal = useView((state) => state.reveal)
  const done = useRef(0)
  useEffect(() => {
    if (view === null || reveal === null || reveal.documentId !== opened.id || reveal.serial === done.current) return
    done.current = reveal.serial
    const length = opened.text.length
    const start = utf16(Math.min(reveal.start, length))
    const end = utf16(Math.min(Math.max(reveal.end, reveal.start), length))
    view.focus()
    view.select(reveal.selects === true ? { anchor: start, focus: end } : caretAt(start), { scroll: false })
    view.scrollTo(start)
    view.mark('flash', { start, end })
    const timer = setTimeout(() => {
      view.mark('flash', null)
    }, FLASH)
    return () => {
      clearTimeout(timer)
      view.mark('flash', null)
    }
  }, [view, reveal, opened])
}
