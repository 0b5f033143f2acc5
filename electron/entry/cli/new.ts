import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { newOutputSchema, CLI_VERSION } from '../../../shared/contract/cli.ts'
import { fail } from '../../host/errors.ts'
import { printJson, printLines } from './print.ts'
import { withSession } from './session.ts'
import { parseCommand, studyAnd, UsageError } from './usage.ts'

/** `new`: makes a study. A file that is there is never replaced. */
export async function newCommand(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseCommand(args, {
    framework: { type: 'string' },
    name: { type: 'string' },
    languages: { type: 'string', default: 'zh-CN,en' },
  })
  const [path = ''] = studyAnd(positionals)
  const { framework } = values
  if (framework === undefined) throw new UsageError('--framework is missing.')
  if (existsSync(path)) fail('file_exists', { file: basename(path) })
  const languages = values.languages.split(',').map((tag) => tag.trim())
  const name = values.name ?? basename(path).replace(/\.tianye$/i, '')
  const status = await withSession({ access: 'write', userData: values['user-data'] }, (session) =>
    session.call('study.create', { handle: session.handle(path), name, framework, languages }),
  )
  const { open } = status
  if (values.json)
    printJson(newOutputSchema, {
      tianye: CLI_VERSION,
      command: 'new',
      study: { name: open?.name ?? name, file: basename(path) },
      framework: open?.framework ?? null,
      languages,
      codes: open?.counts.codes ?? 0,
    })
  else printLines([`Made ${basename(path)}, with ${open?.counts.codes ?? 0} codes.`])
}
