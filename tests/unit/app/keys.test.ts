import { describe, expect, test } from 'vitest'
import { acceleratorOf, isKeystroke, shownKeys } from '../../../renderer/app/keys.ts'
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
