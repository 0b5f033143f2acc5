import { statSync } from 'node:fs'
import { connectWriter } from './open.ts'

/**
 * Takes away the empty log and its index that reading a study leaves beside the file, for a reader may delete nothing:
 * whoever looks into the folder finds the one file. SQLite does it itself when the last connection that may write is
 * closed; where somebody has the study open, this one is not the last, and nothing happens.
 */
export function removeEmptyLog(studyPath: string): void {
  if (statSync(`${studyPath}-wal`, { throwIfNoEntry: false })?.size !== 0) return
  try {
    const connection = connectWriter(studyPath, true)
    try {
      connection.pluck('SELECT count(*) FROM sqlite_schema')
    } finally {
      connection.close()
    }
  } catch {
    // A folder or a file that one may only read: then the two small files stay.
  }
}
