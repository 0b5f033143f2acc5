import type { MergeObstacle } from '../../../shared/contract/merge.ts'
import { forbiddenSplice } from '../../../shared/text/correctable.ts'
import { applySplices, composeSplices, type Splice } from '../../../shared/text/splices.ts'
import type { LoggedTable } from '../database/schema.ts'
import { turnsOf } from '../index/turns.ts'
import { MergedText } from './merged-texts.ts'
import type { MergeSide } from './merge-side.ts'
import { isPlaced, isSamePlace, partsOf, placeOf, type Place, type RowTable } from './merge-tables.ts'
import { contentKey, portableRow, referred } from './portable-row.ts'
import type { StoredConflict } from './stored-conflict.ts'

type RowConflict = Extract<StoredConflict, { kind: 'row' }>
type TextConflict = Extract<StoredConflict, { kind: 'text' }>

/** How a conflict stands to the study as it is now. */
export interface ConflictState {
  readonly now: 'differs' | 'equal' | 'gone'
  /** Why theirs cannot be taken, and the name of the table and guid to blame. */
  readonly obstacle: { readonly code: MergeObstacle; readonly table: LoggedTable; readonly guid: string } | null
}

/** Where their version stands in the text as it is now. */
export function placeNow(ours: MergeSide, table: RowTable, theirs: NonNullable<RowConflict['theirs']>): Place {
  const { place, revision, document_id: document } = theirs
  if (!isPlaced(table) || place === null || revision === null || document === null) return place
  const now = ours.revisionOf(document)
  if (now === undefined || now === revision) return place
  return new MergedText(document, [ours]).placesAlong(table, place, revision, now).get(now) ?? null
}

export function stateOfRow(ours: MergeSide, guid: string, { table, theirs }: RowConflict): ConflictState {
  const row = ours.row(table, guid)
  if (theirs === null) {
    if (row === undefined) return { now: 'equal', obstacle: null }
    const held = isHeld(ours, table, Number(row['id']))
    return { now: 'differs', obstacle: held ? { code: 'in_use', table, guid } : null }
  }
  const missing = referred(ours.references[table], theirs.row).find(
    ([parent, wanted]) => ours.idOf(parent, wanted) === undefined,
  )
  const label = table === 'code' ? (theirs.row.values['label'] ?? null) : null
  const taken =
    label === null
      ? undefined
      : ours.db.pluck<string>('SELECT guid FROM code WHERE label = ? AND guid <> ?', label, guid)
  const obstacle =
    missing !== undefined
      ? ({ code: 'missing', table: missing[0], guid: missing[1] } as const)
      : taken !== undefined
        ? ({ code: 'label_taken', table: 'code', guid: taken } as const)
        : null
  if (row === undefined) return { now: 'gone', obstacle: obstacle ?? wholeObstacle(table, guid) }
  const here = portableRow(ours.references[table], table, row, (parent, id) => ours.guidOf(parent, id))
  const isEqual =
    contentKey(table, here) === contentKey(table, theirs.row) &&
    isSamePlace(placeOf(table, row), placeNow(ours, table, theirs))
  return { now: isEqual ? 'equal' : 'differs', obstacle: isEqual ? null : obstacle }
}

/** A code's wording, a transcript's text: what makes them whole is not in the row, and has gone with it. */
function wholeObstacle(table: RowTable, guid: string): ConflictState['obstacle'] {
  return table === 'code' || table === 'document' ? { code: 'missing', table, guid } : null
}

/** Whether something hangs on the row that does not go with it. */
function isHeld(ours: MergeSide, table: RowTable, id: number): boolean {
  return Object.entries(ours.references).some(([child, references]) =>
    references.some(
      ({ parent, column }) =>
        parent === table &&
        !partsOf(table).some((part) => part.table === child && part.column === column) &&
        ours.db.pluck(`SELECT 1 FROM ${child} WHERE "${column}" = ? LIMIT 1`, id) !== undefined,
    ),
  )
}

/** Their text as a correction of the one that is here now; null where the document is gone. */
export function correctionTo(
  ours: MergeSide,
  document: string,
  { theirs: { from, splices } }: TextConflict,
): { readonly documentId: number; readonly before: string; readonly after: string; readonly splices: Splice[] } | null {
  const documentId = ours.idOf('document', document)
  const now = ours.revisionOf(document)
  if (documentId === undefined || now === undefined) return null
  const text = new MergedText(document, [ours])
  const before = text.textOf(now)
  const all = composeSplices(text.splices(now, from), splices)
  return { documentId, before, after: applySplices(before, all), splices: all }
}

export function stateOfText(ours: MergeSide, document: string, conflict: TextConflict): ConflictState {
  const correction = correctionTo(ours, document, conflict)
  if (correction === null) return { now: 'gone', obstacle: { code: 'missing', table: 'document', guid: document } }
  if (correction.before === correction.after) return { now: 'equal', obstacle: null }
  const forbidden = forbiddenSplice(correction.before, turnsOf(ours.db, correction.documentId), correction.splices)
  return { now: 'differs', obstacle: forbidden === null ? null : { code: 'turns', table: 'document', guid: document } }
}
