import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { expect, test } from './tianye.ts'

/* The guards of the browser mode as the browser keeps them; what a program of the machine could try is in tests/host/loopback. */

const ENTRY = 'electron/entry/loopback.ts'
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/

function tokenOf(page: Page): Promise<string> {
  return page.evaluate(() => sessionStorage.getItem('tianye-token') ?? '')
}

test('the token is not left where it could be copied: an address without it opens nothing', async ({
  tianye,
  page,
  context,
}) => {
  await tianye.start()
  expect(page.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  expect(await tokenOf(page)).toMatch(/^[\w-]{43}$/)
  await page.reload()
  await expect(page.getByRole('main')).toBeVisible()

  const stranger = await context.newPage()
  const sockets: string[] = []
  stranger.on('websocket', (socket) => sockets.push(socket.url()))
  await stranger.goto(page.url())
  await expect(stranger.locator('#root')).not.toBeEmpty()
  expect(sockets).toEqual([])
  expect(await tokenOf(stranger)).toBe('')
})

test('nothing inline runs in the page, no text becomes code, and nothing is loaded from elsewhere', async ({
  tianye,
  page,
}) => {
  await tianye.start()
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.pwned = "inline"'
    const remote = document.createElement('script')
    remote.src = 'data:text/javascript,window.pwned="data"'
    const frame = document.createElement('iframe')
    frame.srcdoc = '<script>parent.pwned = "frame"</script>'
    document.body.append(script, remote, frame)
    Reflect.apply(setTimeout, window, ['window.pwned = "eval"', 0])
  })
  await page.waitForTimeout(300)
  expect(await page.evaluate(() => Reflect.get(window, 'pwned') as unknown)).toBeUndefined()
  const sent = await page.evaluate(() =>
    fetch('http://127.0.0.1:9/').then(
      () => 'sent',
      (error: unknown) => String(error),
    ),
  )
  expect(sent).toContain('TypeError')
})

