import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { openLoopback } from './open-loopback.ts'

describe('the page of the browser mode', () => {
  test('is served without the token, with a nonce that is good once', async () => {
    const client = await openLoopback()
    const [first, second] = [await client.request('/'), await client.request('/index.html')]
    const nonceOf = (body: string): string => /<meta property="csp-nonce" nonce="([^"]+)">/.exec(body)?.[1] ?? ''
    expect(first.status).toBe(200)
    expect(nonceOf(first.body)).toMatch(/^[A-Za-z0-9+/]{24}$/)
    expect(nonceOf(second.body)).not.toBe(nonceOf(first.body))
    expect(first.headers['content-security-policy']).toContain(`'nonce-${nonceOf(first.body)}'`)
  })

  test('runs under a policy without inline code, frames or other origins', async () => {
    const client = await openLoopback()
    const { headers } = await client.request('/')
    const policy = String(headers['content-security-policy'])
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        `connect-src 'self' ws://127.0.0.1:${client.port}`,
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ]),
    )
    expect(policy).not.toContain('unsafe')
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
  })

  test('names the media type of its scripts, since nothing may be guessed', async () => {
    const client = await openLoopback()
    const { headers } = await client.request('/assets/app.js')
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/./../secret.txt',
    '//etc/passwd',
    '/etc/passwd',
    'file:///etc/passwd',
    '/assets',
    '/assets/',
    '/index.html%00.js',
    '/__proto__',
  ])('is all there is: %s is not found', async (path) => {
    const client = await openLoopback()
    const { status, body } = await client.request(path)
    expect(status).toBe(404)
    expect(body).not.toContain('secret')
  })

  test.each(['evil.example', 'localhost:PORT', '127.0.0.1', '127.0.0.1:1', 'evil.example:PORT'])(
    'is not for a name that was bent to this address: %s',
    async (name) => {
      const client = await openLoopback()
      const Host = name.replace('PORT', String(client.port))
      expect((await client.request('/', { headers: { Host } })).status).toBe(421)
      expect(
        (await client.request('/upload?name=a', { method: 'POST', headers: { ...client.allowed, Host } })).status,
      ).toBe(421)
    },
  )

  test('is not for another site that embeds or fetches it', async () => {
    const client = await openLoopback()
    expect((await client.request('/', { headers: { Origin: 'https://evil.example' } })).status).toBe(403)
    expect((await client.request('/', { headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(403)
    expect((await client.request('/', { headers: { 'Sec-Fetch-Site': 'same-site' } })).status).toBe(403)
    expect((await client.request('/', { headers: { 'Sec-Fetch-Site': 'none' } })).status).toBe(200)
  })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('cannot be written to: %s', async (method) => {
    const client = await openLoopback()
    const { status, headers } = await client.request('/', { method, headers: client.allowed })
    expect(status).toBe(405)
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })

  test('answers on 127.0.0.1 alone', async () => {
    const client = await openLoopback()
    const code = await new Promise((resolve) => {
      const socket = connect(client.port, '127.0.0.2')
      socket.on('connect', () => {
        resolve('connected')
      })
      socket.on('error', (error: NodeJS.ErrnoException) => {
        resolve(error.code)
      })
    })
    expect(code).not.toBe('connected')
  })
})
