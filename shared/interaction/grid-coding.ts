import type { ResolvedFramework } from '../framework/resolve-framework.ts'
import type { Coding, InterviewDocument } from './input.ts'
import type { SilenceCause, Speech, SpeechPart } from './speech.ts'

/** Why a coding does not count as evidence; several may hold. */
export type ExclusionCause =
  | 'affirmed'
  | 'negated'
  | 'hypothetical'
  | 'self'
  | 'other_report'
  | 'hearsay'
  | 'other_village'
  | 'switched_off'
  | SilenceCause

/** A coding with a code of the framework's grid, and what it stands for. */
export interface GridCoding {
  id: number
  documentId: number
  start: number
  end: number
  codeId: number
  /** Null where the code is optional and switched off. */
  dimensionId: string | null
  categoryId: string | null
  reasonId: string | null
  /** The respondents' words it covers. */
  parts: SpeechPart[]
  /** Empty: it counts. */
  causes: ExclusionCause[]
}

/** The codings of one document that speak to the grid, sorted by position; the other codes are left aside. */
export function readGridCodings(
  resolved: ResolvedFramework,
  document: InterviewDocument,
  speech: Speech,
  codings: readonly Coding[],
): GridCoding[] {
  const found: GridCoding[] = []
  for (const coding of codings) {
    const { id, documentId, start, end, codeId } = coding
    const meaning = meaningOf(resolved, codeId)
    if (meaning === null) continue
    const parts = speech.partsOf(coding)
    const causes = filterCauses(resolved, document, coding)
    if (meaning.dimensionId === null) causes.push('switched_off')
    if (parts.length === 0) causes.push(speech.silenceIn(coding))
    found.push({ id, documentId, start, end, codeId, ...meaning, parts, causes })
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end || a.id - b.id)
}

type Meaning = Pick<GridCoding, 'dimensionId' | 'categoryId' | 'reasonId'>

function meaningOf(resolved: ResolvedFramework, codeId: number): Meaning | null {
  for (const { id, categoryByCode } of resolved.dimensions) {
    const categoryId = categoryByCode.get(codeId)
    if (categoryId !== undefined) {
      return { dimensionId: id, categoryId, reasonId: resolved.reasonByCode.get(codeId) ?? null }
    }
  }
  return resolved.switchedOff.has(codeId) ? { dimensionId: null, categoryId: null, reasonId: null } : null
}

function filterCauses(
  { framework: { evidenceFilter } }: ResolvedFramework,
  document: InterviewDocument,
  coding: Coding,
): ExclusionCause[] {
  const causes: ExclusionCause[] = []
  if (!evidenceFilter.polarity.includes(coding.polarity)) causes.push(coding.polarity)
  if (!evidenceFilter.evidence.includes(coding.evidence)) {
    causes.push(coding.evidence === 'other' ? 'other_report' : coding.evidence)
  }
  const isElsewhere = coding.referentVillageId !== null && coding.referentVillageId !== document.villageId
  if (evidenceFilter.village === 'own' && isElsewhere) causes.push('other_village')
  return causes
}
