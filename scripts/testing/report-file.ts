import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { cacheFolder } from '../paths.ts'

/** The place of a stage's machine-readable report, with an older one removed. */
export function freshReportFile(stage: string): string {
  const file = path.join(cacheFolder, 'test-reports', `${stage}.json`)
  mkdirSync(path.dirname(file), { recursive: true })
  rmSync(file, { force: true })
  return file
}

/** The report, or null where the runner broke down before it wrote one. */
export function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
