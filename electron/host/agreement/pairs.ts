import { matchSpans, type SpanMatching } from '../../../shared/agreement/span-matching.ts'
import type { CodeScheme } from './code-scheme.ts'
import { ownRows, type CodedPassage, type RatedDocument } from './read-coding.ts'

/** The passages of every pair of coders who both worked on a transcript, matched one to one. */
export function* matchedPairs(
  documents: readonly RatedDocument[],
  scheme: CodeScheme,
  overlap: number,
): Generator<SpanMatching<CodedPassage>> {
  for (const { passages } of documents) {
    const own = passages.map((list) => (list === null ? null : ownRows(list, scheme)))
    for (let one = 0; one < own.length; one++) {
      for (let other = one + 1; other < own.length; other++) {
        const first = own[one] ?? null
        const second = own[other] ?? null
        if (first !== null && second !== null) yield matchSpans(first, second, overlap)
      }
    }
  }
}
