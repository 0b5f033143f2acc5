import { useEffect, useState } from 'react'
import type { RefObject } from 'react'

export interface RowWindow {
  /** Rows to draw: [first, end). */
  readonly first: number
  readonly end: number
}

/** Rows drawn beyond the edge of the view, so that a scroll step shows no gap. */
const OVERSCAN = 8

/**
 * Which rows of a long list of equally high rows are near the view. For plain tables with fields in them, where the
 * collections of React Aria would take the arrow keys from the fields.
 *
 * @param rowPx height of a row, CSS px
 */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, count: number, rowPx: number): RowWindow {
  const [view, setView] = useState({ top: 0, height: 600 })
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const update = (): void => {
      // To whole rows, so that most scroll events draw nothing anew.
      setView((before) => {
        const top = Math.floor(element.scrollTop / rowPx) * rowPx
        const height = element.clientHeight
        return before.top === top && before.height === height ? before : { top, height }
      })
    }
    update()
    const observer = new ResizeObserver(update)
    observer.observe(element)
    element.addEventListener('scroll', update, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', update)
    }
  }, [scroller, rowPx])
  const first = Math.max(0, Math.floor(view.top / rowPx) - OVERSCAN)
  return { first, end: Math.min(count, Math.ceil((view.top + view.height) / rowPx) + OVERSCAN) }
}
