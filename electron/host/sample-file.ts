import { join } from 'node:path'
import type { Settings } from '../../shared/contract/study.ts'
import type { WritableDb } from './database/db.ts'
import { runOperation } from './database/operation.ts'
import { update } from './database/rows.ts'

/** Where the user's own copy of the sample study is kept. */
export function samplePathIn(userData: string): string {
  return join(userData, 'sample', 'sample.tianye')
}

/**
 * The sample belongs to whoever tries it: its one coder becomes the user, so that what they code adds to what is there
 * instead of standing beside it as a second coder's. A barrier, so that their undo starts with their own first step.
 */
export function giveSampleTo(db: WritableDb, person: Settings['coder']): void {
  const [only, ...others] = db.all<{ id: number; name: string }>(`SELECT id, name FROM coder WHERE kind = 'person'`)
  if (only === undefined || others.length > 0 || only.name === person.name) return
  runOperation(db, { coderId: null, name: 'study.openSample', at: Date.now(), barrier: true }, () => {
    update(db, 'coder', only.id, { ...person })
    return { value: null, label: { code: 'coderJoin', params: { name: person.name } } }
  })
}
