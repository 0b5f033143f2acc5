import { useCallback, useSyncExternalStore } from 'react'
import { visibleRange } from './visible-range.ts'
import type { Track, VisibleRange } from './visible-range.ts'

/** Which items of a scrolling box are on the screen now. Renders again only when that changes, not with every pixel. */
export function useVisibleRange(box: HTMLElement | null, axis: 'x' | 'y', track: Track): VisibleRange {
  const subscribe = useCallback(
    (onChange: () => void) => {
      if (!box) return () => undefined
      const observer = new ResizeObserver(onChange)
      observer.observe(box)
      box.addEventListener('scroll', onChange, { passive: true })
      return () => {
        observer.disconnect()
        box.removeEventListener('scroll', onChange)
      }
    },
    [box],
  )
  // A snapshot has to be equal to itself: two numbers in one.
  const packed = useSyncExternalStore(subscribe, () => {
    if (!box) return 0
    const isAcross = axis === 'x'
    const offset = isAcross ? box.scrollLeft : box.scrollTop
    const { first, last } = visibleRange(track, offset, isAcross ? box.clientWidth : box.clientHeight)
    return first * PACK + last
  })
  return { first: Math.floor(packed / PACK), last: packed % PACK }
}

const PACK = 2 ** 26
