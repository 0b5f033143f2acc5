import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isRoot } from './find-program.ts'
import { packageProgram } from './paths.ts'
import { runNode } from './run.ts'

const EXECUTABLE: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}

/** A download that has not come to its end after this long is given up. */
const DOWNLOAD_LIMIT_MS = 300_000
const REACH_LIMIT_MS = 8_000

/** A folder named by the user; an empty name is none. */
function namedFolder(): string | null {
  return process.env.ELECTRON_OVERRIDE_DIST_PATH || null
}

/** The folder of Electron's binary: ELECTRON_OVERRIDE_DIST_PATH, or the one inside the npm package. */
export function electronFolder(): string {
  return namedFolder() ?? packageProgram('electron/dist')
}

/** Electron's executable, or null where there is none. */
export function locateElectron(): string | null {
  const file = path.join(electronFolder(), EXECUTABLE[process.platform] ?? 'electron')
  return existsSync(file) ? file : null
}

/** What Electron and Chromium need on the command line here: a sandbox is impossible for root, and only for root. */
export function sandboxArguments(): string[] {
  return process.platform === 'linux' && isRoot() ? ['--no-sandbox'] : []
}

/** Whether the place the binary comes from answers at all; without it the download would hang for minutes. */
async function isReachable(): Promise<boolean> {
  try {
    await fetch('https://github.com', { method: 'HEAD', signal: AbortSignal.timeout(REACH_LIMIT_MS) })
    return true
  } catch {
    return false
  }
}

/** Electron's executable; where it is missing its package fetches it, once, as it would at its own first start. */
export async function obtainElectron(): Promise<string | null> {
  const found = locateElectron()
  if (found !== null || namedFolder() !== null) return found
  const manifest = JSON.parse(readFileSync(packageProgram('electron/package.json'), 'utf8')) as { version: string }
  console.log(`Fetching Electron ${manifest.version} (about 120 MB, once) ...`)
  const hasMirror = process.env.ELECTRON_MIRROR !== undefined || process.env.npm_config_electron_mirror !== undefined
  if (!hasMirror && !(await isReachable())) return null
  await runNode([packageProgram('electron/install.js')], { timeoutMs: DOWNLOAD_LIMIT_MS, capture: true })
  return locateElectron()
}
