import type { Message } from '../../../shared/contract/values.ts'
import { fail } from '../errors.ts'
import { maySee } from '../sight/hidden-rows.ts'
import { changesOf, type ChangeRow } from './change-log.ts'
import type { ReadableDb, SqlValue, WritableDb } from './db.ts'
import { sqliteCode } from './file-errors.ts'
import { nameOfRow } from './names.ts'
import { revertAlike } from './revert-alike.ts'
import { correctionInTheWay } from './undo-corrections.ts'
import { runOperation, type OperationResult } from './operation.ts'
import { insert } from './rows.ts'
import type { LoggedTable } from './schema.ts'
import type { UndoLog } from './undo-log.ts'

/**
 * Undo and redo, per coder and across restarts. An undo is a new operation that writes the before images in reverse
 * order; a redo is the undo of an undo. History is never rewritten.
 */
export interface UndoRequest {
  readonly coderId: number
  readonly name: 'history.undo' | 'history.redo'
  readonly at: number
  /** The study as the coder may see it: what is hidden is not named. */
  readonly seen: ReadableDb
}

/**
 * Undoes (or redoes) the coder's next operation. Throws `nothing_to_undo`, `nothing_to_redo`, or `undo_blocked` with
 * the table and name of the object that stands in the way and the coder who made it so, or `undo_blocked_unseen` where
 * the coder may not know of it (blind coding); then nothing has changed.
 */
export function undoNext(
  db: WritableDb,
  log: UndoLog,
  { seen, ...request }: UndoRequest,
): OperationResult<{ undone: number; label: Message }> {
  const target = log.next(request.coderId, request.name === 'history.undo' ? 'undo' : 'redo')
  if (target === undefined) fail(request.name === 'history.undo' ? 'nothing_to_undo' : 'nothing_to_redo')
  const text = db.pluck<string>('SELECT label FROM operation WHERE id = ?', log.rootOf(target)) ?? '{}'
  const label = JSON.parse(text) as Message
  refuseIfBuiltUpon({ db, seen }, log, target, request.coderId)
  const correction = correctionInTheWay(db, log, target, request.coderId)
  if (correction !== null) {
    const document = { table: 'document', pk: correction.documentId } as const
    refuse({ db, seen }, { object: document, because: document }, correction.operationId)
  }

  const changes = changesOf(db, target)
  let obstacle: Obstacle | null = null
  let reverting: ChangeRow | null = null
  try {
    return runOperation(
      db,
      {
        ...request,
        undoes: target,
        beforeRollback: (error) => (obstacle = obstacleOf(db, error, changes, reverting)),
      },
      () => {
        // Rows refer to each other in any order while they are put back; the commit checks all of it.
        db.exec('PRAGMA defer_foreign_keys = ON')
        const images = imagesOf(db, target)
        const alike = revertAlike(db, changes)
        reverting = alike.blocked
        if (reverting !== null) throw new ChangedSince()
        for (const change of changes.toReversed()) {
          if (alike.reverted.has(change)) continue
          reverting = change
          revert(db, change, images.get(`${change.table} ${change.pk}`))
        }
        reverting = null
        return { value: { undone: target, label }, label }
      },
    )
  } catch (error) {
    if (obstacle === null) throw error
    return refuse({ db, seen }, obstacle)
  }
}

/** A row that does not let itself be put back or taken away, and the row whose later change is to blame. */
interface Obstacle {
  readonly object: Row
  readonly because: Row
}

interface Row {
  readonly table: LoggedTable
  readonly pk: number
}

/**
 * Another coder's later command on the same rows stands: undoing beneath it would change their work. Of a row that was
 * changed, only the same columns count. What a redo put back later is no newer than its command: there the values
 * decide, for a row must be as the operation left it (`revert`).
 */
function refuseIfBuiltUpon({ db, seen }: Eyes, log: UndoLog, target: number, coderId: number): void {
  const others = db.pluck<number>('SELECT 1 FROM operation WHERE id > ? AND coder_id IS NOT ? LIMIT 1', target, coderId)
  if (others === undefined) return
  for (const [table, pk, kind, before, laterKind, laterBefore, operationId] of db.rows<
    [LoggedTable, number, ChangeRow['kind'], string | null, ChangeRow['kind'], string | null, number]
  >(
    `SELECT t.table_name, t.pk, t.kind, t.before, h.kind, h.before, h.operation_id
     FROM change t JOIN change h ON h.table_name = t.table_name AND h.pk = t.pk AND h.operation_id > t.operation_id
     JOIN operation o ON o.id = h.operation_id
     WHERE t.operation_id = ? AND t.kind <> 'delete' AND o.coder_id IS NOT ? AND o.undoes IS NULL`,
    target,
    coderId,
  )) {
    const apart = kind === 'update' && laterKind === 'update' && !shareColumns(before, laterBefore)
    if (!apart && log.stands(operationId))
      refuse({ db, seen }, { object: { table, pk }, because: { table, pk } }, operationId)
  }
}

function shareColumns(a: string | null, b: string | null): boolean {
  const own = JSON.parse(a ?? '{}') as object
  return Object.keys(JSON.parse(b ?? '{}') as object).some((column) => Object.hasOwn(own, column))
}

/** The row is not as the operation left it. */
class ChangedSince extends Error {}

type Image = NonNullable<ChangeRow['before']>

