import type { Message } from '../../../shared/contract/values.ts'
import type { WritableDb } from './db.ts'
import { FORMAT } from './schema.ts'

export interface OperationStart {
  /** null: Tianye itself (a new study's first rows, a person joining as coder). Nobody undoes those. */
  readonly coderId: number | null
  /** Name in the contract. */
  readonly name: string
  readonly at: number
  /** The operation that this one undoes (or, where that was an undo, redoes). */
  readonly undoes?: number
  /** Nothing before it can be undone: migrations, withdrawals, restores. */
  readonly barrier?: boolean
  /** Called with the error when the body or the commit has failed, while what it wrote can still be read. */
  readonly beforeRollback?: (error: unknown) => void
}

export interface OperationResult<T> {
  readonly value: T
  /** null where nothing logged changed: then no operation was written either. */
  readonly operationId: number | null
  readonly changes: number
}

/**
 * One command = one operation = one transaction. The body runs, its changes are logged by the triggers under the next
 * operation's id, and the operation's own row, with the label that the body's result makes possible, is written last.
 * If the body or the commit throws, nothing happened.
 */
export function runOperation<T>(
  db: WritableDb,
  start: OperationStart,
  body: () => { value: T; label: Message },
): OperationResult<T> {
  if (db.inTransaction) throw new Error('an operation within an operation')
  db.exec('BEGIN IMMEDIATE')
  try {
    const operationId = (db.pluck<number>(`SELECT seq FROM sqlite_sequence WHERE name = 'operation'`) ?? 0) + 1
    db.run('INSERT INTO logging (operation_id) VALUES (?)', operationId)
    const { value, label } = body()
    const changes = db.pluck<number>('SELECT count(*) FROM change WHERE operation_id = ?', operationId) ?? 0
    if (changes > 0)
      db.run(
        `INSERT INTO operation (id, coder_id, name, label, at, undoes, barrier, schema_version)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        operationId,
        start.coderId,
        start.name,
        JSON.stringify(label),
        start.at,
        start.undoes ?? null,
        start.barrier === true ? 1 : 0,
        FORMAT,
      )
    db.run('DELETE FROM logging')
    db.exec('COMMIT')
    return { value, operationId: changes > 0 ? operationId : null, changes }
  } catch (error) {
    if (db.inTransaction) rollBack(db, () => start.beforeRollback?.(error))
    throw error
  }
}

function rollBack(db: WritableDb, before: () => void): void {
  try {
    before()
  } finally {
    db.exec('ROLLBACK')
  }
}
