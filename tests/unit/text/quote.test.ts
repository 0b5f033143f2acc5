import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contextOf, findQuote, quoteFinder, quoteHash, quoteOf } from '../../../shared/text/quote.ts'
import { span } from '../../../shared/text/span.ts'
import { unicodeText } from './unicode.ts'

const textWithSpan = unicodeText().chain((text) =>
  fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([a, b]) => ({ text, picked: span(Math.min(a, b), Math.max(a, b)) })),
)

describe('quoteHash', () => {
  test.each([
    ['', 'cbf29ce484222325'],
    ['a', 'af63dc4c8601ec8c'],
    ['foobar', '85944171f73967e8'],
  ])('gives the published FNV-1a value of "%s"', (quote, hash) => {
    expect(quoteHash(quote)).toBe(hash)
  })

  test('is FNV-1a over the UTF-8 bytes', () => {
    fc.assert(
      fc.property(fc.oneof(unicodeText(), fc.string({ unit: 'binary' })), (quote) => {
        let hash = 0xcbf29ce484222325n
        for (const byte of new TextEncoder().encode(quote)) {
          hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
        }
        expect(quoteHash(quote)).toBe(hash.toString(16).padStart(16, '0'))
      }),
    )
  })
})

describe('contextOf', () => {
  test('is what stands beside the span, never half a character', () => {
    fc.assert(
      fc.property(unicodeText(), fc.nat(40), (text, n) => {
        const characters = [...text]
        const start = characters.slice(0, characters.length >> 1).join('').length
        const { prefix, suffix } = contextOf(text, span(start, start), n)
        expect(text.slice(0, start).endsWith(prefix)).toBe(true)
        expect(text.slice(start).startsWith(suffix)).toBe(true)
        expect(prefix.isWellFormed() && suffix.isWellFormed()).toBe(true)
        expect(prefix.length).toBeGreaterThanOrEqual(Math.min(n, start) - 1)
        expect(prefix.length).toBeLessThanOrEqual(n)
      }),
    )
  })

  test('takes 32 units unless told otherwise', () => {
    expect(contextOf('x'.repeat(100), span(50, 51))).toEqual({ prefix: 'x'.repeat(32), suffix: 'x'.repeat(32) })
  })
})

describe('findQuote', () => {
  test('finds every quotation again, at its own place first when its context is known', () => {
    fc.assert(
      fc.property(textWithSpan, ({ text, picked }) => {
        const quote = quoteOf(text, picked)
        fc.pre(quote.trim() !== '')
        const whole = { prefix: text.slice(0, picked.start), suffix: text.slice(picked.end) }
        expect(findQuote(text, quote, { near: picked.start })[0]).toEqual({ ...picked, exact: true })
        expect(findQuote(text, quote, { ...whole, near: picked.start })[0]).toEqual({ ...picked, exact: true })
      }),
    )
  })

  test('context outweighs nearness, nearness outweighs order', () => {
    const text = '干部说没签。老李说没签。我说没签。'
    expect(findQuote(text, '没签').map(({ start }) => start)).toEqual([3, 9, 14])
    expect(findQuote(text, '没签', { near: 13 })[0]?.start).toBe(14)
    expect(findQuote(text, '没签', { near: 14, prefix: '老李说' })[0]?.start).toBe(9)
    expect(findQuote(text, '没签', { suffix: '。老李' })[0]?.start).toBe(3)
  })

  test('reads over line breaks, white space, width and the shape of quotation marks', () => {
    const text = 'A：我们 几户\n没签，（凑了）𠮷 3 000 块。 He said “no way”,\n  twice.'
    const found = (quote: string): string[] => findQuote(text, quote).map((match) => quoteOf(text, match))
    expect(found('我们几户没签,(凑了)𠮷')).toEqual(['我们 几户\n没签，（凑了）𠮷'])
    expect(found('He said "no way", twice.')).toEqual(['He said “no way”,\n  twice.'])
    expect(found('Ｈｅ　ｓａｉｄ')).toEqual(['He said'])
    expect(findQuote(text, 'He said "no')[0]?.exact).toBe(false)
  })

  test('white space between words of a spaced script still counts', () => {
    expect(findQuote('we went to get her', 'together')).toEqual([])
  })

  test('finds nothing for what is not there, nor for a blank quotation', () => {
    expect(findQuote('没签', '签了')).toEqual([])
    expect(findQuote('a b', ' ')).toEqual([])
    expect(findQuote('a b', '\u200b')).toEqual([])
  })

  test('ten thousand quotations of one text are found without folding it each time', () => {
    const text = Array.from({ length: 2000 }, (_, index) => `第${index}户：我们 没签，凑了车去县里。\n`).join('')
    const find = quoteFinder(text)
    const started = performance.now()
    for (let index = 0; index < 2000; index++) expect(find(`第${index}户:我们没签`)).toHaveLength(1)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
