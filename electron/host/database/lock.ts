import { closeSync, existsSync, openSync, rmSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { fail } from '../errors.ts'
import { connectLock, type LockConnection } from './open.ts'
import { sqliteCode } from './file-errors.ts'

/**
 * One writer per study: who writes holds `<file>-lock`, an empty SQLite database, in `BEGIN EXCLUSIVE`. The operating
 * system frees it with the process, however that ends. Readers do not ask for it.
 */
export interface StudyLock {
  /** A lock file was there and nobody held it: the last writer did not close the study. */
  readonly wasLeftBehind: boolean
  release(): void
}

/** Locks of this process. Opening and closing a locked file through `fs` would drop SQLite's lock on it. */
const held = new Set<string>()

export function isHeldHere(studyPath: string): boolean {
  return held.has(studyPath)
}

/** Takes the writer's lock of the study at `studyPath` (a real path). Throws `study_open_elsewhere`. */
export function takeLock(studyPath: string): StudyLock {
  if (held.has(studyPath)) fail('study_open_elsewhere', { file: basename(studyPath) })
  const path = `${studyPath}-lock`
  const wasLeftBehind = existsSync(path)
  const connection = lockFile(path, basename(studyPath))
  held.add(studyPath)
  return {
    wasLeftBehind,
    release() {
      held.delete(studyPath)
      remove(path, connection)
    },
  }
}

function lockFile(path: string, file: string): LockConnection {
  for (;;) {
    const inode = create(path)
    const connection = connectLock(path)
    try {
      connection.lock()
    } catch (error) {
      connection.close()
      if (sqliteCode(error) === 'SQLITE_BUSY') fail('study_open_elsewhere', { file })
      throw error
    }
    // A writer that was just closing may have removed the very file that is now locked: then another is at its place.
    if (statSync(path, { throwIfNoEntry: false, bigint: true })?.ino === inode) return connection
    connection.close()
  }
}

function create(path: string): bigint | undefined {
  closeSync(openSync(path, 'a', 0o600))
  return statSync(path, { throwIfNoEntry: false, bigint: true })?.ino
}

/** Windows removes no open file, but refuses to remove one that the next writer has opened; elsewhere it is safe while locked. */
function remove(path: string, connection: LockConnection): void {
  if (process.platform === 'win32') connection.close()
  try {
    rmSync(path, { force: true })
  } catch {
    // The next writer has it open already, or the folder has become read-only: the file is empty and does no harm.
  }
  if (process.platform !== 'win32') connection.close()
}
