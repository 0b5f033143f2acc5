import type { CodingRow } from '../../shared/contract/coding.ts'
import type { Span } from '../../shared/text/span.ts'
import { followDrag } from './follow-drag.ts'
import type { Geometry } from './geometry.ts'
import type { PassageEnd } from './resize-passage.ts'
import { withEnd } from './resize-passage.ts'

export interface ResizeHandlesParts {
  readonly scroller: HTMLElement
  readonly text: HTMLElement
  readonly content: string
  readonly geometry: Geometry
  /** Shows the passage as it would be. */
  readonly onPreview: (coding: CodingRow) => void
  /** The drag is over; null: it was given up. */
  readonly onDone: (before: CodingRow, after: Span | null) => void
}

export interface ResizeHandles {
  /** Stands them at both ends of a passage, as far as these are within `near`; null: takes them away. */
  show(coding: CodingRow | null, near: Span): void
  dispose(): void
}

/**
 * A handle at each end of the chosen passage, to be dragged. Only for the pointer: keys move the ends by words and
 * sentences. While one is dragged the passage is shown as it would be; Escape gives it up.
 */
export function createResizeHandles(parts: ResizeHandlesParts): ResizeHandles {
  const { scroller, text, content, geometry } = parts
  const handles = { start: handleFor('start'), end: handleFor('end') }
  let shown: CodingRow | null = null
  let stopDrag: (() => void) | null = null

  function handleFor(end: PassageEnd): HTMLElement {
    const element = document.createElement('div')
    element.className = 'reader-handle'
    element.dataset['end'] = end
    element.setAttribute('aria-hidden', 'true')
    element.hidden = true
    element.addEventListener('pointerdown', (event) => {
      if (event.button !== 0 || shown === null) return
      event.preventDefault()
      drag(end, shown)
    })
    text.parentElement?.append(element)
    return element
  }

  function drag(end: PassageEnd, before: CodingRow): void {
    let stretch: Span = before
    // Handles must not hide the text from the search for what is under the pointer.
    text.parentElement?.classList.add('is-resizing')
    const stopFollowing = followDrag({
      scroller,
      onMove: (x, y) => {
        const offset = geometry.nearestOffset(x, y)
        if (offset === null) return
        const next = withEnd(content, before, end, offset)
        if (next.start === stretch.start && next.end === stretch.end) return
        stretch = next
        parts.onPreview({ ...before, ...next })
      },
      onEnd: (isDone) => {
        stopDrag?.()
        parts.onDone(before, isDone ? stretch : null)
      },
    })
    stopDrag = () => {
      stopDrag = null
      text.parentElement?.classList.remove('is-resizing')
      stopFollowing()
    }
  }

  return {
    show(coding, near) {
      shown = coding
      if (coding === null) {
        handles.start.hidden = true
        handles.end.hidden = true
        return
      }
      const origin = text.getBoundingClientRect()
      for (const end of ['start', 'end'] as const) {
        const handle = handles[end]
        const isNear = coding[end] >= near.start && coding[end] <= near.end
        handle.hidden = !isNear
        if (!isNear) continue
        const { left, top, height } = geometry.edgeOf(coding, end)
        handle.style.left = `${left - origin.left + text.offsetLeft}px`
        handle.style.top = `${top - origin.top + text.offsetTop}px`
        handle.style.height = `${height}px`
      }
    },
    dispose() {
      stopDrag?.()
      handles.start.remove()
      handles.end.remove()
    },
  }
}
