import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { mediaTypeOf, pageHeaders, withNonce } from '../../shared/page/page-policy.ts'
import { PAGE_SCHEME } from './page-address.ts'
import { fileFor } from './page-file.ts'

/** Before the app is ready: `app:` behaves like https, with an origin of its own. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built page in `folder` and nothing beside it. */
export function servePage(folder: string): void {
  protocol.handle(PAGE_SCHEME, async (request) => {
    const path = fileFor(folder, request.url)
    if (path === null || request.method !== 'GET') return refuse()
    let content: Buffer
    try {
      content = await readFile(path)
    } catch {
      return refuse()
    }
    const nonce = randomBytes(18).toString('base64')
    const body = path.endsWith('.html') ? withNonce(content.toString('utf8'), nonce) : new Uint8Array(content)
    return new Response(body, { headers: { ...pageHeaders(nonce), 'Content-Type': mediaTypeOf(path) } })
  })
}

function refuse(): Response {
  return new Response(null, { status: 404, headers: pageHeaders(null) })
}
