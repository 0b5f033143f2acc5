import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openLoopback } from './open-loopback.ts'

describe('the socket of the browser mode', () => {
  test('opens for the page with the token', async () => {
    const client = await openLoopback()
    const window = await client.window()
    expect(window.socket.protocol).toBe('tianye')
    expect(await window.call(1, 'settings.get')).toMatchObject({ ok: true, value: { coder: { name: 'Ana' } } })
  })

  test('does not open without the token, or with one that is nearly right', async () => {
    const client = await openLoopback()
    const last = client.token.endsWith('A') ? 'B' : 'A'
    const tokens = ['', 'wrong', client.token.slice(1), `${client.token}A`, `${client.token.slice(0, -1)}${last}`]
    for (const token of tokens.slice(1)) expect(await client.socket({ protocols: ['tianye', token] })).toBe(401)
    expect(await client.socket({ protocols: ['tianye'] })).toBe(401)
    expect(await client.socket({ protocols: [] })).toBe(401)
    expect(await client.socket({ protocols: [client.token] })).toBe(401)
    expect(await client.socket({ protocols: [client.token, 'tianye'] })).toBe(401)
  })

  test('takes no token from the address, which ends up in logs', async () => {
    const client = await openLoopback()
    expect(await client.socket({ protocols: ['tianye'], path: `/socket?token=${client.token}` })).toBe(404)
  })

  test.each([
    'https://evil.example',
    'http://localhost:PORT',
    'http://127.0.0.1',
    'https://127.0.0.1:PORT',
    'http://127.0.0.1:PORT.evil.example',
    'null',
    null,
  ])('does not open for another origin, even with the token: %s', async (origin) => {
    const client = await openLoopback()
    const sent = origin?.replace('PORT', String(client.port)) ?? null
    expect(await client.socket({ origin: sent })).toBe(403)
  })

  test.each(['evil.example', 'localhost:PORT', '127.0.0.1:1'])(
    'does not open for a name that was bent to this address: %s',
    async (name) => {
      const client = await openLoopback()
      expect(await client.socket({ host: name.replace('PORT', String(client.port)) })).toBe(421)
    },
  )

  test('does not open anywhere else', async () => {
    const client = await openLoopback()
    expect(await client.socket({ path: '/' })).toBe(404)
    expect(await client.socket({ path: '/upload' })).toBe(404)
  })

  test('ends a window that sends too much, and no other', async () => {
    const client = await openLoopback()
    const [greedy, other] = [await client.window(), await client.window()]
    greedy.socket.send(Buffer.alloc(33 * 1024 ** 2, 'x').toString())
    expect(await greedy.closed).toBe(1009)
    expect(await other.call(1, 'settings.get')).toMatchObject({ ok: true })
  })

  test.each(['{', '', 'null}', '\u0000'])('ends a window that does not speak JSON: %j', async (text) => {
    const client = await openLoopback()
    const window = await client.window()
    window.socket.send(text)
    expect(await window.closed).toBe(1003)
  })

  test('ends a window that sends bytes', async () => {
    const client = await openLoopback()
    const window = await client.window()
    window.socket.send(Buffer.from('{"type":"call","v":1,"id":1,"name":"settings.get","input":{}}'))
    expect(await window.closed).toBe(1003)
  })

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'study', 'study.', '', 'study.status.x'])(
    'has no method %j',
    async (name) => {
      const client = await openLoopback()
      const window = await client.window()
      expect(await window.call(1, name)).toMatchObject({ ok: false, error: { code: 'no_such_method' } })
    },
  )

  test('refuses a message it does not understand and goes on', async () => {
    const client = await openLoopback()
    const window = await client.window()
    window.send({ type: 'call', v: 2, id: 1, name: 'settings.get', input: {} })
    window.send({ type: 'call', v: 1, id: 2, name: 'settings.get', input: {}, extra: true })
    window.send({ type: 'shutdown', id: 3 })
    window.send(['call'])
    window.send(null)
    window.send({ type: 'cancel', v: 1, id: 99 })
    for (const id of [1, 2, 3]) {
      const reply = await window.message((message) => message.id === id)
      expect(reply).toMatchObject({ ok: false, error: { code: 'bad_request' } })
    }
    expect(await window.call(4, 'settings.get')).toMatchObject({ ok: true })
  })

  test('tells a caller of its mistake, and the log nothing of what was said', async () => {
    const client = await openLoopback()
    const window = await client.window()
    const secret = '我们几户没签'
    expect(await window.call(1, 'study.rename', { name: 4, quote: secret })).toMatchObject({
      ok: false,
      error: { code: 'bad_input' },
    })
    window.send({ type: 'note', text: secret })
    await window.call(2, 'settings.get')
    expect(readFileSync(client.log.path, 'utf8')).not.toContain(secret)
  })

  test('names the files of the command line to the first window that speaks', async () => {
    const file = { handle: 'abcdefghijklmnopqrstuvwx', name: 'F5.txt', size: 3 }
    const client = await openLoopback(undefined, [file])
    const [first, second] = [await client.window(), await client.window()]
    await second.call(1, 'settings.get')
    expect(await second.message(({ type }) => type === 'opened')).toMatchObject({ files: [file] })
    await first.call(1, 'settings.get')
    await expect(
      Promise.race([first.message(({ type }) => type === 'opened'), first.call(2, 'settings.get')]),
    ).resolves.toMatchObject({ type: 'reply' })
  })
})
