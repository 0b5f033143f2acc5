import { CLI_VERSION, mergeOutputSchema } from '../../../shared/contract/cli.ts'
import type { In } from '../../../shared/contract/contract.ts'
import { mergeLinesOf } from './merge-lines.ts'
import { printJson, printLines } from './print.ts'
import { withStudy, type Session } from './session.ts'
import { parseCommand, studyAnd, UsageError } from './usage.ts'

/** `merge`: brings the work back that a colleague did in a hand-out, or with `--dry-run` says what that would do. */
export async function mergeCommand(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseCommand(args, {
    'dry-run': { type: 'boolean', default: false },
    accept: { type: 'string', default: '' },
  })
  const [path = '', colleague = ''] = studyAnd(positionals, ['COLLEAGUE.tianye'])
  const dryRun = values['dry-run']
  const access = dryRun ? 'read' : 'write'
  await withStudy(path, { access, userData: values['user-data'] }, async (session, study) => {
    const handle = session.handle(colleague)
    const input = { handle, accept: await acceptedKeys(session, handle, values.accept) }
    const { fileName: file, ...result } = await session.call(dryRun ? 'merge.preview' : 'merge.apply', input)
    if (values.json)
      printJson(mergeOutputSchema, { tianye: CLI_VERSION, command: 'merge', study, dryRun, file, ...result })
    else printLines(mergeLinesOf({ file, ...result }, dryRun))
  })
}

/** What `--accept` names. Throws `UsageError` for a key that no proposal of the file has. */
async function acceptedKeys(session: Session, handle: string, accept: string): Promise<In<'merge.apply'>['accept']> {
  const keys = accept
    .split(',')
    .map((key) => key.trim())
    .filter((key) => key !== '')
  if (keys.length === 0) return []
  if (keys.length === 1 && keys[0] === 'all') return 'all'
  const { proposals } = await session.call('merge.preview', { handle, accept: [] })
  const known = new Set(proposals.map(({ key }) => key))
  const unknown = keys.find((key) => !known.has(key))
  if (unknown !== undefined) throw new UsageError(`The file proposes nothing called "${unknown}".`)
  return keys
}
