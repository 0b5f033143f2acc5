import { randomBytes } from 'node:crypto'
import { fail } from './errors.ts'

/**
 * Files are handles: the renderer holds tickets, never paths, so a compromised page cannot name a file of the disk.
 * Handles are issued by main (dialogs, drops, file association), by the loopback entry (uploads, downloads) or by the
 * command line, and live as long as the host.
 */
export class FileHandles {
  readonly #paths = new Map<string, string>()
  readonly #handles = new Map<string, string>()

  /** The handle of a path; the same path always has the same handle. */
  issue(path: string): string {
    const known = this.#handles.get(path)
    if (known !== undefined) return known
    const handle = randomBytes(18).toString('base64url')
    this.#paths.set(handle, path)
    this.#handles.set(path, handle)
    return handle
  }

  /** Throws `unknown_file`. */
  pathOf(handle: string): string {
    return this.#paths.get(handle) ?? fail('unknown_file')
  }
}
