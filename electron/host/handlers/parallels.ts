import type { Out } from '../../../shared/contract/contract.ts'
import type { SpeakerKind } from '../../../shared/contract/document.ts'
import type { Message } from '../../../shared/contract/values.ts'
import { primaryLanguage } from '../../../shared/text/primary-language.ts'
import type { ReadableDb, WritableDb } from '../database/db.ts'
import { update } from '../database/rows.ts'
import { fail } from '../errors.ts'
import type { DocumentFacts } from '../index/document-facts.ts'
import { speakersOf, turnsOf } from '../index/turns.ts'
import { setVillage } from './cases.ts'

/** Language versions of one interview: a star of one original and its versions. */

type Documents = ReadonlyMap<number, DocumentFacts>

/**
 * A version makes no persons: its respondents are the original's, found by name, or by being the only one on both sides.
 */
export function personOfOriginal(
  db: ReadableDb,
  originalId: number,
  speakers: readonly { readonly kind: SpeakerKind }[],
): (speaker: { readonly kind: SpeakerKind; readonly respondent: string | null }) => number | null {
  const persons = db.all<{ id: number; name: string }>(
    `SELECT DISTINCT c.id, c.name FROM speaker s JOIN case_unit c ON c.id = s.case_id WHERE s.document_id = ?`,
    originalId,
  )
  const isOnly = persons.length === 1 && speakers.filter(({ kind }) => kind === 'respondent').length === 1
  return ({ kind, respondent }) => {
    const namesake = persons.find(({ name }) => name === respondent)
    if (namesake !== undefined) return namesake.id
    return isOnly && kind === 'respondent' ? (persons[0]?.id ?? null) : null
  }
}

export function linkPreview(
  db: ReadableDb,
  documents: Documents,
  document: DocumentFacts,
  original: DocumentFacts,
): Out<'document.linkPreview'> {
  const refs = new Set(refsOf(db, original.id))
  const own = refsOf(db, document.id)
  const others = new Set(original.respondents.map(({ caseId }) => caseId))
  const ifOther = (mine: string | null, stands: string | null): string | null => (mine === stands ? null : mine)
  return {
    obstacle: obstacle(documents, document, original),
    turns: { own: own.length, original: original.turns, shared: new Set(own.filter((ref) => refs.has(ref))).size },
    dropped: {
      village: ifOther(document.village, original.village),
      wave: ifOther(document.wave, original.wave),
      interviewDate: ifOther(document.interviewDate, original.interviewDate),
      respondents: document.respondents.filter(({ caseId }) => !others.has(caseId)).map(({ name }) => name),
    },
  }
}

/** Ties a transcript to its original. What the original knows for both is taken off the version. */
export function link(db: WritableDb, documents: Documents, document: DocumentFacts, original: DocumentFacts): void {
  const reason = obstacle(documents, document, original)
  if (reason !== null) fail(reason.code, reason.params)
  update(db, 'document', document.id, { parallel_of: original.id, wave_id: null, interview_date: null })
  setVillage(db, document.id, null)
  const speakers = speakersOf(db, document.id)
  const personOf = personOfOriginal(db, original.id, speakers)
  for (const { id, label, kind, caseId, caseName } of speakers) {
    const person = personOf({ kind, respondent: caseName ?? label })
    if (person !== caseId) update(db, 'speaker', id, { case_id: person })
  }
}

/** Makes a version an interview of its own, which keeps what it had from its original. */
export function unlink(db: WritableDb, document: DocumentFacts): void {
  update(db, 'document', document.id, {
    parallel_of: null,
    wave_id: document.waveId,
    interview_date: document.interviewDate,
  })
  setVillage(db, document.id, document.villageId)
}

function obstacle(documents: Documents, document: DocumentFacts, original: DocumentFacts): Message | null {
  if (document.id === original.id) return { code: 'parallel_of_itself', params: {} }
  if (original.parallelOf !== null) return { code: 'parallel_chain', params: { document: original.name } }
  const hasVersions = [...documents.values()].some((other) => other.parallelOf === document.id)
  if (hasVersions || document.parallelOf !== null)
    return { code: 'parallel_chain', params: { document: document.name } }
  return primaryLanguage(document.language) === primaryLanguage(original.language)
    ? { code: 'parallel_same_language', params: { document: original.name } }
    : null
}

function refsOf(db: ReadableDb, documentId: number): string[] {
  return turnsOf(db, documentId).map(({ ref }) => ref)
}
