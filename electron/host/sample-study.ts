import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { takeLock } from './database/lock.ts'
import { buildSampleStudy } from './importers/sample.ts'
import { sampleDescription, samplePathIn } from './sample-file.ts'
import { SettingsFile } from './settings-file.ts'
import type { StudyHost } from './study-host.ts'

/**
 * The path of the user's own copy of the sample study, made on first use, and again where they want a fresh one: by a
 * host of its own, and moved into place when it is complete.
 */
export async function samplePath(host: StudyHost, fresh: boolean): Promise<string> {
  const { userData, resources } = host.options
  const path = samplePathIn(userData)
  if (existsSync(path) && !fresh) return path
  const sample = sampleDescription(resources)
  const workshop = join(userData, 'sample', 'unfinished')
  rmSync(workshop, { recursive: true, force: true })
  mkdirSync(workshop, { recursive: true, mode: 0o700 })
  const builder = host.apart(new SettingsFile(workshop), workshop)
  const unfinished = join(workshop, 'sample.tianye')
  try {
    const connection = builder.connect(() => undefined)
    const { name, framework, languages } = sample
    const handle = builder.files.issue(unfinished)
    await connection.call('study.create', { handle, name, framework, languages })
    await buildSampleStudy(builder, sample, (name, input) => connection.call(name, input))
    builder.close()
    if (host.study?.path === path) await host.open(() => Promise.resolve(null))
    replace(path, unfinished)
  } finally {
    builder.close()
    rmSync(workshop, { recursive: true, force: true })
  }
  return path
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
