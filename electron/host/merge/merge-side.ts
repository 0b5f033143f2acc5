import { createHash } from 'node:crypto'
import type { ReadableDb } from '../database/db.ts'
import { LOGGED_TABLES, type LoggedTable } from '../database/schema.ts'
import { readSplices } from '../correction/plan-correction.ts'
import type { Splice } from '../../../shared/text/splices.ts'
import { referencesOf, type Reference, type Row } from './references.ts'

/** A revision of a text and how it came from the one before it. */
export interface RevisionEdge {
  readonly parent: string
  readonly child: string
  readonly splices: readonly Splice[]
}

/** The operation by which a document went from one revision to another. */
export interface RevisionChange {
  readonly operationId: number
  readonly isUndo: boolean
  /** Guid of the revision before it. */
  readonly before: string
}

export interface LoggedChange {
  readonly id: number
  readonly operationId: number
  readonly kind: 'insert' | 'update' | 'delete'
  /** JSON. */
  readonly before: string | null
}

const CHANGE = 'id, operation_id AS operationId, kind, before'

/**
 * One of the two files of a merge: its rows by guid, and what its log says of rows that are gone. It remembers what it has
 * read: nothing may be written while it is in use.
 */
export class MergeSide {
  readonly db: ReadableDb
  readonly references: Readonly<Record<LoggedTable, readonly Reference[]>>
  readonly #guids = new Map<string, string | null>()
  readonly #revisions = new Map<string, string | undefined>()
  readonly #texts = new Map<string, string | undefined>()
  readonly #ids = new Map<string, number | null>()
  readonly #rows = new Map<string, Row>()
  #changes = new Map<string, LoggedChange[]>()
  readonly #lengths = new Map<number, number>()
  readonly #deleted = new Map<LoggedTable, ReadonlyMap<string, number>>()
  #revisionChanges: Map<number, RevisionChange[]> | null = null

  constructor(db: ReadableDb) {
    this.db = db
    this.references = Object.fromEntries(LOGGED_TABLES.map((table) => [table, referencesOf(db, table)])) as Record<
      LoggedTable,
      Reference[]
    >
  }

  idOf(table: LoggedTable, guid: string): number | undefined {
    const key = `${table} ${guid}`
    let id = this.#ids.get(key)
    if (id === undefined) {
      id = this.db.pluck<number>(`SELECT id FROM ${table} WHERE guid = ?`, guid) ?? null
      this.#ids.set(key, id)
    }
    return id ?? undefined
  }

  /** Also of a row that was deleted; null where nothing is known of it. */
  guidOf(table: LoggedTable, id: number): string | null {
    const key = `${table} ${id}`
    let guid = this.#guids.get(key)
    if (guid === undefined) {
      guid =
        this.db.pluck<string>(`SELECT guid FROM ${table} WHERE id = ?`, id) ??
        this.db.pluck<string>('SELECT guid FROM change WHERE table_name = ? AND pk = ? LIMIT 1', table, id) ??
        null
      this.#guids.set(key, guid)
    }
    return guid
  }

  /** Reads all rows of a table that the log knows at once, with what the log knows of them. */
  preload(table: LoggedTable): void {
    this.#rows.clear()
    this.#changes = new Map()
    for (const row of this.db.all<Row & { id: number; guid: string }>(
      `SELECT * FROM ${table} WHERE id IN (SELECT pk FROM change WHERE table_name = ?)`,
      table,
    )) {
      const key = `${table} ${row.guid}`
      this.#rows.set(key, row)
      this.#ids.set(key, row.id)
      this.#guids.set(`${table} ${row.id}`, row.guid)
    }
    for (const { pk, ...change } of this.db.all<LoggedChange & { readonly pk: number }>(
      `SELECT pk, ${CHANGE} FROM change WHERE table_name = ? ORDER BY id`,
      table,
    )) {
      const key = `${table} ${pk}`
      const known = this.#changes.get(key)
      if (known === undefined) this.#changes.set(key, [change])
      else known.push(change)
    }
  }

  /** What the log knows of a row, oldest first. */
  changesOf(table: LoggedTable, pk: number): readonly LoggedChange[] {
    return (
      this.#changes.get(`${table} ${pk}`) ??
      this.db.all<LoggedChange>(`SELECT ${CHANGE} FROM change WHERE table_name = ? AND pk = ? ORDER BY id`, table, pk)
    )
  }

  row(table: LoggedTable, guid: string): Row | undefined {
    const known = this.#rows.get(`${table} ${guid}`)
    if (known !== undefined) return known
    return this.db.get<Row>(`SELECT * FROM ${table} WHERE guid = ?`, guid)
  }

  /** Also of a row that was deleted, as it was then. */
  rowById(table: LoggedTable, id: number): Row | undefined {
    const row = this.db.get<Row>(`SELECT * FROM ${table} WHERE id = ?`, id)
    if (row !== undefined) return row
    const before = this.db.pluck<string>(
      `SELECT before FROM change WHERE table_name = ? AND pk = ? AND kind = 'delete' ORDER BY id DESC LIMIT 1`,
      table,
      id,
    )
    return before === undefined ? undefined : (JSON.parse(before) as Row)
  }

