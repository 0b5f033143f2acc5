import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isRunning } from '../is-running.ts'

/** Where colleagues' files are copied to be read: only this user's, and gone when they have been read. */
const PREFIX = 'returned-'

export function makePrivateFolder(userData: string): string {
  mkdirSync(userData, { recursive: true })
  return mkdtempSync(join(userData, `${PREFIX}${process.pid}-`))
}

/** Interviews that a process which was killed left behind. */
export function removeAbandonedFolders(userData: string): void {
  if (!existsSync(userData)) return
  for (const name of readdirSync(userData)) {
    if (!name.startsWith(PREFIX)) continue
    const pid = Number.parseInt(name.slice(PREFIX.length), 10)
    if (pid !== process.pid && !isRunning(pid)) rmSync(join(userData, name), { recursive: true, force: true })
  }
}
