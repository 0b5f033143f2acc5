import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { CLI_VERSION, handOutOutputSchema } from '../../../shared/contract/cli.ts'
import { fail } from '../../host/errors.ts'
import { printJson, printLines } from './print.ts'
import { withStudy, type Session } from './session.ts'
import { parseCommand, studyAnd, UsageError } from './usage.ts'

/** `hand-out`: transcripts for a colleague, as a study file of their own. A file that is there is never replaced. */
export async function handOutCommand(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseCommand(args, {
    coder: { type: 'string' },
    documents: { type: 'string' },
    'with-others': { type: 'boolean', default: false },
    'no-memos': { type: 'boolean', default: false },
  })
  const [path = '', out = ''] = studyAnd(positionals, ['OUT.tianye'])
  const { coder, documents } = values
  if (coder === undefined) throw new UsageError('--coder is missing.')
  if (existsSync(out)) fail('file_exists', { file: basename(out) })
  const others = values['with-others'] ? 'shown' : 'blind'
  await withStudy(path, { access: 'write', userData: values['user-data'] }, async (session, study) => {
    const { fileName, ...counts } = await session.call('merge.handOut', {
      handle: session.handle(out),
      coder,
      documentIds: documents === undefined ? null : await documentsCalled(session, documents.split(',')),
      others,
      memos: values['no-memos'] ? 'left_out' : 'included',
    })
    if (values.json)
      printJson(handOutOutputSchema, {
        tianye: CLI_VERSION,
        command: 'hand-out',
        study,
        coder,
        others,
        file: fileName,
        ...counts,
      })
    else printLines([`Wrote ${fileName} for ${coder}: ${counts.documents} transcripts, ${counts.codings} codings.`])
  })
}

/** Throws `UsageError` for a name that no transcript has. */
async function documentsCalled(session: Session, names: readonly string[]): Promise<number[]> {
  const { documents } = await session.call('document.list', {})
  return names.map((name) => {
    const document = documents.find((candidate) => candidate.name === name.trim())
    if (document === undefined) throw new UsageError(`There is no transcript "${name.trim()}".`)
    return document.id
  })
}
