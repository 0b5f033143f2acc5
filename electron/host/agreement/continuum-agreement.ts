import type { AgreementContinuum } from '../../../shared/contract/agreement.ts'
import type { AgreementSettings } from '../../../shared/contract/agreement-settings.ts'
import { codingAlpha } from '../../../shared/agreement/coding-alpha.ts'
import { notEstimable } from '../../../shared/agreement/figure.ts'
import { continuaByCode, exclusivityViolations } from '../../../shared/agreement/partition.ts'
import type { Continuum, ValuedSpan } from '../../../shared/agreement/types.ts'
import { unitizingAlpha } from '../../../shared/agreement/unitizing-alpha.ts'
import type { QueryContext } from '../context.ts'
import type { CodeScheme } from './code-scheme.ts'
import { figureOf } from './estimates.ts'
import { inRows, type CodedPassage, type RatedDocument } from './read-coding.ts'

type Branch = AgreementContinuum['branches'][number]

/** Overlaps that are listed; there may be more. */
const LISTED = 200

/** The unitizing alphas: where, per code; and in branches whose codes exclude each other, what. All coders worked on all. */
export function continuumAgreement(
  context: QueryContext,
  documents: readonly RatedDocument[],
  scheme: CodeScheme,
  settings: AgreementSettings,
): AgreementContinuum {
  const length = documents.reduce((sum, document) => sum + document.length, 0)
  const byCode = continuaByCode(
    documents.map((document) => ({
      length: document.length,
      coders: inRows(document, scheme).coders.map((own) => own ?? []),
    })),
  )
  return {
    length,
    rows: scheme.rows.map((row) => {
      const continua = byCode.get(row.codeId)
      if (continua === undefined) return { ...row, codedOrNot: figureOf(notEstimable('never_applied')), codedLength: 0 }
      const { codedOrNot, codedLength } = unitizingAlpha(continua)
      return { ...row, codedOrNot: figureOf(codedOrNot), codedLength }
    }),
    branches: settings.exclusiveBranches.map((codeId) => branchOf(context, documents, scheme, settings, codeId)),
  }
}

/** The codes directly below one, with all below them: passages of the code itself say nothing of which, and stay out. */
function branchOf(
  { db }: QueryContext,
  documents: readonly RatedDocument[],
  scheme: CodeScheme,
  { coderIds }: AgreementSettings,
  codeId: number,
): Branch {
  const children = new Set(scheme.childrenOf(codeId))
  // Which coding a span was made from, for those that turn out to overlap.
  const origin = new Map<ValuedSpan<number>, CodedPassage>()
  const continua = documents.map(({ length, passages }): Continuum<number> => ({
    length,
    coders: passages.map((own) =>
      (own ?? []).flatMap((passage) => {
        const value = scheme.within(passage.value, children)
        if (value === null) return []
        const span = { start: passage.start, end: passage.end, value }
        origin.set(span, passage)
        return [span]
      }),
    ),
  }))
  const violations = exclusivityViolations(continua)
  const { all, codedOrNot, codedLength } = unitizingAlpha(continua)
  const coding = codingAlpha(continua)
  const alphas = new Map(coding.values.map((value) => [value.value, value]))
  const passage = (span: ValuedSpan<number>) => {
    const codingId = origin.get(span)?.codingId ?? 0
    const [bounds] = db.rows<[number, number, number]>(
      'SELECT start, "end", code_id FROM coding WHERE id = ?',
      codingId,
    )
    const [start = 0, end = 0, coded = 0] = bounds ?? []
    return { codingId, codeId: coded, start, end }
  }
  return {
    codeId,
    all: figureOf(all),
    codedOrNot: figureOf(codedOrNot),
    coding: figureOf(coding.all),
    codedLength,
    values: [...children].map((child) => {
      const own = alphas.get(child)
      const nothing = figureOf(notEstimable(violations.length > 0 ? 'overlapping_values' : 'never_applied'))
      return {
        codeId: child,
        alpha: own === undefined ? nothing : figureOf(own.alpha),
        coverage: own === undefined ? nothing : figureOf(own.coverage),
      }
    }),
    overlaps: violations.slice(0, LISTED).map(({ document, coder, one, other }) => ({
      documentId: documents[document]!.document.id,
      coderId: coderIds[coder]!,
      one: passage(one),
      other: passage(other),
    })),
    overlapCount: violations.length,
  }
}
