import { randomBytes } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fail } from '../host/errors.ts'

/** What one upload may hold. */
export const MAX_UPLOAD_BYTES = 2 * 1024 ** 3

const PREFIX = 'transfer-'

/**
 * Files on their way between the browser and the host: a folder of this run that nobody else may read, removed when the
 * program ends, or at the next start where it could not end properly. A study that comes this way is meant to be worked
 * in, so it is kept in Tianye's own `studies` folder instead.
 */
export class TransferFolder {
  readonly path: string
  readonly #studies: string

  constructor(userData: string) {
    mkdirSync(userData, { recursive: true, mode: 0o700 })
    removeLeftovers(userData)
    this.path = join(userData, `${PREFIX}${process.pid}`)
    this.#studies = join(userData, 'studies')
    mkdirSync(this.path, { mode: 0o700 })
  }

  /** A path for a file called `name` that does not exist yet. */
  pathFor(name: string): string {
    const folder = join(this.path, randomBytes(9).toString('base64url'))
    mkdirSync(folder, { mode: 0o700 })
    return join(folder, safeName(name))
  }

  /**
   * Keeps an upload and says where and how large it is in bytes.
   * @throws UserError `file_too_large` beyond MAX_UPLOAD_BYTES; whatever came before is removed
   */
  async receive(body: Readable, name: string): Promise<{ path: string; size: number }> {
    const isStudy = extname(name).toLowerCase() === '.tianye'
    const path = isStudy ? this.#studyPath(safeName(name)) : this.pathFor(name)
    let size = 0
    try {
      await pipeline(
        body,
        async function* limited(chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            size += chunk.length
            if (size > MAX_UPLOAD_BYTES) fail('file_too_large')
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

  /** `Li River.tianye`, `Li River 2.tianye` …: the first that is free. */
  #studyPath(name: string): string {
    mkdirSync(this.#studies, { recursive: true, mode: 0o700 })
    const stem = name.slice(0, -extname(name).length)
    for (let number = 1; ; number++) {
      const path = join(this.#studies, `${number === 1 ? stem : `${stem} ${number}`}.tianye`)
      if (!existsSync(path)) return path
    }
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

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** The signs that Windows keeps for itself, control characters, lone surrogates, and marks that turn a name around. */
const UNSAFE = /[<>:"/\\|?*\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu

const MAX_NAME_BYTES = 200
const MAX_EXTENSION = 12

/** A name that every file system takes: no folder, nothing hidden, at most 200 bytes with its extension kept. */
export function safeName(name: string): string {
  const clean = name
    .replace(UNSAFE, '_')
    .replace(/[. ]+$/, '')
    .replace(/^\.+/, '')
  const end = extname(clean)
  const extension = end.length <= MAX_EXTENSION ? end : ''
  const stem = [...clean.slice(0, clean.length - extension.length)].slice(0, MAX_NAME_BYTES)
  while (Buffer.byteLength(stem.join('')) + Buffer.byteLength(extension) > MAX_NAME_BYTES) stem.pop()
  return `${stem.join('') || 'file'}${extension}`
}
