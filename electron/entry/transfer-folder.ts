import { randomBytes } from 'node:crypto'
import { createWriteStream, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fail } from '../host/errors.ts'
import { freePath } from '../host/file-name.ts'
import { isRunning } from '../host/is-running.ts'

const PREFIX = 'transfer-'

/**
 * Files on their way between the browser and the host: a folder of this run that nobody else may read, removed when the
 * program ends, or at the next start where it could not end properly. A study that comes this way is meant to be worked
 * in, so it is kept in Tianye's own `studies` folder instead.
 */
export class TransferFolder {
  readonly path: string
  readonly #studies: string
  readonly #maxBytes: number

  /** @param maxBytes what one upload may hold; a larger one is refused */
  constructor(userData: string, maxBytes = 2 * 1024 ** 3) {
    mkdirSync(userData, { recursive: true, mode: 0o700 })
    removeLeftovers(userData)
    this.path = join(userData, `${PREFIX}${process.pid}`)
    this.#studies = join(userData, 'studies')
    this.#maxBytes = maxBytes
    mkdirSync(this.path, { mode: 0o700 })
  }

  /** A path for a file called `name` that does not exist yet. */
  pathFor(name: string): string {
    const folder = join(this.path, randomBytes(9).toString('base64url'))
    mkdirSync(folder, { mode: 0o700 })
    const { stem, extension } = split(name)
    return freePath(folder, stem, extension)
  }

  /**
   * Keeps an upload and says where and how large it is in bytes.
   * @param announced the size the sender claims, so that a hopeless upload is refused before it begins
   * @param isOnlyRead whether a study is not to be opened, but read like any other file
   * @throws UserError `file_too_large` where it is too large; what came before that was noticed is removed
   */
  async receive(
    body: Readable,
    name: string,
    announced: number,
    isOnlyRead = false,
  ): Promise<{ path: string; size: number }> {
    const maxBytes = this.#maxBytes
    if (announced > maxBytes) fail('file_too_large')
    const { stem, extension } = split(name)
    const isKept = extension.toLowerCase() === '.tianye' && !isOnlyRead
    if (isKept) mkdirSync(this.#studies, { recursive: true, mode: 0o700 })
    const path = isKept ? freePath(this.#studies, stem, '.tianye') : this.pathFor(name)
    let size = 0
    try {
      await pipeline(
        body,
        async function* limited(chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            size += chunk.length
            if (size > maxBytes) fail('file_too_large')
            yield chunk
          }
        },
        createWriteStream(path, { flags: 'wx', mode: 0o600 }),
      )
    } catch (error) {
      rmSync(path, { force: true })
      throw error
    }
    return { path, size }
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true })
  }
}

/** Folders of runs that are over. */
function removeLeftovers(userData: string): void {
  for (const name of readdirSync(userData)) {
    if (!name.startsWith(PREFIX)) continue
    const pid = Number(name.slice(PREFIX.length))
    if (pid === process.pid || !isRunning(pid)) rmSync(join(userData, name), { recursive: true, force: true })
  }
}

/** A name for the disk and its extension, where it has one worth keeping. */
function split(name: string): { stem: string; extension: string } {
  const [, stem = name, extension = ''] = /^(.+?)(\.[A-Za-z0-9]{1,12})$/s.exec(name) ?? []
  return { stem, extension }
}
