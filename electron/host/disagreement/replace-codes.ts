import type { WritableDb } from '../database/db.ts'

/** Where codes become another one, what was decided on passages with them is found again under that. */
export function replaceInDecisions(db: WritableDb, going: readonly number[], into: number): void {
  const guidOf = (id: number): string => db.pluck<string>('SELECT guid FROM code WHERE id = ?', id) ?? ''
  const kept = guidOf(into)
  for (const guid of going.map(guidOf))
    db.run('UPDATE decision SET kind = replace(kind, ?, ?) WHERE instr(kind, ?) > 0', guid, kept, guid)
}
