import { describe, expect, it } from 'vitest'
import { codeIdFrom, passageFrom } from '../../../renderer/reader/drag-types.ts'

describe('what is dropped', () => {
  it('is read back as it was dragged', () => {
    expect(codeIdFrom('7')).toBe(7)
    expect(passageFrom('{"documentId":3,"range":{"start":0,"end":9}}')).toEqual({
      documentId: 3,
      range: { start: 0, end: 9 },
    })
  })

  it('is ignored when it is anything else', () => {
    for (const json of ['', 'null', '-1', '1.5', '"7"', '{', '{"documentId":3}', '[]']) {
      expect(codeIdFrom(json)).toBeNull()
      expect(passageFrom(json)).toBeNull()
    }
  })
})
