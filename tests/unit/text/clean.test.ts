import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText } from '../../../shared/text/clean.ts'
import { rawText, unicodeText } from './unicode.ts'

/** Whether XML 1.0 allows the code point (its production Char), carriage returns apart. */
function isLegal(character: string): boolean {
  const point = Number(character.codePointAt(0))
  return (
    point === 0x9 ||
    point === 0xa ||
    (point >= 0x20 && point <= 0xd7ff) ||
    (point >= 0xe000 && point <= 0xfffd) ||
    point >= 0x10000
  )
}

describe('cleanText', () => {
  test('leaves nothing illegal, keeps every other character in its place, and counts what it did', () => {
    fc.assert(
      fc.property(rawText(), (raw) => {
        const { text, replaced, hadBom, lineEndings } = cleanText(raw)
        expect([...text].every(isLegal)).toBe(true)

        const expected = [...raw.slice(hadBom ? 1 : 0).replaceAll('\r\n', '\n')].map((character) =>
          character === '\r' ? '\n' : isLegal(character) ? character : '\ufffd',
        )
        expect([...text]).toEqual(expected)
        expect(text.length).toBe(raw.length - (hadBom ? 1 : 0) - lineEndings.crlf)
        expect(replaced.nul + replaced.controls + replaced.loneSurrogates).toBe(
          text.split('\ufffd').length - raw.split('\ufffd').length,
        )
        expect(lineEndings.lf + lineEndings.crlf + lineEndings.cr).toBe(text.split('\n').length - 1)
      }),
    )
  })

  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(rawText(), (raw) => {
        const { text } = cleanText(raw)
        fc.pre(!text.startsWith('\ufeff'))
        const again = cleanText(text)
        expect(again.text).toBe(text)
        expect(again.replaced).toEqual({ nul: 0, controls: 0, loneSurrogates: 0 })
      }),
    )
  })

  test('never normalises well-formed text', () => {
    fc.assert(
      fc.property(unicodeText(), (body) => {
        const text = [...body].filter(isLegal).join('')
        fc.pre(!text.startsWith('\ufeff'))
        expect(cleanText(text).text).toBe(text)
      }),
    )
  })

  test('names each kind of damage', () => {
    expect(cleanText('\ufeffa\u0000b\u000bc\ud83dd\uffff\r\ne\rf\ng')).toEqual({
      text: 'a\ufffdb\ufffdc\ufffdd\ufffd\ne\nf\ng',
      replaced: { nul: 1, controls: 2, loneSurrogates: 1 },
      hadBom: true,
      lineEndings: { lf: 1, crlf: 1, cr: 1 },
    })
  })

  test('strips one byte order mark only, and only at the beginning', () => {
    expect(cleanText('\ufeff\ufeffa\ufeff').text).toBe('\ufeffa\ufeff')
  })
})
