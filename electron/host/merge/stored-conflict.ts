import { z } from 'zod'
import { splicesSchema, type Splice } from '../../../shared/text/splices.ts'
import type { ReadableDb } from '../database/db.ts'
import { isMerged, isSamePlace, type Place, type RowTable } from './merge-tables.ts'
import { rowKey } from './merge-plan.ts'
import { contentKey, portableRowSchema, type PortableRow } from './portable-row.ts'
import type { LoggedTable } from '../database/schema.ts'

/** The column `theirs` of the table `conflict`: what the row is there. A text is kept as the splices from ours to theirs. */
const placeSchema = z
  .tuple([z.int().min(0), z.int().min(0)])
  .readonly()
  .nullable()
const storedRowSchema = z.strictObject({
  row: portableRowSchema,
  place: placeSchema,
  /** Guid of the revision of our text in which `place` means something. */
  revision: z.string().nullable(),
  /** Guid of the transcript it lies on; blind coding asks for it by this name. */
  document_id: z.string().nullable(),
})
const storedTextSchema = z.strictObject({
  /** Guids of our revision and of theirs. */
  from: z.string(),
  to: z.string(),
  splices: splicesSchema,
})

export type StoredConflict =
  | { readonly kind: 'row'; readonly table: RowTable; readonly theirs: z.output<typeof storedRowSchema> | null }
  | { readonly kind: 'text'; readonly theirs: z.output<typeof storedTextSchema> }

/** Name of a text among the tables of conflicts; its row is the document. */
export const TEXT = 'text'

export function readConflict(table: string, theirs: string | null): StoredConflict | null {
  if (table === TEXT) {
    const text = theirs === null ? null : storedTextSchema.safeParse(JSON.parse(theirs))
    return text?.success === true ? { kind: 'text', theirs: text.data } : null
  }
  if (!isMerged(table as LoggedTable)) return null
  if (theirs === null) return { kind: 'row', table: table as RowTable, theirs: null }
  const row = storedRowSchema.safeParse(JSON.parse(theirs))
  return row.success ? { kind: 'row', table: table as RowTable, theirs: row.data } : null
}

export function storedRow(row: PortableRow, place: Place, revision: string | null, document: string | null): string {
  return JSON.stringify({ row, place, revision, document_id: document } satisfies z.input<typeof storedRowSchema>)
}

export function storedText(from: string, to: string, splices: readonly Splice[]): string {
  return JSON.stringify({ from, to, splices })
}

/** The versions that earlier bring-backs have listed, decided or not. */
export class KnownConflicts {
  readonly #byRow: Map<string, StoredConflict[]>

  constructor(db: ReadableDb) {
    this.#byRow = new Map()
    for (const [table, guid, theirs] of db.rows<[string, string, string | null]>(
      'SELECT table_name, row_guid, theirs FROM conflict ORDER BY id',
    )) {
      const conflict = readConflict(table, theirs)
      if (conflict === null) continue
      const key = rowKey(table, guid)
      this.#byRow.set(key, [...(this.#byRow.get(key) ?? []), conflict])
    }
  }

  /** `places`: where their version stands in each revision that is known of it. */
  hasRow(table: RowTable, guid: string, theirs: PortableRow | null, places: ReadonlyMap<string, Place>): boolean {
    return (this.#byRow.get(rowKey(table, guid)) ?? []).some((known) => {
      if (known.kind !== 'row') return false
      if (known.theirs === null || theirs === null) return known.theirs === theirs
      const { row, place, revision } = known.theirs
      if (contentKey(table, row) !== contentKey(table, theirs)) return false
      return revision === null || !places.has(revision) || isSamePlace(places.get(revision), place)
    })
  }

  hasText(document: string, revision: string): boolean {
    return (this.#byRow.get(rowKey(TEXT, document)) ?? []).some(
      (known) => known.kind === 'text' && known.theirs.to === revision,
    )
  }
}
