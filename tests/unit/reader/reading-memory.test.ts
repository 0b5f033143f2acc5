import { describe, expect, test } from 'vitest'
import { utf16 } from '../../../shared/text/offsets.ts'
import { rememberedPlace, rememberPlace } from '../../../renderer/reader/reading-memory.ts'
import type { OpenDocument } from '../../../renderer/reader/reading-state.ts'

function document(id: number, revisionId: number, text: string): OpenDocument {
  return { id, revisionId, text, language: 'zh-CN', turns: [], speakers: [] }
}

const TEXT = '第一段。\n第二段，很长。\n第三段😀。\n第四段。'
const at = (text: string, words: string) => utf16(text.indexOf(words))

describe('one’s place in a transcript', () => {
  const place = {
    selection: { anchor: at(TEXT, '😀'), focus: at(TEXT, '。\n第四') },
    paragraph: 2,
    pixels: 7,
    hasFocus: true,
  }

  test('is kept, without taking the focus from where one is now', () => {
    rememberPlace(document(1, 1, TEXT), place)
    expect(rememberedPlace(document(1, 1, TEXT))).toEqual({ ...place, hasFocus: false })
    expect(rememberedPlace(document(2, 1, TEXT))).toBeNull()
  })

  test('stays on the same words when the text is corrected, and keeps the focus', () => {
    rememberPlace(document(1, 1, TEXT), place)
    const corrected = TEXT.replace('第二段', '第二段\n分成了两段')
    expect(rememberedPlace(document(1, 2, corrected))).toEqual({
      selection: { anchor: at(corrected, '😀'), focus: at(corrected, '。\n第四') },
      paragraph: 3,
      pixels: 7,
      hasFocus: true,
    })
  })

  test('is not carried into another text that has the same id', () => {
    rememberPlace(document(1, 1, TEXT), place)
    expect(rememberedPlace(document(1, 1, 'Another study altogether'))).toBeNull()
  })
})
