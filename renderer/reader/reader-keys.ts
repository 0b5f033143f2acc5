import type { Shell } from '../../shared/contract/bridge.ts'
import type { Keystroke } from '../app/keys.ts'
import type { CaretDirection, CaretStep } from './caret-moves.ts'

/** How the caret moves. With `extend` the selection goes along. */
export type CaretMove =
  | { readonly kind: 'step'; readonly step: CaretStep; readonly direction: CaretDirection; readonly extend: boolean }
  /** Left and right by sight, so that the arrows do what they show in right-to-left text as well. */
  | {
      readonly kind: 'side'
      readonly step: 'character' | 'word' | 'lineboundary'
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
  /** By what is on the screen at once. */
  | { readonly kind: 'page'; readonly direction: CaretDirection; readonly extend: boolean }
  | { readonly kind: 'all' }

/** What a key means while the text has the focus, beside the commands (renderer/app/commands.ts), whose keys can be set. */
export type ReaderKey =
  | CaretMove
  | { readonly kind: 'escape' }
  /** A letter or digit: perhaps the key of a code. `a`, `7`. */
  | { readonly kind: 'plain'; readonly key: string }

/**
 * Reads a key press; null where it is not the reader's business (then the commands or the browser have it). The keys that
 * move the caret are those of every text field and cannot be set; see key-refusal.ts, which keeps them free.
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
      if (mod && alt) return null
      if (mac && mod) return { kind: 'side', step: 'lineboundary', side, extend }
      return { kind: 'side', step: mod || alt ? 'word' : 'character', side, extend }
    }
    case 'ArrowUp':
    case 'ArrowDown': {
      const direction = event.key === 'ArrowUp' ? 'backward' : 'forward'
      if (alt || (mod && !mac)) return null
      return mod
        ? { kind: 'step', step: 'document', direction, extend }
        : { kind: 'line', unit: 'line', direction, extend }
    }
    case 'Home':
    case 'End': {
      if (alt) return null
      const direction = event.key === 'Home' ? 'backward' : 'forward'
      return mod
        ? { kind: 'step', step: 'document', direction, extend }
        : { kind: 'line', unit: 'lineboundary', direction, extend }
    }
    case 'PageUp':
    case 'PageDown':
      if (alt || mod) return null
      return { kind: 'page', direction: event.key === 'PageUp' ? 'backward' : 'forward', extend }
  }
  if (mod) return event.code === 'KeyA' && !alt && !extend ? { kind: 'all' } : null
  if (alt) return null
  if (event.key === 'Escape') return { kind: 'escape' }
  const plain = /^(?:Key([A-Z])|(?:Digit|Numpad)([0-9]))$/.exec(event.code)
  if (plain === null || extend) return null
  return { kind: 'plain', key: (plain[1] ?? plain[2] ?? '').toLowerCase() }
}
