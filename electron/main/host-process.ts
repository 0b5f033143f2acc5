import { MessageChannelMain, utilityProcess } from 'electron'
import type { MessagePortMain, UtilityProcess } from 'electron'
import { toMainSchema } from '../../shared/desktop/host-control.ts'
import type { OpenStudy, ToHost, ToMain } from '../../shared/desktop/host-control.ts'

export interface HostPaths {
  /** `dist/host/utility.js`. */
  readonly program: string
  readonly userData: string
  readonly resources: string
}

export interface HostEvents {
  /** Another study is open, or none. */
  onStudy(study: OpenStudy | null): void
  onLost(): void
  /** It is back; `notOpened` is the study's path where it could not be opened again. */
  onRestarted(notOpened: string | null): void
  /** It dies again and again. Resolves to whether to try once more. */
  onHopeless(): Promise<boolean>
}

/** More deaths than this within the time, and starting again is no help. */
const MAX_DEATHS = 3
const DEATHS_WITHIN_MS = 60_000
const CLOSE_LIMIT_MS = 10_000

type Answer = Extract<ToMain, { requestId: number }>

/**
 * One study's engine in a process of its own. If it dies it is started again and opens its study again; what it had
 * acknowledged is in the file.
 */
export class HostProcess {
  readonly #paths: HostPaths
  readonly #events: HostEvents
  readonly #answers = new Map<number, (answer: Answer | null) => void>()
  #process: UtilityProcess
  #isRunning = true
  #study: OpenStudy | null = null
  #isClosing = false
  #openingPath: string | null = null
  #isOpening = false
  #nextRequest = 1
  #deaths: number[] = []
  /** Settles when the study that was to be opened at the start, or again, is open (or cannot be). */
  #ready: Promise<unknown> = Promise.resolve()

  constructor(paths: HostPaths, events: HostEvents) {
    this.#paths = paths
    this.#events = events
    this.#process = this.#start()
  }

  get study(): OpenStudy | null {
    return this.#study
  }

  /** The path of the study that is open or being opened; null for none, and for the sample while it is being opened. */
  get path(): string | null {
    return this.#study?.path ?? this.#openingPath
  }

  /** Whether nothing is open nor about to be. */
  get isEmpty(): boolean {
    return this.#study === null && !this.#isOpening
  }

  /** Opens a study (null: the sample); null where that failed. Ports given out meanwhile wait for it. */
  open(path: string | null): Promise<OpenStudy | null> {
    const opening = this.#open(path)
    this.#ready = opening
    return opening
  }

  async #open(path: string | null): Promise<OpenStudy | null> {
    this.#isOpening = true
    this.#openingPath = path
    const answer = await this.#ask((requestId) => ({ type: 'open', requestId, path }))
    this.#isOpening = false
    this.#openingPath = null
    return answer?.type === 'opened' ? answer.study : null
  }

  /** A window's end of a new line to this host, once what it was started with is open. */
  async connect(): Promise<MessagePortMain> {
    await this.#ready
    const { port1, port2 } = new MessageChannelMain()
    this.#process.postMessage({ type: 'window' } satisfies ToHost, [port2])
    return port1
  }

  /** Tickets for files that the user picked, in their order. */
  async handlesFor(paths: readonly string[]): Promise<readonly string[]> {
    const answer = await this.#ask((requestId) => ({ type: 'handle', requestId, paths: [...paths] }))
    return answer?.type === 'handles' ? answer.handles : []
  }

  checkpoint(): void {
    this.#tell({ type: 'checkpoint' })
  }

  /** Closes the study and ends the process; resolves when it has ended. */
  async close(): Promise<void> {
    this.#isClosing = true
    if (!this.#isRunning) return
    const ended = new Promise<void>((resolve) => {
      this.#process.once('exit', () => {
        resolve()
      })
    })
    this.#tell({ type: 'close' })
    const timer = setTimeout(() => this.#process.kill(), CLOSE_LIMIT_MS)
    await ended
    clearTimeout(timer)
  }

  #start(): UtilityProcess {
    const { program, userData, resources } = this.#paths
    const process = utilityProcess.fork(program, [userData, resources], { serviceName: 'Tianye host' })
    process.on('message', (message: unknown) => {
      this.#receive(toMainSchema.parse(message))
    })
    process.once('exit', () => {
      this.#isRunning = false
      void this.#died()
    })
    this.#isRunning = true
    return process
  }

  #tell(message: ToHost): void {
    this.#process.postMessage(message)
  }

  /** The answer, or null where the host died over it. */
  #ask(message: (requestId: number) => ToHost): Promise<Answer | null> {
    if (!this.#isRunning) return Promise.resolve(null)
    const requestId = this.#nextRequest++
    return new Promise((resolve) => {
      this.#answers.set(requestId, resolve)
      this.#tell(message(requestId))
    })
  }

  #receive(message: ToMain): void {
    if (message.type === 'study') {
      this.#study = message.study
      this.#events.onStudy(message.study)
      return
    }
    this.#answers.get(message.requestId)?.(message)
    this.#answers.delete(message.requestId)
  }

  async #died(): Promise<void> {
    for (const answer of this.#answers.values()) answer(null)
    this.#answers.clear()
    if (this.#isClosing) return
    this.#events.onLost()
    const now = Date.now()
    this.#deaths = [...this.#deaths.filter((at) => now - at < DEATHS_WITHIN_MS), now]
    if (this.#deaths.length > MAX_DEATHS) {
      this.#deaths = []
      if (!(await this.#events.onHopeless())) return
    }
    const path = this.#study?.path ?? null
    this.#study = null
    this.#process = this.#start()
    const study = path === null ? null : await this.open(path)
    this.#events.onRestarted(study === null ? path : null)
  }
}
