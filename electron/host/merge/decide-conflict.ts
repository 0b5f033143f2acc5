import type { Out, Parsed } from '../../../shared/contract/contract.ts'
import type { MergeObstacle } from '../../../shared/contract/merge.ts'
import { writeCorrection } from '../correction/write-correction.ts'
import type { CommandContext } from '../context.ts'
import { nameOfRow } from '../database/names.ts'
import { remove, update } from '../database/rows.ts'
import type { LoggedTable } from '../database/schema.ts'
import { fail } from '../errors.ts'
import { correctionTo, placeNow, stateOfRow, stateOfText, type ConflictState } from './conflict-state.ts'
import { MergeSide } from './merge-side.ts'
import { partsOf } from './merge-tables.ts'
import { readConflict, type StoredConflict } from './stored-conflict.ts'
import { idOf, RowWriter } from './write-merge.ts'

const REFUSALS: Record<MergeObstacle, (name: string) => never> = {
  in_use: (name) => fail('conflict_in_use', { name }),
  missing: (name) => fail('conflict_missing', { name }),
  label_taken: (name) => fail('conflict_label_taken', { name }),
  turns: (name) => fail('conflict_turns', { name }),
}

/** Closes a conflict: as it is here, or with their version in its place. */
export function decideConflict(
  context: CommandContext,
  { id, verdict }: Parsed<'conflict.decide'>,
): Out<'conflict.decide'> {
  const { db, seen, coderId } = context
  const row =
    seen.db.get<{ table: string; guid: string; theirs: string | null; coderId: number; verdict: string | null }>(
      `SELECT table_name AS "table", row_guid AS guid, theirs, coder_id AS coderId, verdict FROM conflict WHERE id = ?`,
      id,
    ) ?? fail('conflict_gone')
  if (row.verdict !== null) fail('conflict_decided')
  const conflict = readConflict(row.table, row.theirs) ?? fail('conflict_gone')
  const ours = new MergeSide(db)
  context.describe({ name: nameOf(ours, conflict.kind === 'text' ? 'document' : conflict.table, row.guid) })
  if (verdict === 'theirs') takeTheirs(context, ours, row.guid, conflict, row.coderId)
  update(db, 'conflict', id, { verdict, decided_by: coderId })
  return {}
}

function nameOf(ours: MergeSide, table: LoggedTable, guid: string): string {
  const id = ours.idOf(table, guid) ?? ours.deleted(table).get(guid)
  return id === undefined ? '' : nameOfRow(ours.db, table, id)
}

function takeTheirs(
  context: CommandContext,
  ours: MergeSide,
  guid: string,
  conflict: StoredConflict,
  returnedBy: number,
): void {
  const state = conflict.kind === 'text' ? stateOfText(ours, guid, conflict) : stateOfRow(ours, guid, conflict)
  refuseObstacle(ours, state)
  if (state.now === 'equal') return
  if (conflict.kind === 'text') takeText(context, ours, guid, conflict, returnedBy)
  else takeRow(context, ours, guid, conflict)
}

function refuseObstacle(ours: MergeSide, { obstacle }: ConflictState): void {
  if (obstacle !== null) REFUSALS[obstacle.code](nameOf(ours, obstacle.table, obstacle.guid))
}

function takeRow(
  { db }: CommandContext,
  ours: MergeSide,
  guid: string,
  { table, theirs }: Extract<StoredConflict, { kind: 'row' }>,
): void {
  const id = ours.idOf(table, guid)
  if (theirs === null) {
    if (id === undefined) return
    for (const part of partsOf(table)) db.run(`DELETE FROM ${part.table} WHERE "${part.column}" = ?`, id)
    remove(db, table, id)
    return
  }
  const place = placeNow(ours, table, theirs)
  const writer = new RowWriter(db, (parent, wanted) => idOf(db, parent, wanted) ?? null)
  if (id === undefined) writer.insert(table, guid, theirs.row, place, null)
  else writer.update(table, guid, theirs.row, place)
}

function takeText(
  context: CommandContext,
  ours: MergeSide,
  document: string,
  conflict: Extract<StoredConflict, { kind: 'text' }>,
  returnedBy: number,
): void {
  const correction = correctionTo(ours, document, conflict)
  const revision = ours.revisionOf(document)
  if (correction === null || revision === undefined) fail('conflict_gone')
  const revisionId = ours.idOf('document_revision', revision) ?? fail('conflict_gone')
  const isFree = ours.idOf('document_revision', conflict.theirs.to) === undefined
  const origin = isFree ? { guid: conflict.theirs.to, coderId: returnedBy, at: context.now } : null
  writeCorrection(context, { ...correction, revisionId }, undefined, origin)
}
