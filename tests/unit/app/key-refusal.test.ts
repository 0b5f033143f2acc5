import { describe, expect, test } from 'vitest'
import { IN_THE_TEXT } from '../../../renderer/app/commands.ts'
import type { KeyPlace } from '../../../renderer/app/key-refusal.ts'
import { keyRefusal } from '../../../renderer/app/key-refusal.ts'

const desktop: KeyPlace = { os: 'linux', platform: 'desktop' }
const browser: KeyPlace = { os: 'windows', platform: 'browser' }
const mac: KeyPlace = { os: 'mac', platform: 'desktop' }
const inText = { within: IN_THE_TEXT }

describe('keys that cannot be had', () => {
  test('those that the browser never hands on, though the desktop app does', () => {
    expect(keyRefusal('Mod+W', {}, browser)).toBe('browser')
    expect(keyRefusal('Ctrl+Shift+T', {}, browser)).toBe('browser')
    expect(keyRefusal('Mod+W', {}, desktop)).toBeNull()
  })

  test('those of the system', () => {
    expect(keyRefusal('Alt+F4', {}, browser)).toBe('system')
    expect(keyRefusal('Meta+K', {}, desktop)).toBe('system')
    expect(keyRefusal('Alt+Tab', {}, desktop)).toBe('system')
    expect(keyRefusal('Mod+Q', {}, mac)).toBe('system')
    expect(keyRefusal('Mod+Q', {}, desktop)).toBeNull()
  })

  test('those that move the caret, on each system its own', () => {
    for (const keys of ['ArrowLeft', 'Shift+ArrowUp', 'Mod+ArrowRight', 'Home', 'Mod+Shift+End', 'PageDown', 'Mod+A']) {
      expect(keyRefusal(keys, inText, desktop), keys).toBe('caret')
    }
    expect(keyRefusal('Mod+ArrowUp', inText, mac)).toBe('caret')
    expect(keyRefusal('Mod+ArrowUp', inText, desktop)).toBeNull()
    expect(keyRefusal('Alt+ArrowDown', inText, desktop)).toBeNull()
  })

  test('Tab, Escape, the clipboard’s, and keys that only begin a letter', () => {
    expect(keyRefusal('Tab', inText, desktop)).toBe('focus')
    expect(keyRefusal('Escape', inText, desktop)).toBe('focus')
    expect(keyRefusal('Mod+C', inText, desktop)).toBe('clipboard')
    expect(keyRefusal('Dead', inText, desktop)).toBe('dead')
    expect(keyRefusal('Process', inText, desktop)).toBe('dead')
  })

  test('letters alone, where one types or moves through lists', () => {
    expect(keyRefusal('R', inText, desktop)).toBeNull()
    expect(keyRefusal('R', {}, desktop)).toBe('typing')
    expect(keyRefusal('Shift+R', {}, desktop)).toBe('typing')
    expect(keyRefusal('Enter', {}, desktop)).toBe('typing')
    expect(keyRefusal('?', {}, desktop)).toBeNull()
    expect(keyRefusal('?', { whileTyping: true }, desktop)).toBe('typing')
    expect(keyRefusal('F4', { whileTyping: true }, desktop)).toBeNull()
    expect(keyRefusal('Mod+R', { whileTyping: true }, desktop)).toBeNull()
  })
})
