/** Marks an element as a pane that F6 moves between: `<section {...paneProps('reader')} aria-label=…>`. */
export function paneProps(name: string): { readonly 'data-pane': string; readonly tabIndex: -1 } {
  return { 'data-pane': name, tabIndex: -1 }
}

const lastFocused = new WeakMap<Element, HTMLElement>()

/** Moves the focus to the next (1) or previous (-1) pane on the screen: to where it last was there, else to its start. */
export function focusNextPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.offsetParent !== null)
  if (panes.length === 0) return
  const current = panes.findIndex((pane) => pane.contains(document.activeElement))
  const from = panes[current]
  if (from && document.activeElement instanceof HTMLElement) lastFocused.set(from, document.activeElement)
  const next = current < 0 ? (step === 1 ? 0 : panes.length - 1) : (current + step + panes.length) % panes.length
  focusPane(panes[next]!)
}

/** Moves the focus into a pane by its name; says whether it is there. */
export function focusPaneNamed(name: string): boolean {
  const pane = document.querySelector<HTMLElement>(`[data-pane="${name}"]`)
  if (pane) focusPane(pane)
  return pane !== null
}

const FOCUSABLE = 'a[href], button:not([disabled]), input:not([disabled]), textarea, [tabindex="0"]'

function focusPane(pane: HTMLElement): void {
  const remembered = lastFocused.get(pane)
  const target = remembered?.isConnected
    ? remembered
    : (pane.querySelector<HTMLElement>('[data-pane-start]') ?? pane.querySelector<HTMLElement>(FOCUSABLE))
  ;(target ?? pane).focus()
}