/** A page of another site, open in the same browser. */
async function otherSite(context: BrowserContext): Promise<{ page: Page; close: () => void }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' })
    response.end('<!doctype html><title>another site</title>')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const page = await context.newPage()
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  return {
    page,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

test('another page of the same browser reaches nothing, even with the token', async ({ tianye, page, context }) => {
  await tianye.start()
  const origin = new URL(page.url()).origin
  const token = await tokenOf(page)
  const site = await otherSite(context)
  const blank = await context.newPage()
  for (const other of [site.page, blank]) {
    const results = await other.evaluate(
      async ([target, key]) => {
        const socket = new Promise((resolve) => {
          const line = new WebSocket(`${target.replace('http', 'ws')}/socket`, ['tianye', key])
          line.onopen = () => {
            resolve('open')
          }
          line.onerror = () => {
            resolve('refused')
          }
        })
        const outcome = (request: Promise<Response>) =>
          request.then(
            (response) => `${response.status} ${response.type}`,
            () => 'refused',
          )
        const script = new Promise((resolve) => {
          const element = document.createElement('script')
          element.src = `${target}/index.html`
          element.onload = () => {
            resolve('loaded')
          }
          element.onerror = () => {
            resolve('refused')
          }
          document.head.append(element)
        })
        const headers = { Authorization: `Bearer ${key}` }
        return {
          socket: await socket,
          read: await outcome(fetch(`${target}/`)),
          blind: await outcome(fetch(`${target}/`, { mode: 'no-cors' })),
          upload: await outcome(fetch(`${target}/upload?name=a.txt`, { method: 'POST', headers, body: 'x' })),
          simpleUpload: await outcome(
            fetch(`${target}/upload?name=a.txt`, { method: 'POST', mode: 'no-cors', body: 'x' }),
          ),
          script: await script,
        }
      },
      [origin, token] as [string, string],
    )
    expect(results).toEqual({
      socket: 'refused',
      read: 'refused',
      blind: 'refused',
      upload: 'refused',
      simpleUpload: 'refused',
      script: 'refused',
    })
  }
  expect(uploadsIn(path.join(tianye.folder, 'user-data'))).toEqual([])
  site.close()
})

test('another page neither embeds it nor holds on to its window', async ({ tianye, page, context }) => {
  await tianye.start()
  const origin = new URL(page.url()).origin
  const site = await otherSite(context)
  await site.page.evaluate((target) => {
    const frame = document.createElement('iframe')
    frame.src = target
    document.body.append(frame)
  }, origin)
  await site.page.waitForTimeout(500)
  const embedded = site.page.frames().find((frame) => frame !== site.page.mainFrame())
  expect(await embedded?.evaluate(() => document.querySelector('#root') !== null).catch(() => false)).not.toBe(true)

  const [opened, holds] = await Promise.all([
    context.waitForEvent('page'),
    site.page.evaluate(async (target) => {
      const held = window.open(target)
      await new Promise((done) => setTimeout(done, 1_000))
      return held !== null && !held.closed
    }, origin),
  ])
  expect(holds).toBe(false)
  expect(await opened.evaluate(() => window.opener === null)).toBe(true)
  site.close()
})

/** Files of uploads that are lying in Tianye's folder. */
function uploadsIn(userData: string): string[] {
  return readdirSync(userData, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath.includes('transfer-'))
    .map(({ name }) => name)
}

test.describe('the server', () => {
  let userData: string
  let child: ChildProcess | undefined

  test.beforeEach(() => {
    userData = mkdtempSync(path.join(tmpdir(), 'tianye-server-'))
  })

  test.afterEach(() => {
    child?.kill('SIGKILL')
    rmSync(userData, { recursive: true, force: true })
  })

  /** Starts a program that prints the address, and waits for it. */
  async function start(...args: string[]): Promise<{ output: () => string; address: URL }> {
    const started = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    child = started
    let output = ''
    started.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    await expect.poll(() => output).toMatch(ADDRESS)
    return { output: () => output, address: new URL(ADDRESS.exec(output)?.[0] ?? '') }
  }

  async function upload(address: URL): Promise<void> {
    const response = await fetch(new URL('/upload?name=F5.txt', address), {
      method: 'POST',
      headers: { Origin: address.origin, Authorization: `Bearer ${address.hash.slice('#token='.length)}` },
      body: '我们几户没签',
    })
    expect(response.status).toBe(200)
  }

  function answers(address: URL): Promise<boolean> {
    return fetch(address.origin).then(
      () => true,
      () => false,
    )
  }

  test('says one line, with another key at every start', async () => {
    const first = await start(ENTRY, '--user-data', userData)
    const closed = new Promise((resolve) => child?.once('exit', resolve))
    child?.kill('SIGTERM')
    expect(await closed).toBe(0)
    const second = await start(ENTRY, '--user-data', userData)
    expect(first.output()).toMatch(/^Tianye: \S+\n$/)
    expect(second.address.hash).not.toBe(first.address.hash)
  })

  test('removes what was uploaded when it ends', async () => {
    const { address } = await start(ENTRY, '--user-data', userData)
    await upload(address)
    expect(uploadsIn(userData)).toEqual(['F5.txt'])
    const closed = new Promise((resolve) => child?.once('exit', resolve))
    child?.kill('SIGINT')
    await closed
    expect(uploadsIn(userData)).toEqual([])
  })

  test('removes at its next start what a killed one left', async () => {
    const { address } = await start(ENTRY, '--user-data', userData)
    await upload(address)
    const closed = new Promise((resolve) => child?.once('exit', resolve))
    child?.kill('SIGKILL')
    await closed
    expect(uploadsIn(userData)).toEqual(['F5.txt'])
    await start(ENTRY, '--user-data', userData)
    expect(uploadsIn(userData)).toEqual([])
  })

  test('ends with the process that started it, however that one ended', async () => {
    mkdirSync(userData, { recursive: true })
    const parent = path.join(userData, 'parent.mjs')
    writeFileSync(
      parent,
      `import { spawn } from 'node:child_process'
       const args = [${JSON.stringify(ENTRY)}, '--user-data', ${JSON.stringify(userData)}, '--parent', String(process.pid)]
       spawn(process.execPath, args, { stdio: 'inherit' })`,
    )
    const { address } = await start(parent)
    await upload(address)
    expect(await answers(address)).toBe(true)
    child?.kill('SIGKILL')
    await expect.poll(() => answers(address)).toBe(false)
    await expect.poll(() => uploadsIn(userData)).toEqual([])
  })

  test('names in one line what it cannot open, and ends', async () => {
    const study = path.join(userData, 'no study.tianye')
    writeFileSync(study, 'Dear diary')
    const failing = spawn(process.execPath, [ENTRY, '--user-data', userData, study], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = failing
    let errors = ''
    failing.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    expect(await new Promise((resolve) => failing.on('close', resolve))).toBe(1)
    expect(errors).toMatch(/^Tianye: \w+ \{.*\}\n$/)
  })
})
