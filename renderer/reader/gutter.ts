/** A stretch marked in the left gutter: an episode, or a turn that is coded in another language version. */
export interface GutterItem {
  readonly key: string
  readonly kind: 'episode' | 'elsewhere'
  /** Pixels below the top of the text. */
  readonly top: number
  readonly bottom: number
  /** Episodes that touch lie side by side. */
  readonly lane: number
  /** Shown along the bracket. */
  readonly words: string
  readonly description: string
}

export interface Gutter {
  show(items: readonly GutterItem[]): void
  /** Where an item is on the screen, for what is opened beside it. */
  rectOf(key: string): DOMRect | null
  dispose(): void
}

const LANE_WIDTH = 18

/** The left gutter: one button per item, in the tab order. */
export function createGutter(element: HTMLElement, chosen: (key: string) => void): Gutter {
  const buttons = new Map<string, HTMLButtonElement>()

  function onClick(event: MouseEvent): void {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-key]') : null
    const key = button?.dataset['key']
    if (key !== undefined) chosen(key)
  }
  element.addEventListener('click', onClick)

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
          buttons.set(item.key, button)
          element.append(button)
        }
        button.className = `reader-gutter-item is-${item.kind}`
        button.style.top = `${item.top}px`
        button.style.height = `${item.bottom - item.top}px`
        button.style.insetInlineEnd = item.kind === 'episode' ? `${item.lane * LANE_WIDTH}px` : ''
        button.setAttribute('aria-label', item.description)
        if (button.firstElementChild !== null) button.firstElementChild.textContent = item.words
      }
      for (const key of gone) {
        buttons.get(key)?.remove()
        buttons.delete(key)
      }
    },
    rectOf: (key) => buttons.get(key)?.getBoundingClientRect() ?? null,
    dispose() {
      element.removeEventListener('click', onClick)
      element.replaceChildren()
    },
  }
}