/**
 * Rows that an undo or redo put back, as it put them back: what the operation it undoes had logged at their deletion.
 * Of rows that a command made, the log knows the key alone; but whoever changed them later, did so by a later command.
 */
function imagesOf(db: ReadableDb, operationId: number): ReadonlyMap<string, Image> {
  const undone = db.pluck<number | null>('SELECT undoes FROM operation WHERE id = ?', operationId)
  if (undone === null || undone === undefined) return new Map()
  return new Map(
    changesOf(db, undone).flatMap(({ kind, table, pk, before }): [string, Image][] =>
      kind === 'delete' && before !== null ? [[`${table} ${pk}`, before]] : [],
    ),
  )
}

function revert(db: WritableDb, { table, pk, kind, before, after }: ChangeRow, image: Image | undefined): void {
  switch (kind) {
    case 'insert': {
      const as = Object.entries(image ?? { id: pk })
      const sql = `DELETE FROM ${table} WHERE ${as.map(([column]) => `"${column}" IS ?`).join(' AND ')}`
      if (db.run(sql, ...as.map(([, value]) => value)).changes === 0) throw new ChangedSince()
      return
    }
    case 'delete':
      insert(db, table, before ?? {})
      return
    case 'update': {
      const columns = Object.keys(before ?? {})
      const { changes } = db.run(
        `UPDATE ${table} SET ${columns.map((c) => `"${c}" = ?`).join(', ')}
         WHERE id = ? AND ${columns.map((c) => `"${c}" IS ?`).join(' AND ')}`,
        ...columns.map((c) => before?.[c] ?? null),
        pk,
        ...columns.map((c) => after?.[c] ?? null),
      )
      if (changes === 0) throw new ChangedSince()
    }
  }
}

/**
 * What made a revert or its commit fail, read while the transaction still stands: a value that must be unique is taken
 * by now, or a row that was put back (taken away) refers to one that is gone (is referred to by one made later).
 */
function obstacleOf(
  db: ReadableDb,
  error: unknown,
  changes: readonly ChangeRow[],
  reverting: ChangeRow | null,
): Obstacle | null {
  if (error instanceof ChangedSince && reverting !== null) return { object: reverting, because: reverting }
  switch (sqliteCode(error)) {
    case 'SQLITE_CONSTRAINT_UNIQUE':
      return reverting === null ? null : { object: reverting, because: holderOf(db, reverting) ?? reverting }
    case 'SQLITE_CONSTRAINT_FOREIGNKEY':
      return brokenReference(db, changes)
    default:
      return null
  }
}

function brokenReference(db: ReadableDb, changes: readonly ChangeRow[]): Obstacle | null {
  const [broken] = db.rows<[LoggedTable, number, LoggedTable, number]>('PRAGMA foreign_key_check')
  if (broken === undefined) return null
  const [table, pk, parent, key] = broken
  const column = db.pluck<string>('SELECT "from" FROM pragma_foreign_key_list(?) WHERE id = ?', table, key) ?? ''
  const parentPk = db.pluck<number>(`SELECT "${column}" FROM "${table}" WHERE id = ?`, pk) ?? 0
  const object = { table: parent, pk: parentPk }
  const isTakenAway = changes.some((change) => change.kind === 'insert' && is(change, object))
  return { object, because: isTakenAway ? { table, pk } : object }
}

function is(a: Row, b: Row): boolean {
  return a.table === b.table && a.pk === b.pk
}

/** The row that has the unique value which `change` would bring back. */
function holderOf(db: ReadableDb, change: ChangeRow): Row | null {
  const wanted = change.before ?? {}
  for (const index of db.pluckAll<string>(`SELECT name FROM pragma_index_list(?) WHERE "unique" = 1`, change.table)) {
    const columns = db.pluckAll<string>('SELECT name FROM pragma_index_info(?)', index)
    const own = db.get<Record<string, SqlValue>>(`SELECT * FROM ${change.table} WHERE id = ?`, change.pk) ?? {}
    const values = columns.map((column) => wanted[column] ?? own[column] ?? null)
    const pk = db.pluck<number>(
      `SELECT id FROM ${change.table} WHERE ${columns.map((c) => `"${c}" = ?`).join(' AND ')} AND id <> ?`,
      ...values,
      change.pk,
    )
    if (pk !== undefined) return { table: change.table, pk }
  }
  return null
}

/** All of the study, and what the coder may see of it. */
interface Eyes {
  readonly db: ReadableDb
  readonly seen: ReadableDb
}

/** Throws `undo_blocked` or `undo_blocked_unseen`. `operationId`: the operation to blame; else the last one that changed the row to blame. */
function refuse({ db, seen }: Eyes, { object, because }: Obstacle, operationId?: number): never {
  const blamed =
    operationId ??
    db.pluck<number>('SELECT max(operation_id) FROM change WHERE table_name = ? AND pk = ?', because.table, because.pk)
  const coder = db.pluck<string>(
    'SELECT c.name FROM operation o JOIN coder c ON c.id = o.coder_id WHERE o.id = ?',
    blamed ?? 0,
  )
  const isSeen = maySee(seen, object.table, object.pk) && maySee(seen, because.table, because.pk)
  if (!isSeen || seen.pluck<number>('SELECT 1 FROM operation WHERE id = ?', blamed ?? 0) === undefined)
    fail('undo_blocked_unseen')
  fail('undo_blocked', { object: object.table, name: nameOfRow(db, object.table, object.pk), coder: coder ?? '' })
}
