import { existsSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { withFileErrors } from './database/file-errors.ts'
import { takeLock } from './database/lock.ts'
import { bringToDisk } from './database/study-file.ts'
import { fail } from './errors.ts'
import type { Study } from './study.ts'

/**
 * Has `write` make a study file, and puts it at `path` once it is complete and on the disk; what stood there is replaced
 * then. Throws `copy_onto_itself`, `study_open_elsewhere`, `disk_full`, `no_write_permission`, and what `write` throws;
 * then nothing has changed.
 */
export function writeCopy<T>(study: Study, path: string, write: (unfinished: string) => T): T {
  const file = basename(path)
  return withFileErrors(file, () => {
    const target = join(realpathSync(dirname(path)), file)
    if ((existsSync(target) ? realpathSync(target) : target) === study.path) fail('copy_onto_itself', { file })
    const lock = takeLock(target)
    const unfinished = `${target}.new`
    try {
      rmSync(unfinished, { force: true })
      const written = write(unfinished)
      bringToDisk(unfinished)
      // A log of the file that stood here would be taken for the new one's.
      for (const suffix of ['-wal', '-shm', '-journal']) rmSync(target + suffix, { force: true })
      renameSync(unfinished, target)
      return written
    } finally {
      rmSync(unfinished, { force: true })
      lock.release()
    }
  })
}
