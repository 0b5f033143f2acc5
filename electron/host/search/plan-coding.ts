import type { CodeHits } from '../../../shared/contract/search.ts'
import { codableSpan } from '../../../shared/text/codable-span.ts'
import { utf16 } from '../../../shared/text/offsets.ts'
import { paragraphAround } from '../../../shared/text/paragraphs.ts'
import { sentenceAt } from '../../../shared/text/sentences.ts'
import { clip, span, type Span } from '../../../shared/text/span.ts'
import { needCodable } from '../apply-code.ts'
import { overlappingRuns } from '../coding-merge.ts'
import type { JobContext } from '../context.ts'
import { fail } from '../errors.ts'
import { turnAt } from '../handlers/segment.ts'
import type { DocumentFacts } from '../index/document-facts.ts'
import type { Study } from '../study.ts'
import type { FoundInDocument } from './tasks.ts'

export interface PlannedDocument {
  readonly documentId: number
  /** In order; none overlaps another. */
  readonly passages: readonly Span[]
}

/** Milliseconds of work after which others have their turn. */
const SLICE = 12

/**
 * The passages that coding the hits means: hits in one sentence or turn are one passage. Works in slices, so that coding
 * goes on meanwhile. Throws `search_gone` where a text is not the one that was searched, and what `needCodable` throws.
 */
export async function planCoding(
  context: JobContext,
  input: CodeHits,
): Promise<{ hits: number; plan: PlannedDocument[] }> {
  const study = context.study()
  const search = study.reading.found(input.searchId)
  needCodable(study.db, input.codeId)
  const chosen = input.hits === 'all' ? null : [...new Set(input.hits)].toSorted((a, b) => a - b)
  const plan: PlannedDocument[] = []
  let sliceFrom = performance.now()
  let hits = 0
  let next = 0
  for (const found of search.documents.slice()) {
    const first = search.inDocument(found.documentId)?.first ?? 0
    const end = first + found.offsets.length / 2
    const numbers: number[] = []
    if (chosen === null) for (let number = first; number < end; number++) numbers.push(number)
    else for (; next < chosen.length && chosen[next]! < end; next++) numbers.push(chosen[next]!)
    if (numbers.length === 0) continue
    hits += numbers.length
    const document = searchedDocument(study, found)
    const unitOf = unitsOf(study, document, input.unit)
    const passages: Span[] = []
    for (const number of numbers) {
      const at = (number - first) * 2
      const passage = unitOf(span(found.offsets[at]!, found.offsets[at + 1]!))
      if (passage !== null) passages.push(passage)
      if (performance.now() - sliceFrom > SLICE) {
        await new Promise((resolve) => setImmediate(resolve))
        context.signal.throwIfAborted()
        sliceFrom = performance.now()
      }
    }
    passages.sort((a, b) => a.start - b.start || b.end - a.end)
    plan.push({
      documentId: document.id,
      passages: overlappingRuns(passages).map((run) =>
        span(run[0]!.start, Math.max(...run.map(({ end: last }) => last))),
      ),
    })
    context.progress(plan.length, search.documents.length)
  }
  return { hits, plan }
}

/** The document as it was searched. Throws `search_gone` where it has been deleted or corrected since. */
export function searchedDocument(study: Study, { documentId, revisionId }: FoundInDocument): DocumentFacts {
  const document = study.index.documents.get(documentId)
  return document?.revisionId === revisionId ? document : fail('search_gone')
}

function unitsOf(study: Study, document: DocumentFacts, unit: CodeHits['unit']): (hit: Span) => Span | null {
  const text = study.index.texts.of(document.id)
  const { turns } = study.index.speechOf(document)
  /** What one speaker says around a place; in a text without turns the paragraph. */
  const speechAround = (hit: Span): Span => {
    const turn = turnAt(turns, hit.start)
    if (turn === undefined || turn.start > hit.start) return paragraphAround(text, hit.start)
    return span(Math.min(turn.speechStart, hit.start), Math.max(turn.end, hit.end))
  }
  const wide = (hit: Span): Span => {
    if (unit === 'hit') return hit
    const speech = speechAround(hit)
    if (unit === 'turn') return speech
    const first = sentenceAt(text, hit.start, document.language) ?? hit
    const last = sentenceAt(text, utf16(hit.end - 1), document.language) ?? hit
    const sentences = span(Math.min(first.start, hit.start), Math.max(last.end, hit.end))
    return clip(sentences, speech) ?? hit
  }
  return (hit) => codableSpan(text, wide(hit))
}
