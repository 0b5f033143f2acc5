import { renameSync, rmSync } from 'node:fs'

/**
 * Writes a file as one whole: `write` fills a file beside `path`, which then takes its place. A half-written file never
 * replaces a good one, and none is left behind.
 */
export async function replaceFile<T>(path: string, write: (temporary: string) => T | Promise<T>): Promise<T> {
  const temporary = `${path}.part`
  try {
    const value = await write(temporary)
    renameSync(temporary, path)
    return value
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}
