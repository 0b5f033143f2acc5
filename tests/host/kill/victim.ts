/**
 * A host that runs commands as fast as it can until it is killed, and says after each what the caller may rely on:
 *
 *     node victim.ts STUDY USER_DATA
 *
 * It starts at the first line on standard input. Each command writes its number on every coding of the study at once.
 */
import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { SettingsFile } from '../../../electron/host/settings-file.ts'
import { StudyHost } from '../../../electron/host/study-host.ts'
import { RESOURCES } from '../resources.ts'

const [path = '', userData = ''] = process.argv.slice(2)

async function run(): Promise<void> {
  const host = new StudyHost({ settings: new SettingsFile(userData), resources: RESOURCES, userData })
  const connection = host.connect(() => undefined)
  await connection.call('study.open', { handle: host.files.issue(path) })
  const ids = host.study?.db.pluckAll<number>('SELECT id FROM coding') ?? []
  let number = Number(host.study?.db.pluck<string>('SELECT actor FROM coding LIMIT 1') ?? 0)
  for (;;) {
    number++
    await connection.call('coding.setAttributes', { ids, actor: String(number) })
    writeSync(1, `${number}\n`)
    if (number % 7 === 0) host.checkpoint()
    if (number % 11 === 0) await connection.call('history.undo', {})
    if (number % 11 === 0) await connection.call('history.redo', {})
  }
}

// A killed process leaves no compiled code behind for the next one.
flushCompileCache()
process.stdin.once('data', () => void run())
writeSync(1, 'ready\n')
