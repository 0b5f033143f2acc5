import { quoteHash } from '../../../shared/text/quote.ts'
import { writeCorrection } from '../correction/write-correction.ts'
import type { CommandContext } from '../context.ts'
import type { SqlValue, WritableDb } from '../database/db.ts'
import { insert, remove, update } from '../database/rows.ts'
import { LOGGED_TABLES, type LoggedTable } from '../database/schema.ts'
import { followFinished } from './coder-of-record.ts'
import { isPlaced, writtenColumns, type Place, type RowTable } from './merge-tables.ts'
import { writeNewDocument, writeTurns, type NewDocument } from './new-documents.ts'
import type { MergeStep, MergeText } from './merge-plan.ts'
import { rowOf, type PortableRow } from './portable-row.ts'
import { referencesOf, type Reference, type Row } from './references.ts'

export type MergeWriter = Pick<CommandContext, 'db' | 'coderId' | 'now'>

/** Accepted corrections, under the name that they have in the other file: so both are the same revision from now on. */
export function writeTexts(writer: MergeWriter, texts: readonly MergeText[]): void {
  for (const text of texts) {
    const coder = text.coder === null ? undefined : idOf(writer.db, 'coder', text.coder)
    writeCorrection(writer, text, undefined, { guid: text.theirs, coderId: coder ?? null, at: text.at })
  }
}

/** Writes the rows. The caller has made sure that everything they refer to is here or among them. */
export function writeSteps(
  { db }: MergeWriter,
  steps: readonly MergeStep[],
  documents: ReadonlyMap<string, NewDocument>,
): void {
  // Rows refer to each other in any order while they come; the commit checks all of it.
  db.exec('PRAGMA defer_foreign_keys = ON')
  const ids = newIds(db, steps)
  const find = (table: LoggedTable, guid: string): number | null =>
    ids.get(`${table} ${guid}`) ?? idOf(db, table, guid) ?? null
  const write = new RowWriter(db, find)
  const byOrder = steps.toSorted((a, b) => LOGGED_TABLES.indexOf(a.table) - LOGGED_TABLES.indexOf(b.table))
  for (const step of byOrder.toReversed())
    if (step.kind === 'delete') {
      const id = idOf(db, step.table, step.guid)
      if (id !== undefined) remove(db, step.table, id)
    }
  freeLabels(db, steps)
  for (const { kind, table, guid, theirs, place } of byOrder) {
    if (theirs === null) continue
    const id = ids.get(`${table} ${guid}`) ?? null
    const document = table === 'document' && id !== null ? documents.get(guid) : undefined
    if (document !== undefined && id !== null)
      writeNewDocument(db, document, { id, guid, facts: write.facts(table, theirs) }, find)
    else if (kind === 'insert') write.insert(table, guid, theirs, place, id)
    else write.update(table, guid, theirs, place)
  }
  for (const [guid, document] of documents) {
    const id = ids.get(`document ${guid}`)
    if (id !== undefined) writeTurns(db, document, id, find)
  }
  const assigned = steps.flatMap(({ table, document }) =>
    table === 'assignment' && document !== null ? [document] : [],
  )
  for (const document of new Set(assigned)) followFinished(db, document)
}

/** Ids that the new rows will have: known before the first is written, so that rows can name each other. */
function newIds(db: WritableDb, steps: readonly MergeStep[]): ReadonlyMap<string, number> {
  const next = new Map<LoggedTable, number>()
  const ids = new Map<string, number>()
  for (const { kind, table, guid } of steps) {
    if (kind !== 'insert') continue
    const id = next.get(table) ?? (db.pluck<number>('SELECT seq FROM sqlite_sequence WHERE name = ?', table) ?? 0) + 1
    ids.set(`${table} ${guid}`, id)
    next.set(table, id + 1)
  }
  return ids
}

/** Labels are unique at every moment: codes that exchange theirs lay them down first. */
function freeLabels(db: WritableDb, steps: readonly MergeStep[]): void {
  for (const { kind, table, guid, theirs } of steps) {
    if (table !== 'code' || kind === 'delete') continue
    const label = theirs?.values['label'] ?? null
    const taken = label === null ? undefined : db.pluck<string>('SELECT guid FROM code WHERE label = ?', label)
    if (taken !== undefined && taken !== guid) db.run('UPDATE code SET label = NULL WHERE guid = ?', taken)
  }
}

/** Writes single rows of another copy. */
export class RowWriter {
  readonly #db: WritableDb
  readonly #idOf: (table: LoggedTable, guid: string) => number | null
  readonly #references = new Map<RowTable, Reference[]>()
  readonly #texts = new Map<number, string>()

  constructor(db: WritableDb, find: (table: LoggedTable, guid: string) => number | null) {
    this.#db = db
    this.#idOf = find
  }

  insert(table: RowTable, guid: string, theirs: PortableRow, place: Place, id: number | null): void {
    const row = this.facts(table, theirs)
    insert(this.#db, table, {
      ...(id !== null && { id }),
      guid,
      ...row,
      ...this.#placed(table, row, place),
    })
  }

  /** Writes what differs. */
  update(table: RowTable, guid: string, theirs: PortableRow, place: Place): void {
    const current = this.#db.get<Row>(`SELECT * FROM ${table} WHERE guid = ?`, guid)
    if (current === undefined) return
    const row = this.facts(table, theirs)
    const wanted: Record<string, SqlValue> = { ...row, ...this.#placed(table, row, place) }
    const columns = [...writtenColumns(table, row, 'update'), ...(isPlaced(table) ? ['start', 'end'] : [])]
    update(
      this.#db,
      table,
      Number(current['id']),
      Object.fromEntries(
        columns.flatMap((column) => {
          const value = wanted[column] ?? null
          return value === current[column] ? [] : [[column, value]]
        }),
      ),
    )
  }

  /** The columns of a row besides its place, with the ids of this file. */
  facts(table: RowTable, theirs: PortableRow): Row {
    let references = this.#references.get(table)
    if (references === undefined) this.#references.set(table, (references = referencesOf(this.#db, table)))
    return rowOf(references, table, theirs, this.#idOf, (documentId) => this.#revisionOf(documentId))
  }

  #revisionOf(documentId: number): number {
    return this.#db.pluck<number>('SELECT revision_id FROM document WHERE id = ?', documentId) ?? documentId
  }

  /** A passage that has lost its words keeps the checksum of those it stood on, so that it is known again. */
  #placed(table: RowTable, row: Row, place: Place): Record<string, SqlValue> {
    if (!isPlaced(table)) return {}
    const [start, end] = place ?? [null, null]
    if (table !== 'coding' || start === null || end === null || start === end) return { start, end }
    return { start, end, quote_hash: quoteHash(this.#textOf(Number(row['document_id'])).slice(start, end)) }
  }

  #textOf(documentId: number): string {
    let text = this.#texts.get(documentId)
    if (text === undefined) {
      text =
        this.#db.pluck<string>(
          `SELECT t.content FROM document d JOIN document_revision r ON r.id = d.revision_id
           JOIN text t ON t.hash = r.text_hash WHERE d.id = ?`,
          documentId,
        ) ?? ''
      this.#texts.set(documentId, text)
    }
    return text
  }
}

export function idOf(db: WritableDb, table: LoggedTable, guid: string): number | undefined {
  return db.pluck<number>(`SELECT id FROM ${table} WHERE guid = ?`, guid)
}
