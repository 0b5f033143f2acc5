import type { Layer } from '../../../shared/contract/values.ts'
import type { DocumentWork } from '../../../shared/contract/document.ts'
import { readSpeech, type Speech } from '../../../shared/interaction/speech.ts'
import type { ChangeRow } from '../database/change-log.ts'
import type { ReadableDb } from '../database/db.ts'
import type { LoggedTable } from '../database/schema.ts'
import { assignments, workStates, type Assignments } from './assignments.ts'
import { CodingSpans } from './coding-spans.ts'
import { CodingTable } from './coding-table.ts'
import { documentFacts, type DocumentFacts } from './document-facts.ts'
import {
  codingCounts,
  consensusCoders,
  countChanges,
  layerCoder,
  type CodingCounts,
  type LayerCoder,
} from './layers.ts'
import { Tallies } from './tallies.ts'
import { Texts } from './texts.ts'
import { speakersOf, turnsOf } from './turns.ts'

/**
 * Derived state of an open study: filled at first use, patched or dropped after every operation. Nothing here is
 * stored, and every part equals a fresh one.
 */
export class StudyIndex {
  readonly #db: ReadableDb
  readonly texts: Texts
  readonly codings: CodingTable
  readonly spans: CodingSpans
  readonly tallies = new Tallies()
  #documents: ReadonlyMap<number, DocumentFacts> | null = null
  #counts: CodingCounts | null = null
  #consensus: ReadonlySet<number> | null = null
  #assignments: Assignments | null = null
  readonly #speech = new Map<number, Speech>()

  constructor(db: ReadableDb) {
    this.#db = db
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
    this.#counts ??= codingCounts(this.#db)
    return this.#counts
  }

  /** Whose rows the layer reads in a document. */
  layerCoder(layer: Layer, document: DocumentFacts): LayerCoder {
    this.#consensus ??= consensusCoders(this.#db)
    return layerCoder(layer, document, this.counts.get(document.id), this.#consensus)
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
      states: workStates(this.#assignments.get(documentId), coders),
      studyCoderId: this.coderIdIn('study', documentId),
      hiddenCoderIds: [],
    }
  }

  /** Whether what is not coded by this coder in this document is absent, and not perhaps still to come. */
  isFinished(documentId: number, coderId: number): boolean {
    this.#consensus ??= consensusCoders(this.#db)
    this.#assignments ??= assignments(this.#db)
    return this.#consensus.has(coderId) || this.#assignments.get(documentId)?.get(coderId) === 'finished'
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
    if (changes.some((change) => change.table === 'code' || DOCUMENT_TABLES.has(change.table))) this.tallies.dropAll()
    if (changes.some((change) => change.table === 'coder')) this.#consensus = null
    if (changes.some((change) => change.table === 'assignment')) this.#assignments = null
    if (this.#counts !== null && !countChanges(this.#db, this.#counts, changes)) this.#counts = null
    this.spans.apply(changes)
    for (const documentId of codedDocumentsIn(this.#db, changes)) {
      this.codings.drop(documentId)
      this.tallies.drop(documentId)
    }
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

function codedDocumentsIn(db: ReadableDb, changes: readonly ChangeRow[]): Set<number> {
  const documents = new Set<number>()
  const present: number[] = []
  for (const { table, pk, before } of changes) {
    if (table !== 'coding') continue
    const documentId = before?.['document_id']
    if (typeof documentId === 'number') documents.add(documentId)
    present.push(pk)
  }
  // A row that was made and deleted by one operation is in no array, so that it need not be found.
  for (const documentId of db.pluckAll<number>(
    'SELECT DISTINCT document_id FROM coding WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(present),
  ))
    documents.add(documentId)
  return documents
}
