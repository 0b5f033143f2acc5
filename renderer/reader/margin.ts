import { placeLabels } from './place-labels.ts'

/** A coding in the margin. */
export interface Stripe {
  readonly id: number
  readonly lane: number
  /** Pixels below the top of the text. */
  readonly top: number
  readonly bottom: number
  readonly colour: string
  /** `M.R`; empty for codes without one. */
  readonly label: string
  readonly name: string
  /** Shown before the name where it matters: another coder's initials, a sign for a denial. */
  readonly note: string
  /** For screen readers: code, coder, words. */
  readonly description: string
  readonly polarity: string
  readonly isChosen: boolean
}

export interface MarginListener {
  chosen(id: number): void
  removed(id: number): void
  /** The pointer or the focus is on a stripe, or has left it (null). */
  pointed(id: number | null, at: DOMRect | null): void
  left(): void
}

export interface Margin {
  /** Shows these stripes and no others; `visibleTop` is where the viewport begins, for names of passages begun above. */
  show(stripes: readonly Stripe[], visibleTop: number): void
  /** Moves the focus to a stripe that is shown. */
  focus(id: number): void
  dispose(): void
}

const LANE_WIDTH = 7
/** Lanes further out share the last place. */
const LANES_SHOWN = 14
const LABEL_HEIGHT = 17
/** Pixels that a name may slide below a passage of one line. */
const LABEL_DRIFT = 36

/**
 * The margin: one button per coding, a bar in its lane with its name beside the lanes. One of them is in the tab order;
 * the arrow keys go on to the others, Enter chooses the passage, Delete takes the code off, Escape goes back to the text.
 */
export function createMargin(element: HTMLElement, listener: MarginListener): Margin {
  const buttons = new Map<number, HTMLButtonElement>()
  let order: number[] = []
  let current: number | null = null

  function idOf(target: EventTarget | null): number | null {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-coding]') : null
    return button === null ? null : Number(button.dataset['coding'])
  }

  function setCurrent(id: number | null): void {
    if (current !== null) buttons.get(current)?.setAttribute('tabindex', '-1')
    current = id
    if (id !== null) buttons.get(id)?.setAttribute('tabindex', '0')
  }

  function onClick(event: MouseEvent): void {
    const id = idOf(event.target)
    if (id !== null) listener.chosen(id)
  }

  function onKeyDown(event: KeyboardEvent): void {
    const id = idOf(event.target)
    if (id === null || event.ctrlKey || event.metaKey || event.altKey) return
    const at = order.indexOf(id)
    const goal = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: order.length - 1 }[event.key]
    if (goal !== undefined) focusOn(order[Math.max(0, Math.min(order.length - 1, goal))])
    else if (event.key === 'Delete' || event.key === 'Backspace') listener.removed(id)
    else if (event.key === 'Escape') listener.left()
    else return
    event.preventDefault()
  }

  function focusOn(id: number | undefined): void {
    if (id === undefined) return
    setCurrent(id)
    buttons.get(id)?.focus()
  }

  function onFocus(event: FocusEvent): void {
    const id = idOf(event.target)
    if (id === null) return
    setCurrent(id)
    listener.pointed(id, buttons.get(id)?.getBoundingClientRect() ?? null)
  }

  function onPointer(event: PointerEvent): void {
    const id = idOf(event.target)
    listener.pointed(id, id === null ? null : (buttons.get(id)?.getBoundingClientRect() ?? null))
  }

  function onLeave(): void {
    listener.pointed(null, null)
  }

  element.addEventListener('click', onClick)
  element.addEventListener('keydown', onKeyDown)
  element.addEventListener('focusin', onFocus)
  element.addEventListener('focusout', onLeave)
  element.addEventListener('pointerover', onPointer)
  element.addEventListener('pointerleave', onLeave)

  return {
    show(stripes, visibleTop) {
      const lanes = Math.min(LANES_SHOWN, Math.max(0, ...stripes.map((stripe) => stripe.lane + 1)))
      const labels = placeLabels(
        stripes.map(({ id, top, bottom }) => ({ id, top: Math.max(top, Math.min(visibleTop, bottom)), bottom })),
        LABEL_HEIGHT,
        LABEL_DRIFT,
      )
      const gone = new Set(buttons.keys())
      for (const stripe of stripes) {
        gone.delete(stripe.id)
        let button = buttons.get(stripe.id)
        if (button === undefined) {
          button = stripeButton(stripe.id)
          buttons.set(stripe.id, button)
          element.append(button)
        }
        draw(button, stripe, lanes * LANE_WIDTH, labels.get(stripe.id) ?? null)
      }
      for (const id of gone) {
        const button = buttons.get(id)
        const hadFocus = button === document.activeElement
        button?.remove()
        buttons.delete(id)
        if (hadFocus) listener.left()
      }
      order = stripes.toSorted((a, b) => a.top - b.top || a.lane - b.lane).map(({ id }) => id)
      if (current === null || !buttons.has(current)) setCurrent(order[0] ?? null)
    },
    focus(id) {
      focusOn(buttons.has(id) ? id : undefined)
    },
    dispose() {
      element.removeEventListener('click', onClick)
      element.removeEventListener('keydown', onKeyDown)
      element.removeEventListener('focusin', onFocus)
      element.removeEventListener('focusout', onLeave)
      element.removeEventListener('pointerover', onPointer)
      element.removeEventListener('pointerleave', onLeave)
      element.replaceChildren()
    },
  }
}

function stripeButton(id: number): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'reader-stripe'
  button.dataset['coding'] = String(id)
  button.setAttribute('tabindex', '-1')
  const bar = document.createElement('span')
  bar.className = 'reader-stripe-bar'
  const name = document.createElement('span')
  name.className = 'reader-stripe-name'
  button.append(bar, name)
  return button
}

/** Writes only what has changed: a stripe that stays costs nothing. */
function draw(button: HTMLButtonElement, stripe: Stripe, lanesWidth: number, labelTop: number | null): void {
  const left = Math.min(stripe.lane, LANES_SHOWN - 1) * LANE_WIDTH
  const look = [
    `${stripe.top.toFixed(1)} ${stripe.bottom.toFixed(1)} ${left} ${lanesWidth} ${labelTop?.toFixed(1) ?? ''}`,
    stripe.colour,
    stripe.label,
    stripe.name,
    stripe.note,
    stripe.description,
    stripe.polarity,
    stripe.isChosen,
  ].join('\n')
  if (button.dataset['look'] === look) return
  button.dataset['look'] = look
  button.style.top = `${stripe.top}px`
  button.style.left = `${left}px`
  button.style.height = `${Math.max(4, stripe.bottom - stripe.top)}px`
  button.style.setProperty('--code', stripe.colour)
  button.dataset['polarity'] = stripe.polarity
  button.setAttribute('aria-label', stripe.description)
  button.setAttribute('aria-pressed', String(stripe.isChosen))
  const name = button.lastElementChild
  if (!(name instanceof HTMLElement)) return
  name.hidden = labelTop === null
  name.style.top = `${(labelTop ?? stripe.top) - stripe.top}px`
  name.style.left = `${lanesWidth - left + 4}px`
  const label = document.createElement('b')
  label.textContent = stripe.label
  const words = stripe.label === stripe.name ? '' : stripe.name
  name.replaceChildren(
    ...(stripe.note === '' ? [] : [noteOf(stripe.note)]),
    ...(stripe.label === '' ? [] : [label]),
    words,
  )
}

function noteOf(words: string): HTMLElement {
  const note = document.createElement('i')
  note.textContent = words
  return note
}
