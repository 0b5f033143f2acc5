import { ipcRenderer } from 'electron'
import type { BridgeEvent } from '../../shared/contract/bridge.ts'
import type { Request, WireError } from '../../shared/contract/envelope.ts'
import type { PortFrame } from '../../shared/desktop/port-frames.ts'
import type { DesktopEvent } from '../../shared/desktop/shell-calls.ts'

interface Pending {
  resolve(value: string): void
  reject(error: WireError): void
  readonly onProgress: ((event: string) => void) | null
}

type Listener = (event: string) => void

/**
 * The window's line to its host. Values are JSON texts on both sides (`port-frames.ts`). When the host dies every
 * pending call is rejected with `host_lost`; calls made before it is back wait for it, since they may be the user's next
 * sentence.
 */
export class HostLine {
  readonly #pending = new Map<number, Pending>()
  readonly #listeners = new Map<string, Set<Listener>>()
  /** Requests made while there is no host to post them to. */
  #waiting: string[] = []
  /** Files that were opened before the page listened. */
  #unheard: string[] = []
  #port: MessagePort | null = null
  #nextId = 1

  constructor() {
    ipcRenderer.on('port', (event) => {
      this.#connect(event.ports[0])
    })
    ipcRenderer.on('bridge-event', (_event, message: DesktopEvent) => {
      if (message.type === 'host' && message.state === 'lost') this.#lose()
      this.#emit(message.type, JSON.stringify(message))
    })
  }

  /** The call's id, to cancel it by, and its answer as JSON. */
  call(
    name: string,
    input: string | undefined,
    onProgress: Pending['onProgress'],
  ): { id: number; reply: Promise<string> } {
    const id = this.#nextId++
    const reply = new Promise<string>((resolve, reject: (error: WireError) => void) => {
      this.#pending.set(id, { resolve, reject, onProgress })
    })
    // Not parsed and written again only to be put into an envelope.
    const head = JSON.stringify({ type: 'call', v: 1, id, name } satisfies Omit<Request & { type: 'call' }, 'input'>)
    this.#post(`${head.slice(0, -1)},"input":${input ?? 'null'}}`)
    return { id, reply }
  }

  cancel(id: number): void {
    if (this.#pending.has(id)) this.#post(JSON.stringify({ type: 'cancel', v: 1, id } satisfies Request))
  }

  /** Returns the function that ends the subscription. */
  on(type: BridgeEvent['type'], listener: Listener): () => void {
    const listeners = this.#listeners.get(type) ?? new Set<Listener>()
    this.#listeners.set(type, listeners)
    listeners.add(listener)
    if (type === 'opened') {
      const unheard = this.#unheard
      this.#unheard = []
      // After this call has returned: nobody expects a listener to be called by the act of listening.
      queueMicrotask(() => {
        for (const event of unheard) this.#emit('opened', event)
      })
    }
    return () => {
      listeners.delete(listener)
    }
  }

  #post(request: string): void {
    if (this.#port === null) this.#waiting.push(request)
    else this.#port.postMessage(request)
  }

  #connect(port: MessagePort | undefined): void {
    if (port === undefined) return
    this.#port?.close()
    this.#port = port
    port.onmessage = ({ data }) => {
      this.#receive(data as PortFrame)
    }
    for (const request of this.#waiting) port.postMessage(request)
    this.#waiting = []
  }

  #lose(): void {
    this.#port?.close()
    this.#port = null
    this.#waiting = []
    const pending = [...this.#pending.values()]
    this.#pending.clear()
    for (const call of pending) call.reject({ code: 'host_lost', params: {} })
  }

  #receive(frame: PortFrame): void {
    if (frame.type === 'event') {
      if (frame.id !== null) this.#pending.get(frame.id)?.onProgress?.(frame.event)
      this.#emit(frame.name, frame.event)
      return
    }
    const pending = this.#pending.get(frame.id)
    this.#pending.delete(frame.id)
    if (frame.ok) pending?.resolve(frame.value)
    else pending?.reject(frame.error)
  }

  #emit(type: BridgeEvent['type'], event: string): void {
    const listeners = [...(this.#listeners.get(type) ?? [])]
    if (type === 'opened' && listeners.length === 0) this.#unheard.push(event)
    for (const listener of listeners) listener(event)
  }
}
