import type { Layer } from '../../../shared/contract/values.ts'
import type { DocumentWork, WorkState } from '../../../shared/contract/document.ts'
import { readSpeech, type Speech } from '../../../shared/interaction/speech.ts'
import type { Entry } from '../../../shared/matrix/tabulate.ts'
import type { ChangeRow } from '../database/change-log.ts'
import type { ReadableDb } from '../database/db.ts'
import type { LoggedTable } from '../database/schema.ts'
import type { ComparedDocument } from '../disagreement/compared-document.ts'
import { NOTHING_HIDDEN, type HiddenWork } from '../sight/hidden-work.ts'
import { assignments, workStates, type Assignments } from './assignments.ts'
import { CodingSpans } from './coding-spans.ts'
import { CodingTable } from './coding-table.ts'
import { DocumentCache } from './document-cache.ts'
import { documentFacts, type DocumentFacts } from './document-facts.ts'
import {
  codingCounts,
  consensusCoders,
  changesWorkState,
  countChanges,
  isAdjudicated,
  layerCoder,
  type CodingCounts,
  type LayerCoder,
} from './layers.ts'
import { Texts } from './texts.ts'
import { speakersOf, turnsOf } from './turns.ts'

/**
 * Derived state of an open study: filled at first use, patched or dropped after every operation. Nothing here is
 * stored, and every part equals a fresh one.
 */
export class StudyIndex {
  readonly #db: ReadableDb
  readonly #hidden: HiddenWork
  readonly texts: Texts
  readonly codings: CodingTable
  readonly spans: CodingSpans
  /** What each document adds to matrices. */
  readonly tallies = new DocumentCache<readonly Entry[]>()
  /** Where two coders differ, and what was decided. */
  readonly comparisons = new DocumentCache<ComparedDocument>()
  #documents: ReadonlyMap<number, DocumentFacts> | null = null
  #counts: CodingCounts | null = null
  #consensus: ReadonlySet<number> | null = null
  #assignments: Assignments | null = null
  readonly #speech = new Map<number, Speech>()

  /** `hidden`: whose work cannot be seen through this connection, where coding is blind. */
  constructor(db: ReadableDb, hidden: HiddenWork = NOTHING_HIDDEN) {
    this.#db = db
    this.#hidden = hidden
    this.texts = new Texts(db)
    this.codings = new CodingTable(db)
    this.spans = new CodingSpans(db)
  }

  /** Documents in list order. */
  get documents(): ReadonlyMap<number, DocumentFacts> {
    this.#documents ??= new Map(documentFacts(this.#db).map((facts) => [facts.id, facts]))
    return this.#documents
  }

  get counts(): CodingCounts {
    this.#counts ??= codingCounts(this.#db, this.#hidden)
    return this.#counts
  }

