import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fail } from '../errors.ts'
import { installChangeLog } from './change-log.ts'
import { withDamageErrors, withFileErrors } from './file-errors.ts'
import { FORMATS, makeSchema, newestOf, refuseForeignSchema, type Formats } from './formats.ts'
import { hasBytes, readFormat } from './header.ts'
import { isHeldHere, takeLock, type StudyLock } from './lock.ts'
import { isOnNetwork, type Statfs } from './network-folder.ts'
import { connectReader, connectWriter, type OpenConnection, type ReadableDb, type WritableDb } from './open.ts'
import { runOperation } from './operation.ts'
import { insert } from './rows.ts'
import { APPLICATION_ID } from './schema.ts'
import { isAsLeft, readRecord } from './study-record.ts'
import { StudyWriter } from './study-writer.ts'

export interface NewStudy {
  readonly name: string
  readonly languages: readonly string[]
  /** The first rows (codebook, framework), in the same operation. */
  readonly fill?: (db: WritableDb) => void
}

/** What tests put in the place of the machine. */
export interface OpenOptions {
  readonly formats?: Formats
  readonly statfs?: Statfs
  readonly now?: number
}

const WEEK = 7 * 86_400_000

/**
 * Makes a study file at `path` and opens it for writing. What stood there is replaced, once the new file is complete:
 * the caller has asked. Throws `study_open_elsewhere`, `no_write_permission`, `disk_full`, `file_vanished` (the folder).
 */
export async function createStudyFile(path: string, study: NewStudy, options: OpenOptions = {}): Promise<StudyWriter> {
  const file = basename(path)
  const { target, lock } = withFileErrors(file, () => {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) fail('not_a_study', { file })
    const target = join(realpathSync(dirname(path)), file)
    return { target, lock: takeLock(target) }
  })
  const unfinished = `${target}.new`
  try {
    withFileErrors(file, () => {
      rmSync(unfinished, { force: true })
      writeNewStudy(unfinished, study, options)
      bringToDisk(unfinished)
      // A log of the file that stood here would be taken for the new one's.
      for (const suffix of ['-wal', '-shm', '-journal']) rmSync(target + suffix, { force: true })
      renameSync(unfinished, target)
    })
  } catch (error) {
    rmSync(unfinished, { force: true })
    lock.release()
    throw error
  }
  return openLocked(target, lock, options)
}

/**
 * Makes the tables of the newest format in an empty file, in a transaction that it leaves open, and returns that format.
 * Nobody sees the file before it is complete and on the disk, so its single steps need no protection.
 */
export function beginStudyFile(db: WritableDb, formats: Formats): number {
  const format = newestOf(formats)
  db.exec('PRAGMA journal_mode = MEMORY')
  db.exec('PRAGMA synchronous = OFF')
  db.exec('BEGIN')
  db.exec(`PRAGMA application_id = ${APPLICATION_ID}`)
  db.exec(`PRAGMA user_version = ${format}`)
  makeSchema(db, formats, format)
  return format
}

function writeNewStudy(path: string, study: NewStudy, options: OpenOptions): void {
  const db = connectWriter(path, false)
  try {
    const format = beginStudyFile(db, options.formats ?? FORMATS)
    db.exec('COMMIT')
    installChangeLog(db)
    runOperation(db, { coderId: null, name: 'study.create', at: options.now ?? Date.now() }, () => {
      insert(db, 'meta', {
        id: 1,
        study_guid: randomUUID(),
        copy_guid: randomUUID(),
        parent_copy_guid: null,
        format,
        name: study.name,
        languages: JSON.stringify(study.languages),
        settings: '{}',
      })
      study.fill?.(db)
      return { value: null, label: { code: 'studyCreate', params: { name: study.name } } }
    })
  } finally {
    db.close()
  }
}

