import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'

/* README's first command, as on a machine without a display or without Electron. */

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/\S*/

let home: string
let started: ChildProcess | undefined

test.beforeEach(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'tianye-start-'))
})

test.afterEach(() => {
  // The whole group: npm, the starter and the server under it.
  if (started?.pid !== undefined && started.exitCode === null) process.kill(-started.pid, 'SIGKILL')
  rmSync(home, { recursive: true, force: true })
})

/** Starts Tianye in an empty home directory and waits for the address it prints. */
async function start(script: string, env: NodeJS.ProcessEnv): Promise<string[]> {
  const child = spawn('npm', ['run', script], {
    env: {
      ...process.env,
      HOME: home,
      XDG_CONFIG_HOME: path.join(home, '.config'),
      DISPLAY: '',
      WAYLAND_DISPLAY: '',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  started = child
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  await expect.poll(() => output, { timeout: 45_000 }).toMatch(ADDRESS)
  return output.split('\n').filter((line) => line !== '' && !line.startsWith('>') && !line.startsWith('Buil'))
}

function addressIn(lines: string[]): string {
  return ADDRESS.exec(lines.join('\n'))?.[0] ?? ''
}

test('npm start says in one line that there is no display, and the address opens the sample study', async ({
  page,
}) => {
  test.skip(process.platform !== 'linux', 'only Linux can be without a display')
  const lines = await start('start', {})
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatch(/no display.*browser/i)
  await page.goto(addressIn(lines))
  await expect(page.getByRole('main')).toBeVisible()
  await expect(page.getByText('Sample study').first()).toBeVisible()
})

test('npm start says in one line that Electron could not be had', async () => {
  const lines = await start('start', { DISPLAY: ':99', ELECTRON_OVERRIDE_DIST_PATH: path.join(home, 'none') })
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatch(/Electron.*browser/)
})

test('npm run start:browser asks for the browser, and ends when it is told to', async () => {
  const lines = await start('start:browser', {})
  expect(lines).toHaveLength(1)
  const address = new URL(addressIn(lines)).origin
  expect((await fetch(address)).status).toBe(200)
  started?.kill('SIGTERM')
  await expect
    .poll(
      () =>
        fetch(address).then(
          () => 'answers',
          () => 'gone',
        ),
      { timeout: 10_000 },
    )
    .toBe('gone')
})
