/**
 * A host that runs commands as fast as it can until it is killed, and says after each what the caller may rely on:
 *
 *     node victim.js STUDY USER_DATA RESOURCES
 *
 * It starts at the first line on standard input. Each command marks every coding of the study with the same words; what
 * it prints is the id of the operation.
 */
import { writeSync } from 'node:fs'
import { SettingsFile } from '../../../electron/host/settings-file.ts'
import { StudyHost } from '../../../electron/host/study-host.ts'

const [path = '', userData = '', resources = ''] = process.argv.slice(2)

async function run(): Promise<void> {
  const host = new StudyHost({ settings: new SettingsFile(userData), resources, userData })
  let operationId: number | null = null
  const connection = host.connect((event) => {
    if (event.type === 'changed') operationId = event.operationId
  })
  await connection.call('study.open', { handle: host.files.issue(path) })
  const ids = host.study?.db.pluckAll<number>('SELECT id FROM coding') ?? []
  const acknowledge = async (name: string, input: unknown): Promise<void> => {
    await connection.call(name, input)
    writeSync(1, `${operationId}\n`)
  }
  for (let number = 0; ; number++) {
    await acknowledge('coding.setAttributes', { ids, actor: `${process.pid} ${number}` })
    if (number % 7 === 0) host.checkpoint()
    if (number % 5 === 0) {
      await acknowledge('history.undo', {})
      await acknowledge('history.redo', {})
    }
  }
}

process.stdin.once('data', () => void run())
writeSync(1, 'ready\n')
