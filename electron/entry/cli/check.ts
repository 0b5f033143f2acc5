import { checkOutputSchema, CLI_VERSION } from '../../../shared/contract/cli.ts'
import { complain, printJson, printLines, spoken } from './print.ts'
import { sentence } from './sentence.ts'
import { withStudy } from './session.ts'
import { parseCommand, studyAnd } from './usage.ts'

/** `check`: whether a study is sound. Exit code 1 if anything is wrong. */
export async function checkCommand(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseCommand(args, {})
  const [path = ''] = studyAnd(positionals)
  await withStudy(path, { access: 'read', userData: values['user-data'] }, async (session, study) => {
    const { problems, checked } = await session.call('study.check', {})
    if (values.json)
      printJson(checkOutputSchema, {
        tianye: CLI_VERSION,
        command: 'check',
        study,
        sound: problems.length === 0,
        problems: problems.map(spoken),
        checked,
      })
    else if (problems.length === 0) {
      const looked = Object.entries(checked).map(([what, number]) => `${number} ${what}`)
      printLines([`${study.file} is sound: ${looked.join(', ')} looked at.`])
    }
    for (const problem of problems) complain(sentence(problem))
  })
}
