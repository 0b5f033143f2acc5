import path from 'node:path'

/** The repository's root. */
export const root = path.resolve(import.meta.dirname, '..')

/** What `npm run build` makes and Electron opens. */
export const distFolder = path.join(root, 'dist')

/** Things that may be deleted at any time: lint and type caches, reports of the test runners. */
export const cacheFolder = path.join(root, '.cache')

/** The command-line program of an installed package, to be run by this same Node. */
export function packageProgram(relative: string): string {
  return path.join(root, 'node_modules', relative)
}
