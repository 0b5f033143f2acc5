import type { Shell } from '../../shared/contract/bridge.ts'
import type { ReaderKey } from './reader-keys.ts'
import { readerKey } from './reader-keys.ts'

export interface KeyParts {
  readonly text: HTMLElement
  readonly os: Shell['os']
  /** Returns whether the key was used; else the commands have it. */
  readonly take: (key: ReaderKey) => boolean
  /** All keys with which a selection may have been extended were let go. */
  readonly released: () => void
}

/** Hands on the reader's keys while the text has the focus, none that an input method composes with. */
export function watchKeys({ text, os, take, released }: KeyParts): () => void {
  function onKeyDown(event: KeyboardEvent): void {
    // 229: the key belongs to an input method, whatever it is called.
    if (event.isComposing || event.keyCode === 229) return
    const key = readerKey(event, os)
    if (key === null) return
    const isMove = key.kind !== 'plain' && key.kind !== 'escape' && key.kind !== 'all'
    if (event.repeat && !isMove) {
      event.preventDefault()
      return
    }
    if (take(key)) event.preventDefault()
  }
  function onKeyUp(event: KeyboardEvent): void {
    if (!event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey) released()
  }
  text.addEventListener('keydown', onKeyDown)
  text.addEventListener('keyup', onKeyUp)
  return () => {
    text.removeEventListener('keydown', onKeyDown)
    text.removeEventListener('keyup', onKeyUp)
  }
}
