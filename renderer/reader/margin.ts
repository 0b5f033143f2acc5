import { placeLabels, unnamedBelow } from './place-labels.ts'

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
  /** Drawn behind the label, where there is room for one thing alone: another coder's initials. */
  readonly note: string
  /** For screen readers: code, coder, words. */
  readonly description: string
  /** Marks of its attributes, one short sign each; empty for a plain one. */
  readonly signs: string
  /** Of another coder than the one who reads: drawn hollow. */
  readonly isForeign: boolean
  readonly polarity: string
  readonly isChosen: boolean
}

export interface MarginListener {
  chosen(id: number): void
  removed(id: number): void
  /** The pointer or the focus is on a stripe, or has left it (null). */
  pointed(id: number | null, at: DOMRect | null): void
  /** Asked what can be done with it: the secondary button, the menu key, Shift+F10. */
  menu(id: number, at: DOMRect): void
  left(): void
}

export interface Margin {
  /** Shows these stripes and no others; `visibleTop` is where the viewport begins, for names of passages begun above. */
  show(stripes: readonly Stripe[], visibleTop: number): void
  dispose(): void
}

/** Pixels per lane, and how many there are: lanes further out share the last place. */
const LANES = { width: 7, count: 14 }
const LANES_IN_NARROW_MARGIN = { width: 4, count: 8 }
/** Pixels; reader.css names the same width. */
const NARROW = 120
const LABEL_HEIGHT = 17
/** Pixels that a name may slide below a passage of one line. */
const LABEL_DRIFT = 36

/**
 * The margin: one button per coding, a bar in its lane with its name beside the lanes. One of them is in the tab order;
 * the arrow keys go on to the others, Enter chooses the passage, Delete takes the code off, Escape goes back to the text.
 */
export function createMargin(element: HTMLElement, listener: MarginListener): Margin {
  const buttons = new Map<number, StripeButton>()
  let order: number[] = []
  let current: number | null = null

  function idOf(target: EventTarget | null): number | null {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-coding]') : null
    return button === null ? null : Number(button.dataset['coding'])
  }

  function setCurrent(id: number | null): void {
    if (current !== null) buttons.get(current)?.button.setAttribute('tabindex', '-1')
    current = id
    if (id !== null) buttons.get(id)?.button.setAttribute('tabindex', '0')
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
    buttons.get(id)?.button.focus()
  }

  function onFocus(event: FocusEvent): void {
    const id = idOf(event.target)
    if (id === null) return
    setCurrent(id)
    listener.pointed(id, buttons.get(id)?.button.getBoundingClientRect() ?? null)
  }

  function onPointer(event: PointerEvent): void {
    const id = idOf(event.target)
    listener.pointed(id, id === null ? null : (buttons.get(id)?.button.getBoundingClientRect() ?? null))
  }

  function onLeave(): void {
    listener.pointed(null, null)
  }

  function onContextMenu(event: MouseEvent): void {
    const id = idOf(event.target)
    const box = id === null ? undefined : buttons.get(id)?.button.getBoundingClientRect()
    if (id === null || box === undefined) return
    event.preventDefault()
    // By keyboard the event names no place on the stripe.
    listener.menu(id, event.button === 2 ? new DOMRect(event.clientX, event.clientY, 0, 0) : box)
  }

  element.addEventListener('click', onClick)
  element.addEventListener('contextmenu', onContextMenu)
  element.addEventListener('keydown', onKeyDown)
  element.addEventListener('focusin', onFocus)
  element.addEventListener('focusout', onLeave)
  element.addEventListener('pointerover', onPointer)
  element.addEventListener('pointerleave', onLeave)

  return {
    show(stripes, visibleTop) {
      const { width, count } = element.clientWidth <= NARROW ? LANES_IN_NARROW_MARGIN : LANES
      const leftOf = (lane: number): number => Math.min(lane, count - 1) * width
      const lanes = Math.max(0, ...stripes.map(({ lane }) => leftOf(lane) + width))
      const labels = placeLabels(
        stripes.map(({ id, top, bottom }) => ({ id, top: Math.max(top, Math.min(visibleTop, bottom)), bottom })),
        LABEL_HEIGHT,
        LABEL_DRIFT,
      )
      const unnamed = unnamedBelow(labels)
      const shown = new Set(stripes.map(({ id }) => id))
      // Buttons of passages that are gone serve those that have come: making one costs more than moving it.
      const free: StripeButton[] = []
      for (const [id, stripe] of buttons) {
        if (shown.has(id)) continue
        buttons.delete(id)
        if (stripe.button === document.activeElement) listener.left()
        free.push(stripe)
      }
      for (const stripe of stripes) {
        let button = buttons.get(stripe.id)
        if (button === undefined) {
          button = free.pop() ?? stripeButton(element)
          button.button.dataset['coding'] = String(stripe.id)
          buttons.set(stripe.id, button)
        }
        draw(button, stripe, leftOf(stripe.lane), lanes, labels.get(stripe.id) ?? null, unnamed.get(stripe.id) ?? 0)
      }
      for (const { button } of free) button.remove()
      order = stripes.toSorted((a, b) => a.top - b.top || a.lane - b.lane).map(({ id }) => id)
      if (current === null || !buttons.has(current)) setCurrent(order[0] ?? null)
    },
    dispose() {
      element.removeEventListener('click', onClick)
      element.removeEventListener('contextmenu', onContextMenu)
      element.removeEventListener('keydown', onKeyDown)
      element.removeEventListener('focusin', onFocus)
      element.removeEventListener('focusout', onLeave)
      element.removeEventListener('pointerover', onPointer)
      element.removeEventListener('pointerleave', onLeave)
      element.replaceChildren()
    },
  }
}

