import { extname, resolve } from 'node:path'

export interface StartArguments {
  /** Absolute paths of files to open: studies and transcripts. */
  readonly files: readonly string[]
  readonly sample: boolean
  readonly smokeTest: boolean
  readonly userData: string | null
}

/**
 * Reads the command line. Switches of Chromium stand among ours and are passed over.
 *
 * @param argv as the process got it, the program first
 * @param hasAppFolder whether the first plain argument is the app's own folder (a development start)
 */
export function readArguments(argv: readonly string[], workingFolder: string, hasAppFolder: boolean): StartArguments {
  const plain = argv.slice(1).filter((argument) => argument !== '' && !argument.startsWith('-'))
  const switches = argv.filter((argument) => argument.startsWith('--'))
  const userData = switches.findLast((argument) => argument.startsWith('--user-data-dir='))
  return {
    files: plain.slice(hasAppFolder ? 1 : 0).map((file) => resolve(workingFolder, file)),
    sample: switches.includes('--sample'),
    smokeTest: switches.includes('--smoke-test'),
    userData: userData === undefined ? null : resolve(workingFolder, userData.slice('--user-data-dir='.length)),
  }
}

export function isStudyFile(path: string): boolean {
  return extname(path).toLowerCase() === '.tianye'
}
