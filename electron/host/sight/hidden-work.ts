import type { ChangeRow } from '../database/change-log.ts'
import type { ReadableDb } from '../database/db.ts'
import type { LoggedTable } from '../database/schema.ts'
import { sees, type Viewer } from './rule.ts'

/** Where whose work cannot be seen, for those who have to say so. */
export interface HiddenWork {
  /** Coders who work in the document, or are to, and whose work there is hidden; by their ids. */
  in(documentId: number): readonly number[]
}

export const NOTHING_HIDDEN: HiddenWork = { in: () => [] }

/** Tables on whose rows it depends what is hidden, and from whom. */
const DECIDING: ReadonlySet<LoggedTable> = new Set(['assignment', 'coding', 'episode', 'coder', 'document'])
/** Above this many changed rows, all documents are asked for again. */
const MANY = 200

/** What is hidden from one coder, kept in step with the study. */
export class HiddenFrom implements HiddenWork {
  readonly #db: ReadableDb
  readonly #viewer: Viewer
  #byDocument: Map<number, readonly number[]> | null = null

  constructor(db: ReadableDb, viewer: Viewer) {
    this.#db = db
    this.#viewer = viewer
  }

  in(documentId: number): readonly number[] {
    this.#byDocument ??= this.#read(null)
    return this.#byDocument.get(documentId) ?? []
  }

  drop(): void {
    this.#byDocument = null
  }

  /** After a committed operation. True where something came to be hidden or is hidden no longer. */
  apply(changes: readonly ChangeRow[]): boolean {
    const known = this.#byDocument
    const deciding = changes.filter(({ table }) => DECIDING.has(table))
    if (known === null || deciding.length === 0) return false
    const documents = deciding.length > MANY ? null : this.#documentsOf(deciding)
    const fresh = this.#read(documents)
    const affected = documents ?? [...new Set([...known.keys(), ...fresh.keys()])]
    let isOther = false
    for (const id of affected) {
      const now = fresh.get(id) ?? []
      if (String(now) !== String(known.get(id) ?? [])) isOther = true
      known.set(id, now)
    }
    return isOther
  }

  /** The documents that the changes are about; null: any. */
  #documentsOf(changes: readonly ChangeRow[]): number[] | null {
    const documents = new Set<number>()
    for (const { table, pk, before, after } of changes) {
      if (table === 'coder') return null
      if (table === 'document') documents.add(pk)
      else {
        const now = this.#db.pluck<number | null>(`SELECT document_id FROM main.${table} WHERE id = ?`, pk)
        for (const id of [now, before?.['document_id'], after?.['document_id']])
          if (typeof id === 'number') documents.add(id)
      }
    }
    return [...documents]
  }

  #read(documents: readonly number[] | null): Map<number, readonly number[]> {
    const has = (table: string) =>
      `EXISTS (SELECT 1 FROM main.${table} r WHERE r.document_id = d.id AND ${table === 'coding' ? '' : '+'}r.coder_id = k.id)`
    const rows = this.#db.rows<[number, number]>(
      `SELECT d.id, k.id FROM main.document d CROSS JOIN main.coder k
       WHERE ${documents === null ? '' : 'd.id IN (SELECT value FROM json_each(?)) AND'} k.id IS NOT ?
         AND (${['assignment', 'coding', 'episode'].map(has).join(' OR ')})
         AND NOT ${sees(this.#viewer, 'k.id', 'd.id')}
       ORDER BY d.id, k.id`,
      ...(documents === null ? [] : [JSON.stringify(documents)]),
      this.#viewer,
    )
    const hidden = new Map<number, number[]>()
    for (const [documentId, coderId] of rows) {
      const coders = hidden.get(documentId)
      if (coders === undefined) hidden.set(documentId, [coderId])
      else coders.push(coderId)
    }
    return hidden
  }
}
