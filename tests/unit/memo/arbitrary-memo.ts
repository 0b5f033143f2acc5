import fc from 'fast-check'
import {
  FORMATS,
  type MemoBlock,
  type MemoBody,
  type MemoInline,
  type MemoList,
} from '../../../shared/memo/memo-body.ts'
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

/** Memos of every kind of node, in several scripts. */

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map((text) => text.replace(/[\t\n\r\0]/g, ' ').toWellFormed())
const format = fc.integer({ min: 0, max: FORMATS })
const id = fc.integer({ min: 1, max: 1_000_000 })

const text = fc.tuple(words, format).map(([value, bits]) => memoText(value, bits))
const reference = fc
  .tuple(fc.constantFrom('code', 'case', 'document', 'coding', 'episode', 'memo'), id, words)
  .map(([target, number, name]) => memoReference(target as 'code', number, name))
const lineBreak = fc.constant({ type: 'linebreak' as const, version: 1 as const })
const link = fc
  .tuple(
    fc.constantFrom('https://example.org/a?b=1', 'mailto:a@example.org'),
    fc.array(text, { minLength: 1, maxLength: 2 }),
  )
  .map(([url, children]) => memoLink(url, children))

export const arbitraryInlines: fc.Arbitrary<MemoInline[]> = fc.array(fc.oneof(text, reference, lineBreak, link), {
  maxLength: 4,
})

function lists(depth: number): fc.Arbitrary<MemoList> {
  return fc
    .tuple(
      fc.constantFrom('bullet' as const, 'number' as const),
      fc.array(fc.tuple(arbitraryInlines, depth < 3 ? fc.option(lists(depth + 1)) : fc.constant(null)), {
        minLength: 1,
        maxLength: 3,
      }),
    )
    .map(([listType, entries]) => {
      const children = entries.flatMap(([own, below]) => [
        ...(own.length > 0 || below === null ? [own] : []),
        ...(below === null ? [] : [[below]]),
      ])
      return memoList(
        listType,
        children.map((child, index) => memoListItem(child, index + 1, depth)),
      )
    })
}

const passage: fc.Arbitrary<MemoBlock> = fc
  .tuple(id, fc.nat(10_000), words, words, words, words)
  .map(([documentId, start, quote, prefix, suffix, citation]) => ({
    type: 'passage',
    version: 1,
    documentId,
    revisionId: 1,
    start,
    end: start + quote.length,
    quote,
    prefix,
    suffix,
    citation,
  }))

export const arbitraryMemo: fc.Arbitrary<MemoBody> = fc
  .array(
    fc.oneof(
      arbitraryInlines.map((inlines) => memoParagraph(inlines)),
      arbitraryInlines.map((inlines) => memoHeading('h2', inlines)),
      arbitraryInlines.map((inlines) => memoQuote(inlines)),
      lists(0),
      passage,
    ),
    { maxLength: 5 },
  )
  .map((blocks) => memoBody(blocks))
