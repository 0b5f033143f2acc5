/*
 * npm run dist [-- ARGUMENTS OF ELECTRON-BUILDER]: installers for this system in out/, or of the named kinds
 * ("-- --linux deb"). An Electron named by ELECTRON_OVERRIDE_DIST_PATH is packaged instead of a downloaded one.
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { ensureBuilt } from './bundles.ts'
import { findShippedPackages, renderNotices } from './licences.ts'
import { distFolder, packageProgram } from './paths.ts'
import { runNode } from './run.ts'

await ensureBuilt()
writeFileSync(path.join(distFolder, 'THIRD_PARTY_NOTICES.md'), renderNotices(findShippedPackages()))
const electron = process.env.ELECTRON_OVERRIDE_DIST_PATH || undefined
const { code } = await runNode([
  packageProgram('electron-builder/cli.js'),
  '--config',
  'electron-builder.yml',
  '--publish',
  'never',
  ...(electron === undefined ? [] : [`-c.electronDist=${electron}`]),
  ...process.argv.slice(2),
])
process.exitCode = code
