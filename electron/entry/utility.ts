/**
 * The host of the desktop: a utility process of Electron, one per study. The main process hands it the windows' ports
 * and speaks to it over the control channel of `shared/desktop/host-control.ts`; what the windows ask goes through
 * their ports and never through main.
 *
 * Arguments: Tianye's own folder, the folder of the resources.
 */
import type { HostEvent, Reply } from '../../shared/contract/envelope.ts'
import type { StudyStatus } from '../../shared/contract/study.ts'
import { toHostSchema } from '../../shared/desktop/host-control.ts'
import type { OpenStudy, ToMain } from '../../shared/desktop/host-control.ts'
import type { PortFrame } from '../../shared/desktop/port-frames.ts'
import { Log } from '../host/log.ts'
import { SettingsFile } from '../host/settings-file.ts'
import { StudyHost } from '../host/study-host.ts'
import { serve } from './wire.ts'

/** What Electron adds to a Node process that it forked; its own types belong to main and preload. */
interface Port {
  on(event: 'message', listener: (message: { data: unknown }) => void): void
  on(event: 'close', listener: () => void): void
  postMessage(message: PortFrame): void
  start(): void
}
interface ParentPort {
  on(event: 'message', listener: (message: { data: unknown; ports: Port[] }) => void): void
  postMessage(message: ToMain): void
}

/** How long the host waits, at its end, for what the closing windows still had to say. */
const LAST_WORDS_MS = 2_000

const { parentPort } = process as unknown as { parentPort: ParentPort }
const [userData = '', resources = ''] = process.argv.slice(2)

const log = new Log(userData)
const host = new StudyHost({ settings: new SettingsFile(userData), resources, userData })
let windows = 0
let isClosing = false
let knownPath: string | null = null

const control = host.connect((event) => {
  if (event.type === 'changed' && event.topics.includes('study')) void announceStudy()
})

process.on('uncaughtException', (error) => {
  log.error('uncaught', error)
  process.exit(1)
})

parentPort.on('message', ({ data, ports: [port] }) => {
  const message = toHostSchema.parse(data)
  switch (message.type) {
    case 'window':
      if (port !== undefined) attach(port)
      return
    case 'handle':
      parentPort.postMessage({
        type: 'handles',
        requestId: message.requestId,
        handles: message.paths.map((path) => host.files.issue(path)),
      })
      return
    case 'open':
      void open(message.path, message.requestId)
      return
    case 'checkpoint':
      host.checkpoint()
      return
    case 'close':
      isClosing = true
      if (windows === 0) end()
      else setTimeout(end, LAST_WORDS_MS)
  }
})

/** A window. Its port's end comes after its last message, so nothing it said is lost. */
function attach(port: Port): void {
  const wire = serve(
    host,
    (message) => {
      port.postMessage(frameOf(message))
    },
    log,
  )
  windows++
  port.on('message', ({ data }) => {
    wire.receive(typeof data === 'string' ? parse(data) : undefined)
  })
  port.on('close', () => {
    wire.close()
    windows--
    if (isClosing && windows === 0) end()
  })
  port.start()
}

function end(): never {
  host.close()
  process.exit(0)
}

async function open(path: string | null, requestId: number): Promise<void> {
  try {
    if (path === null) await control.call('study.openSample', {})
    else await control.call('study.open', { handle: host.files.issue(path) })
    parentPort.postMessage({ type: 'opened', requestId, study: await openStudy() })
  } catch (error) {
    log.error('open', error)
    parentPort.postMessage({ type: 'opened', requestId, study: null })
  }
}

async function openStudy(): Promise<OpenStudy | null> {
  const path = host.study?.path
  const { open: study } = (await control.call('study.status', {})) as StudyStatus
  if (path === undefined || study === null) return null
  return { path, name: study.name, isSample: study.isSample, documents: study.counts.documents }
}

async function announceStudy(): Promise<void> {
  const path = host.study?.path ?? null
  if (path === knownPath) return
  knownPath = path
  parentPort.postMessage({ type: 'study', study: await openStudy() })
}

function frameOf(message: Reply | HostEvent): PortFrame {
  if (message.type === 'reply') {
    return message.ok ? { ...message, value: JSON.stringify(message.value) } : message
  }
  const id = message.type === 'progress' ? message.id : null
  return { type: 'event', name: message.type, id, event: JSON.stringify(message) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
