import type { MergeSide } from './merge-side.ts'
import { isPlaced, placeOf, type Place, type RowTable } from './merge-tables.ts'
import type { WordedRow } from './merge-words.ts'
import { portableRow } from './portable-row.ts'

/** Where a row of the study lies in its text; null: on no words, or not there. */
export function placeInStudy(ours: MergeSide, table: RowTable, guid: string): Place {
  const row = isPlaced(table) ? ours.row(table, guid) : undefined
  return row === undefined ? null : placeOf(table, row)
}

/** A row of the study with the words it stands on; null where it is not there. */
export function wordedRow(ours: MergeSide, table: RowTable, guid: string): WordedRow | null {
  const row = ours.row(table, guid)
  if (row === undefined) return null
  const portable = portableRow(ours.references[table], table, row, (parent, id) => ours.guidOf(parent, id))
  if (!isPlaced(table)) return { row: portable, quote: null }
  const place = placeOf(table, row)
  const document = ours.guidOf('document', Number(row['document_id']))
  const revision = document === null ? undefined : ours.revisionOf(document)
  const text = revision === undefined ? undefined : ours.textOf(revision)
  return { row: portable, quote: place === null || text === undefined ? null : text.slice(...place) }
}
