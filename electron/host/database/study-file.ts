import { randomUUID } from 'node:crypto'
import { installChangeLog } from './change-log.ts'
import { connectReader, connectWriter, type OpenConnection, type ReadableDb, type WritableDb } from './open.ts'
import { insert } from './rows.ts'
import { runOperation } from './operation.ts'
import { APPLICATION_ID, FORMAT, SCHEMA } from './schema.ts'

export interface NewStudy {
  readonly name: string
  readonly languages: readonly string[]
}

/** Makes an empty study file at `path` (which must not exist) and opens it for writing. */
export function createStudyFile(path: string, study: NewStudy): OpenConnection<WritableDb> {
  const db = connectWriter(path, false)
  db.exec(`PRAGMA application_id = ${APPLICATION_ID}`)
  db.exec(`PRAGMA user_version = ${FORMAT}`)
  configureWriter(db)
  db.exec('BEGIN')
  for (const statement of SCHEMA) db.exec(statement)
  db.exec('COMMIT')
  installChangeLog(db)
  const guid = randomUUID()
  runOperation(db, { coderId: null, name: 'study.create', at: Date.now() }, () => {
    insert(db, 'meta', {
      id: 1,
      study_guid: guid,
      copy_guid: randomUUID(),
      parent_copy_guid: null,
      format: FORMAT,
      name: study.name,
      languages: JSON.stringify(study.languages),
      settings: '{}',
    })
    return { value: null, label: { code: 'studyCreate', params: { name: study.name } } }
  })
  return db
}

export function openStudyWriter(path: string): OpenConnection<WritableDb> {
  const db = connectWriter(path, true)
  configureWriter(db)
  installChangeLog(db)
  return db
}

export function openStudyReader(path: string): OpenConnection<ReadableDb> {
  return connectReader(path)
}

function configureWriter(db: WritableDb): void {
  db.exec('PRAGMA journal_mode = WAL')
  db.exec('PRAGMA synchronous = FULL')
  db.exec('PRAGMA secure_delete = ON')
}
