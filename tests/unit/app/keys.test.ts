import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acceleratorOf, areSameKeys, isKeystroke, keysOfPress, shownKeys } from '../../../renderer/app/keys.ts'
import type { Keystroke } from '../../../renderer/app/keys.ts'

function press(key: string, code: string, modifiers: Partial<Keystroke> = {}): Keystroke {
  return { key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers }
}

describe('isKeystroke', () => {
  test('Mod is Ctrl, on a Mac ⌘', () => {
    const ctrlK = press('k', 'KeyK', { ctrlKey: true })
    const commandK = press('k', 'KeyK', { metaKey: true })
    expect(isKeystroke(ctrlK, 'Mod+K', 'linux')).toBe(true)
    expect(isKeystroke(ctrlK, 'Mod+K', 'mac')).toBe(false)
    expect(isKeystroke(commandK, 'Mod+K', 'mac')).toBe(true)
    expect(isKeystroke(commandK, 'Mod+K', 'windows')).toBe(false)
  })

  test('more or fewer modifiers are another shortcut', () => {
    expect(isKeystroke(press('Z', 'KeyZ', { ctrlKey: true, shiftKey: true }), 'Mod+Z', 'linux')).toBe(false)
    expect(isKeystroke(press('Z', 'KeyZ', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+Z', 'linux')).toBe(true)
    expect(isKeystroke(press('F6', 'F6', { shiftKey: true }), 'F6', 'linux')).toBe(false)
  })

  test('a letter is the one that is typed, wherever it lies', () => {
    const dvorakK = press('k', 'KeyV', { ctrlKey: true })
    expect(isKeystroke(dvorakK, 'Mod+K', 'linux')).toBe(true)
    expect(isKeystroke(dvorakK, 'Mod+V', 'linux')).toBe(false)
  })

  test('where the layout types no Latin letters, its place counts', () => {
    expect(isKeystroke(press('л', 'KeyK', { ctrlKey: true }), 'Mod+K', 'linux')).toBe(true)
    expect(isKeystroke(press('¡', 'Digit1', { altKey: true }), 'Alt+1', 'mac')).toBe(true)
  })

  test('a sign is a sign with or without Shift', () => {
    expect(isKeystroke(press('?', 'Slash', { shiftKey: true }), '?', 'linux')).toBe(true)
    expect(isKeystroke(press('?', 'Minus', { shiftKey: true }), '?', 'linux')).toBe(true)
    expect(isKeystroke(press('?', 'Slash', { ctrlKey: true, shiftKey: true }), '?', 'linux')).toBe(false)
  })
})

test('shortcuts are written as the system writes them', () => {
  expect(shownKeys('Mod+Shift+Z', 'mac')).toBe('⇧⌘Z')
  expect(shownKeys('Mod+Shift+Z', 'windows')).toBe('Ctrl+Shift+Z')
  expect(shownKeys('Alt+ArrowUp', 'linux')).toBe('Alt+↑')
  expect(acceleratorOf('Mod+Shift+Z')).toBe('CmdOrCtrl+Shift+Z')
  expect(acceleratorOf('Alt+ArrowUp')).toBe('Alt+Up')
})

describe('signs', () => {
  test('with Shift named are found by their place, and Chinese ones mean ours', () => {
    expect(isKeystroke(press('{', 'BracketLeft', { shiftKey: true }), 'Shift+[', 'linux')).toBe(true)
    expect(isKeystroke(press('{', 'BracketLeft', { shiftKey: true }), '[', 'linux')).toBe(false)
    expect(isKeystroke(press('；', 'Semicolon'), ';', 'windows')).toBe(true)
    expect(isKeystroke(press('。', 'Period'), '.', 'windows')).toBe(true)
    expect(isKeystroke(press('“', 'BracketLeft', { altKey: true }), 'Alt+[', 'mac')).toBe(true)
    expect(isKeystroke(press(' ', 'Space'), 'Space', 'linux')).toBe(true)
    expect(isKeystroke(press('+', 'Equal', { shiftKey: true, ctrlKey: true }), 'Mod++', 'linux')).toBe(true)
  })
})

describe('recording', () => {
  test('names what was pressed, by its place where the layout or ⌥ types something else', () => {
    expect(keysOfPress(press('k', 'KeyK', { ctrlKey: true, shiftKey: true }), 'linux')).toBe('Mod+Shift+K')
    expect(keysOfPress(press('ß', 'KeyS', { altKey: true }), 'mac')).toBe('Alt+S')
    expect(keysOfPress(press('л', 'KeyK', { ctrlKey: true }), 'linux')).toBe('Mod+K')
    expect(keysOfPress(press('>', 'Period', { shiftKey: true }), 'linux')).toBe('>')
    expect(keysOfPress(press(' ', 'Space'), 'linux')).toBe('Space')
    expect(keysOfPress(press('F5', 'F5', { shiftKey: true }), 'linux')).toBe('Shift+F5')
    expect(keysOfPress(press('Control', 'ControlLeft', { ctrlKey: true }), 'linux')).toBeNull()
  })

  test('what was recorded is what works afterwards', () => {
    const keys = fc.constantFrom(
      ...[..."abcxyz0189;',./[]-=?<>{}+"].map((key) => [key, placeOfKey(key)] as const),
      ...['Enter', 'F4', 'Delete', 'ArrowUp', ' '].map((key) => [key, key] as const),
    )
    const modifiers = fc.record({ ctrlKey: fc.boolean(), altKey: fc.boolean(), shiftKey: fc.boolean() })
    fc.assert(
      fc.property(keys, modifiers, fc.constantFrom('linux', 'windows'), ([key, code], held, os) => {
        const event = press(held.shiftKey ? key.toUpperCase() : key, code, held)
        const recorded = keysOfPress(event, os)
        expect(recorded).not.toBeNull()
        expect(isKeystroke(event, recorded ?? '', os)).toBe(true)
        expect(areSameKeys(recorded ?? '', recorded ?? '', os)).toBe(true)
      }),
    )
  })
})

function placeOfKey(key: string): string {
  return /[a-z]/.test(key) ? `Key${key.toUpperCase()}` : /[0-9]/.test(key) ? `Digit${key}` : ''
}
