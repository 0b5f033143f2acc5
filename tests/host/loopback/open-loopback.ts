import { mkdirSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import WebSocket from 'ws'
import { startLoopback, type LoopbackOptions } from '../../../electron/entry/loopback-server.ts'
import { TransferFolder } from '../../../electron/entry/transfer-folder.ts'
import { Log } from '../../../electron/host/log.ts'
import { TestHost } from '../open-host.ts'

export const PAGE = '<!doctype html><html><head><title>Tianye</title></head><body>page</body></html>'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface RequestOptions {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string | Buffer
}

export interface SocketOptions {
  readonly protocols?: string[]
  /** null: none is sent. */
  readonly origin?: string | null
  readonly host?: string
  readonly path?: string
}

/** A served host with a page of one file and a script, on real sockets; everything goes when the test ends. */
export async function openLoopback(maxUpload?: number, opened: LoopbackOptions['opened'] = []) {
  const { host, folder } = new TestHost()
  const { userData } = host.options
  const page = join(folder, 'page')
  mkdirSync(join(page, 'assets'), { recursive: true })
  writeFileSync(join(page, 'index.html'), PAGE)
  writeFileSync(join(page, 'assets', 'app.js'), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  const transfer = new TransferFolder(userData, maxUpload)
  const log = new Log(userData)
  const loopback = await startLoopback({ host, transfer, log, page, port: 0, opened })
  onTestFinished(() => loopback.close())
  const { origin, port, hash } = new URL(loopback.address)
  return new Client({ origin, port: Number(port), token: hash.slice('#token='.length), transfer, host, userData, log })
}

/** Speaks to the server as a browser does, or as an attacker would. */
class Client {
  readonly origin: string
  readonly port: number
  readonly token: string
  readonly transfer: TransferFolder
  readonly host: TestHost['host']
  readonly userData: string
  readonly log: Log

  constructor(parts: Pick<Client, 'origin' | 'port' | 'token' | 'transfer' | 'host' | 'userData' | 'log'>) {
    this.origin = parts.origin
    this.port = parts.port
    this.token = parts.token
    this.transfer = parts.transfer
    this.host = parts.host
    this.userData = parts.userData
    this.log = parts.log
  }

  /** Headers that open every door. */
  get allowed(): Record<string, string> {
    return { Origin: this.origin, Authorization: `Bearer ${this.token}` }
  }

  /** The path goes out exactly as it is given: nothing is resolved on the way. */
  request(path: string, { method = 'GET', headers = {}, body }: RequestOptions = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const request = httpRequest({ host: '127.0.0.1', port: this.port, path, method, headers, agent: false })
      request.on('error', reject)
      request.on('response', (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const { statusCode = 0, headers: received } = response
          resolve({ status: statusCode, headers: received, body: Buffer.concat(chunks).toString() })
        })
      })
      request.end(body)
    })
  }

  async upload(name: string, body: string): Promise<{ handle: string; name: string; size: number }> {
    const path = `/upload?name=${encodeURIComponent(name)}`
    const answer = await this.request(path, { method: 'POST', headers: this.allowed, body })
    return JSON.parse(answer.body) as { handle: string; name: string; size: number }
  }

  /** The status with which an upgrade was refused, or the open window. */
  async socket(options: SocketOptions = {}): Promise<number | Window> {
    const { protocols = ['tianye', this.token], origin = this.origin, host, path = '/socket' } = options
    const socket = new WebSocket(`ws://127.0.0.1:${this.port}${path}`, protocols, {
      ...(origin === null ? {} : { origin }),
      ...(host === undefined ? {} : { headers: { Host: host } }),
    })
    onTestFinished(() => {
      socket.terminate()
    })
    return new Promise((resolve, reject) => {
      socket.on('open', () => {
        resolve(new Window(socket))
      })
      socket.on('unexpected-response', (_request, response) => {
        resolve(response.statusCode ?? 0)
      })
      socket.on('error', reject)
    })
  }

  async window(): Promise<Window> {
    const socket = await this.socket()
    if (typeof socket === 'number') throw new Error(`refused with ${socket}`)
    return socket
  }
}

type Message = { readonly type: string; readonly id?: number } & Record<string, unknown>

/** An open socket. */
class Window {
  readonly socket: WebSocket
  readonly closed: Promise<number>
  readonly #messages: Message[] = []
  readonly #waiting = new Set<() => void>()

  constructor(socket: WebSocket) {
    this.socket = socket
    socket.on('message', (data: Buffer) => {
      this.#messages.push(JSON.parse(data.toString()) as Message)
      for (const look of this.#waiting) look()
    })
    this.closed = new Promise((resolve) => {
      socket.on('close', (code) => {
        resolve(code)
      })
    })
  }

  send(message: unknown): void {
    this.socket.send(JSON.stringify(message))
  }

  /** The first message that fits, past or to come. */
  message(fits: (message: Message) => boolean): Promise<Message> {
    return new Promise((resolve) => {
      const look = (): void => {
        const found = this.#messages.find(fits)
        if (found === undefined) return
        this.#waiting.delete(look)
        resolve(found)
      }
      this.#waiting.add(look)
      look()
    })
  }

  call(id: number, name: string, input: unknown = {}): Promise<Message> {
    this.send({ type: 'call', v: 1, id, name, input })
    return this.message((message) => message.type === 'reply' && message.id === id)
  }
}
