import { describe, expect, it } from 'vitest'
import type { Keystroke } from '../../../renderer/app/keys.ts'
import { readerKey } from '../../../renderer/reader/reader-keys.ts'

function press(key: string, changes: Partial<Keystroke> = {}): Keystroke {
  return { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...changes }
}

describe('keys in the text', () => {
  it('take letters and digits by their place, whatever the layout types there', () => {
    expect(readerKey(press('й', { code: 'KeyQ' }), 'linux')).toEqual({ kind: 'plain', key: 'q' })
    expect(readerKey(press('&', { code: 'Digit1' }), 'linux')).toEqual({ kind: 'plain', key: '1' })
    expect(readerKey(press('7', { code: 'Numpad7' }), 'linux')).toEqual({ kind: 'plain', key: '7' })
  })

  it('leave everything with a modifier to the page and the browser', () => {
    expect(readerKey(press('c', { code: 'KeyC', ctrlKey: true }), 'linux')).toBeNull()
    expect(readerKey(press('k', { code: 'KeyK', metaKey: true }), 'mac')).toBeNull()
    expect(readerKey(press('e', { code: 'KeyE', altKey: true }), 'linux')).toBeNull()
    expect(readerKey(press('M', { code: 'KeyM', shiftKey: true }), 'linux')).toBeNull()
    expect(readerKey(press('PageDown', { ctrlKey: true }), 'linux')).toBeNull()
    expect(readerKey(press('Tab'), 'linux')).toBeNull()
    expect(readerKey(press('F6'), 'linux')).toBeNull()
  })

  it('move by character, word, line and document, and extend with Shift', () => {
    expect(readerKey(press('ArrowLeft', { shiftKey: true }), 'linux')).toEqual({
      kind: 'side',
      step: 'character',
      side: 'left',
      extend: true,
    })
    expect(readerKey(press('ArrowRight', { ctrlKey: true }), 'linux')).toMatchObject({ step: 'word', side: 'right' })
    expect(readerKey(press('ArrowRight', { altKey: true }), 'mac')).toMatchObject({ step: 'word', side: 'right' })
    expect(readerKey(press('ArrowLeft', { metaKey: true }), 'mac')).toMatchObject({ step: 'lineboundary' })
    expect(readerKey(press('ArrowDown'), 'windows')).toMatchObject({ kind: 'line', direction: 'forward' })
    expect(readerKey(press('ArrowUp', { metaKey: true }), 'mac')).toMatchObject({ step: 'document' })
    expect(readerKey(press('End', { ctrlKey: true }), 'linux')).toMatchObject({
      step: 'document',
      direction: 'forward',
    })
    expect(readerKey(press('Home'), 'linux')).toMatchObject({ unit: 'lineboundary', direction: 'backward' })
    expect(readerKey(press('a', { code: 'KeyA', metaKey: true }), 'mac')).toEqual({ kind: 'all' })
  })

  it('turn the screen over, go to the ends of a line by sight, and let go', () => {
    expect(readerKey(press('PageDown', { shiftKey: true }), 'linux')).toEqual({
      kind: 'page',
      direction: 'forward',
      extend: true,
    })
    expect(readerKey(press('ArrowLeft', { metaKey: true }), 'mac')).toMatchObject({ kind: 'side', side: 'left' })
    expect(readerKey(press('Escape'), 'linux')).toEqual({ kind: 'escape' })
  })

  it('leave to the commands what the user can set', () => {
    for (const key of ['Enter', '/', ' ', 'Delete', 'Backspace', ';', '.', ',', '?', '[', 'F2']) {
      expect(readerKey(press(key), 'linux'), key).toBeNull()
    }
    expect(readerKey(press('ArrowDown', { altKey: true }), 'linux')).toBeNull()
    expect(readerKey(press('ArrowDown', { ctrlKey: true }), 'linux')).toBeNull()
  })
})
