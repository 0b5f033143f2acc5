import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, join, sep } from 'node:path'
import { z } from 'zod'
import type { Out } from '../../shared/contract/contract.ts'
import type { FileHandles } from './files.ts'

const KEPT = 12

const recentSchema = z.array(z.object({ path: z.string(), name: z.string(), openedAt: z.number() }))
type Recents = z.output<typeof recentSchema>

/** The studies opened last, newest first: a small file in Tianye's folder. An unreadable one is an empty list. */
export class RecentStudies {
  readonly #path: string

  constructor(userData: string) {
    this.#path = join(userData, 'recent.json')
  }

  get list(): Recents {
    try {
      return recentSchema.parse(JSON.parse(readFileSync(this.#path, 'utf8')))
    } catch {
      return []
    }
  }

  /** Puts a study first. A folder that cannot be written costs only the list. */
  add(path: string, name: string, openedAt: number): void {
    const others = this.list.filter((recent) => recent.path !== path)
    const text = JSON.stringify([{ path, name, openedAt }, ...others].slice(0, KEPT), null, 2)
    try {
      mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 })
      writeFileSync(`${this.#path}.new`, text, { mode: 0o600 })
      renameSync(`${this.#path}.new`, this.#path)
    } catch {
      return
    }
  }

  /** The list as the contract gives it. */
  rows(files: FileHandles): Out<'study.recents'>['recents'] {
    return this.list.map(({ path, name, openedAt }) => ({
      handle: files.issue(path),
      name,
      fileName: basename(path),
      folder: shortFolder(dirname(path)),
      openedAt,
      exists: existsSync(path),
    }))
  }
}

/** The home folder as `~`, and of a deep folder only its last two parts. */
function shortFolder(folder: string): string {
  const home = homedir()
  const fromHome = folder === home || folder.startsWith(home + sep) ? `~${folder.slice(home.length)}` : folder
  const parts = fromHome.split(sep)
  return parts.length <= 4 ? fromHome : ['…', ...parts.slice(-2)].join(sep)
}
