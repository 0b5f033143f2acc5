import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const MAX_BYTES = 256 * 1024

/**
 * What went wrong inside, for whoever helps the user: one JSON line per event, in two files of at most 256 KiB each.
 *
 * It holds no personal data: of an error only its kind, its code and where it was thrown. The message is left out (it
 * may quote an interview), and so are the folders of the file names (they carry the user's name).
 */
export class Log {
  readonly path: string

  constructor(folder: string) {
    this.path = join(folder, 'logs', 'tianye.log')
  }

  /** @param event what happened, as a fixed word; @param details words of the program, never the user's */
  write(event: string, details: Readonly<Record<string, string | number>> = {}): void {
    const line = `${JSON.stringify({ at: new Date().toISOString(), event, ...details })}\n`
    try {
      mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 })
      if (sizeOf(this.path) + line.length > MAX_BYTES) renameSync(this.path, `${this.path}.old`)
      appendFileSync(this.path, line, { mode: 0o600 })
    } catch {
      // A full disk or a missing permission is reported by the call that met it; a log must not add a second failure.
    }
  }

  /** @param event where it was caught, e.g. the name of a call */
  error(event: string, error: unknown): void {
    this.write(event, describe(error))
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

/** An error without its message. */
function describe(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: typeof error }
  const description: Record<string, string> = { error: error.name, stack: frames(error) }
  if ('code' in error && typeof error.code === 'string') description['code'] = error.code
  return description
}

/** `at fn (/home/somebody/tianye/host/x.ts:3:4)` → `fn x.ts:3:4`. The message stands before the frames. */
function frames(error: Error): string {
  const stack = error.stack ?? ''
  const start = stack.indexOf(error.message) + error.message.length
  return [...stack.slice(start).matchAll(/^\s+at (?:(.+?) \()?(?:file:\/\/)?([^()\n]+?):(\d+):(\d+)\)?$/gm)]
    .slice(0, 12)
    .map(([, name = '', file = '', line, column]) => {
      return `${name} ${basename(file.replaceAll('\\', '/'))}:${line}:${column}`.trim()
    })
    .join(' < ')
}
