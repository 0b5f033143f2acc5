import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/**
 * Who may talk to the browser mode: the page it served itself, in the browser of whoever was shown the address. Any
 * program and any web page of the machine can reach 127.0.0.1, so every request is looked at.
 */
export class LoopbackGuard {
  /** 256 random bits of this run. They travel in the address's fragment, which browsers send to nobody. */
  readonly token = randomBytes(32).toString('base64url')
  readonly #host: string
  readonly #tokenHash: Buffer

  constructor(port: number) {
    this.#host = `127.0.0.1:${port}`
    this.#tokenHash = hashOf(this.token)
  }

  get origin(): string {
    return `http://${this.#host}`
  }

  /**
   * The status with which an ordinary request is refused, or null. A foreign name for this address (DNS rebinding) is
   * misdirected, and so is a request another page sent.
   */
  refuse(request: IncomingMessage): 421 | 403 | null {
    if (request.headers.host !== this.#host) return 421
    const { origin } = request.headers
    if (origin !== undefined && origin !== this.origin) return 403
    const site = request.headers['sec-fetch-site']
    return site === undefined || site === 'same-origin' || site === 'none' ? null : 403
  }

  /** The same for what reads or writes a file of the user: it must carry the token, and a writer its origin. */
  refuseBearer(request: IncomingMessage): 421 | 403 | 401 | null {
    const refused = this.refuse(request)
    if (refused !== null) return refused
    if (request.method !== 'GET' && request.headers.origin !== this.origin) return 403
    const [scheme, token = ''] = (request.headers.authorization ?? '').split(' ')
    return scheme === 'Bearer' && this.#isToken(token) ? null : 401
  }

  /** The same for a socket, whose token comes as its second subprotocol: a browser lets a page set no header there. */
  refuseSocket(request: IncomingMessage): 421 | 403 | 401 | null {
    if (request.headers.host !== this.#host) return 421
    if (request.headers.origin !== this.origin) return 403
    const [protocol, token = ''] = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((p) => p.trim())
    return protocol === 'tianye' && this.#isToken(token) ? null : 401
  }

  /** Compares hashes, which are of one length, in a time that tells nothing. */
  #isToken(token: string): boolean {
    return timingSafeEqual(hashOf(token), this.#tokenHash)
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
