import type { WritableDb } from '../../../electron/host/database/db.ts'
import { runOperation } from '../../../electron/host/database/operation.ts'
import { insert } from '../../../electron/host/database/rows.ts'

/** Runs one operation whose label does not matter. */
export function operate<T>(db: WritableDb, coderId: number | null, body: () => T): T {
  return runOperation(db, { coderId, name: 'test', at: 1 }, () => ({
    value: body(),
    label: { code: 'test', params: {} },
  })).value
}

/** Adds a person and returns their id. */
export function addCoder(db: WritableDb, name: string): number {
  return operate(db, null, () => insert(db, 'coder', { name, initials: 'X', colour: '#000000', kind: 'person' }))
}
