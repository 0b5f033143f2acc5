import type { Message } from '../../../shared/contract/values.ts'
import { fail } from '../errors.ts'
import { changesOf, type ChangeRow } from './change-log.ts'
import type { ReadableDb, SqlValue, WritableDb } from './db.ts'
import { runOperation, type OperationResult } from './operation.ts'
import { insert, remove, update } from './rows.ts'
import type { LoggedTable } from './schema.ts'

/**
 * Undo and redo, per coder and across restarts: what can be undone is read off the log, never kept beside it.
 *
 * An undo is a new operation that writes the before images in reverse order; a redo is the undo of an undo. History is
 * never rewritten.
 */
export interface UndoStacks {
  readonly undo: readonly number[]
  readonly redo: readonly number[]
}

/** The coder's operations that can be undone and redone, newest last, since the last barrier. */
export function undoStacks(db: ReadableDb, coderId: number): UndoStacks {
  const barrier = db.pluck<number>('SELECT coalesce(max(id), 0) FROM operation WHERE barrier = 1') ?? 0
  const undo: number[] = []
  let redo: number[] = []
  for (const [id, undoes] of db.rows<[number, number | null]>(
    'SELECT id, undoes FROM operation WHERE coder_id = ? AND id > ? ORDER BY id',
    coderId,
    barrier,
  )) {
    if (undoes === null) {
      undo.push(id)
      redo = []
    } else if (undo.at(-1) === undoes) {
      undo.pop()
      redo.push(id)
    } else if (redo.at(-1) === undoes) {
      redo.pop()
      undo.push(id)
    }
  }
  return { undo, redo }
}

/** The operation at the far end of a chain of undos and redos: the one whose label names what was done. */
export function rootOf(db: ReadableDb, operationId: number): number {
  let id = operationId
  for (;;) {
    const undoes = db.pluck<number | null>('SELECT undoes FROM operation WHERE id = ?', id)
    if (undoes === null || undoes === undefined) return id
    id = undoes
  }
}

/** Whether an operation's effect is in the study now: no standing operation undoes it. */
export function stands(db: ReadableDb, operationId: number): boolean {
  return !db
    .pluckAll<number>('SELECT id FROM operation WHERE undoes = ?', operationId)
    .some((undoing) => stands(db, undoing))
}

export interface UndoRequest {
  readonly coderId: number
  readonly name: 'history.undo' | 'history.redo'
  readonly at: number
}

/**
 * Undoes (or redoes) the coder's next operation. Throws `nothing_to_undo`, `nothing_to_redo`, or `undo_blocked` with
 * the kind of object and the coder whose later change stands on it; then nothing has changed.
 */
export function undoNext(db: WritableDb, request: UndoRequest): OperationResult<{ undone: number; label: Message }> {
  const stacks = undoStacks(db, request.coderId)
  const target = request.name === 'history.undo' ? stacks.undo.at(-1) : stacks.redo.at(-1)
  if (target === undefined) fail(request.name === 'history.undo' ? 'nothing_to_undo' : 'nothing_to_redo')
  const label = JSON.parse(
    db.pluck<string>('SELECT label FROM operation WHERE id = ?', rootOf(db, target)) ?? '{}',
  ) as Message
  return runOperation(db, { ...request, undoes: target }, () => {
    // Rows refer to each other in any order while they are put back; the commit checks all of it.
    db.exec('PRAGMA defer_foreign_keys = ON')
    const changes = changesOf(db, target)
    for (const change of changes) refuseIfBuiltUpon(db, change, target, request.coderId)
    for (const change of changes.toReversed()) revert(db, change)
    refuseIfReferredTo(db, changes)
    return { value: { undone: target, label }, label }
  })
}

/** Another coder's later change of the same row stands: undoing beneath it would change their work. */
function refuseIfBuiltUpon(db: ReadableDb, change: ChangeRow, target: number, coderId: number): void {
  for (const [operationId, coder] of db.rows<[number, string | null]>(
    `SELECT o.id, c.name FROM change h JOIN operation o ON o.id = h.operation_id LEFT JOIN coder c ON c.id = o.coder_id
     WHERE h.table_name = ? AND h.pk = ? AND h.operation_id > ? AND o.coder_id IS NOT ? AND o.undoes IS NULL`,
    change.table,
    change.pk,
    target,
    coderId,
  ))
    if (stands(db, operationId)) fail('undo_blocked', { object: change.table, coder: coder ?? '' })
}

function revert(db: WritableDb, change: ChangeRow): void {
  switch (change.kind) {
    case 'insert':
      return remove(db, change.table, change.pk)
    case 'delete':
      insert(db, change.table, change.before as Record<string, SqlValue>)
      return
    case 'update':
      return update(db, change.table, change.pk, change.before as Record<string, SqlValue>)
  }
}

/** A row made by the undone operation is in use by rows made later (by another coder, else they were undone first). */
function refuseIfReferredTo(db: ReadableDb, changes: readonly ChangeRow[]): void {
  const removedFrom = new Set(changes.filter((c) => c.kind === 'insert').map((c) => c.table))
  for (const parent of removedFrom)
    for (const child of childrenOf(db, parent)) {
      const column = child.column
      const orphan = db.get<{ id: number; coder: string | null }>(
        `SELECT x.id AS id, NULL AS coder FROM ${child.table} x
         WHERE x."${column}" IS NOT NULL AND x."${column}" IN (${idsOf(changes, parent)})
         AND NOT EXISTS (SELECT 1 FROM ${parent} p WHERE p.id = x."${column}") LIMIT 1`,
      )
      if (orphan !== undefined) fail('undo_blocked', { object: parent, coder: ownerOf(db, child.table, orphan.id) })
    }
}

function idsOf(changes: readonly ChangeRow[], table: LoggedTable): string {
  return changes
    .filter((c) => c.kind === 'insert' && c.table === table)
    .map((c) => c.pk)
    .join(', ')
}

function childrenOf(db: ReadableDb, parent: LoggedTable): { table: string; column: string }[] {
  return db.all<{ table: string; column: string }>(
    `SELECT m.name AS "table", f."from" AS "column" FROM sqlite_schema m, pragma_foreign_key_list(m.name) f
     WHERE m.type = 'table' AND f."table" = ? AND m.name <> 'change'`,
    parent,
  )
}

function ownerOf(db: ReadableDb, table: string, id: number): string {
  return (
    db.pluck<string>(
      `SELECT c.name FROM change h JOIN operation o ON o.id = h.operation_id JOIN coder c ON c.id = o.coder_id
       WHERE h.table_name = ? AND h.pk = ? ORDER BY h.id DESC LIMIT 1`,
      table,
      id,
    ) ?? ''
  )
}
