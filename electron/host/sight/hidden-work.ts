import type { ChangeRow } from '../database/change-log.ts'
import type { ReadableDb } from '../database/db.ts'
import type { LoggedTable } from '../database/schema.ts'
import { sees, type Viewer } from './rule.ts'

/** Where whose work cannot be seen, for those who have to say so. */
export interface HiddenWork {
  /** Coders who work in the document, or are to, and whose work there is hidden; by their ids. */
  in(documentId: number): readonly number[]
  /** Those of them who have marked something there. That they have is told, unlike what. */
  begun(documentId: number): readonly number[]
}

export const NOTHING_HIDDEN: HiddenWork = { in: () => [], begun: () => [] }

/** Tables on whose rows it depends what is hidden, and from whom. */
const DECIDING: ReadonlySet<LoggedTable> = new Set(['assignment', 'coding', 'episode', 'coder', 'document'])
/** Above this many changed rows, all documents are asked for again. */
const MANY = 200

/** What is hidden from one coder, kept in step with the study. */
export class HiddenFrom implements HiddenWork {
  readonly #db: ReadableDb
  readonly #viewer: Viewer
  #byDocument: Map<number, Hidden> | null = null

  constructor(db: ReadableDb, viewer: Viewer) {
    this.#db = db
    this.#viewer = viewer
  }

  in(documentId: number): readonly number[] {
    return this.#hiddenIn(documentId).coders
  }

  begun(documentId: number): readonly number[] {
    return this.#hiddenIn(documentId).begun
  }

  #hiddenIn(documentId: number): Hidden {
    this.#byDocument ??= this.#read(null)
    return this.#byDocument.get(documentId) ?? NOBODY
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
      const now = fresh.get(id) ?? NOBODY
      if (JSON.stringify(now) !== JSON.stringify(known.get(id) ?? NOBODY)) isOther = true
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

  #read(documents: readonly number[] | null): Map<number, Hidden> {
    const has = (table: string) =>
      `EXISTS (SELECT 1 FROM main.${table} r WHERE r.document_id = d.id AND ${table === 'coding' ? '' : '+'}r.coder_id = k.id)`
    const hasBegun = `(${has('coding')} OR ${has('episode')})`
    const rows = this.#db.rows<[number, number, number]>(
      `SELECT d.id, k.id, ${hasBegun} FROM main.document d CROSS JOIN main.coder k
       WHERE ${documents === null ? '' : 'd.id IN (SELECT value FROM json_each(?)) AND'} k.id IS NOT ?
         AND (${has('assignment')} OR ${hasBegun})
         AND NOT ${sees(this.#viewer, 'k.id', 'd.id')}
       ORDER BY d.id, k.id`,
      ...(documents === null ? [] : [JSON.stringify(documents)]),
      this.#viewer,
    )
    const hidden = new Map<number, { coders: number[]; begun: number[] }>()
    for (const [documentId, coderId, begun] of rows) {
      const there = hidden.get(documentId) ?? { coders: [], begun: [] }
      there.coders.push(coderId)
      if (begun === 1) there.begun.push(coderId)
      hidden.set(documentId, there)
    }
    return hidden
  }
}

interface Hidden {
  readonly coders: readonly number[]
  readonly begun: readonly number[]
}

const NOBODY: Hidden = { coders: [], begun: [] }
