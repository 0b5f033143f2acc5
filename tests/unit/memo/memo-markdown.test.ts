import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BOLD, ITALIC, STRIKE, UNDERLINE } from '../../../shared/memo/memo-body.ts'
import { markdownOfMemo } from '../../../shared/memo/memo-markdown.ts'
import {
  memoBody,
  memoHeading,
  memoLink,
  memoList,
  memoListItem,
  memoParagraph,
  memoQuote,
  memoReference,
  memoText,
} from '../../../shared/memo/memo-nodes.ts'

const of = (...inlines: Parameters<typeof memoParagraph>[0][]) =>
  markdownOfMemo(memoBody(inlines.map((children) => memoParagraph(children))))

describe('Markdown', () => {
  test('of every kind of block', () => {
    const body = memoBody([
      memoHeading('h1', [memoText('One')]),
      memoParagraph([
        memoText('See '),
        memoReference('code', 1, 'M.R 回应'),
        memoText(', '),
        memoLink('https://example.org/a_b', [memoText('there')]),
      ]),
      memoQuote([memoText('said'), { type: 'linebreak', version: 1 }, memoText('so')]),
      memoList('number', [
        memoListItem([memoText('a')], 1, 0),
        memoListItem([memoList('bullet', [memoListItem([memoText('b')], 1, 1)])], 2, 0),
        memoListItem([memoText('c')], 3, 0),
      ]),
    ])
    expect(markdownOfMemo(body, 2)).toBe(
      ['### One', 'See M.R 回应, [there](<https://example.org/a_b>)', '> said\\\n> so', '1. a\n   - b\n2. c'].join(
        '\n\n',
      ),
    )
  })

  test('of formats: signs where they are read as such, else tags', () => {
    expect(of([memoText('a '), memoText('b', BOLD), memoText(' c', ITALIC), memoText('no', STRIKE)])).toBe(
      'a **b** *c*~~no~~',
    )
    expect(of([memoText('他说'), memoText('“不”', BOLD), memoText('行')])).toBe('他说<strong>“不”</strong>行')
    expect(of([memoText('x', UNDERLINE | BOLD)])).toBe('<u>**x**</u>')
  })

  test('words are words, whatever signs they hold', () => {
    expect(of([memoText('# a')], [memoText('- b')], [memoText('1. c')], [memoText('*d* [e](f) <g> `h`')])).toBe(
      '\\# a\n\n\\- b\n\n1\\. c\n\n\\*d\\* \\[e\\](f) \\<g\\> \\`h\\`',
    )
  })

  test('no line of plain words begins a block', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        const text = words.replace(/[\n\r\t\0]/g, ' ').toWellFormed()
        expect(of([memoText(text)])).not.toMatch(/^\s{0,3}(?:#{1,6}\s|[-+*]\s|\d{1,9}[.)]\s|>|```|~~~|<)/)
      }),
    )
  })
})
