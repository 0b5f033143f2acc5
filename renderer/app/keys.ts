import type { Shell } from '../../shared/contract/bridge.ts'

/**
 * Shortcuts are written `Mod+Shift+K`: modifiers `Mod` (⌘ on a Mac, Ctrl elsewhere), `Ctrl`, `Alt`, `Shift`, then one
 * key: a letter, a digit, a sign as it is typed (`?`, `,`), or the name of `KeyboardEvent.key` (`F6`, `Enter`, `Delete`).
 */
export interface Keystroke {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

interface Chord {
  readonly key: string
  readonly mod: boolean
  readonly ctrl: boolean
  readonly alt: boolean
  readonly shift: boolean
}

/** Whether a key press is the shortcut. Letters and digits are found by their place where the layout types others. */
export function isKeystroke(event: Keystroke, keys: string, os: Shell['os']): boolean {
  const chord = parse(keys)
  const wantsCtrl = chord.ctrl || (chord.mod && os !== 'mac')
  const wantsMeta = chord.mod && os === 'mac'
  if (event.ctrlKey !== wantsCtrl || event.metaKey !== wantsMeta || event.altKey !== chord.alt) return false
  const isAlphanumeric = /^[a-z0-9]$/i.test(chord.key)
  // Whether `?` needs Shift is the layout's business.
  const isSign = chord.key.length === 1 && !isAlphanumeric && chord.key !== ' '
  if (!isSign && event.shiftKey !== chord.shift) return false
  if (event.key.toLowerCase() === chord.key.toLowerCase()) return true
  if (!isAlphanumeric) return false
  const typesAnotherLetter = /^[a-z]$/i.test(event.key) && !event.altKey
  return !typesAnotherLetter && event.code === placeOf(chord.key)
}

/** How a shortcut is written for people: `⇧⌘K` on a Mac, `Ctrl+Shift+K` elsewhere. */
export function shownKeys(keys: string, os: Shell['os']): string {
  const chord = parse(keys)
  const key = KEY_SIGNS[chord.key] ?? (chord.key.length === 1 ? chord.key.toUpperCase() : chord.key)
  if (os === 'mac') {
    return `${chord.ctrl ? '⌃' : ''}${chord.alt ? '⌥' : ''}${chord.shift ? '⇧' : ''}${chord.mod ? '⌘' : ''}${key}`
  }
  const modifiers = [chord.mod || chord.ctrl ? 'Ctrl' : '', chord.alt ? 'Alt' : '', chord.shift ? 'Shift' : '']
  return [...modifiers.filter((name) => name !== ''), key].join('+')
}

/** The shortcut in the syntax of Electron's accelerators. */
export function acceleratorOf(keys: string): string {
  return keys.replace('Mod', 'CmdOrCtrl').replace('Arrow', '')
}

const KEY_SIGNS: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↵',
  Escape: 'Esc',
}

function parse(keys: string): Chord {
  const parts = keys.split('+')
  const modifiers = parts.slice(0, -1)
  return {
    key: parts.at(-1) ?? '',
    mod: modifiers.includes('Mod'),
    ctrl: modifiers.includes('Ctrl'),
    alt: modifiers.includes('Alt'),
    shift: modifiers.includes('Shift'),
  }
}

function placeOf(key: string): string {
  return /[0-9]/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`
}