  /** Whose rows the layer reads in a document. */
  layerCoder(layer: Layer, document: DocumentFacts): LayerCoder {
    this.#consensus ??= consensusCoders(this.#db)
    this.#assignments ??= assignments(this.#db)
    const assigned = this.#assignments.get(document.id)
    return layerCoder(layer, document, this.counts.get(document.id), assigned, this.#consensus)
  }

  /** The same as a coder id, or null where the layer has nothing there. */
  coderIdIn(layer: Layer, documentId: number): number | null {
    const document = this.documents.get(documentId)
    if (document === undefined) return null
    const coder = this.layerCoder(layer, document)
    return coder.kind === 'coder' ? coder.coderId : null
  }

  /** How far coders are with a document, and whose rows the layer `study` reads there. */
  workOf(documentId: number): DocumentWork {
    this.#assignments ??= assignments(this.#db)
    const coders = this.counts.get(documentId)
    return {
      id: documentId,
      codings: [...(coders ?? [])].map(([coderId, count]) => ({ coderId, count })),
      states: workStates(this.#assignments.get(documentId), [
        ...(coders?.keys() ?? []),
        ...this.#hidden.begun(documentId),
      ]),
      studyCoderId: this.coderIdIn('study', documentId),
      hiddenCoderIds: [...this.#hidden.in(documentId)],
    }
  }

  /** Whether what is not coded by this coder in this document is absent, and not perhaps still to come. */
  isFinished(documentId: number, coderId: number): boolean {
    this.#consensus ??= consensusCoders(this.#db)
    this.#assignments ??= assignments(this.#db)
    const assigned = this.#assignments.get(documentId)
    return assigned?.get(coderId) === 'finished' || (this.#consensus.has(coderId) && isAdjudicated(assigned, coderId))
  }

  /** The consensus of a document and how far it is (null: it came with a file and does not say); null: there is none. */
  consensusIn(documentId: number): { coderId: number; state: WorkState | null } | null {
    this.#consensus ??= consensusCoders(this.#db)
    this.#assignments ??= assignments(this.#db)
    const assigned = this.#assignments.get(documentId)
    for (const coderId of this.#consensus) {
      const state = assigned?.get(coderId)
      if (state !== undefined) return { coderId, state }
      if (this.counts.get(documentId)?.has(coderId) === true) return { coderId, state: null }
    }
    return null
  }

  /** Who speaks where in a document. */
  speechOf(document: DocumentFacts): Speech {
    let speech = this.#speech.get(document.id)
    if (speech === undefined) {
      const speakers = speakersOf(this.#db, document.id)
      speech = readSpeech(
        { ...document, respondents: document.respondents.map((respondent) => respondent.caseId) },
        turnsOf(this.#db, document.id),
        new Map(speakers.map((speaker) => [speaker.id, speaker])),
      )
      this.#speech.set(document.id, speech)
    }
    return speech
  }

  /** Called after every committed operation with the rows it changed. */
  apply(changes: readonly ChangeRow[]): void {
    if (changes.some((change) => DOCUMENT_TABLES.has(change.table))) {
      this.#documents = null
      this.#speech.clear()
    }
    if (changes.some((change) => change.table === 'code' || DOCUMENT_TABLES.has(change.table))) {
      this.tallies.dropAll()
      this.comparisons.dropAll()
    }
    if (changes.some((change) => change.table === 'coder')) this.#consensus = null
    if (changes.some(changesWorkState)) this.#assignments = null
    if (this.#counts !== null && !countChanges(this.#db, this.#counts, changes)) this.#counts = null
    this.spans.apply(changes)
    for (const documentId of documentsIn(this.#db, changes, 'coding')) {
      this.codings.drop(documentId)
      this.tallies.drop(documentId)
      this.comparisons.drop(documentId)
    }
    for (const table of ['episode', 'episode_primary', 'decision'] as const)
      for (const documentId of documentsIn(this.#db, changes, table)) this.comparisons.drop(documentId)
  }
}

/** What `documents` and `speechOf` are made from. */
export const DOCUMENT_TABLES: ReadonlySet<LoggedTable> = new Set([
  'document',
  'document_revision',
  'speaker',
  'turn',
  'case_unit',
  'case_span',
  'wave',
])

/** Documents in which rows of a table changed. */
function documentsIn(
  db: ReadableDb,
  changes: readonly ChangeRow[],
  of: 'coding' | 'episode' | 'episode_primary' | 'decision',
): Set<number> {
  const documents = new Set<number>()
  const present: number[] = []
  for (const { table, pk, before } of changes) {
    if (table !== of) continue
    const documentId = before?.['document_id']
    if (typeof documentId === 'number') documents.add(documentId)
    // A primary code is its episode's; an episode that went with it has said so itself.
    const episodeId = before?.['episode_id']
    if (typeof episodeId === 'number')
      for (const id of db.pluckAll<number>('SELECT document_id FROM episode WHERE id = ?', episodeId)) documents.add(id)
    present.push(pk)
  }
  if (present.length === 0) return documents
  // A row that was made and deleted by one operation is in no array, so that it need not be found.
  const from = of === 'episode_primary' ? 'episode_primary p JOIN episode e ON e.id = p.episode_id' : of
  const id = of === 'episode_primary' ? 'p.id' : 'id'
  for (const documentId of db.pluckAll<number>(
    `SELECT DISTINCT document_id FROM ${from} WHERE ${id} IN (SELECT value FROM json_each(?))`,
    JSON.stringify(present),
  ))
    documents.add(documentId)
  return documents
}
