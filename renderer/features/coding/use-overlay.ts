import { useCallback, useRef, useState } from 'react'
import type { CodingRow } from '../../../shared/contract/coding.ts'
import type { Attribute } from './coding-attributes.ts'
import type { CodedElsewhere } from './use-elsewhere-markers.ts'

/** A panel in which something is done to codings that are there. */
export type PassageOverlayKind =
  | {
      readonly kind: 'attribute'
      readonly at: DOMRect
      readonly attribute: Attribute
      /** One's own codings there, and those of them that are meant. */
      readonly candidates: readonly CodingRow[]
      readonly meant: readonly CodingRow[]
    }
  | {
      readonly kind: 'recode'
      readonly at: DOMRect
      readonly how: 'recode' | 'duplicate'
      readonly codings: readonly CodingRow[]
    }
  | { readonly kind: 'menu'; readonly at: DOMRect; readonly coding: CodingRow }

/** The one panel that may stand beside the text. */
export type Overlay =
  | {
      readonly kind: 'box'
      readonly at: DOMRect
      /** `sweep`: the codes chosen stay active. */
      readonly purpose: 'apply' | 'sweep'
      /** Offered while nothing is typed; absent: all codes. */
      readonly only?: readonly number[]
    }
  | { readonly kind: 'card'; readonly at: DOMRect; readonly codings: readonly CodingRow[]; readonly isFocused: boolean }
  | { readonly kind: 'episode'; readonly at: DOMRect; readonly id: number }
  | {
      readonly kind: 'elsewhere'
      readonly at: DOMRect
      readonly turnRef: string
      readonly codes: readonly CodedElsewhere[]
    }
  | PassageOverlayKind

export interface OverlayControl {
  readonly overlay: Overlay | null
  open(overlay: Overlay): void
  close(): void
  /** The pointer rests on coded text (or has left it: null). The card waits for a moment so that one can reach it. */
  hover(codings: readonly CodingRow[] | null, at: DOMRect | null): void
  /** The pointer is over the card itself. */
  hold(isOver: boolean): void
}

/** Whether a panel goes when the pointer leaves what it tells about. */
export function isPassing(overlay: Overlay): boolean {
  return overlay.kind === 'elsewhere' || (overlay.kind === 'card' && !overlay.isFocused)
}

/** Milliseconds to get from the text to the card. */
const GRACE = 250

export function useOverlay(): OverlayControl {
  const [overlay, setOverlay] = useState<Overlay | null>(null)
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isHeld = useRef(false)

  const leave = useCallback(() => {
    clearTimeout(leaving.current)
    leaving.current = setTimeout(() => {
      setOverlay((now) => (now !== null && isPassing(now) && !isHeld.current ? null : now))
    }, GRACE)
  }, [])

  return {
    overlay,
    open: useCallback((next) => {
      clearTimeout(leaving.current)
      setOverlay(next)
    }, []),
    close: useCallback(() => {
      isHeld.current = false
      setOverlay(null)
    }, []),
    hover: useCallback(
      (codings, at) => {
        if (codings === null || at === null) {
          leave()
          return
        }
        clearTimeout(leaving.current)
        setOverlay((now) => (now !== null && !isPassing(now) ? now : { kind: 'card', codings, at, isFocused: false }))
      },
      [leave],
    ),
    hold: useCallback(
      (isOver) => {
        isHeld.current = isOver
        if (!isOver) leave()
      },
      [leave],
    ),
  }
}
