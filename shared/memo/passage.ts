import type { Span } from '../text/span.ts'
import { contextOf, findQuote } from '../text/quote.ts'
import type { MemoPassage } from './memo-body.ts'

/** What is needed of a transcript to quote from it. */
export interface QuotedDocument {
  readonly id: number
  readonly revisionId: number
  readonly text: string
  readonly name: string
  readonly village: string | null
  readonly turns: readonly { readonly ref: string; readonly start: number; readonly end: number }[]
}

/** A quotation of a stretch of a transcript (UTF-16 code units, half-open), with its citation. */
export function quotePassage(document: QuotedDocument, { start, end }: Span): MemoPassage {
  const turn = document.turns.find((candidate) => candidate.start <= start && start < candidate.end)
  const { prefix, suffix } = contextOf(document.text, { start, end })
  return {
    type: 'passage',
    version: 1,
    documentId: document.id,
    revisionId: document.revisionId,
    start,
    end,
    quote: document.text.slice(start, end),
    prefix,
    suffix,
    citation: [document.name, turn?.ref, document.village].filter(Boolean).join(' · '),
  }
}

/**
 * Where a quoted passage stands in the transcript as it is now: where it was, if the words are still there; else where
 * they (or, but for white space, width and quotation marks, the same) are, nearest to what stood around them. Null where
 * the words are gone.
 */
export function locatePassage(
  text: string,
  { start, end, quote, prefix, suffix }: Pick<MemoPassage, 'start' | 'end' | 'quote' | 'prefix' | 'suffix'>,
): { readonly start: number; readonly end: number } | null {
  if (
    text.slice(start, end) === quote &&
    text.slice(0, start).endsWith(prefix) &&
    text.slice(end, end + suffix.length) === suffix
  )
    return { start, end }
  const [best] = findQuote(text, quote, { near: start, prefix, suffix })
  return best === undefined ? null : { start: best.start, end: best.end }
}
