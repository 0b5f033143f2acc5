import { randomUUID } from 'node:crypto'
import { installChangeLog } from './database/change-log.ts'
import { connectWriter } from './database/open.ts'
import { runOperation } from './database/operation.ts'
import { update } from './database/rows.ts'
import type { OpenStudy } from './open-study.ts'
import { writeCopy } from './write-copy.ts'

/**
 * Writes the open study to `path` as a file of its own, complete with its log. The copy is the same study (its
 * `study_guid` stays, so it can be merged back) but another copy of it: it gets a `copy_guid` of its own and names the
 * one it was made from, so that a merge knows from where on the two went separate ways.
 *
 * Throws `copy_onto_itself`, `study_open_elsewhere`, `disk_full`, `no_write_permission`; then nothing has changed.
 */
export function saveCopy(study: OpenStudy, path: string, at: number): void {
  writeCopy(study, path, (unfinished) => {
    study.writable().run('VACUUM INTO ?', unfinished)
    nameCopy(unfinished, at)
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
