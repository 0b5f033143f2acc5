import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/**
 * The files of the built page, by the path under which they are asked for. What is not in the list is not there: no
 * path is ever made from a request.
 */
export function pageFiles(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    files.set(`/${relative(folder, path).split(sep).join('/')}`, path)
  }
  const index = files.get('/index.html')
  if (index !== undefined) files.set('/', index)
  return files
}