  /** Whether the row is, or ever was, in this file. */
  knows(table: LoggedTable, guid: string): boolean {
    return this.idOf(table, guid) !== undefined || this.deleted(table).has(guid)
  }

  /** Code units of a document's text. */
  textLength(documentId: number): number | undefined {
    let length = this.#lengths.get(documentId)
    if (length === undefined) {
      const revision = this.db.pluck<string>(
        'SELECT r.guid FROM document d JOIN document_revision r ON r.id = d.revision_id WHERE d.id = ?',
        documentId,
      )
      length = revision === undefined ? undefined : this.textOf(revision)?.length
      if (length !== undefined) this.#lengths.set(documentId, length)
    }
    return length
  }

  /** Rows that the log saw deleted, by guid; some may be there again. */
  deleted(table: LoggedTable): ReadonlyMap<string, number> {
    let deleted = this.#deleted.get(table)
    if (deleted === undefined) {
      deleted = new Map(
        this.db.rows<[string, number]>(
          `SELECT DISTINCT guid, pk FROM change WHERE table_name = ? AND kind = 'delete'`,
          table,
        ),
      )
      this.#deleted.set(table, deleted)
    }
    return deleted
  }

  /** The corrections of a document that the log knows, their undos included, oldest first. */
  revisionChanges(documentId: number): readonly RevisionChange[] {
    if (this.#revisionChanges === null) {
      this.#revisionChanges = new Map()
      for (const [operationId, undoes, document, revision] of this.db.rows<[number, number | null, number, number]>(
        `SELECT c.operation_id, o.undoes, c.pk, c.before ->> 'revision_id'
         FROM change c JOIN operation o ON o.id = c.operation_id
         WHERE c.table_name = 'document' AND c.kind = 'update' AND c.before ->> 'revision_id' IS NOT NULL ORDER BY c.id`,
      )) {
        const before = this.guidOf('document_revision', revision)
        if (before === null) continue
        const known = this.#revisionChanges.get(document) ?? []
        known.push({ operationId, isUndo: undoes !== null, before })
        this.#revisionChanges.set(document, known)
      }
    }
    return this.#revisionChanges.get(documentId) ?? []
  }

  /** Guids of documents whose text the log saw changed. */
  correctedDocuments(): string[] {
    return this.db.pluckAll<string>(
      `SELECT DISTINCT d.guid FROM change c JOIN document d ON d.id = c.pk
       WHERE c.table_name = 'document' AND c.kind = 'update' AND c.before ->> 'revision_id' IS NOT NULL ORDER BY d.id`,
    )
  }

  /** Operations that took documents away which are not there now. */
  documentRemovals(): ReadonlySet<number> {
    return new Set(
      this.db.pluckAll<number>(
        `SELECT DISTINCT operation_id FROM change c WHERE table_name = 'document' AND kind = 'delete'
         AND NOT EXISTS (SELECT 1 FROM document d WHERE d.id = c.pk)`,
      ),
    )
  }

  /** Guid of a document's current revision; undefined where the document is not here. */
  revisionOf(document: string): string | undefined {
    if (!this.#revisions.has(document))
      this.#revisions.set(
        document,
        this.db.pluck<string>(
          'SELECT r.guid FROM document d JOIN document_revision r ON r.id = d.revision_id WHERE d.guid = ?',
          document,
        ),
      )
    return this.#revisions.get(document)
  }

  /** How the revisions of a document came from each other, those that were undone included. */
  revisionEdges(document: string): RevisionEdge[] {
    const documentId = this.idOf('document', document)
    if (documentId === undefined) return []
    return this.db
      .rows<[string, number | null, string | null]>(
        `SELECT guid, parent_id, splices FROM document_revision WHERE document_id = ?
         UNION ALL SELECT guid, before ->> 'parent_id', before ->> 'splices' FROM change
         WHERE table_name = 'document_revision' AND kind = 'delete' AND before ->> 'document_id' = ?`,
        documentId,
        documentId,
      )
      .flatMap(([child, parentId, splices]) => {
        const parent = parentId === null ? null : this.guidOf('document_revision', parentId)
        return parent === null ? [] : [{ parent, child, splices: readSplices(splices) }]
      })
  }

  /** Guids of rows that the log knows, in the order in which they were first touched. */
  logged(table: LoggedTable): string[] {
    return this.db.pluckAll<string>(
      'SELECT guid FROM change WHERE table_name = ? GROUP BY guid ORDER BY min(id)',
      table,
    )
  }

  /** The text of a revision, also of one that was undone; undefined where it is not here, or is not what its hash says. */
  textOf(revision: string): string | undefined {
    if (!this.#texts.has(revision)) this.#texts.set(revision, this.#readText(revision))
    return this.#texts.get(revision)
  }

  #readText(revision: string): string | undefined {
    const hash =
      this.db.pluck<string>('SELECT text_hash FROM document_revision WHERE guid = ?', revision) ??
      this.db.pluck<string>(
        `SELECT before ->> 'text_hash' FROM change WHERE table_name = 'document_revision' AND kind = 'delete' AND guid = ?`,
        revision,
      )
    const content =
      hash === undefined ? undefined : this.db.pluck<string>('SELECT content FROM text WHERE hash = ?', hash)
    return content !== undefined && createHash('sha256').update(content).digest('hex') === hash ? content : undefined
  }
}