/** A button and what was drawn on it last: what stays as it was is not touched again. */
interface StripeButton {
  readonly button: HTMLButtonElement
  readonly name: HTMLElement
  place: string
  look: string
}

function stripeButton(parent: HTMLElement): StripeButton {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'reader-stripe'
  button.setAttribute('tabindex', '-1')
  const name = document.createElement('span')
  name.className = 'reader-stripe-name'
  button.append(name)
  parent.append(button)
  return { button, name, place: '', look: '' }
}

function draw(
  drawn: StripeButton,
  stripe: Stripe,
  left: number,
  lanesWidth: number,
  labelTop: number | null,
  unnamed: number,
): void {
  const { button, name } = drawn
  const place = `${stripe.top} ${stripe.bottom} ${left} ${lanesWidth} ${labelTop ?? ''}`
  if (drawn.place !== place) {
    drawn.place = place
    button.style.top = `${stripe.top}px`
    button.style.left = `${left}px`
    button.style.height = `${Math.max(4, stripe.bottom - stripe.top)}px`
    name.hidden = labelTop === null
    name.style.top = `${(labelTop ?? stripe.top) - stripe.top}px`
    name.style.left = `${lanesWidth - left + 4}px`
    name.style.maxWidth = `calc(100cqi - ${lanesWidth + 4}px)`
  }
  const { colour, label, note, signs, description, polarity, isForeign, isChosen } = stripe
  const look = [colour, label, stripe.name, note, signs, description, polarity, isForeign, isChosen, unnamed].join('\n')
  if (drawn.look === look) return
  drawn.look = look
  button.style.setProperty('--code', colour)
  button.dataset['polarity'] = polarity
  button.classList.toggle('is-foreign', isForeign)
  button.setAttribute('aria-label', description)
  button.setAttribute('aria-pressed', String(isChosen))
  const part = (tag: 'b' | 'span', words: string): (HTMLElement | string)[] => {
    if (words === '') return []
    const element = document.createElement(tag)
    element.textContent = words
    // The space is not drawn; it keeps apart what is read.
    return [element, ' ']
  }
  /** What is only drawn: the description says it in words. */
  const sign = (tag: 'i' | 'small', signs: string): HTMLElement[] => {
    if (signs === '') return []
    const element = document.createElement(tag)
    element.dataset['signs'] = signs
    return [element]
  }
  name.replaceChildren(
    ...part('b', label),
    ...sign('i', [note, signs].filter((part) => part !== '').join(' ')),
    ...part('span', label === stripe.name ? '' : stripe.name),
    ...sign('small', unnamed === 0 ? '' : `+${unnamed}`),
  )
}
