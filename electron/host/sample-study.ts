import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { settingsSchema, type Settings } from '../../shared/contract/study.ts'
import type { WritableDb } from './database/db.ts'
import { takeLock } from './database/lock.ts'
import { runOperation } from './database/operation.ts'
import { update } from './database/rows.ts'
import { buildSampleStudy } from './importers/sample.ts'
import { SettingsFile } from './settings-file.ts'
import { StudyHost } from './study-host.ts'

const sampleSchema = z.strictObject({
  name: z.string(),
  framework: z.string(),
  languages: z.array(z.string()),
  /** Who coded the sample while it is made; see `giveSampleTo`. */
  coder: settingsSchema.shape.coder,
})

export function samplePathIn(userData: string): string {
  return join(userData, 'sample', 'sample.tianye')
}

/**
 * The path of the user's own copy of the sample study, made on first use, and again where they want a fresh one: by a
 * host of its own, and moved into place when it is complete.
 */
export async function samplePath(host: StudyHost, fresh: boolean): Promise<string> {
  const { userData, resources } = host.options
  const path = samplePathIn(userData)
  if (existsSync(path) && !fresh) return path
  const sample = sampleSchema.parse(JSON.parse(readFileSync(join(resources, 'sample', 'study.json'), 'utf8')))
  const workshop = join(userData, 'sample', 'unfinished')
  rmSync(workshop, { recursive: true, force: true })
  mkdirSync(workshop, { recursive: true, mode: 0o700 })
  const settings = new SettingsFile(workshop)
  settings.update({ coder: sample.coder })
  const builder = new StudyHost({ ...host.options, settings, userData: workshop })
  const unfinished = join(workshop, 'sample.tianye')
  try {
    const connection = builder.connect(() => undefined)
    const { name, framework, languages } = sample
    const handle = builder.files.issue(unfinished)
    await connection.call('study.create', { handle, name, framework, languages })
    await buildSampleStudy(builder, (name, input) => connection.call(name, input))
    builder.close()
    if (host.study?.path === path) await host.open(() => Promise.resolve(null))
    replace(path, unfinished)
  } finally {
    builder.close()
    rmSync(workshop, { recursive: true, force: true })
  }
  return path
}

/**
 * The sample belongs to whoever tries it: its one coder becomes the user, so that what they code adds to what is there
 * instead of standing beside it as a second coder's. A barrier, so that their undo starts with their own first step.
 */
export function giveSampleTo(db: WritableDb, person: Settings['coder']): void {
  const [only, ...others] = db.all<{ id: number; name: string }>(`SELECT id, name FROM coder WHERE kind = 'person'`)
  if (only === undefined || others.length > 0 || only.name === person.name) return
  runOperation(db, { coderId: null, name: 'study.openSample', at: Date.now(), barrier: true }, () => {
    update(db, 'coder', only.id, { ...person })
    return { value: null, label: { code: 'coderJoin', params: { name: person.name } } }
  })
}

/** Throws `study_open_elsewhere` where another Tianye has the old copy open. */
function replace(path: string, by: string): void {
  const lock = takeLock(path)
  try {
    for (const suffix of ['', '.backups', '-wal', '-shm']) rmSync(path + suffix, { recursive: true, force: true })
    renameSync(by, path)
  } finally {
    lock.release()
  }
}
