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
    expect(readerKey(press('PageDown'), 'linux')).toBeNull()
    expect(readerKey(press('Tab'), 'linux')).toBeNull()
    expect(readerKey(press('F6'), 'linux')).toBeNull()
  })

  it('move by character, word, line, turn and document, and extend with Shift', () => {
    expect(readerKey(press('ArrowLeft', { shiftKey: true }), 'linux')).toEqual({
      kind: 'side',
      step: 'character',
      side: 'left',
      extend: true,
    })
    expect(readerKey(press('ArrowRight', { ctrlKey: true }), 'linux')).toMatchObject({ step: 'word', side: 'right' })
    expect(readerKey(press('ArrowRight', { altKey: true }), 'mac')).toMatchObject({ step: 'word', side: 'right' })
    expect(readerKey(press('ArrowLeft', { metaKey: true }), 'mac')).toMatchObject({ unit: 'lineboundary' })
    expect(readerKey(press('ArrowDown'), 'windows')).toMatchObject({ kind: 'line', direction: 'forward' })
    expect(readerKey(press('ArrowUp', { altKey: true }), 'windows')).toMatchObject({ step: 'turn' })
    expect(readerKey(press('ArrowUp', { ctrlKey: true }), 'windows')).toMatchObject({ step: 'sentence' })
    expect(readerKey(press('ArrowUp', { metaKey: true }), 'mac')).toMatchObject({ step: 'document' })
    expect(readerKey(press('End', { ctrlKey: true }), 'linux')).toMatchObject({
      step: 'document',
      direction: 'forward',
    })
    expect(readerKey(press('Home'), 'linux')).toMatchObject({ unit: 'lineboundary', direction: 'backward' })
    expect(readerKey(press('a', { code: 'KeyA', metaKey: true }), 'mac')).toEqual({ kind: 'all' })
  })

  it('go by sentence with the full stop and the comma, Chinese ones too', () => {
    const forward = { kind: 'step', step: 'sentence', direction: 'forward', extend: false }
    expect(readerKey(press('.', { code: 'Period' }), 'linux')).toEqual(forward)
    expect(readerKey(press('。', { code: 'Period' }), 'linux')).toEqual(forward)
    expect(readerKey(press('<', { code: 'Comma', shiftKey: true }), 'linux')).toMatchObject({
      direction: 'backward',
      extend: true,
    })
  })

  it('open the code box, show the codes, unmark, let go', () => {
    const kinds = ['Enter', '/', ' ', 'Delete', 'Backspace', 'Escape'].map(
      (key) => readerKey(press(key), 'linux')?.kind,
    )
    expect(kinds).toEqual(['box', 'box', 'look', 'unmark', 'unmark', 'escape'])
  })
})
