/**
 * A host that brings a colleague's file back, takes it back and brings it again, as fast as it can until it is killed:
 *
 *     node victim-merge.js STUDY USER_DATA RETURNED RESOURCES
 *
 * It starts at the first line on standard input; what it prints after each step is the id of the operation.
 */
import { writeSync } from 'node:fs'
import { SettingsFile } from '../../../electron/host/settings-file.ts'
import { StudyHost } from '../../../electron/host/study-host.ts'

const [path = '', userData = '', returned = '', resources = ''] = process.argv.slice(2)

async function run(): Promise<void> {
  const host = new StudyHost({ settings: new SettingsFile(userData), resources, userData })
  let operationId: number | null = null
  const connection = host.connect((event) => {
    if (event.type === 'changed') operationId = event.operationId
  })
  await connection.call('study.open', { handle: host.files.issue(path) })
  const handle = host.files.issue(returned)
  const acknowledge = async (name: string, input: unknown): Promise<void> => {
    const before = operationId
    await connection.call(name, input)
    if (operationId !== before) writeSync(1, `${operationId}\n`)
  }
  for (;;) {
    await acknowledge('merge.apply', { handle, accept: 'all' })
    await acknowledge('history.undo', {})
  }
}

process.stdin.once('data', () => void run())
writeSync(1, 'ready\n')
