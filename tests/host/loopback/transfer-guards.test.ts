import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { TransferFolder } from '../../../electron/entry/transfer-folder.ts'
import { tempFolder } from '../temp-folder.ts'
import { openLoopback } from './open-loopback.ts'

/** Every file below the folder of transfers. */
function kept(transfer: TransferFolder): string[] {
  return readdirSync(transfer.path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
}

describe('an upload', () => {
  test('gives a ticket for exactly what was sent', async () => {
    const client = await openLoopback()
    const ticket = await client.upload('访谈 F5.txt', '我们几户没签')
    expect(ticket).toMatchObject({ name: '访谈 F5.txt', size: 18 })
    expect(readFileSync(client.host.files.pathOf(ticket.handle), 'utf8')).toBe('我们几户没签')
  })

  test('lies where nobody else may read it', async () => {
    const client = await openLoopback()
    const path = client.host.files.pathOf((await client.upload('a.txt', 'a')).handle)
    expect(statSync(client.transfer.path).mode & 0o777).toBe(0o700)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(path.startsWith(client.transfer.path)).toBe(true)
  })

  test('is refused without the token or the origin, and nothing of it is kept', async () => {
    const client = await openLoopback()
    const { Origin, Authorization } = client.allowed as { Origin: string; Authorization: string }
    const attempts: [Record<string, string>, number][] = [
      [{ Origin }, 401],
      [{ Origin, Authorization: 'Bearer wrong' }, 401],
      [{ Origin, Authorization: `Basic ${client.token}` }, 401],
      [{ Origin, Authorization: client.token }, 401],
      [{ Authorization }, 403],
      [{ Authorization, Origin: 'https://evil.example' }, 403],
      [{ Authorization, Origin: 'null' }, 403],
    ]
    for (const [headers, status] of attempts) {
      expect((await client.request('/upload?name=a.txt', { method: 'POST', headers, body: 'x' })).status).toBe(status)
      expect((await client.request('/save?name=a.csv', { method: 'POST', headers })).status).toBe(status)
    }
    expect(kept(client.transfer)).toEqual([])
  })

  test.each([
    '../../escape.txt',
    '..\\..\\escape.txt',
    '/etc/escape.txt',
    '..',
    '.',
    '',
    'a\u0000b.txt',
    '\u202efdp.txt',
  ])('cannot choose its place by its name: %j', async (name) => {
    const client = await openLoopback()
    const path = client.host.files.pathOf((await client.upload(name, 'x')).handle)
    expect(path.startsWith(`${client.transfer.path}/`)).toBe(true)
    expect(basename(path)).not.toMatch(/^\.|[\u0000-\u001f\u202e/\\]/)
  })

  test('has room for a name of 10,000 characters', async () => {
    const client = await openLoopback()
    const ticket = await client.upload(`${'访'.repeat(1_000)}.docx`, 'x')
    expect(ticket.name).toMatch(/^访+\.docx$/)
  })

  test('that is too large is refused, announced or not, and nothing of it is kept', async () => {
    const client = await openLoopback(1_000_000)
    const headers = client.allowed
    const announced = await new Promise((resolve, reject) => {
      const request = sender(client.port, { ...headers, 'Content-Length': String(3 * 1024 ** 3) })
      request.on('response', (response) => {
        resolve(response.statusCode)
        request.destroy()
      })
      request.on('error', reject)
      request.flushHeaders()
    })
    expect(announced).toBe(413)

    const streamed = await new Promise((resolve) => {
      const request = sender(client.port, { ...headers, 'Transfer-Encoding': 'chunked' })
      const pour = (): void => {
        while (!request.destroyed && request.write(Buffer.alloc(65_536))) continue
      }
      request.on('drain', pour)
      request.on('response', (response) => {
        request.off('drain', pour)
        resolve(response.statusCode)
        request.destroy()
      })
      // The server stops reading and hangs up: whether the answer or the end is seen first is the network's choice.
      request.on('error', () => {
        resolve('hung up')
      })
      pour()
    })
    expect([413, 'hung up']).toContain(streamed)
    await expect.poll(() => kept(client.transfer)).toEqual([])
    expect((await client.upload('a.txt', 'still here')).size).toBe(10)
  })

  test('that breaks off leaves nothing', async () => {
    const client = await openLoopback()
    const request = sender(client.port, { ...client.allowed, 'Content-Length': '1000000' })
    request.on('error', () => undefined)
    request.write(Buffer.alloc(1_000))
    await expect.poll(() => kept(client.transfer)).toHaveLength(1)
    request.destroy()
    await expect.poll(() => kept(client.transfer)).toEqual([])
  })

  test('of a study is kept to be worked in, beside one of the same name', async () => {
    const client = await openLoopback()
    const [first, second] = [await client.upload('Li River.tianye', 'a'), await client.upload('Li River.tianye', 'b')]
    expect([first.name, second.name]).toEqual(['Li River.tianye', 'Li River 2.tianye'])
    client.transfer.remove()
    expect(readFileSync(client.host.files.pathOf(first.handle), 'utf8')).toBe('a')
  })

  test('of a study that comes back goes with the run, under its own name each time', async () => {
    const client = await openLoopback()
    for (const body of ['a', 'b']) {
      const path = `/upload?${new URLSearchParams({ name: 'for Li.tianye', kind: 'returned' }).toString()}`
      const answer = await client.request(path, { method: 'POST', headers: client.allowed, body })
      const { handle, name } = JSON.parse(answer.body) as { handle: string; name: string }
      expect(name).toBe('for Li.tianye')
      expect(readFileSync(client.host.files.pathOf(handle), 'utf8')).toBe(body)
    }
    expect(kept(client.transfer)).toHaveLength(2)
    client.transfer.remove()
    expect(existsSync(client.transfer.path)).toBe(false)
  })
})

describe('a download', () => {
  test('is what the host wrote under a ticket of /save', async () => {
    const client = await openLoopback()
    const save = await client.request(`/save?name=${encodeURIComponent('矩阵.csv')}`, {
      method: 'POST',
      headers: client.allowed,
    })
    const { handle, name, size } = JSON.parse(save.body) as { handle: string; name: string; size: number }
    expect({ name, size }).toEqual({ name: '矩阵.csv', size: 0 })
    writeFileSync(client.host.files.pathOf(handle), 'village,count\n')
    const answer = await client.request(`/download/${handle}`, { headers: client.allowed })
    expect(answer).toMatchObject({ status: 200, body: 'village,count\n' })
    expect(answer.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('矩阵.csv')}`)
    expect(answer.headers['content-type']).toBe('application/octet-stream')
  })

  test('needs the token, which is not taken from the address', async () => {
    const client = await openLoopback()
    const save = await client.request('/save?name=a.csv', { method: 'POST', headers: client.allowed })
    const { handle } = JSON.parse(save.body) as { handle: string }
    writeFileSync(client.host.files.pathOf(handle), 'secret')
    for (const path of [`/download/${handle}`, `/download/${handle}?token=${client.token}`]) {
      const answer = await client.request(path, { headers: { Origin: client.origin } })
      expect(answer.status).toBe(401)
      expect(answer.body).not.toContain('secret')
    }
  })

  test('is only of what /save made: no upload, no study, no guess', async () => {
    const client = await openLoopback()
    const uploaded = (await client.upload('a.txt', 'secret')).handle
    const study = client.host.files.issue(join(client.userData, 'settings.json'))
    const unwritten = await client.request('/save?name=a.csv', { method: 'POST', headers: client.allowed })
    const { handle } = JSON.parse(unwritten.body) as { handle: string }
    for (const name of [uploaded, study, handle, '__proto__', '..%2fsettings.json', '']) {
      const answer = await client.request(`/download/${name}`, { headers: client.allowed })
      expect(answer.status).toBe(404)
      expect(answer.body).not.toContain('secret')
    }
  })
})

describe('the folder of transfers', () => {
  test('is gone when the program ends', async () => {
    const client = await openLoopback()
    await client.upload('a.txt', 'secret')
    client.transfer.remove()
    expect(existsSync(client.transfer.path)).toBe(false)
  })

  test('of a run that was killed is removed at the next start; that of a running one stays', () => {
    const userData = tempFolder()
    const dead = join(userData, 'transfer-999999999')
    const running = join(userData, `transfer-${process.ppid}`)
    for (const folder of [dead, running]) {
      mkdirSync(folder)
      writeFileSync(join(folder, 'F5.txt'), 'secret')
    }
    const transfer = new TransferFolder(userData)
    expect(readdirSync(userData).sort()).toEqual([basename(running), basename(transfer.path)].sort())
  })
})

function sender(port: number, headers: Record<string, string>) {
  return request({ host: '127.0.0.1', port, path: '/upload?name=big.txt', method: 'POST', headers, agent: false })
}
