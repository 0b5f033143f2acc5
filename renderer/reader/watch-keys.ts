import type { Shell } from '../../shared/contract/bridge.ts'
import type { ReaderKey } from './reader-keys.ts'
import { readerKey } from './reader-keys.ts'

/** Hands the reader's keys to `take` while the text has the focus, none that an input method composes with. */
export function watchKeys(text: HTMLElement, os: Shell['os'], take: (key: ReaderKey) => boolean): () => void {
  function onKeyDown(event: KeyboardEvent): void {
    // 229: the key belongs to an input method, whatever it is called.
    if (event.isComposing || event.keyCode === 229) return
    const key = readerKey(event, os)
    if (key === null) return
    const isMove = key.kind === 'step' || key.kind === 'side' || key.kind === 'line'
    if (event.repeat && !isMove) {
      event.preventDefault()
      return
    }
    if (take(key)) event.preventDefault()
  }
  text.addEventListener('keydown', onKeyDown)
  return () => {
    text.removeEventListener('keydown', onKeyDown)
  }
}
