import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { fail, UserError } from '../errors.ts'

/** A transcript of 64 MB has some twelve million words. */
export const MAX_TRANSCRIPT_BYTES = 64 * 1024 * 1024

/**
 * The bytes of a file that the user picked. Its size is asked before anything is read, so that a file of any size
 * answers at once. Throws `file_vanished`, `no_permission`, `not_a_file`, `file_too_large`, `file_unreadable`.
 */
export async function readSourceFile(path: string, file: string, maxBytes: number): Promise<Buffer> {
  try {
    // Not to wait for the other end where somebody has put a pipe in the file's place.
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
    try {
      const stats = await handle.stat()
      if (!stats.isFile()) fail('not_a_file', { file })
      const tooLarge = () => fail('file_too_large', { file, limit: Math.floor(maxBytes / 1024 / 1024) })
      if (stats.size > maxBytes) tooLarge()
      const bytes = await handle.readFile()
      if (bytes.length > maxBytes) tooLarge()
      return bytes
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw error instanceof UserError ? error : new UserError(meaningOf(error), { file })
  }
}

function meaningOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ESTALE') return 'file_vanished'
  if (code === 'EACCES' || code === 'EPERM') return 'no_permission'
  return 'file_unreadable'
}
