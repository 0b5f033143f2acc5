import type { z } from 'zod'
import type { agreementSpansSchema } from '../../../shared/contract/agreement.ts'
import { spanF1 } from '../../../shared/agreement/span-f1.ts'
import type { SpanMatching } from '../../../shared/agreement/span-matching.ts'
import type { CodeScheme } from './code-scheme.ts'
import { figureOf } from './estimates.ts'
import { matchedPairs } from './pairs.ts'
import type { CodedPassage, RatedDocument } from './read-coding.ts'

type SpanAgreement = z.output<typeof agreementSpansSchema>

/** Passages of the coders matched one to one, per code and together; each passage under the one row it stands for. */
export function spanAgreement(documents: readonly RatedDocument[], scheme: CodeScheme, overlap: number): SpanAgreement {
  const all: SpanMatching<CodedPassage>[] = []
  const byCode = new Map<
    number,
    { pairs: SpanMatching['pairs'][number][]; onlyFirst: Passage[]; onlySecond: Passage[] }
  >(scheme.rowIds.map((codeId) => [codeId, { pairs: [], onlyFirst: [], onlySecond: [] }]))
  for (const matching of matchedPairs(documents, scheme, overlap)) {
    all.push(matching)
    for (const pair of matching.pairs) byCode.get(pair.first.value)?.pairs.push(pair)
    for (const passage of matching.onlyFirst) byCode.get(passage.value)?.onlyFirst.push(passage)
    for (const passage of matching.onlySecond) byCode.get(passage.value)?.onlySecond.push(passage)
  }
  return {
    rows: scheme.rows.map((row) => ({ ...row, ...matches([byCode.get(row.codeId) ?? NONE]) })),
    total: matches(all),
  }
}

type Passage = SpanMatching['onlyFirst'][number]

const NONE: SpanMatching = { pairs: [], onlyFirst: [], onlySecond: [] }

function matches(matchings: readonly SpanMatching[]): SpanAgreement['total'] {
  const { f1, precision, recall, ...counts } = spanF1(matchings)
  return { ...counts, f1: figureOf(f1), precision: figureOf(precision), recall: figureOf(recall) }
}
