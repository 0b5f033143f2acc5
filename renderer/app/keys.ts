import type { Shell } from '../../shared/contract/bridge.ts'

/**
 * Shortcuts are written `Mod+Shift+K`: modifiers `Mod` (⌘ on a Mac, Ctrl elsewhere), `Ctrl`, `Alt`, `Shift`, then one
 * key: a letter, a digit, a sign as it is typed (`?`, `,`), or the name of `KeyboardEvent.key` (`F6`, `Enter`, `Delete`;
 * the space bar is `Space`).
 */
export interface Keystroke {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

export interface Chord {
  readonly key: string
  readonly mod: boolean
  readonly ctrl: boolean
  readonly alt: boolean
  readonly shift: boolean
}

/** Whether a key press is the shortcut. Letters and digits are found by their place where the layout types others. */
export function isKeystroke(event: Keystroke, keys: string, os: Shell['os']): boolean {
  const chord = chordOf(keys)
  const wantsCtrl = chord.ctrl || (chord.mod && os !== 'mac')
  const wantsMeta = chord.mod && os === 'mac'
  if (event.ctrlKey !== wantsCtrl || event.metaKey !== wantsMeta || event.altKey !== chord.alt) return false
  if (isSign(chord.key)) return isSignTyped(event, chord)
  if (event.shiftKey !== chord.shift) return false
  if (keyNameOf(event).toLowerCase() === chord.key.toLowerCase()) return true
  if (!isAlphanumeric(chord.key)) return false
  const typesAnotherLetter = /^[a-z]$/i.test(event.key) && !event.altKey
  return !typesAnotherLetter && event.code === placeOf(chord.key)
}

/**
 * Whether `?` needs Shift is the layout's business, so Shift is not looked at unless the shortcut names it: then the
 * place counts, for with Shift the sign becomes another. Likewise where a modifier or the layout has it type another.
 */
function isSignTyped(event: Keystroke, chord: Chord): boolean {
  const isAtPlace = event.code !== '' && event.code === SIGN_PLACES[chord.key]
  if (chord.shift) return event.shiftKey && isAtPlace
  if (keyNameOf(event) === chord.key) return true
  return !event.shiftKey && isAtPlace && !/^[!-~]$/.test(event.key)
}

/** The shortcut that a key press is, for recording it; null while only modifiers are held. */
export function keysOfPress(event: Keystroke, os: Shell['os']): string | null {
  const name = keyNameOf(event)
  if (MODIFIERS.has(name)) return null
  const place = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(event.code)?.[1]
  const sign = Object.keys(SIGN_PLACES).find((key) => SIGN_PLACES[key] === event.code)
  const isTyped = /^[!-~]$/.test(name)
  // ⌥ types signs of its own, and other alphabets other letters: then it is the place that is meant.
  const key = isTyped ? name.toUpperCase() : (place ?? sign ?? name)
  const shift = event.shiftKey && !(isTyped && isSign(key))
  const mac = os === 'mac'
  return [
    (mac ? event.metaKey : event.ctrlKey) ? 'Mod' : '',
    mac && event.ctrlKey ? 'Ctrl' : '',
    !mac && event.metaKey ? 'Meta' : '',
    event.altKey ? 'Alt' : '',
    shift ? 'Shift' : '',
    key,
  ]
    .filter((part) => part !== '')
    .join('+')
}

/** The letter or digit that a shortcut is if it has no modifier, as codes name their keys (`e`); else null. */
export function plainKeyOf(keys: string): string | null {
  return isAlphanumeric(keys) ? keys.toLowerCase() : null
}

/** Whether two shortcuts are the same key press on this system. */
export function areSameKeys(one: string, other: string, os: Shell['os']): boolean {
  return canonical(one, os) === canonical(other, os)
}

function canonical(keys: string, os: Shell['os']): string {
  const { key, mod, ctrl, alt, shift } = chordOf(keys)
  const hasCtrl = ctrl || (mod && os !== 'mac')
  const shifted = shift && isSign(key) ? SHIFTED_SIGNS[key] : undefined
  return [hasCtrl, mod && os === 'mac', alt, shift && shifted === undefined, (shifted ?? key).toLowerCase()].join(' ')
}

/** How a shortcut is written for people: `⇧⌘K` on a Mac, `Ctrl+Shift+K` elsewhere. */
export function shownKeys(keys: string, os: Shell['os']): string {
  const chord = chordOf(keys)
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

/** Takes a shortcut apart. */
export function chordOf(keys: string): Chord {
  const known = chords.get(keys)
  if (known !== undefined) return known
  // The key itself may be a plus.
  const parts = keys.endsWith('+') ? [...keys.slice(0, -1).split('+').slice(0, -1), '+'] : keys.split('+')
  const modifiers = parts.slice(0, -1)
  const chord: Chord = {
    key: parts.at(-1) ?? '',
    mod: modifiers.includes('Mod'),
    ctrl: modifiers.includes('Ctrl'),
    alt: modifiers.includes('Alt'),
    shift: modifiers.includes('Shift'),
  }
  chords.set(keys, chord)
  return chord
}

const chords = new Map<string, Chord>()

const MODIFIERS: ReadonlySet<string> = new Set([
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'NumLock',
  'ScrollLock',
  'Fn',
  'FnLock',
])

const KEY_SIGNS: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↵',
  Escape: 'Esc',
  Delete: 'Del',
  Backspace: '⌫',
}

/** Where signs lie (`KeyboardEvent.code`), and what Shift makes of them, on the keyboard that codes are named after. */
const SIGN_PLACES: Record<string, string> = {
  ';': 'Semicolon',
  "'": 'Quote',
  '[': 'BracketLeft',
  ']': 'BracketRight',
  ',': 'Comma',
  '.': 'Period',
  '/': 'Slash',
  '\\': 'Backslash',
  '-': 'Minus',
  '=': 'Equal',
  '`': 'Backquote',
}
const SHIFTED_SIGNS: Record<string, string> = {
  ';': ':',
  "'": '"',
  '[': '{',
  ']': '}',
  ',': '<',
  '.': '>',
  '/': '?',
  '\\': '|',
  '-': '_',
  '=': '+',
  '`': '~',
}

/** Signs that Chinese keyboards type in place of ours. */
const CHINESE_SIGNS: Record<string, string> = {
  '，': ',',
  '。': '.',
  '；': ';',
  '：': ':',
  '？': '?',
  '！': '!',
  '、': '/',
  '《': '<',
  '》': '>',
  '【': '[',
  '】': ']',
  '「': '{',
  '」': '}',
}

function keyNameOf({ key }: Keystroke): string {
  return key === ' ' ? 'Space' : (CHINESE_SIGNS[key] ?? key)
}

function isAlphanumeric(key: string): boolean {
  return /^[a-z0-9]$/i.test(key)
}

function isSign(key: string): boolean {
  return key.length === 1 && !isAlphanumeric(key)
}

function placeOf(key: string): string {
  return /[0-9]/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`
}