/** Returns once the file is on the disk. */
export function bringToDisk(path: string): void {
  const descriptor = openSync(path, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/**
 * Opens a study for writing; an older format is brought forward after a dated backup. Throws `file_vanished`,
 * `not_a_study`, `study_newer`, `study_truncated`, `study_damaged`, `study_foreign_schema`, `study_open_elsewhere`,
 * `no_write_permission`, `disk_full`; then nothing on the disk has changed.
 */
export async function openStudyWriter(path: string, options: OpenOptions = {}): Promise<StudyWriter> {
  const file = basename(path)
  const { target, lock } = withFileErrors(file, () => {
    const target = realPath(path)
    if (isHeldHere(target)) fail('study_open_elsewhere', { file })
    readFormat(target, newestOf(options.formats ?? FORMATS))
    closeSync(openSync(target, 'r+'))
    return { target, lock: takeLock(target) }
  })
  return openLocked(target, lock, options)
}

/** A read-only connection beside the writer of another process, or of none. Throws as `openStudyWriter` does. */
export function openStudyReader(path: string, options: OpenOptions = {}): OpenConnection<ReadableDb> {
  const file = basename(path)
  return withDamageErrors(file, () => {
    const target = realPath(path)
    const formats = options.formats ?? FORMATS
    if (isHeldHere(target)) return connectReader(target)
    const format = readFormat(target, newestOf(formats))
    if (format < newestOf(formats)) fail('study_older', { file, found: format })
    const db = connectReader(target)
    try {
      refuseForeignSchema(db, formats, format, file)
    } catch (error) {
      db.close()
      throw error
    }
    return db
  })
}

function realPath(path: string): string {
  if (statSync(path, { throwIfNoEntry: false }) === undefined) fail('file_vanished', { file: basename(path) })
  return realpathSync(path)
}

async function openLocked(path: string, lock: StudyLock, options: OpenOptions): Promise<StudyWriter> {
  const file = basename(path)
  const formats = options.formats ?? FORMATS
  const now = options.now ?? Date.now()
  let db: OpenConnection<WritableDb> | null = null
  try {
    const record = readRecord(path)
    const isDoubtful =
      lock.wasLeftBehind ||
      hasBytes(`${path}-wal`) ||
      hasBytes(`${path}-journal`) ||
      record === null ||
      !isAsLeft(path, record) ||
      now - record.checkedAt > WEEK
    const onNetwork = isOnNetwork(path, options.statfs)
    const connection = withDamageErrors(file, () => connectWriter(path, true))
    db = connection
    const format = withDamageErrors(file, () => {
      // Without shared memory there, the log of a file that comes from elsewhere can be read by one process only.
      if (onNetwork) connection.exec('PRAGMA locking_mode = EXCLUSIVE')
      connection.exec('PRAGMA query_only = ON')
      const format = connection.pluck<number>('PRAGMA user_version') ?? 0
      if (format > newestOf(formats)) fail('study_newer', { file, found: format, supported: newestOf(formats) })
      refuseForeignSchema(connection, formats, format, file)
      if (isDoubtful) refuseDamaged(connection, file)
      refuseNameless(connection, format, file)
      connection.exec('PRAGMA query_only = OFF')
      return format
    })
    const writer = new StudyWriter({
      path,
      db: connection,
      lock,
      onNetwork,
      checkedAt: isDoubtful ? now : record.checkedAt,
      backedUp: record?.backedUp ?? null,
    })
    await writer.start(formats, format, now)
    return writer
  } catch (error) {
    db?.close()
    lock.release()
    throw error
  }
}

function refuseDamaged(db: ReadableDb, file: string): void {
  if (db.pluck<string>('PRAGMA quick_check(1)') !== 'ok') fail('study_damaged', { file })
}

/** A file of our shape that no Tianye has made: nothing in it says what study it is. */
function refuseNameless(db: ReadableDb, format: number, file: string): void {
  const meta = db.pluck<number>(
    `SELECT json_type(languages) = 'array' FROM meta WHERE id = 1 AND format = ? AND json_valid(languages)`,
    format,
  )
  if (meta !== 1) fail('study_damaged', { file })
}
