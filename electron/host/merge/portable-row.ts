import { z } from 'zod'
import { mapMemoReferences } from '../../../shared/memo/map-references.ts'
import { parseMemoBody } from '../../../shared/memo/memo-body.ts'
import { plainOfMemo } from '../../../shared/memo/plain-memo.ts'
import type { SqlValue } from '../database/db.ts'
import type { LoggedTable } from '../database/schema.ts'
import { comparedColumns, writtenColumns, type RowTable } from './merge-tables.ts'
import { MEMO_TARGETS } from './memo-targets.ts'
import { mapReferences, type Reference, type Row } from './references.ts'

/**
 * A row in a form that means the same in every copy of the study: guids stand for ids, and a memo numbers what it
 * mentions (`named`). Without its place: offsets mean something in one revision of a text only.
 */
export const portableRowSchema = z.strictObject({
  values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  named: z.array(z.tuple([z.string(), z.string()])),
})
export type PortableRow = z.output<typeof portableRowSchema>

/** Objects of one file as every file knows them; null: unknown, which is plain words in a memo. */
export type GuidOf = (table: LoggedTable, id: number) => string | null
/** And back. */
export type IdOf = (table: LoggedTable, guid: string) => number | null

const REVISION = 1

/** `mentioned` is `guidOf` for what memos name. A reference to nothing known becomes an empty guid. */
export function portableRow(
  references: readonly Reference[],
  table: RowTable,
  row: Row,
  guidOf: GuidOf,
  mentioned: GuidOf = guidOf,
): PortableRow {
  const mapped = mapReferences(references, row, (parent, id) => guidOf(parent, Number(id)) ?? '')
  const values: Record<string, string | number | null> = {}
  for (const column of writtenColumns(table, row, 'insert')) values[column] = plainValue(mapped[column])
  const named: [string, string][] = []
  if (isWritten(table)) values['body'] = numbered(String(row['body']), mentioned, named)
  return { values, named }
}

function isWritten(table: RowTable): boolean {
  return table === 'memo' || table === 'summary'
}

function plainValue(value: SqlValue | undefined): string | number | null {
  return typeof value === 'string' || typeof value === 'number' ? value : null
}

function numbered(stored: string, guidOf: GuidOf, named: [string, string][]): string {
  const body = parseMemoBody(stored)
  if (body === null) return stored
  const number = (table: LoggedTable, id: number): number | null => {
    const guid = guidOf(table, id)
    return guid === null ? null : named.push([table, guid])
  }
  return JSON.stringify(
    mapMemoReferences(body, {
      reference: (reference) => {
        const id = number(MEMO_TARGETS[reference.target], reference.id)
        return id === null ? null : { ...reference, id }
      },
      // The revision does not matter: a passage is found again by its words.
      passage: (passage) => {
        const documentId = number('document', passage.documentId)
        return documentId === null ? null : { ...passage, documentId, revisionId: REVISION }
      },
    }),
  )
}

/** Two rows say the same where these are equal, wherever they stand. */
export function contentKey(table: RowTable, { values, named }: PortableRow): string {
  return JSON.stringify([
    comparedColumns(table, values)
      .sort()
      .map((column) => [column, values[column]]),
    named,
  ])
}

/**
 * The row with the ids of one file. What a memo mentions and `idOf` does not know becomes plain words; of a reference,
 * `idOf` knows all (the caller has asked `referred`).
 */
export function rowOf(
  references: readonly Reference[],
  table: RowTable,
  portable: PortableRow,
  idOf: IdOf,
  revisionOf: (documentId: number) => number,
): Row {
  const row = mapReferences(references, portable.values, (parent, guid) => idOf(parent, String(guid)))
  if (!isWritten(table)) return row
  const body = parseMemoBody(String(portable.values['body']))
  if (body === null) throw new Error('a memo that cannot be read was to be written')
  const idNumbered = (number: number): number | null => {
    const [target, guid] = portable.named[number - 1] ?? []
    return target === undefined || guid === undefined ? null : idOf(target as LoggedTable, guid)
  }
  const mapped = mapMemoReferences(body, {
    reference: (reference) => {
      const id = idNumbered(reference.id)
      return id === null ? null : { ...reference, id }
    },
    passage: (passage) => {
      const documentId = idNumbered(passage.documentId)
      return documentId === null ? null : { ...passage, documentId, revisionId: revisionOf(documentId) }
    },
  })
  return { ...row, body: JSON.stringify(mapped), plain: plainOfMemo(mapped) }
}

/** What the row cannot be without: everything its columns refer to. */
export function referred(references: readonly Reference[], { values }: PortableRow): [LoggedTable, string][] {
  return references.flatMap(({ column, parent }): [LoggedTable, string][] => {
    const guid = values[column]
    return typeof guid === 'string' ? [[parent, guid]] : []
  })
}
