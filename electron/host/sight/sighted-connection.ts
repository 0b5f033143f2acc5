import { connectReader, type OpenConnection, type ReadableDb } from '../database/open.ts'
import type { Viewer } from './rule.ts'
import { sightViews } from './sight-views.ts'

/** A connection on which the study has only the rows that `viewer` may see. */
export function connectSighted(path: string, viewer: Viewer): OpenConnection<ReadableDb> {
  return connectReader(path, (db) => {
    for (const statement of sightViews(db, viewer)) db.exec(statement)
  })
}
