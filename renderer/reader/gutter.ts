import { followDrag } from './follow-drag.ts'

/** A stretch marked in the left gutter: an episode (drawn or suggested), or a turn that is coded in another version. */
export interface GutterItem {
  readonly key: string
  readonly kind: 'episode' | 'suggested' | 'elsewhere'
  /** Pixels below the top of the text. */
  readonly top: number
  readonly bottom: number
  /** Episodes that touch lie side by side. */
  readonly lane: number
  /** Shown along the bracket. */
  readonly words: string
  readonly description: string
  /** Whether its ends can be dragged. */
  readonly isOwn?: boolean
  /** Shows by its line how far it says something: a solid line is a cell of the grid. */
  readonly look?: 'solid' | 'double' | 'dashed' | 'dotted'
}

export type MarkerEnd = 'start' | 'end'

export interface GutterEvents {
  chosen(key: string): void
  /** The pointer rests on an item, or it has the focus; null: no longer. */
  pointed(key: string | null): void
  /** An end is dragged to this height (viewport pixels). */
  dragged(key: string, end: MarkerEnd, y: number): void
  /** The drag is over; false: given up. */
  dropped(isDone: boolean): void
}

export interface Gutter {
  show(items: readonly GutterItem[]): void
  /** Where an item is on the screen, for what is opened beside it. */
  rectOf(key: string): DOMRect | null
  dispose(): void
}

const LANE_WIDTH = 18
/** Milliseconds that the pointer rests before what the item says is shown. */
const REST = 250

/** The left gutter: one button per item, in the tab order. */
export function createGutter(element: HTMLElement, scroller: HTMLElement, events: GutterEvents): Gutter {
  const buttons = new Map<string, HTMLButtonElement>()
  let stopDrag: (() => void) | null = null
  let resting: ReturnType<typeof setTimeout> | undefined
  let told: string | null = null
  /** A drag ends in a click, which is none. */
  let hasDragged = false

  function keyAt(target: EventTarget | null): string | null {
    if (!(target instanceof Element)) return null
    return target.closest<HTMLElement>('[data-key]')?.dataset['key'] ?? null
  }

  function onClick(event: MouseEvent): void {
    const key = keyAt(event.target)
    if (key !== null && !hasDragged) events.chosen(key)
    hasDragged = false
  }

  function onPointerDown(event: PointerEvent): void {
    hasDragged = false
    const end = event.target instanceof HTMLElement ? event.target.dataset['end'] : undefined
    const key = keyAt(event.target)
    if (event.button !== 0 || key === null || (end !== 'start' && end !== 'end')) return
    event.preventDefault()
    point(null)
    stopDrag = followDrag({
      scroller,
      onMove: (_x, y) => {
        hasDragged = true
        events.dragged(key, end, y)
      },
      onEnd: (isDone) => {
        stopDrag = null
        events.dropped(isDone && hasDragged)
      },
    })
  }

  function point(key: string | null): void {
    clearTimeout(resting)
    if (key === told) return
    told = key
    events.pointed(key)
  }
  function onOver(event: PointerEvent): void {
    const key = keyAt(event.target)
    clearTimeout(resting)
    if (stopDrag !== null || key === told) return
    resting = setTimeout(() => {
      point(key)
    }, REST)
  }
  function onLeave(): void {
    point(null)
  }
  function onFocus(event: FocusEvent): void {
    if (event.target instanceof Element && event.target.matches(':focus-visible')) point(keyAt(event.target))
  }

  element.addEventListener('click', onClick)
  element.addEventListener('pointerdown', onPointerDown)
  element.addEventListener('pointerover', onOver)
  element.addEventListener('pointerleave', onLeave)
  element.addEventListener('focusin', onFocus)
  element.addEventListener('focusout', onLeave)

  function grip(end: MarkerEnd): HTMLElement {
    const handle = document.createElement('i')
    handle.className = 'reader-gutter-grip'
    handle.dataset['end'] = end
    return handle
  }

  return {
    show(items) {
      const gone = new Set(buttons.keys())
      for (const item of items) {
        gone.delete(item.key)
        let button = buttons.get(item.key)
        if (button === undefined) {
          button = document.createElement('button')
          button.type = 'button'
          button.dataset['key'] = item.key
          button.append(document.createElement('span'))
          if (item.isOwn === true) button.append(grip('start'), grip('end'))
          buttons.set(item.key, button)
          element.append(button)
        }
        button.className = `reader-gutter-item is-${item.kind}`
        button.style.top = `${item.top}px`
        button.style.height = `${item.bottom - item.top}px`
        button.style.insetInlineEnd = item.kind === 'elsewhere' ? '' : `${item.lane * LANE_WIDTH}px`
        button.dataset['look'] = item.look ?? 'solid'
        button.setAttribute('aria-label', item.description)
        if (button.firstElementChild !== null) button.firstElementChild.textContent = item.words
      }
      for (const key of gone) {
        if (key === told) point(null)
        buttons.get(key)?.remove()
        buttons.delete(key)
      }
    },
    rectOf: (key) => buttons.get(key)?.getBoundingClientRect() ?? null,
    dispose() {
      stopDrag?.()
      clearTimeout(resting)
      element.removeEventListener('click', onClick)
      element.removeEventListener('pointerdown', onPointerDown)
      element.removeEventListener('pointerover', onOver)
      element.removeEventListener('pointerleave', onLeave)
      element.removeEventListener('focusin', onFocus)
      element.removeEventListener('focusout', onLeave)
      element.replaceChildren()
    },
  }
}
