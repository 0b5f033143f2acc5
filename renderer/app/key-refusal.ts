import type { Shell } from '../../shared/contract/bridge.ts'
import { readerKey } from '../reader/reader-keys.ts'
import type { Command } from './commands.ts'
import { IN_THE_TEXT } from './commands.ts'
import type { Keystroke } from './keys.ts'
import { areSameKeys, chordOf, plainKeyOf } from './keys.ts'

/**
 * Why a shortcut cannot be had: the system or the browser keeps it; it moves caret or focus everywhere; it is not a key
 * with a meaning of its own (`dead`); it would be typed into text fields, or would come in the way of typing.
 */
export type KeyRefusal = 'system' | 'browser' | 'caret' | 'focus' | 'clipboard' | 'dead' | 'altGraph' | 'typing'

export interface KeyPlace {
  readonly os: Shell['os']
  readonly platform: Shell['platform']
}

const BROWSER_KEYS = [
  'Mod+N',
  'Mod+T',
  'Mod+W',
  'Mod+Shift+N',
  'Mod+Shift+T',
  'Mod+Shift+W',
  'Mod+PageUp',
  'Mod+PageDown',
  'F11',
]
const SYSTEM_KEYS: Record<Shell['os'], readonly string[]> = {
  mac: ['Mod+Q', 'Mod+H', 'Mod+M', 'Mod+Space', 'Mod+Alt+Escape', 'Ctrl+ArrowUp', 'Ctrl+ArrowDown'],
  windows: ['Alt+F4', 'Alt+Space', 'Mod+Escape', 'Mod+Alt+Delete', 'Mod+Shift+Escape'],
  linux: ['Alt+F4', 'Alt+F2', 'Mod+Alt+Delete', 'Mod+Alt+T'],
}
const CLIPBOARD_KEYS = ['Mod+C', 'Mod+X', 'Mod+V', 'Mod+Shift+V']

/** Says why a recorded shortcut cannot be the command's; null where it can. */
export function keyRefusal(
  keys: string,
  command: Pick<Command, 'within' | 'whileTyping'>,
  { os, platform }: KeyPlace,
): KeyRefusal | null {
  const chord = chordOf(keys)
  const isOneOf = (list: readonly string[]): boolean => list.some((other) => areSameKeys(other, keys, os))
  if (/^(?:Dead|Process|Unidentified|Compose|.*Mode|Kana.*|Hangul.*)$/.test(chord.key)) return 'dead'
  if (keys.split('+').includes('Meta') || chord.key === 'PrintScreen' || isOneOf(SYSTEM_KEYS[os])) return 'system'
  if ((chord.alt || chord.mod || chord.ctrl) && chord.key === 'Tab') return 'system'
  if (platform === 'browser' && isOneOf(BROWSER_KEYS)) return 'browser'
  if (chord.key === 'Tab' || chord.key === 'Escape') return 'focus'
  if (isOneOf(CLIPBOARD_KEYS)) return 'clipboard'
  if (movesCaret(keys, os)) return 'caret'
  const isBare = !chord.mod && !chord.ctrl && !chord.alt && (chord.key.length === 1 || EDITING_KEYS.has(chord.key))
  if (isBare && command.whileTyping === true) return 'typing'
  // In lists and trees letters find what begins with them, and Enter and Space open it.
  const isTaken = plainKeyOf(keys.replace('Shift+', '')) !== null || EDITING_KEYS.has(chord.key)
  return isBare && isTaken && command.within !== IN_THE_TEXT ? 'typing' : null
}

const EDITING_KEYS: ReadonlySet<string> = new Set(['Enter', 'Space', 'Backspace', 'Delete'])

function movesCaret(keys: string, os: Shell['os']): boolean {
  const { key, mod, ctrl, alt, shift } = chordOf(keys)
  const press: Keystroke = {
    key,
    code: /^[A-Z]$/i.test(key) ? `Key${key.toUpperCase()}` : '',
    ctrlKey: ctrl || (mod && os !== 'mac'),
    metaKey: mod && os === 'mac',
    altKey: alt,
    shiftKey: shift,
  }
  const meaning = readerKey(press, os)
  return meaning !== null && meaning.kind !== 'plain'
}
