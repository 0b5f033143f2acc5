/**
 * The browser mode: the same page and the same host as on the desktop, served to a browser of this machine.
 *
 *     node electron/entry/loopback.ts [--port N] [--study FILE | --sample] [--user-data DIR] [--language en|zh-CN]
 *                                     [--parent PID] [FILE ...]
 *
 * It prints one line with the address, whose fragment is the key: whoever has it may read and change the open study.
 * A FILE that is a study is opened, others are offered for import. It ends with Ctrl-C, or with the process that
 * started it where that one names itself with `--parent`.
 *
 * The host lives in this process. If it dies, the windows' sockets close, their pending calls end with `host_lost`, and
 * the address is void, for a new start makes a new key; every acknowledged command is in the study file.
 * Not part of the packaged application.
 */
import { statSync } from 'node:fs'
import { basename, extname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { PickedFile } from '../../shared/contract/bridge.ts'
import { interfaceLanguageSchema } from '../../shared/contract/values.ts'
import { UserError } from '../host/errors.ts'
import { Log } from '../host/log.ts'
import { SettingsFile } from '../host/settings-file.ts'
import { StudyHost } from '../host/study-host.ts'
import { startLoopback } from './loopback-server.ts'
import { TransferFolder } from './transfer-folder.ts'
import { userDataFolder } from './user-data.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const PARENT_CHECK_MS = 1_000

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    port: { type: 'string', default: '0' },
    study: { type: 'string' },
    sample: { type: 'boolean', default: false },
    'user-data': { type: 'string' },
    language: { type: 'string' },
    parent: { type: 'string' },
  },
})

const userData = resolve(values['user-data'] ?? userDataFolder())
const log = new Log(userData)
const settings = new SettingsFile(userData)
const host = new StudyHost({ settings, resources: join(ROOT, 'resources'), userData })
const transfer = new TransferFolder(userData)

function stop(code: number): never {
  transfer.remove()
  host.close()
  process.exit(code)
}
process.on('SIGINT', () => stop(0))
process.on('SIGTERM', () => stop(0))
process.on('SIGHUP', () => stop(0))
process.on('uncaughtException', (error) => {
  log.error('uncaught', error)
  console.error(error)
  stop(1)
})

/** Opens what the command line names, and serves. */
async function start(): Promise<void> {
  if (values.language !== undefined) settings.update({ language: interfaceLanguageSchema.parse(values.language) })
  const study = values.study ?? positionals.find(isStudy)
  const starter = host.connect(() => undefined)
  if (study !== undefined) await starter.call('study.open', { handle: host.files.issue(resolve(study)) })
  else if (values.sample) await starter.call('study.openSample', {})
  starter.close()
  const loopback = await startLoopback({
    host,
    transfer,
    log,
    page: join(ROOT, 'dist', 'renderer'),
    port: Number(values.port),
    opened: positionals.filter((file) => !isStudy(file)).map(ticketOf),
  })
  endWithParent()
  console.log(`Tianye: ${loopback.address}`)
}

function isStudy(file: string): boolean {
  return extname(file).toLowerCase() === '.tianye'
}

function ticketOf(file: string): PickedFile {
  const path = resolve(file)
  return { handle: host.files.issue(path), name: basename(path), size: statSync(path).size }
}

/** A parent that is killed sends no signal, so its end is noticed by the number of who took its place. */
function endWithParent(): void {
  if (values.parent === undefined) return
  const parent = Number(values.parent)
  setInterval(() => {
    if (process.ppid !== parent) stop(0)
  }, PARENT_CHECK_MS).unref()
}

try {
  await start()
} catch (error) {
  if (!(error instanceof UserError)) throw error
  console.error(`Tianye: ${error.code} ${JSON.stringify(error.params)}`)
  stop(1)
}
