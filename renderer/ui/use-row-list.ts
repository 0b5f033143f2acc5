import { useEffect, useState } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { moveInList } from './list-keys.ts'
import { useVisibleRange } from './use-visible-range.ts'
import { offsetToShow, type VisibleRange } from './visible-range.ts'

export interface RowListOptions {
  readonly count: number
  /** Height of a line, CSS px; the stylesheet says the same. */
  readonly size: number
  readonly active: number
  /** Where it is scrolled to when it comes, in CSS px. */
  readonly top: number
  /** The active line is brought into sight also where something else than the list has changed it. */
  readonly follows?: boolean
  readonly onMove: (active: number, top: number) => void
  /** Enter, Space or a click. */
  readonly onOpen: (index: number, top: number) => void
  /** True where the list is to do nothing further with the key. */
  readonly onKey?: (event: KeyboardEvent) => boolean
  /** True where the list is not to open the line that was clicked. */
  readonly onPress?: (index: number, target: Element, top: number) => boolean
}

export interface RowListState extends Pick<RowListOptions, 'count' | 'size' | 'active'> {
  /** The lines to draw, and to ask the host for. */
  readonly range: VisibleRange
  readonly boxProps: {
    readonly ref: (element: HTMLElement | null) => void
    readonly onKeyDown: (event: KeyboardEvent) => void
    readonly onClick: (event: MouseEvent) => void
  }
}

/** A long list of which only what is on the screen is asked for and drawn; drawn by `RowList`. */
export function useRowList({ count, size, active, top, follows = false, ...on }: RowListOptions): RowListState {
  const [box, setBox] = useState<HTMLElement | null>(null)
  const track = { count, size, lead: 0 }
  const range = useVisibleRange(box, 'y', track)
  useEffect(() => {
    if (!follows || box === null) return
    box.scrollTo({ top: offsetToShow({ count, size, lead: 0 }, active, box.scrollTop, box.clientHeight) })
  }, [follows, box, count, size, active])

  function onKeyDown(event: KeyboardEvent): void {
    if (box === null) return
    if (on.onKey?.(event) !== true) {
      if (event.key === 'Enter' || event.key === ' ') on.onOpen(active, box.scrollTop)
      else {
        const next = event.altKey ? null : moveInList(event.key, active, count, Math.floor(box.clientHeight / size))
        if (next === null) return
        const offset = offsetToShow(track, next, box.scrollTop, box.clientHeight)
        box.scrollTo({ top: offset })
        on.onMove(next, offset)
      }
    }
    event.preventDefault()
  }

  function onClick({ target }: MouseEvent): void {
    const line = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
    if (line === null || !(target instanceof Element)) return
    const index = Number(line.dataset['index'])
    const offset = box?.scrollTop ?? 0
    if (on.onPress?.(index, target, offset) !== true) on.onOpen(index, offset)
  }

  return {
    count,
    size,
    active,
    range,
    boxProps: {
      ref(element) {
        if (element !== null && box === null) element.scrollTop = top
        setBox(element)
      },
      onKeyDown,
      onClick,
    },
  }
}
