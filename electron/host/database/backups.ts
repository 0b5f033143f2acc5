import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { OpenConnection, WritableDb } from './open.ts'

/**
 * Dated copies in `<study>.backups/`: made when a changed study is opened, every quarter of an hour of changes, and
 * before a migration. The last ten are kept, and the last of each of the last fourteen days.
 */
const KEPT = 10
const DAYS_KEPT = 14
const DAY = 86_400_000
const UNFINISHED = '.part'

export function backupFolder(studyPath: string): string {
  return `${studyPath}.backups`
}

/** Makes a backup dated `at` (UTC) and drops those that are no longer kept. A copy that fails half-way leaves nothing. */
export async function backUp(db: OpenConnection<WritableDb>, studyPath: string, at: number): Promise<string> {
  const folder = backupFolder(studyPath)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, backupName(studyPath, at))
  // What a process left half-made when it ended; the writer makes one backup at a time.
  for (const name of readdirSync(folder)) if (name.endsWith(UNFINISHED)) rmSync(join(folder, name), { force: true })
  const unfinished = `${path}${UNFINISHED}`
  try {
    await db.backup(unfinished)
    renameSync(unfinished, path)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
  for (const name of outdatedBackups(studyPath, readdirSync(folder), at)) rmSync(join(folder, name), { force: true })
  return path
}

function backupName(studyPath: string, at: number): string {
  const stamp = new Date(at).toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '')
  return `${basename(studyPath, '.tianye')} ${stamp}Z.tianye`
}

/** Which of the files called `names` are backups of this study that are no longer kept. */
export function outdatedBackups(studyPath: string, names: readonly string[], now: number): string[] {
  const start = `${basename(studyPath, '.tianye')} `
  const backups = names
    .flatMap((name) => {
      const stamp = name.startsWith(start)
        ? /^(\d{4}-\d{2}-\d{2}) (\d{6})Z\.tianye$/.exec(name.slice(start.length))
        : null
      return stamp === null ? [] : [{ name, day: String(stamp[1]), time: String(stamp[2]) }]
    })
    .sort((a, b) => (a.day + a.time < b.day + b.time ? 1 : -1))
  const days = new Set<string>()
  return backups
    .filter(({ day }, index) => {
      const newestOfDay = !days.has(day)
      days.add(day)
      const recent = now - Date.parse(day) < DAYS_KEPT * DAY
      return index >= KEPT && !(newestOfDay && recent)
    })
    .map(({ name }) => name)
}
