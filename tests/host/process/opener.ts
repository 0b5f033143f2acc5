/**
 * Another process on a study, as a second Tianye or another user would be:
 *
 *     node opener.ts read|write STUDY
 *
 * It prints `open` and holds the study until its standard input ends, or prints the code of the refusal.
 */
import { writeSync } from 'node:fs'
import { openStudyReader, openStudyWriter } from '../../../electron/host/database/study-file.ts'
import { UserError } from '../../../electron/host/errors.ts'

const [access, path = ''] = process.argv.slice(2)

try {
  const study = access === 'read' ? openStudyReader(path) : await openStudyWriter(path)
  writeSync(1, 'open\n')
  process.stdin.resume().on('end', () => study.close())
} catch (error) {
  if (!(error instanceof UserError)) throw error
  writeSync(1, `${error.code}\n`)
}
