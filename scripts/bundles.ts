import { rmSync } from 'node:fs'
import path from 'node:path'
import { build as bundle } from 'vite'
import { distFolder, root } from './paths.ts'
import { hashSources, isUpToDate, writeStamp } from './source-stamp.ts'

const BUNDLES = ['main', 'preload', 'host', 'renderer']

/** Builds the four bundles into `dist`. */
export async function build(): Promise<void> {
  const started = performance.now()
  const sources = hashSources()
  rmSync(distFolder, { recursive: true, force: true })
  for (const name of BUNDLES) {
    await bundle({ configFile: path.join(root, `vite.${name}.config.ts`), logLevel: 'warn' })
  }
  writeStamp(sources)
  console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
}

/** Builds where `dist` is missing or older than the sources. */
export async function ensureBuilt(): Promise<void> {
  if (isUpToDate()) return
  console.log('Building Tianye ...')
  await build()
}
