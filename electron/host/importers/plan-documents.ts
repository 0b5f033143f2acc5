import type { SpeakerKind } from '../../../shared/contract/document.ts'
import type { ImportDecision } from '../../../shared/contract/transfer.ts'
import type { Message } from '../../../shared/contract/values.ts'
import { primaryLanguage } from '../../../shared/text/primary-language.ts'
import type { ReadableDb } from '../database/db.ts'
import { normaliseLanguage } from './file-language.ts'
import { asName } from './names.ts'
import { planSpeakers } from './plan-speakers.ts'
import type { TranscriptFacts } from './read-transcript.ts'

/** What one file of a batch will become: what was recognised in it, under what the user decided. */
export interface DocumentPlan {
  readonly facts: TranscriptFacts
  /** Not null: it cannot be imported, and why. */
  readonly error: Message | null
  readonly warnings: readonly Message[]
  readonly name: string
  readonly language: string
  readonly village: string | null
  readonly wave: string | null
  readonly interviewDate: string | null
  /** The document of which this is another language version: in the study, or in the batch (by its place there). */
  readonly original: OriginalRef | null
  readonly speakers: readonly SpeakerPlan[]
  readonly consent: string | null
}

export type OriginalRef = { readonly name: string } & ({ readonly documentId: number } | { readonly index: number })

export interface SpeakerPlan {
  /** As it stands in the text. */
  readonly label: string
  /** As it is shown. */
  readonly name: string
  readonly kind: SpeakerKind
  readonly respondent: string | null
  readonly role: string | null
  readonly turns: number
}

export interface PlannedFile {
  readonly facts: TranscriptFacts
  readonly decision: ImportDecision | undefined
}

interface KnownDocument {
  readonly id: number
  readonly name: string
  readonly language: string
  readonly parallelOf: number | null
  readonly textHash: string
}

interface Draft {
  readonly file: PlannedFile
  readonly language: string
  readonly wanted: string
  readonly isNameGiven: boolean
  name: string
  original: OriginalRef | null
  error: Message | null
  /** The document of the study that this file already is. */
  known: KnownDocument | null
  readonly warnings: Message[]
}

/**
 * Plans a batch, one plan per file in the same order: names that are free, which file is another language version of
 * which, and which are in the study already. Reads the study, writes nothing, and comes to the same every time.
 */
export function planDocuments(db: ReadableDb, files: readonly PlannedFile[]): DocumentPlan[] {
  const known = db.all<KnownDocument>(
    `SELECT d.id, d.name, d.language, d.parallel_of AS parallelOf, r.text_hash AS textHash
     FROM document d JOIN document_revision r ON r.id = d.revision_id ORDER BY d.id`,
  )
  const mainLanguage = mainLanguageOf(db)
  const drafts = files.map((file): Draft => {
    const { facts, decision } = file
    const given = facts.header?.language ?? null
    const wanted = decision?.name ?? asName(facts.header?.document) ?? asName(stemOf(facts.fileName)) ?? 'file'
    return {
      file,
      wanted,
      name: wanted,
      isNameGiven: decision?.name !== undefined,
      language:
        decision?.language ?? (given === null ? (facts.guessedLanguage ?? mainLanguage) : normaliseLanguage(given)),
      original: null,
      error: null,
      known: null,
      warnings: [...facts.warnings],
    }
  })
  linkVersions(drafts, known, mainLanguage)
  nameUniquely(drafts, known)
  return drafts.map((draft) => finish(draft, drafts))
}

/** First = the study's main language (`study.create`). */
export function mainLanguageOf(db: ReadableDb): string {
  const languages = JSON.parse(db.pluck<string>('SELECT languages FROM meta') ?? '[]') as string[]
  return languages[0] ?? 'en'
}

function stemOf(fileName: string): string {
  return fileName.replace(/\.[^.]*$/, '')
}

/** By what the user or the header says; else a document of the same name in another language is another version. */
function linkVersions(drafts: readonly Draft[], known: readonly KnownDocument[], mainLanguage: string): void {
  const groups = Map.groupBy(drafts, (draft) => draft.wanted)
  for (const draft of drafts) {
    const { decision, facts } = draft.file
    const said = decision?.parallelOf === undefined ? asName(facts.header?.parallelOf) : decision.parallelOf
    if (said !== null) {
      draft.original = find(said, draft, drafts, known)
      if (draft.original === null) draft.warnings.push({ code: 'original_not_found', params: { document: said } })
    } else if (decision?.parallelOf === undefined) {
      draft.original = namesake(draft, groups.get(draft.wanted) ?? [], drafts, known, mainLanguage)
    }
  }
  for (const draft of drafts) {
    draft.original = rootOf(draft, drafts, known)
    if (draft.original?.name === draft.wanted && !draft.isNameGiven)
      draft.name = `${draft.wanted}.${primaryLanguage(draft.language)}`
  }
}

