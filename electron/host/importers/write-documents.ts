import type { CommandContext } from '../context.ts'
import type { WritableDb } from '../database/db.ts'
import { insert } from '../database/rows.ts'
import { nextSortKey, personCalled, setVillage, villageCalled, waveCalled } from '../handlers/cases.ts'
import { personOfOriginal } from '../handlers/parallels.ts'
import { recordConsent } from './consent.ts'
import type { DocumentPlan, SpeakerPlan } from './plan-documents.ts'
import type { TranscriptContent } from './read-transcript.ts'

export interface WrittenDocument {
  readonly documentId: number
  readonly name: string
}

export interface ReadyDocument {
  readonly plan: DocumentPlan
  readonly content: TranscriptContent | null
}

/** Writes the documents of a batch whose plan has no error, originals before their versions, in the order of the batch. */
export function writeDocuments(context: CommandContext, batch: readonly ReadyDocument[]): WrittenDocument[] {
  const ids = new Map<number, number>()
  const sortKeys = sortKeysFrom(nextSortKey(context.db, 'document'), batch)
  const write = ({ plan, content }: ReadyDocument, index: number) => {
    if (plan.error !== null || content === null) return
    const originalId = originalOf(plan, ids)
    const documentId = writeDocument(context, plan, content, originalId, sortKeys[index] ?? 0)
    ids.set(index, documentId)
    if (originalId === null) writeCases(context.db, plan, documentId)
    writeVoices(context.db, plan, content, documentId, originalId)
  }
  batch.forEach((document, index) => {
    if (document.plan.original === null) write(document, index)
  })
  batch.forEach((document, index) => {
    if (document.plan.original !== null) write(document, index)
  })
  return batch.flatMap(({ plan: { name } }, index) => {
    const documentId = ids.get(index)
    return documentId === undefined ? [] : [{ documentId, name }]
  })
}

/** The order of the batch, with each version behind its original. */
function sortKeysFrom(first: number, batch: readonly ReadyDocument[]): number[] {
  const place = ({ plan: { original } }: ReadyDocument, index: number) =>
    original !== null && 'index' in original ? original.index + 0.5 : index
  const keys = batch.map(() => 0)
  batch
    .map((document, index) => ({ index, place: place(document, index) }))
    .sort((a, b) => a.place - b.place || a.index - b.index)
    .forEach(({ index }, position) => (keys[index] = first + position))
  return keys
}

function originalOf({ original }: DocumentPlan, ids: ReadonlyMap<number, number>): number | null {
  if (original === null) return null
  return 'documentId' in original ? original.documentId : (ids.get(original.index) ?? null)
}

function writeDocument(
  { db, coderId, now }: CommandContext,
  plan: DocumentPlan,
  content: TranscriptContent,
  originalId: number | null,
  sortKey: number,
): number {
  const { textHash, fileName } = plan.facts
  db.run('INSERT INTO text (hash, content) VALUES (?, ?) ON CONFLICT DO NOTHING', textHash, content.text)
  db.run('INSERT INTO blob (hash, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING', content.sourceHash, content.source)
  // Document and first revision refer to each other; the references are checked at the commit.
  const revisionId = (db.pluck<number>(`SELECT seq FROM sqlite_sequence WHERE name = 'document_revision'`) ?? 0) + 1
  const isOriginal = originalId === null
  const documentId = insert(db, 'document', {
    name: plan.name,
    language: plan.language,
    revision_id: revisionId,
    source_hash: content.sourceHash,
    source_name: fileName.toWellFormed(),
    wave_id: isOriginal && plan.wave !== null ? waveCalled(db, plan.wave) : null,
    interview_date: isOriginal ? plan.interviewDate : null,
    parallel_of: originalId,
    coder_of_record_id: null,
    sort_key: sortKey,
  })
  insert(db, 'document_revision', {
    id: revisionId,
    document_id: documentId,
    parent_id: null,
    text_hash: textHash,
    length: content.text.length,
    splices: null,
    coder_id: coderId,
    at: now,
  })
  for (const { start, level, title } of content.sections)
    insert(db, 'section', { document_id: documentId, start, level, title })
  return documentId
}

function writeCases(db: WritableDb, plan: DocumentPlan, documentId: number): void {
  if (plan.village !== null) setVillage(db, documentId, villageCalled(db, plan.village))
}

/** Speakers that were given the same name are one. */
function writeVoices(
  db: WritableDb,
  plan: DocumentPlan,
  content: TranscriptContent,
  documentId: number,
  originalId: number | null,
): void {
  const caseOf = originalId === null ? personIn(db, plan) : personOfOriginal(db, originalId, plan.speakers)
  const byName = new Map<string, number>()
  const byLabel = new Map<string, number>()
  for (const speaker of plan.speakers) {
    let speakerId = byName.get(speaker.name)
    if (speakerId === undefined) {
      const caseId = caseOf(speaker)
      const known =
        caseId === null ? null : (db.pluck<string>('SELECT role FROM case_unit WHERE id = ?', caseId) ?? null)
      speakerId = insert(db, 'speaker', {
        document_id: documentId,
        label: speaker.name,
        kind: speaker.kind,
        case_id: caseId,
        // The person's own role needs no second place.
        role: speaker.role === known ? null : speaker.role,
      })
      byName.set(speaker.name, speakerId)
    }
    byLabel.set(speaker.label, speakerId)
  }
  for (const turn of content.turns)
    insert(db, 'turn', {
      document_id: documentId,
      ref: turn.ref,
      start: turn.start,
      speech_start: turn.speechStart,
      end: turn.end,
      speaker_id: turn.speakerLabel === null ? null : (byLabel.get(turn.speakerLabel) ?? null),
      from_ms: turn.fromMs,
      to_ms: turn.toMs,
    })
}

type CaseOf = (speaker: SpeakerPlan) => number | null

/** Persons of the document's village, made where they are new; what they consent to is recorded with the first. */
function personIn(db: WritableDb, plan: DocumentPlan): CaseOf {
  const villageId = plan.village === null ? null : villageCalled(db, plan.village)
  let consent = plan.consent
  return ({ respondent, role }) => {
    if (respondent === null) return null
    const caseId = personCalled(db, villageId, respondent, role)
    if (consent !== null) recordConsent(db, caseId, consent)
    consent = null
    return caseId
  }
}
