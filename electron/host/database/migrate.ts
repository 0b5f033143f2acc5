import { fail } from '../errors.ts'
import type { WritableDb } from './db.ts'
import { newestOf, type Formats } from './formats.ts'

/**
 * Brings a study of an older format to the newest, all steps in one transaction: a failure leaves it as it was. The
 * caller has made a backup. A migration is a barrier of undo: what came before was written for other tables.
 */
export function migrate(db: WritableDb, formats: Formats, from: number, at: number): void {
  const to = newestOf(formats)
  // Steps that rebuild a table would trip over references to it; they are all checked before the commit instead.
  db.exec('PRAGMA foreign_keys = OFF')
  db.exec('BEGIN IMMEDIATE')
  try {
    for (const migration of formats.migrations) if (migration.to > from) migration.up(db)
    const broken = db.rows<[string]>('PRAGMA foreign_key_check')
    if (broken.length > 0) fail('study_damaged', { file: broken[0]?.[0] ?? '' })
    db.run('UPDATE meta SET format = ?', to)
    db.run(
      `INSERT INTO operation (coder_id, name, label, at, undoes, barrier, schema_version) VALUES (NULL, ?, ?, ?, NULL, 1, ?)`,
      'study.migrate',
      JSON.stringify({ code: 'studyMigrate', params: { from, to } }),
      at,
      to,
    )
    db.exec(`PRAGMA user_version = ${to}`)
    db.exec('COMMIT')
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK')
    throw error
  } finally {
    db.exec('PRAGMA foreign_keys = ON')
  }
}
