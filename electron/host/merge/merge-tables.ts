import { anchoredTables, type AnchoredTable } from '../../../shared/text/anchored-tables.ts'
import { LOGGED_TABLES, type LoggedTable } from '../database/schema.ts'
import type { Row } from './references.ts'

/**
 * What a bring-back does with the rows of each table. `own`: the returning coder's rows come as they are. `shared`: changes
 * are proposals. `needed`: new ones come with the rows that refer to them, changes are proposals.
 */
const KINDS = {
  coder: 'needed',
  wave: 'shared',
  case_unit: 'shared',
  affair: 'needed',
  code: 'shared',
  code_text: 'shared',
  framework: 'shared',
  document: 'shared',
  speaker: 'shared',
  case_span: 'shared',
  attribute: 'shared',
  attribute_value: 'shared',
  decision: 'own',
  coding: 'own',
  episode: 'own',
  episode_primary: 'own',
  memo: 'own',
  summary: 'own',
  summary_coding: 'own',
  assignment: 'own',
} as const satisfies Partial<Record<LoggedTable, 'own' | 'shared' | 'needed'>>

export type RowTable = keyof typeof KINDS
export type MergeKind = (typeof KINDS)[RowTable]

export function isMerged(table: LoggedTable): table is RowTable {
  return Object.hasOwn(KINDS, table)
}

/** The tables whose rows are merged one by one; parents come before children. */
export const ROW_TABLES: readonly RowTable[] = LOGGED_TABLES.filter(isMerged)

export function mergeKindOf(table: RowTable): MergeKind {
  return KINDS[table]
}

/** Rows of another table whose coder a row belongs to. */
const OWNED_THROUGH: Partial<Record<LoggedTable, { readonly column: string; readonly parent: LoggedTable }>> = {
  episode_primary: { column: 'episode_id', parent: 'episode' },
  summary_coding: { column: 'summary_id', parent: 'summary' },
}

export function ownedThrough(table: RowTable): { readonly column: string; readonly parent: LoggedTable } | undefined {
  return OWNED_THROUGH[table]
}

interface Part {
  readonly table: RowTable
  /** Which names the whole. */
  readonly column: string
}

/** Rows that are nothing without the row that they belong to: where that one stays, they stay; they come and go with it. */
const PARTS: Partial<Record<LoggedTable, readonly Part[]>> = {
  case_unit: [{ table: 'attribute_value', column: 'case_id' }],
  code: [{ table: 'code_text', column: 'code_id' }],
  document: [
    { table: 'speaker', column: 'document_id' },
    { table: 'case_span', column: 'document_id' },
    { table: 'attribute_value', column: 'document_id' },
  ],
  episode: [{ table: 'episode_primary', column: 'episode_id' }],
  summary: [{ table: 'summary_coding', column: 'summary_id' }],
}

export function partsOf(table: LoggedTable): readonly Part[] {
  return PARTS[table] ?? []
}

/** The object as a part of which a shared row is accepted: a code's wording with the code, a speaker with the transcript. */
export function wholeOf(table: RowTable, row: Row): { readonly table: RowTable; readonly id: number } | null {
  switch (table) {
    case 'code_text':
      return { table: 'code', id: Number(row['code_id']) }
    case 'speaker':
    case 'case_span':
      return { table: 'document', id: Number(row['document_id']) }
    case 'attribute_value':
      return row['case_id'] === null
        ? { table: 'document', id: Number(row['document_id']) }
        : { table: 'case_unit', id: Number(row['case_id']) }
    default:
      return null
  }
}

/** Columns that are merged, where it is not all of them. The rest of a document is each copy's own, or goes with its text. */
const MERGED: Partial<Record<LoggedTable, readonly string[]>> = {
  document: ['name', 'language', 'wave_id', 'interview_date'],
  coder: ['name', 'initials', 'colour', 'kind'],
}

/** Columns that say nothing of their own: order within each copy, moments, checksums. They are written, never compared. */
const UNCOMPARED: Partial<Record<LoggedTable, readonly string[]>> = {
  coding: ['quote_hash', 'created_at', 'modified_at'],
  memo: ['plain', 'created_at', 'modified_at'],
  summary: ['plain', 'modified_at'],
  code: ['sort_key', 'redefined_at'],
  case_unit: ['sort_key'],
}

/** Columns of a row that is here already which stay as they are here. */
const KEPT: Partial<Record<LoggedTable, readonly string[]>> = {
  code: ['sort_key'],
  case_unit: ['sort_key'],
}

/** What a merge writes of a row besides its place: no id, no guid. */
export function writtenColumns(table: RowTable, row: Row, as: 'insert' | 'update'): string[] {
  const merged = MERGED[table]
  const kept = as === 'update' ? (KEPT[table] ?? []) : []
  return Object.keys(row).filter(
    (column) =>
      column !== 'id' &&
      column !== 'guid' &&
      !kept.includes(column) &&
      !(isPlaced(table) && (column === 'start' || column === 'end')) &&
      (merged === undefined || merged.includes(column)),
  )
}

/** What is compared of a row besides its place. */
export function comparedColumns(table: RowTable, row: Row): string[] {
  const uncompared = UNCOMPARED[table] ?? []
  return writtenColumns(table, row, 'update').filter((column) => !uncompared.includes(column))
}

export type PlacedTable = Exclude<AnchoredTable, 'turn' | 'section'>

const PLACED: ReadonlySet<string> = new Set(
  anchoredTables.map(({ table }) => table).filter((table) => table !== 'turn' && table !== 'section'),
)

/** Whether rows of the table stand on words of a text, each by itself. */
export function isPlaced(table: LoggedTable): table is PlacedTable {
  return PLACED.has(table)
}

/** From a row's first offset to its last; null where it owns the whole document. */
export type Place = readonly [start: number, end: number] | null

export function placeOf(table: LoggedTable, row: Row): Place {
  if (!isPlaced(table) || row['start'] === null || row['start'] === undefined || row['end'] === null) return null
  return [Number(row['start']), Number(row['end'])]
}

export function isSamePlace(one: Place | undefined, other: Place | undefined): boolean {
  return one?.[0] === other?.[0] && one?.[1] === other?.[1]
}
