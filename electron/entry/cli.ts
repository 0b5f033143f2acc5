/**
 * The command line: the same handlers as the window, for scripted and reproducible work.
 *
 *     npm run -s cli -- COMMAND STUDY.tianye ...        (docs/cli.md)
 */
import { UserError } from '../host/errors.ts'
import { agreementCommand } from './cli/agreement.ts'
import { checkCommand } from './cli/check.ts'
import { exportCommand } from './cli/export.ts'
import { handOutCommand } from './cli/hand-out.ts'
import { HELP } from './cli/help.ts'
import { importCommand } from './cli/import.ts'
import { matrixCommand } from './cli/matrix.ts'
import { mergeCommand } from './cli/merge.ts'
import { newCommand } from './cli/new.ts'
import { complain } from './cli/print.ts'
import { profileCommand } from './cli/profile.ts'
import { sentence } from './cli/sentence.ts'
import { UsageError } from './cli/usage.ts'

const COMMANDS = new Map([
  ['new', newCommand],
  ['import', importCommand],
  ['matrix', matrixCommand],
  ['profile', profileCommand],
  ['agreement', agreementCommand],
  ['export', exportCommand],
  ['hand-out', handOutCommand],
  ['merge', mergeCommand],
  ['check', checkCommand],
])

async function run([name = '', ...args]: readonly string[]): Promise<void> {
  const command = COMMANDS.get(name)
  if (name === '--help' || name === 'help' || args.includes('--help')) process.stdout.write(HELP)
  else if (command === undefined)
    throw new UsageError(name === '' ? 'Which command?' : `There is no command "${name}".`)
  else await command(args)
}

// npm runs a script in the folder of the package; files are named from where the user stands.
const { npm_lifecycle_event: script, INIT_CWD: calledFrom } = process.env
if (script === 'cli' && calledFrom !== undefined) process.chdir(calledFrom)

try {
  await run(process.argv.slice(2))
} catch (error) {
  if (error instanceof UsageError) complain(`${error.message}\n\n${HELP}`)
  else if (error instanceof UserError && error.code === 'bad_input') complain(String(error.params['problem']))
  else if (error instanceof UserError) complain(sentence(error))
  else throw error
}
