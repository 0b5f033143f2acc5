import { accessSync, constants } from 'node:fs'
import path from 'node:path'

/** Whether a file is there and may be run. */
export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The first of the named programs that PATH holds, as an absolute path. */
export function findProgram(...names: string[]): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '')
  for (const name of names) {
    for (const folder of folders) {
      const file = path.resolve(folder, process.platform === 'win32' ? `${name}.exe` : name)
      if (isExecutable(file)) return file
    }
  }
  return null
}

/** Whether this process may do everything, which Chromium answers by refusing its sandbox. */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}