function find(
  name: string,
  draft: Draft,
  drafts: readonly Draft[],
  known: readonly KnownDocument[],
): OriginalRef | null {
  const index = drafts.findIndex((other) => other !== draft && other.wanted === name && isOther(other, draft))
  if (index >= 0) return { name, index }
  const document = known.find((other) => other.name === name && isOther(other, draft))
  return document === undefined ? null : { name, documentId: document.id }
}

function namesake(
  draft: Draft,
  group: readonly Draft[],
  drafts: readonly Draft[],
  known: readonly KnownDocument[],
  mainLanguage: string,
): OriginalRef | null {
  const name = draft.wanted
  const there = known.find((document) => document.name === name && document.parallelOf === null)
  if (there !== undefined) return isOther(there, draft) ? { name, documentId: there.id } : null
  const inMain = group.find((other) => primaryLanguage(other.language) === primaryLanguage(mainLanguage))
  const original = inMain ?? group[0]
  return original === undefined || !isOther(original, draft) ? null : { name, index: drafts.indexOf(original) }
}

function isOther(a: { readonly language: string }, b: { readonly language: string }): boolean {
  return primaryLanguage(a.language) !== primaryLanguage(b.language)
}

/** An interview is a star: the version of a version is a version of the original. null in a circle. */
function rootOf(draft: Draft, drafts: readonly Draft[], known: readonly KnownDocument[]): OriginalRef | null {
  let ref = draft.original
  const seen = new Set([draft])
  while (ref !== null && 'index' in ref) {
    const next = drafts[ref.index]
    if (next === undefined || seen.has(next)) return null
    if (next.original === null) return ref
    seen.add(next)
    ref = next.original
  }
  if (ref === null) return null
  const { documentId } = ref
  const document = known.find(({ id }) => id === documentId)
  const original = known.find(({ id }) => id === document?.parallelOf) ?? document
  return original === undefined ? null : { name: original.name, documentId: original.id }
}

/** `name`, `name (2)` …; the same text under a name that is taken is the same file again. */
function nameUniquely(drafts: readonly Draft[], known: readonly KnownDocument[]): void {
  const taken = new Map<string, { textHash: string; document: KnownDocument | null }>(
    known.map((document) => [document.name, { textHash: document.textHash, document }]),
  )
  for (const draft of drafts) {
    const { textHash, fileName } = draft.file.facts
    const first = draft.name
    for (let number = 2; draft.error === null; number++) {
      const other = taken.get(draft.name)
      if (other === undefined) break
      if (other.textHash === textHash) {
        draft.error = { code: 'already_imported', params: { file: fileName, document: draft.name } }
        draft.known = other.document
      } else draft.name = `${first} (${number})`
    }
    if (draft.error === null) taken.set(draft.name, { textHash, document: null })
  }
}

function finish(draft: Draft, drafts: readonly Draft[]): DocumentPlan {
  const { facts, decision } = draft.file
  const { header } = facts
  const decided = <T>(choice: T | undefined, recognised: T): T => (choice === undefined ? recognised : choice)
  return {
    facts,
    error: draft.error,
    warnings: draft.warnings,
    name: draft.name,
    language: draft.language,
    village: decided(decision?.village, asName(header?.village)),
    wave: decided(decision?.wave, asName(header?.wave)),
    interviewDate: decided(decision?.interviewDate, header?.date ?? null),
    original: settled(draft.original, drafts),
    speakers: planSpeakers(facts, decision),
    consent: header?.consent ?? null,
  }
}

/** An original of the batch under its final name; one that is in the study already, as that document. */
function settled(ref: OriginalRef | null, drafts: readonly Draft[]): OriginalRef | null {
  if (ref === null || !('index' in ref)) return ref
  const original = drafts[ref.index]
  if (original === undefined) return null
  if (original.error === null) return { name: original.name, index: ref.index }
  return original.known === null ? null : { name: original.known.name, documentId: original.known.id }
}
