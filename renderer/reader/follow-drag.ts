/** Pixels from the top or bottom of the pane within which a drag scrolls it, and how far in each frame. */
const EDGE = 36
const SCROLLED = 14

export interface DragParts {
  readonly scroller: HTMLElement
  /** The pointer is there now, or the text has been scrolled under it. Viewport pixels, once a frame. */
  readonly onMove: (x: number, y: number) => void
  /** The drag is over; false: it was given up with Escape or taken away. */
  readonly onEnd: (isDone: boolean) => void
}

/** Follows a drag that has begun with a press, scrolling where the pointer comes near an edge. Returns what ends it. */
export function followDrag({ scroller, onMove, onEnd }: DragParts): () => void {
  let pointer: { x: number; y: number } | null = null
  let frame = 0

  function follow(): void {
    frame = 0
    if (pointer === null) return
    const view = scroller.getBoundingClientRect()
    const isAbove = pointer.y < view.top + EDGE
    const isNearEdge = isAbove || pointer.y > view.bottom - EDGE
    if (isNearEdge) scroller.scrollTop += isAbove ? -SCROLLED : SCROLLED
    onMove(pointer.x, pointer.y)
    if (isNearEdge) frame = requestAnimationFrame(follow)
  }
  function moved(event: PointerEvent): void {
    pointer = { x: event.clientX, y: event.clientY }
    if (frame === 0) frame = requestAnimationFrame(follow)
  }
  function released(): void {
    if (frame !== 0) {
      cancelAnimationFrame(frame)
      follow()
    }
    end(true)
  }
  function pressed(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    end(false)
  }
  function cancelled(): void {
    end(false)
  }
  function end(isDone: boolean): void {
    stop()
    onEnd(isDone)
  }
  function stop(): void {
    cancelAnimationFrame(frame)
    window.removeEventListener('pointermove', moved)
    window.removeEventListener('pointerup', released)
    window.removeEventListener('pointercancel', cancelled)
    window.removeEventListener('keydown', pressed, { capture: true })
  }
  window.addEventListener('pointermove', moved)
  window.addEventListener('pointerup', released)
  window.addEventListener('pointercancel', cancelled)
  window.addEventListener('keydown', pressed, { capture: true })
  return stop
}
