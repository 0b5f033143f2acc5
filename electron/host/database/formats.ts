import { fail } from '../errors.ts'
import type { ReadableDb, WritableDb } from './db.ts'
import { MIGRATIONS, type Migration } from './migrations/migrations.ts'
import { connectMemory } from './open.ts'
import { SCHEMA } from './schema.ts'

/**
 * The formats of the study file: format 1 as text, each later one by its migration. New files are made the same way as
 * old ones are brought forward, so that the schema of a format has one text, whatever a file's history.
 */
export interface Formats {
  readonly first: readonly string[]
  readonly migrations: readonly Migration[]
}

export const FORMATS: Formats = { first: SCHEMA, migrations: MIGRATIONS }

/** The newest format. Throws where the migrations are not numbered 2, 3, 4 …. */
export function newestOf(formats: Formats): number {
  formats.migrations.forEach(({ to }, index) => {
    if (to !== index + 2) throw new Error(`migration ${index + 1} makes format ${to}, not ${index + 2}`)
  })
  return formats.migrations.length + 1
}

/** Makes the empty schema of `format` in an empty database. */
export function makeSchema(db: WritableDb, formats: Formats, format: number): void {
  for (const statement of formats.first) db.exec(statement)
  for (const migration of formats.migrations) if (migration.to <= format) migration.up(db)
}

/**
 * A study from a stranger carries nothing but our tables: its schema equals a fresh file's, text for text. Throws
 * `study_foreign_schema` (object) at the first trigger, view, table or index that is added, missing or different.
 */
export function refuseForeignSchema(db: ReadableDb, formats: Formats, format: number, file: string): void {
  const found = schemaOf(db)
  const expected = freshSchema(formats, format)
  for (const [object, text] of found) if (expected.get(object) !== text) fail('study_foreign_schema', { file, object })
  for (const object of expected.keys()) if (!found.has(object)) fail('study_foreign_schema', { file, object })
}

function freshSchema(formats: Formats, format: number): ReadonlyMap<string, string> {
  const db = connectMemory()
  try {
    makeSchema(db, formats, format)
    return schemaOf(db)
  } finally {
    db.close()
  }
}

function schemaOf(db: ReadableDb): Map<string, string> {
  return new Map(
    db
      .rows<[string, string, string, string | null]>('SELECT type, name, tbl_name, sql FROM sqlite_schema')
      .map(([type, name, table, sql]) => [`${type} ${name}`, JSON.stringify([table, sql])]),
  )
}
