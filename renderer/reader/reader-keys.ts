import type { Shell } from '../../shared/contract/bridge.ts'
import type { Keystroke } from '../app/keys.ts'
import type { CaretDirection, CaretStep } from './caret-moves.ts'

/** What a key means while the text has the focus. */
export type ReaderKey =
  | { readonly kind: 'step'; readonly step: CaretStep; readonly direction: CaretDirection; readonly extend: boolean }
  /** Left and right by sight, so that the arrows do what they show in right-to-left text as well. */
  | {
      readonly kind: 'side'
      readonly step: 'character' | 'word'
      readonly side: 'left' | 'right'
      readonly extend: boolean
    }
  /** By the lines on the screen. */
  | {
      readonly kind: 'line'
      readonly unit: 'line' | 'lineboundary'
      readonly direction: CaretDirection
      readonly extend: boolean
    }
  | { readonly kind: 'all' | 'box' | 'look' | 'unmark' | 'escape' }
  /** A letter or digit: perhaps the key of a code. `a`, `7`. */
  | { readonly kind: 'plain'; readonly key: string }

/**
 * Reads a key press; null where it is not the reader's business (then the page, the menus or the browser have it).
 *
 * Plain letters and digits are taken by their place (`event.code`), so that they work under any input method; whatever an
 * input method is composing is left to it by the caller.
 */
export function readerKey(event: Keystroke, os: Shell['os']): ReaderKey | null {
  const mac = os === 'mac'
  const { altKey: alt, shiftKey: extend } = event
  const mod = mac ? event.metaKey : event.ctrlKey
  const other = mac ? event.ctrlKey : event.metaKey
  if (other) return null

  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      const side = event.key === 'ArrowLeft' ? 'left' : 'right'
      const direction = side === 'left' ? 'backward' : 'forward'
      if (mac && mod) return alt ? null : { kind: 'line', unit: 'lineboundary', direction, extend }
      return { kind: 'side', step: mod || alt ? 'word' : 'character', side, extend }
    }
    case 'ArrowUp':
    case 'ArrowDown': {
      const direction = event.key === 'ArrowUp' ? 'backward' : 'forward'
      if (alt) return mod ? null : { kind: 'step', step: 'turn', direction, extend }
      if (mod) return { kind: 'step', step: mac ? 'document' : 'sentence', direction, extend }
      return { kind: 'line', unit: 'line', direction, extend }
    }
    case 'Home':
    case 'End': {
      if (alt) return null
      const direction = event.key === 'Home' ? 'backward' : 'forward'
      return mod
        ? { kind: 'step', step: 'document', direction, extend }
        : { kind: 'line', unit: 'lineboundary', direction, extend }
    }
  }
  if (mod) return event.code === 'KeyA' && !alt && !extend ? { kind: 'all' } : null
  if (alt) return null
  switch (event.key) {
    case ',':
    case '<':
    case '，':
    case '《':
      return { kind: 'step', step: 'sentence', direction: 'backward', extend }
    case '.':
    case '>':
    case '。':
    case '》':
      return { kind: 'step', step: 'sentence', direction: 'forward', extend }
    case 'Enter':
    case '/':
      return { kind: 'box' }
    case ' ':
      return extend ? null : { kind: 'look' }
    case 'Backspace':
    case 'Delete':
      return { kind: 'unmark' }
    case 'Escape':
      return { kind: 'escape' }
  }
  const plain = /^(?:Key([A-Z])|(?:Digit|Numpad)([0-9]))$/.exec(event.code)
  if (plain === null || extend) return null
  return { kind: 'plain', key: (plain[1] ?? plain[2] ?? '').toLowerCase() }
}
