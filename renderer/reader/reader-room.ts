import type { Span } from '../../shared/text/span.ts'
import { utf16 } from '../../shared/text/offsets.ts'
import { paragraphAt } from '../../shared/text/paragraphs.ts'
import type { BuiltText } from './build-text.ts'

/**
 * Room in the text for something else: an element that stands where paragraphs stood and is as high as it likes. It lies
 * over the text, not in it, so that what is typed there is no business of the reader.
 */
export interface ReaderRoom {
  /** Takes the place of the paragraphs that these words lie in. */
  cover(stretch: Span): void
  close(): void
}

export interface Rooms {
  open(element: HTMLElement, stretch: Span): ReaderRoom
  /** The text has been laid out anew. */
  place(): void
  dispose(): void
}

/** Pixels between it and the edge of what is in sight. */
const MARGIN = 8

export function createRooms(scroller: HTMLElement, text: HTMLElement, dom: BuiltText): Rooms {
  let current: { readonly room: ReaderRoom; place(): void } | null = null

  function open(element: HTMLElement, stretch: Span): ReaderRoom {
    current?.room.close()
    element.className = 'reader-room'
    let covered: HTMLElement[] = []
    const sizing = new ResizeObserver(() => {
      reserve()
      bringIntoSight()
    })

    function reserve(): void {
      const [first] = covered
      if (first !== undefined) first.style.height = `${element.offsetHeight}px`
      place()
    }

    function place(): void {
      const [first] = covered
      const sheet = text.parentElement
      if (first === undefined || sheet === null) return
      const own = text.getBoundingClientRect()
      const around = sheet.getBoundingClientRect()
      element.style.top = `${first.getBoundingClientRect().top - around.top}px`
      element.style.left = `${own.left - around.left}px`
      element.style.width = `${own.width}px`
    }

    /** As much of it as there is room for, its beginning first. */
    function bringIntoSight(): void {
      const view = scroller.getBoundingClientRect()
      const { top, bottom } = element.getBoundingClientRect()
      const hidden = bottom + MARGIN - view.bottom
      if (hidden > 0) scroller.scrollTop += Math.min(hidden, Math.max(0, top - MARGIN - view.top))
    }

    function uncover(): void {
      for (const paragraph of covered) {
        paragraph.classList.remove('is-covered')
        paragraph.style.removeProperty('height')
        paragraph.style.removeProperty('display')
      }
      covered = []
    }

    const room: ReaderRoom = {
      cover({ start, end }) {
        uncover()
        const first = paragraphAt(dom.starts, utf16(start))
        covered = dom.paragraphs.slice(first, paragraphAt(dom.starts, utf16(end)) + 1)
        covered.forEach((paragraph, index) => {
          paragraph.classList.add('is-covered')
          if (index > 0) paragraph.style.display = 'none'
        })
        reserve()
      },
      close() {
        sizing.disconnect()
        uncover()
        element.remove()
        text.parentElement?.classList.remove('has-room')
        if (current?.room === room) current = null
      },
    }
    current = { room, place }
    text.parentElement?.append(element)
    text.parentElement?.classList.add('has-room')
    room.cover(stretch)
    sizing.observe(element)
    return room
  }

  return {
    open,
    place() {
      current?.place()
    },
    dispose() {
      current?.room.close()
    },
  }
}
