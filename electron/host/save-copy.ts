import { randomUUID } from 'node:crypto'
import { existsSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { installChangeLog } from './database/change-log.ts'
import { withFileErrors } from './database/file-errors.ts'
import { takeLock } from './database/lock.ts'
import { connectWriter } from './database/open.ts'
import { runOperation } from './database/operation.ts'
import { update } from './database/rows.ts'
import { fail } from './errors.ts'
import type { Study } from './study.ts'

/**
 * Writes the open study to `path` as a file of its own, complete with its log. The copy is the same study (its
 * `study_guid` stays, so it can be merged back) but another copy of it: it gets a `copy_guid` of its own and names the
 * one it was made from, so that a merge knows from where on the two went separate ways.
 *
 * Throws `copy_onto_itself`, `study_open_elsewhere`, `disk_full`, `no_write_permission`; then nothing has changed.
 */
export function saveCopy(study: Study, path: string, at: number): void {
  const file = basename(path)
  withFileErrors(file, () => {
    const target = join(realpathSync(dirname(path)), file)
    if ((existsSync(target) ? realpathSync(target) : target) === study.path) fail('copy_onto_itself', { file })
    const lock = takeLock(target)
    const unfinished = `${target}.new`
    try {
      rmSync(unfinished, { force: true })
      study.writable().run('VACUUM INTO ?', unfinished)
      nameCopy(unfinished, at)
      for (const suffix of ['-wal', '-shm', '-journal']) rmSync(target + suffix, { force: true })
      renameSync(unfinished, target)
    } finally {
      rmSync(unfinished, { force: true })
      lock.release()
    }
  })
}

function nameCopy(path: string, at: number): void {
  const db = connectWriter(path, true)
  try {
    installChangeLog(db)
    runOperation(db, { coderId: null, name: 'study.saveCopy', at }, () => {
      const from = db.pluck<string>('SELECT copy_guid FROM meta') ?? null
      update(db, 'meta', 1, { parent_copy_guid: from, copy_guid: randomUUID() })
      return { value: null, label: { code: 'studyCopy', params: {} } }
    })
  } finally {
    db.close()
  }
}
