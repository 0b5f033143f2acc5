import { createReadStream, statSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename } from 'node:path'
import type { Duplex } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { WebSocketServer, type WebSocket } from 'ws'
import type { PickedFile } from '../../shared/contract/bridge.ts'
import { mediaTypeOf, pageHeaders, withNonce } from '../../shared/page/page-policy.ts'
import { UserError } from '../host/errors.ts'
import type { Log } from '../host/log.ts'
import type { StudyHost } from '../host/study-host.ts'
import { LoopbackGuard } from './loopback-guard.ts'
import { pageFiles } from './page-files.ts'
import type { TransferFolder } from './transfer-folder.ts'
import { serve } from './wire.ts'

/** The largest message of a window. The largest the page sends is a memo or a corrected import plan. */
const MAX_MESSAGE_BYTES = 32 * 1024 ** 2

export interface LoopbackOptions {
  readonly host: StudyHost
  readonly transfer: TransferFolder
  readonly log: Log
  /** The built page. */
  readonly page: string
  /** 0: any free port. */
  readonly port: number
  /** Files named at the start, told to the first window. */
  readonly opened: readonly PickedFile[]
}

export interface Loopback {
  /** Where the page is, with the token in its fragment. */
  readonly address: string
  close(): Promise<void>
}

/** Serves the page and the host to the browser of this machine and to nobody else; see `LoopbackGuard`. */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const http = createServer()
  await listen(http, options.port)
  const guard = new LoopbackGuard((http.address() as AddressInfo).port)
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    handleProtocols: () => 'tianye',
  })
  const service = new Service(options, guard)
  http.on('request', (request, response) => void service.answer(request, response))
  http.on('upgrade', (request, socket, head) => {
    const refused = request.url === '/socket' ? guard.refuseSocket(request) : 404
    if (refused !== null) refuseUpgrade(socket, refused)
    else sockets.handleUpgrade(request, socket, head, (window) => service.attach(window))
  })
  return {
    address: `${guard.origin}/#token=${guard.token}`,
    async close() {
      for (const window of sockets.clients) window.terminate()
      http.closeAllConnections()
      await new Promise((done) => http.close(done))
    },
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function refuseUpgrade(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

class Service {
  readonly #options: LoopbackOptions
  readonly #guard: LoopbackGuard
  readonly #files: ReadonlyMap<string, string>
  /** Tickets made by `/save`: the only files that can be downloaded. */
  readonly #downloads = new Map<string, string>()
  #opened: readonly PickedFile[]

  constructor(options: LoopbackOptions, guard: LoopbackGuard) {
    this.#options = options
    this.#guard = guard
    this.#files = pageFiles(options.page)
    this.#opened = options.opened
  }

  /** A window: its messages are JSON texts, and what is not JSON ends it. */
  attach(window: WebSocket): void {
    const wire = serve(
      this.#options.host,
      (message) => {
        window.send(JSON.stringify(message))
      },
      this.#options.log,
    )
    window.on('message', (data, isBinary) => {
      const message = isBinary ? undefined : parse(data as Buffer)
      if (message === undefined) {
        window.close(1003)
        return
      }
      wire.receive(message)
      this.#announceOpened(window)
    })
    window.on('close', () => {
      wire.close()
    })
    window.on('error', () => {
      window.terminate()
    })
  }

  /** To the first window that has spoken: its page is up and listens. */
  #announceOpened(window: WebSocket): void {
    if (this.#opened.length === 0) return
    window.send(JSON.stringify({ type: 'opened', files: this.#opened }))
    this.#opened = []
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await this.#route(request, response)
    } catch (error) {
      if (error instanceof UserError && error.code === 'file_too_large') refuse(response, 413)
      else if (request.destroyed && !request.complete) response.destroy()
      else {
        this.#options.log.error('loopback', error)
        refuse(response, 500)
      }
    }
  }

  async #route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.#guard.origin)
    const action = `${request.method} ${url.pathname}`
    if (action === 'POST /upload' || action === 'POST /save' || action.startsWith('GET /download/')) {
      const refused = this.#guard.refuseBearer(request)
      if (refused !== null) refuse(response, refused)
      else if (action === 'POST /upload') await this.#upload(request, response, url.searchParams)
      else if (action === 'POST /save') this.#save(response, url.searchParams.get('name') ?? '')
      else await this.#download(response, url.pathname.slice('/download/'.length))
      return
    }
    const refused = this.#guard.refuse(request)
    if (refused !== null) refuse(response, refused)
    else if (request.method !== 'GET' && request.method !== 'HEAD') refuse(response, 405)
    else await this.#page(response, url.pathname)
  }

  /** A file of the page. It holds no data, so it is served without the token, which its address does not carry. */
  async #page(response: ServerResponse, pathname: string): Promise<void> {
    const path = this.#files.get(pathname)
    if (path === undefined) {
      refuse(response, 404)
      return
    }
    const nonce = randomBytes(18).toString('base64')
    const content = await readFile(path)
    const isDocument = path.endsWith('.html')
    response.writeHead(200, {
      ...pageHeaders(nonce, [this.#guard.origin.replace('http:', 'ws:')]),
      'Content-Type': mediaTypeOf(path),
    })
    response.end(isDocument ? withNonce(content.toString('utf8'), nonce) : content)
  }

  async #upload(request: IncomingMessage, response: ServerResponse, query: URLSearchParams): Promise<void> {
    const announced = Number(request.headers['content-length'] ?? 0)
    const name = query.get('name') ?? ''
    const isOnlyRead = query.get('kind') === 'returned'
    const { path, size } = await this.#options.transfer.receive(request, name, announced, isOnlyRead)
    sendTicket(response, { handle: this.#options.host.files.issue(path), name: basename(path), size })
  }

  #save(response: ServerResponse, name: string): void {
    const path = this.#options.transfer.pathFor(name)
    const handle = this.#options.host.files.issue(path)
    this.#downloads.set(handle, path)
    sendTicket(response, { handle, name: basename(path), size: 0 })
  }

  async #download(response: ServerResponse, handle: string): Promise<void> {
    const path = this.#downloads.get(handle)
    const size = path === undefined ? undefined : statSync(path, { throwIfNoEntry: false })?.size
    if (path === undefined || size === undefined) {
      refuse(response, 404)
      return
    }
    response.writeHead(200, {
      ...pageHeaders(null),
      'Content-Type': 'application/octet-stream',
      'Content-Length': size,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(basename(path))}`,
    })
    await pipeline(createReadStream(path), response)
  }
}

function sendTicket(response: ServerResponse, file: PickedFile): void {
  response.writeHead(200, { ...pageHeaders(null), 'Content-Type': mediaTypeOf('.json') })
  response.end(JSON.stringify(file))
}

/** Refuses, and closes the connection: what is left of a body is not read. */
function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  response.writeHead(status, { ...pageHeaders(null), 'Content-Type': 'text/plain', Connection: 'close' })
  response.end(`${status}\n`)
}

function parse(data: Buffer): unknown {
  try {
    return JSON.parse(data.toString('utf8'))
  } catch {
    return undefined
  }
}
