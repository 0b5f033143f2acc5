import type { Bridge, BridgeCallOptions, BridgeEvent } from '../../shared/contract/bridge.ts'
import type { In, Name, Out } from '../../shared/contract/contract.ts'
import type { HostEvent, Reply, Request } from '../../shared/contract/envelope.ts'
import { BridgeError } from './bridge-error.ts'
import { loopbackShell } from './loopback-shell.ts'

const TOKEN_KEY = 'tianye-token'
const FIRST_RETRY_MS = 250
const LAST_RETRY_MS = 4000

/** The bridge of the browser mode: one WebSocket to the host that served this page. */
export async function connectLoopback(): Promise<Bridge> {
  const token = takeToken()
  if (token === null) throw new BridgeError('no_token')
  const connection = new LoopbackConnection(token)
  await connection.opened
  return connection
}

/**
 * The token comes in the fragment, which browsers send nowhere, and is moved out of the address bar at once, so that a
 * copied address opens nothing. sessionStorage keeps it for a reload of this tab alone.
 */
function takeToken(): string | null {
  const fragment = new URLSearchParams(location.hash.slice(1)).get('token')
  if (fragment !== null) {
    sessionStorage.setItem(TOKEN_KEY, fragment)
    history.replaceState(null, '', location.pathname + location.search)
  }
  return sessionStorage.getItem(TOKEN_KEY)
}

interface Pending {
  resolve(value: unknown): void
  reject(error: BridgeError): void
  readonly onProgress: BridgeCallOptions['onProgress']
}

type Listener = (event: BridgeEvent) => void

class LoopbackConnection implements Bridge {
  readonly shell: Bridge['shell']
  readonly opened: Promise<void>
  readonly #token: string
  readonly #pending = new Map<number, Pending>()
  readonly #listeners = new Map<BridgeEvent['type'], Set<Listener>>()
  /** Files named on the command line, which the host sends before anyone can listen. */
  #unheard: BridgeEvent[] = []
  #socket: WebSocket | null = null
  #nextId = 1
  #retryMs = FIRST_RETRY_MS

  constructor(token: string) {
    this.#token = token
    this.shell = loopbackShell(token)
    this.opened = new Promise((resolve, reject) => {
      this.#connect(resolve, () => {
        reject(new BridgeError('host_unreachable'))
      })
    })
  }

  call<N extends Name>(name: N, input: In<N>, options: BridgeCallOptions = {}): Promise<Out<N>> {
    const socket = this.#socket
    if (socket?.readyState !== WebSocket.OPEN) return Promise.reject(new BridgeError('host_lost'))
    const id = this.#nextId++
    return new Promise<Out<N>>((resolve, reject) => {
      this.#pending.set(id, {
        resolve: (value) => {
          resolve(value as Out<N>)
        },
        reject,
        onProgress: options.onProgress,
      })
      send(socket, { type: 'call', v: 1, id, name, input })
      options.signal?.addEventListener('abort', () => {
        if (this.#pending.has(id)) send(socket, { type: 'cancel', v: 1, id })
      })
    })
  }

  on<T extends BridgeEvent['type']>(type: T, listener: (event: Extract<BridgeEvent, { type: T }>) => void): () => void {
    const listeners = this.#listeners.get(type) ?? new Set<Listener>()
    this.#listeners.set(type, listeners)
    // Safe: #emit looks listeners up by the event's own type.
    const entry = listener as Listener
    listeners.add(entry)
    const unheard = this.#unheard.filter((event) => event.type === type)
    this.#unheard = this.#unheard.filter((event) => event.type !== type)
    for (const event of unheard) entry(event)
    return () => {
      listeners.delete(entry)
    }
  }

  #connect(onOpen: () => void, onRefused: () => void): void {
    const url = new URL('/socket', location.href)
    url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:'
    const socket = new WebSocket(url, ['tianye', this.#token])
    let wasOpen = false
    socket.addEventListener('open', () => {
      wasOpen = true
      this.#socket = socket
      this.#retryMs = FIRST_RETRY_MS
      onOpen()
    })
    socket.addEventListener('message', (message) => {
      if (typeof message.data === 'string') this.#receive(JSON.parse(message.data) as Reply | HostEvent)
    })
    socket.addEventListener('close', () => {
      if (wasOpen) this.#lost()
      else onRefused()
    })
  }

  #lost(): void {
    this.#socket = null
    for (const pending of this.#pending.values()) pending.reject(new BridgeError('host_lost'))
    this.#pending.clear()
    this.#emit({ type: 'host', state: 'lost' })
    this.#reconnect()
  }

  #reconnect(): void {
    setTimeout(() => {
      this.#connect(
        () => {
          this.#emit({ type: 'host', state: 'restarted' })
        },
        () => {
          this.#retryMs = Math.min(this.#retryMs * 2, LAST_RETRY_MS)
          this.#reconnect()
        },
      )
    }, this.#retryMs)
  }

  #receive(message: Reply | HostEvent): void {
    if (message.type === 'reply') {
      const pending = this.#pending.get(message.id)
      this.#pending.delete(message.id)
      if (message.ok) pending?.resolve(message.value)
      else pending?.reject(new BridgeError(message.error.code, message.error.params))
      return
    }
    if (message.type === 'progress') {
      this.#pending.get(message.id)?.onProgress?.({
        done: message.done,
        total: message.total,
        message: message.message,
      })
    }
    this.#emit(message)
  }

  #emit(event: BridgeEvent): void {
    const listeners = [...(this.#listeners.get(event.type) ?? [])]
    if (event.type === 'opened' && listeners.length === 0) this.#unheard.push(event)
    for (const listener of listeners) listener(event)
  }
}

function send(socket: WebSocket, request: Request): void {
  socket.send(JSON.stringify(request))
}
