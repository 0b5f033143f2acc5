import type { Out, Parsed } from '../../../shared/contract/contract.ts'
import type { ConflictRow } from '../../../shared/contract/merge.ts'
import type { QueryContext } from '../context.ts'
import { nameOfRow } from '../database/names.ts'
import type { LoggedTable } from '../database/schema.ts'
import { correctionTo, placeNow, stateOfRow, stateOfText } from './conflict-state.ts'
import { MergeSide } from './merge-side.ts'
import { isPlaced, type Place } from './merge-tables.ts'
import { fieldsOf, fieldsOfText, nameInWords, placeOfText, type WordedRow } from './merge-words.ts'
import { readConflict, type StoredConflict } from './stored-conflict.ts'
import { placeInStudy, wordedRow } from './worded-row.ts'

interface Listed {
  readonly id: number
  readonly table: string
  readonly guid: string
  readonly theirs: string | null
  readonly coderId: number
  readonly coder: string
  readonly at: number
  readonly verdict: ConflictRow['verdict']
  readonly decidedBy: string | null
}

const STATUS = {
  open: 'f.verdict IS NULL',
  decided: 'f.verdict IS NOT NULL',
  all: '1',
} as const satisfies Record<Parsed<'conflict.list'>['status'], string>

/** The conflicts with both versions in words. One that this version of Tianye cannot read is not listed. */
export function listConflicts(
  { db }: QueryContext,
  { status, offset, limit }: Parsed<'conflict.list'>,
): Out<'conflict.list'> {
  const ours = new MergeSide(db)
  const count = (where: string): number => db.pluck<number>(`SELECT count(*) FROM conflict f WHERE ${where}`) ?? 0
  const conflicts = db
    .all<Listed>(
      `SELECT f.id, f.table_name AS "table", f.row_guid AS guid, f.theirs, f.coder_id AS coderId, c.name AS coder, f.at,
         f.verdict, d.name AS decidedBy
       FROM conflict f JOIN coder c ON c.id = f.coder_id LEFT JOIN coder d ON d.id = f.decided_by
       WHERE ${STATUS[status]} ORDER BY f.verdict IS NOT NULL, f.id LIMIT ? OFFSET ?`,
      limit,
      offset,
    )
    .flatMap((row) => {
      const stored = readConflict(row.table, row.theirs)
      if (stored === null) return []
      const { id, coderId, coder, at, verdict, decidedBy } = row
      return [{ id, coderId, coder, at, verdict, decidedBy, ...inWords(ours, row.guid, stored) }]
    })
  return { total: count(STATUS[status]), open: count(STATUS.open), conflicts }
}

type Where = Pick<ConflictRow, 'documentId' | 'document' | 'start' | 'end'>
type Worded = Where & Pick<ConflictRow, 'kind' | 'table' | 'name' | 'fields' | 'now' | 'blocked'>

function inWords(ours: MergeSide, guid: string, stored: StoredConflict): Worded {
  const nameOf = (table: LoggedTable, of: string): string => {
    const id = ours.idOf(table, of) ?? ours.deleted(table).get(of)
    return id === undefined ? '' : nameOfRow(ours.db, table, id)
  }
  if (stored.kind === 'text') {
    const { now, obstacle } = stateOfText(ours, guid, stored)
    const name = nameOf('document', guid)
    const { before = '', splices = [] } = correctionTo(ours, guid, stored) ?? {}
    return {
      kind: 'changed',
      table: 'text',
      name,
      ...whereOf(ours, guid, placeOfText(splices), nameOf),
      fields: fieldsOfText(before, splices),
      now,
      blocked: obstacle?.code ?? null,
    }
  }
  const { table, theirs } = stored
  const { now, obstacle } = stateOfRow(ours, guid, stored)
  const here = wordedRow(ours, table, guid)
  const there = theirs === null ? null : { row: theirs.row, quote: quoteOf(ours, table, theirs) }
  const place = here === null && theirs !== null ? placeNow(ours, table, theirs) : placeInStudy(ours, table, guid)
  const of = here ?? there
  return {
    kind: theirs === null ? 'removed_there' : 'changed',
    table,
    name: of === null ? nameOf(table, guid) : nameInWords(table, nameOf(table, guid), of),
    ...whereOf(ours, theirs?.document_id ?? documentGuid(here), place, nameOf),
    fields: fieldsOf({ references: ours.references[table], nameOf }, table, here, there),
    now,
    blocked: obstacle?.code ?? null,
  }
}

function documentGuid(here: WordedRow | null): string | null {
  const guid = here?.row.values['document_id']
  return typeof guid === 'string' ? guid : null
}

function whereOf(
  ours: MergeSide,
  guid: string | null,
  place: Place,
  nameOf: (table: LoggedTable, guid: string) => string,
): Where {
  const documentId = guid === null ? undefined : ours.idOf('document', guid)
  if (documentId === undefined || guid === null) return { documentId: null, document: null, start: null, end: null }
  const [start, end] = place ?? [null, null]
  return { documentId, document: nameOf('document', guid), start, end }
}

function quoteOf(
  ours: MergeSide,
  table: Extract<StoredConflict, { kind: 'row' }>['table'],
  theirs: NonNullable<Extract<StoredConflict, { kind: 'row' }>['theirs']>,
): string | null {
  if (!isPlaced(table) || theirs.document_id === null) return null
  const place = placeNow(ours, table, theirs)
  const revision = ours.revisionOf(theirs.document_id)
  const text = revision === undefined ? undefined : ours.textOf(revision)
  return place === null || text === undefined ? null : text.slice(...place)
}
