import { chmodSync, copyFileSync, existsSync, realpathSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { ReadableDb } from '../database/db.ts'
import { withDamageErrors, withFileErrors } from '../database/file-errors.ts'
import { FORMATS, newestOf } from '../database/formats.ts'
import { readFormat } from '../database/header.ts'
import { isHeldHere, takeLock } from '../database/lock.ts'
import { connectReader } from '../database/open.ts'
import { openStudyWriter } from '../database/study-file.ts'
import type { StudyWriter } from '../database/study-writer.ts'
import { fail, UserError } from '../errors.ts'
import type { OpenStudy } from '../open-study.ts'
import { makePrivateFolder } from './private-folder.ts'

/** A colleague's file that came back, opened to be read. It is read from a private copy: their file stays as it is. */
export interface ReturnedStudy {
  readonly db: ReadableDb
  readonly fileName: string
  /** To whom it was handed, by their id in that file; milliseconds since 1970 UTC. */
  readonly coderId: number
  readonly handedOutAt: number
  close(): void
}

/**
 * Opens a file that was handed out of `ours` (or out of another copy of the same study). Throws what opening a study
 * throws, `merge_same_copy`, `merge_other_study` and `merge_not_handed_out`.
 */
export async function openReturnedStudy(path: string, ours: OpenStudy, userData: string): Promise<ReturnedStudy> {
  const fileName = basename(path)
  const target = withFileErrors(fileName, () => {
    if (statSync(path, { throwIfNoEntry: false }) === undefined) fail('file_vanished', { file: fileName })
    return realpathSync(path)
  })
  if (target === ours.path) fail('merge_same_copy', { file: fileName })
  // A file that this process has open is no stranger, and opening it again beside SQLite would drop its locks.
  if (!isHeldHere(target)) readFormat(target, newestOf(FORMATS))
  const folder = makePrivateFolder(userData)
  let file: StudyWriter | null = null
  const close = (): void => {
    file?.close()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const copy = join(folder, fileName)
    await copyStudy(target, copy)
    file = await openStudyWriter(copy)
    const { db } = file
    if (withDamageErrors(fileName, () => db.rows('PRAGMA foreign_key_check')).length > 0)
      fail('study_damaged', { file: fileName })
    return { db, fileName, ...refuseOthers(db, ours.db, fileName), close }
  } catch (error) {
    close()
    throw error
  }
}

/** Where nobody writes it, the file and what a crash left in its log; else as SQLite copies an open database. */
async function copyStudy(from: string, to: string): Promise<void> {
  const file = basename(from)
  const lock = lockIfFree(from)
  if (lock === 'taken') {
    const reader = withDamageErrors(file, () => connectReader(from))
    try {
      await reader.backup(to)
    } finally {
      reader.close()
    }
    return
  }
  try {
    withFileErrors(file, () => {
      for (const suffix of ['', '-wal', '-journal'])
        if (existsSync(from + suffix)) {
          copyFileSync(from + suffix, to + suffix)
          chmodSync(to + suffix, 0o600)
        }
    })
  } finally {
    if (lock !== null) lock.release()
  }
}

/** null: the folder can only be read, so nobody writes there. */
function lockIfFree(path: string): ReturnType<typeof takeLock> | 'taken' | null {
  try {
    return takeLock(path)
  } catch (error) {
    return error instanceof UserError && error.code === 'study_open_elsewhere' ? 'taken' : null
  }
}

const metaSchema = z.object({ study: z.string().min(1), copy: z.string().min(1) })
const handOutSchema = z.object({
  coderId: z.int().positive(),
  name: z.literal('merge.handOut'),
  barrier: z.literal(1),
  at: z.int().min(0),
})

function refuseOthers(db: ReadableDb, ours: ReadableDb, file: string): Pick<ReturnedStudy, 'coderId' | 'handedOutAt'> {
  const identity = 'SELECT study_guid AS study, copy_guid AS copy FROM meta WHERE id = 1'
  const here = metaSchema.parse(ours.get(identity))
  const there = metaSchema.safeParse(db.get(identity))
  if (!there.success || there.data.study !== here.study) fail('merge_other_study', { file })
  if (there.data.copy === here.copy) fail('merge_same_copy', { file })
  const first = handOutSchema.safeParse(
    db.get('SELECT coder_id AS coderId, name, barrier, at FROM operation ORDER BY id LIMIT 1'),
  )
  if (!first.success) fail('merge_not_handed_out', { file })
  return { coderId: first.data.coderId, handedOutAt: first.data.at }
}
