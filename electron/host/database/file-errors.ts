import { UserError } from '../errors.ts'

/** What SQLite's and the system's error codes mean to the user. */
const MEANINGS: readonly [RegExp, string][] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)$/, 'disk_full'],
  [/^(SQLITE_NOTADB)$/, 'not_a_study'],
  [/^(SQLITE_CORRUPT)/, 'study_damaged'],
  // The file itself was there a moment ago: what cannot be opened is the log that SQLite needs beside it.
  [/^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|SQLITE_AUTH|EACCES|EPERM|EROFS)/, 'no_write_permission'],
  [/^(ENOENT|ENOTDIR)/, 'file_vanished'],
  [/^(SQLITE_BUSY|SQLITE_LOCKED|EBUSY)/, 'file_busy'],
  [/^(SQLITE_IOERR|EIO)/, 'disk_error'],
]

/** The error as one for the user where the disk is to blame; anything else as it is. */
export function asUserError(error: unknown, file: string): unknown {
  if (error instanceof UserError || !(error instanceof Error) || !('code' in error)) return error
  const code = String(error.code)
  const meaning = MEANINGS.find(([pattern]) => pattern.test(code))
  return meaning === undefined ? error : new UserError(meaning[1], { file })
}

/** Runs `body`; what the disk refuses is thrown as a `UserError` that names `file`. */
export function withFileErrors<T>(file: string, body: () => T): T {
  try {
    return body()
  } catch (error) {
    throw asUserError(error, file)
  }
}

/**
 * Runs what first looks into a file from anywhere: there, whatever SQLite cannot make sense of is damage.
 */
export function withDamageErrors<T>(file: string, body: () => T): T {
  try {
    return body()
  } catch (error) {
    const reported = asUserError(error, file)
    throw reported === error && sqliteCode(error).startsWith('SQLITE_')
      ? new UserError('study_damaged', { file })
      : reported
  }
}

/** SQLite's own code of an error, as `SQLITE_CONSTRAINT_UNIQUE`; an empty string for any other error. */
export function sqliteCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

const DISK_ERRORS = new Set(MEANINGS.map(([, code]) => code))

/** Whether an error for the user says that the disk refused. */
export function isDiskError(error: unknown): boolean {
  return error instanceof UserError && DISK_ERRORS.has(error.code)
}
