import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanMemo } from '../../../shared/memo/clean-memo.ts'
import { mapMemoReferences } from '../../../shared/memo/map-references.ts'
import {
  isAllowedUrl,
  MAX_LIST_DEPTH,
  MAX_MEMO,
  memoBodySchema,
  parseMemoBody,
} from '../../../shared/memo/memo-body.ts'
import { memoBody, memoParagraph, memoReference, memoText, plainMemoBody } from '../../../shared/memo/memo-nodes.ts'
import { isBlankMemo, plainOfMemo } from '../../../shared/memo/plain-memo.ts'
import { arbitraryMemo } from './arbitrary-memo.ts'

describe('what a memo may hold', () => {
  test('every memo made of known nodes is accepted, and reads back as it was', () => {
    fc.assert(
      fc.property(arbitraryMemo, (body) => {
        expect(parseMemoBody(JSON.stringify(body))).toEqual(body)
      }),
    )
  })

  test('cleaning a memo that is in order changes nothing', () => {
    fc.assert(
      fc.property(arbitraryMemo, (body) => {
        expect(cleanMemo(body)).toEqual(body)
      }),
    )
  })

  test('whatever is cleaned, passes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (raw) => {
        expect(memoBodySchema.safeParse(cleanMemo({ root: raw })).success).toBe(true)
        expect(memoBodySchema.safeParse(cleanMemo({ root: { children: raw } })).success).toBe(true)
      }),
    )
  })

  test.each([
    ['a node of another program', { type: 'image', version: 1, src: 'https://example.org/x.png' }],
    ['a field nobody knows', { ...memoParagraph(), onclick: 'alert(1)' }],
    ['a style', memoParagraph([{ ...memoText('x'), style: 'background:url(https://example.org)' as '' }])],
    ['a format that memos do not have', memoParagraph([memoText('x', 16)])],
    ['half a character', memoParagraph([memoText('\ud800')])],
    ['a NUL', memoParagraph([memoText('a\0b')])],
    ['a mention of nothing', memoParagraph([memoReference('code', 0, 'x')])],
  ])('%s is refused, on write and on read', (_what, block) => {
    const body = { root: { ...memoBody([]).root, children: [block] } }
    expect(memoBodySchema.safeParse(body).success).toBe(false)
    expect(parseMemoBody(JSON.stringify(body))).toBeNull()
    expect(memoBodySchema.safeParse(cleanMemo(body)).success).toBe(true)
  })

  test('a body that is no JSON, or is no memo, is none: nothing is thrown', () => {
    for (const stored of [
      '',
      '{',
      'null',
      '[]',
      '"x"',
      '{"root":1}',
      '['.repeat(100_000),
      `{"root":${'['.repeat(5000)}${']'.repeat(5000)}}`,
    ])
      expect(parseMemoBody(stored)).toBeNull()
  })

  test('nesting without end is refused and cleaned without running out of stack', () => {
    let item: unknown = memoText('deep')
    for (let depth = 0; depth < 5000; depth++)
      item = { type: 'list', listType: 'bullet', children: [{ type: 'listitem', children: [item] }] }
    const raw = { root: { children: [item] } }
    expect(memoBodySchema.safeParse(raw).success).toBe(false)
    expect(memoBodySchema.safeParse(cleanMemo(raw)).success).toBe(true)
  })

  test('lists that are too deep are drawn up and keep their words', () => {
    let list: unknown = {
      type: 'list',
      listType: 'bullet',
      children: [{ type: 'listitem', children: [memoText('innermost')] }],
    }
    for (let depth = 0; depth < MAX_LIST_DEPTH + 3; depth++)
      list = {
        type: 'list',
        listType: 'number',
        children: [
          { type: 'listitem', children: [memoText(`level ${depth}`)] },
          { type: 'listitem', children: [list] },
        ],
      }
    const body = cleanMemo({ root: { children: [list] } })
    expect(memoBodySchema.safeParse(body).success).toBe(true)
    expect(plainOfMemo(body).split('\n').toSorted()).toEqual(
      ['innermost', ...Array.from({ length: MAX_LIST_DEPTH + 3 }, (_, depth) => `level ${depth}`)].toSorted(),
    )
  })

  test('a memo longer than allowed is refused', () => {
    expect(memoBodySchema.safeParse(plainMemoBody('x'.repeat(MAX_MEMO))).success).toBe(false)
    expect(memoBodySchema.safeParse(plainMemoBody('x'.repeat(MAX_MEMO - 1000))).success).toBe(true)
  })
})

describe('where links may lead', () => {
  test.each(['https://example.org', 'https://例子.中国/路?a=1#b', 'HTTPS://EXAMPLE.ORG', 'mailto:a@example.org'])(
    '%s',
    (url) => {
      expect(isAllowedUrl(url)).toBe(true)
    },
  )

  test.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'http://example.org',
    '//example.org',
    '/local',
    'https://',
    'https:///x',
    'https:example.org',
    'https://exa mple.org',
    'https://example.org/"onclick="x',
    `https://example.org/${'x'.repeat(3000)}`,
    'blob:https://example.org/1',
    'tianye://open',
  ])('not to %s', (url) => {
    expect(isAllowedUrl(url)).toBe(false)
  })
})

describe('plain words', () => {
  test('of plain words are the same words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (raw) => {
        const plain = raw.replace(/\r/g, '').replaceAll('\0', '').toWellFormed()
        expect(plainOfMemo(plainMemoBody(plain))).toBe(plain)
      }),
    )
  })

  test('hold every word of the memo', () => {
    fc.assert(
      fc.property(arbitraryMemo, (body) => {
        const plain = plainOfMemo(body)
        const seen = JSON.stringify(body).matchAll(/"(?:text|quote)":("(?:[^"\\]|\\.)*")/g)
        for (const [, text] of seen) expect(plain).toContain(JSON.parse(text ?? '""') as string)
      }),
    )
  })

  test('a memo of white space and empty lines is blank, one with a passage or a mention is not', () => {
    expect(isBlankMemo(memoBody([]))).toBe(true)
    expect(isBlankMemo(plainMemoBody(' \n\n　'))).toBe(true)
    expect(isBlankMemo(memoBody([memoParagraph([memoReference('code', 1, 'M.R')])]))).toBe(false)
  })
})

describe('ids inside', () => {
  test('are passed through the map, everywhere, and nothing else changes', () => {
    fc.assert(
      fc.property(arbitraryMemo, (body) => {
        const later = mapMemoReferences(body, {
          reference: (reference) => ({ ...reference, id: reference.id + 7 }),
          passage: (passage) => ({ ...passage, documentId: passage.documentId + 7 }),
        })
        const back = mapMemoReferences(later, {
          reference: (reference) => ({ ...reference, id: reference.id - 7 }),
          passage: (passage) => ({ ...passage, documentId: passage.documentId - 7 }),
        })
        expect(back).toEqual(body)
        const ids = (of: unknown) =>
          [...JSON.stringify(of).matchAll(/"(?:id|documentId)":(\d+)/g)].map(([, n]) => Number(n))
        expect(ids(later)).toEqual(ids(body).map((number) => number + 7))
      }),
    )
  })

  test('what is not known any more leaves its words', () => {
    fc.assert(
      fc.property(arbitraryMemo, (body) => {
        const without = mapMemoReferences(body, { reference: () => null, passage: () => null })
        expect(memoBodySchema.safeParse(without).success).toBe(true)
        expect(JSON.stringify(without)).not.toMatch(/"(?:reference|passage)"/)
      }),
    )
  })
})
