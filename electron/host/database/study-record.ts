import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { backupFolder } from './backups.ts'

/**
 * What Tianye remembers of a study beside the file, in its backup folder: how the file looked when it was last closed,
 * when it was last checked, and up to where it is backed up. A copy elsewhere has no such record and is checked anew.
 */
const recordSchema = z.object({
  size: z.number(),
  modified: z.number(),
  checkedAt: z.number(),
  /** `StudyFile.state` at the time of the last backup. */
  backedUp: z.string().nullable(),
})
export type StudyRecord = z.output<typeof recordSchema>

function pathOf(studyPath: string): string {
  return join(backupFolder(studyPath), 'record.json')
}

export function readRecord(studyPath: string): StudyRecord | null {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(pathOf(studyPath), 'utf8')))
  } catch {
    return null
  }
}

/** Writes the record of a study that has just been closed. A folder that cannot be written costs only a check. */
export function writeRecord(studyPath: string, known: Pick<StudyRecord, 'checkedAt' | 'backedUp'>): void {
  try {
    const { size, mtimeMs } = statSync(studyPath)
    mkdirSync(backupFolder(studyPath), { recursive: true, mode: 0o700 })
    writeFileSync(pathOf(studyPath), JSON.stringify({ size, modified: mtimeMs, ...known } satisfies StudyRecord))
  } catch {
    return
  }
}

/** Whether the file is as Tianye left it: nobody else has written to it or put another in its place. */
export function isAsLeft(studyPath: string, record: StudyRecord): boolean {
  const { size, mtimeMs } = statSync(studyPath)
  return size === record.size && mtimeMs === record.modified
}
