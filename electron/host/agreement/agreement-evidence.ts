import type { AgreementCell, AgreementEvidenceRequest } from '../../../shared/contract/agreement.ts'
import type { AgreementSettings } from '../../../shared/contract/agreement-settings.ts'
import type { Bounds } from '../../../shared/agreement/types.ts'
import { forEachPiece, touchedUnits } from '../../../shared/agreement/units.ts'
import { firstIndex } from '../../../shared/text/offsets.ts'
import type { QueryContext } from '../context.ts'
import { fail } from '../errors.ts'
import { groupsOf } from './breakdown.ts'
import { codeScheme } from './code-scheme.ts'
import { matchedPairs } from './pairs.ts'
import { readCoding, type CodedPassage, type RatedDocument } from './read-coding.ts'
import { select } from './selection.ts'
import { minimumShareOf } from './table.ts'

/** A stretch of a transcript, with who of the coders applied the code there. Stretches are in order and disjoint. */
interface Applied extends Bounds {
  readonly coders: ReadonlySet<number>
}

/**
 * The codings behind a count of a code, in reading order: those that touch units (or characters) which the count
 * counts. Throws `code_gone` for a code that is not a row of the analysis, and what `computeAgreement` throws.
 */
export function agreementEvidence(
  context: QueryContext,
  { settings, codeId, cell, group }: AgreementEvidenceRequest,
): { codingIds: number[] } {
  const scheme = codeScheme(context.db, settings)
  if (!scheme.rowIds.includes(codeId)) fail('code_gone')
  const documents =
    group === null
      ? readCoding(context, settings, select(context, settings, settings.unit === 'continuum')).documents
      : (groupsOf(context, settings, group.by).find(({ key }) => key === group.key)?.documents ?? [])
  if (settings.unit === 'spans' && cell !== 'applied') {
    const codingIds = documents.flatMap((document) => matchedIn(document, scheme, settings, codeId, cell))
    return { codingIds: [...new Set(codingIds)] }
  }
  return {
    codingIds: documents.flatMap((document) => {
      const passages = document.passages.map(
        (own) => own?.filter(({ value }) => scheme.rowsOf(value).includes(codeId)) ?? null,
      )
      if (cell === 'applied') return inOrder(passages.flatMap((own) => own ?? []))
      const stretches = appliedStretches(document, passages, settings)
      const found = passages.flatMap((own, coder) => {
        const counted = stretches.filter(({ coders }) => isIn(cell, coder, coders, passages))
        return (own ?? []).filter((passage) => meets(passage, counted))
      })
      return inOrder(found)
    }),
  }
}

/** Whether a coder's applying the code in a stretch is among what the cell counts, over the pairs that they are in. */
function isIn(
  cell: Exclude<AgreementCell, 'applied'>,
  coder: number,
  applied: ReadonlySet<number>,
  passages: readonly (readonly CodedPassage[] | null)[],
): boolean {
  if (!applied.has(coder)) return false
  return passages.some((own, other) => {
    if (own === null || other === coder) return false
    switch (cell) {
      case 'both':
        return applied.has(other)
      case 'onlyFirst':
        return coder < other && !applied.has(other)
      case 'onlySecond':
        return coder > other && !applied.has(other)
    }
  })
}

function appliedStretches(
  { units, length }: RatedDocument,
  passages: readonly (readonly CodedPassage[] | null)[],
  settings: AgreementSettings,
): Applied[] {
  if (settings.unit === 'character') return marked(passages, units)
  // The continuum is one unit: the text that counts, put together.
  if (settings.unit === 'continuum') return marked(passages, [{ start: 0, end: length }])
  const byUnit = new Map<number, Set<number>>()
  passages.forEach((own, coder) => {
    for (const unit of touchedUnits(own ?? [], units, minimumShareOf(settings)))
      byUnit.set(unit, (byUnit.get(unit) ?? new Set()).add(coder))
  })
  return [...byUnit]
    .sort(([one], [other]) => one - other)
    .map(([unit, coders]) => ({ start: units[unit]!.start, end: units[unit]!.end, coders }))
}

/** The text under the passages, cut wherever somebody's marking begins or ends. */
function marked(passages: readonly (readonly CodedPassage[] | null)[], units: readonly Bounds[]): Applied[] {
  const edges: { readonly at: number; readonly coder: number; readonly begins: boolean }[] = []
  passages.forEach((own, coder) => {
    forEachPiece(own ?? [], units, (_, start, end) => {
      edges.push({ at: start, coder, begins: true }, { at: end, coder, begins: false })
    })
  })
  // Where one unit ends and the next begins, what ends comes first.
  edges.sort((one, other) => one.at - other.at || Number(one.begins) - Number(other.begins))
  const stretches: Applied[] = []
  const now = new Set<number>()
  let before = 0
  for (const { at, coder, begins } of edges) {
    if (now.size > 0 && at > before) stretches.push({ start: before, end: at, coders: new Set(now) })
    if (begins) now.add(coder)
    else now.delete(coder)
    before = at
  }
  return stretches
}

function meets({ start, end }: Bounds, stretches: readonly Bounds[]): boolean {
  const next = stretches[firstIndex(stretches.length, (index) => stretches[index]!.end > start)]
  return next !== undefined && next.start < end
}

/** Passages of the pairs, or of those without a counterpart, in one transcript. */
function matchedIn(
  document: RatedDocument,
  scheme: ReturnType<typeof codeScheme>,
  { overlap }: AgreementSettings,
  codeId: number,
  cell: Exclude<AgreementCell, 'applied'>,
): number[] {
  const found: CodedPassage[] = []
  for (const { pairs, onlyFirst, onlySecond } of matchedPairs([document], scheme, overlap)) {
    const passages = {
      both: () => pairs.flatMap(({ first, second }) => [first, second]),
      onlyFirst: () => onlyFirst,
      onlySecond: () => onlySecond,
    }[cell]()
    found.push(...passages.filter(({ value }) => value === codeId).flatMap(({ parts }) => parts))
  }
  return inOrder(found)
}

function inOrder(passages: readonly CodedPassage[]): number[] {
  return passages.toSorted((one, other) => one.start - other.start || one.end - other.end).map((own) => own.codingId)
}
