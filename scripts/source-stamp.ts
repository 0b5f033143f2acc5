import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { distFolder, root } from './paths.ts'

/** Everything the bundles are made of. The lock file stands for what is in node_modules. */
const SOURCES = [
  'shared/**/*.*',
  'electron/**/*.*',
  'renderer/**/*.*',
  'vite.*.config.ts',
  'tsconfig.base.json',
  'package-lock.json',
]

/** Made last, so a build that was broken off leaves none. */
const stampFile = path.join(distFolder, 'stamp.json')

/** A hash of the contents of all sources: a checkout changes dates, a rebuild follows contents. */
export function hashSources(): string {
  const hash = createHash('sha256')
  for (const file of globSync(SOURCES, { cwd: root }).sort()) {
    hash.update(`${file.split(path.sep).join('/')}\0`)
    hash.update(readFileSync(path.join(root, file)))
    hash.update('\0')
  }
  return hash.digest('hex')
}

/** Whether `dist` was built from the sources as they are now. */
export function isUpToDate(): boolean {
  if (!existsSync(stampFile)) return false
  try {
    const stamp = JSON.parse(readFileSync(stampFile, 'utf8')) as { sources?: unknown }
    return stamp.sources === hashSources()
  } catch {
    return false
  }
}

/** @param sources the hash taken before the build began, so that an edit made meanwhile is built next time */
export function writeStamp(sources: string): void {
  mkdirSync(distFolder, { recursive: true })
  writeFileSync(stampFile, `${JSON.stringify({ sources }, null, 2)}\n`)
}
