import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test as base, type Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'

/** Tianye in the browser mode, started for one test on a folder of its own. */
export class Tianye {
  readonly page: Page
  readonly folder: string
  #server: ChildProcess | null = null

  constructor(page: Page) {
    this.page = page
    this.folder = mkdtempSync(join(tmpdir(), 'tianye-e2e-'))
  }

  /** Starts the server and opens its page. Called again after `stop`, it is a restart on the same folder. */
  async start(...options: string[]): Promise<void> {
    const server = spawn(
      process.execPath,
      ['electron/entry/loopback.ts', '--user-data', join(this.folder, 'user-data'), ...options],
      { cwd: resolve(import.meta.dirname, '../..'), stdio: ['pipe', 'pipe', 'inherit'] },
    )
    this.#server = server
    const address = await new Promise<string>((found, failed) => {
      let output = ''
      server.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString()
        const match = /http:\/\/127\.0\.0\.1:\S+/.exec(output)
        if (match !== null) found(match[0])
      })
      server.on('exit', () => {
        failed(new Error(`the server ended: ${output}`))
      })
    })
    // A fragment alone does not load a page anew.
    await this.page.goto('about:blank')
    await this.page.goto(address)
    await expect(this.page.getByRole('main')).toBeVisible()
  }

  /** Ends the server at once, as a crash would: nothing may depend on a farewell. */
  async stop(): Promise<void> {
    const server = this.#server
    if (server === null) return
    this.#server = null
    server.removeAllListeners('exit')
    const ended = new Promise((resolved) => server.once('exit', resolved))
    server.kill('SIGKILL')
    await ended
  }

  async dispose(): Promise<void> {
    await this.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  expectAccessible(): Promise<void> {
    return expectAccessible(this.page)
  }
}

export const test = base.extend<{ tianye: Tianye }>({
  tianye: async ({ page }, use) => {
    const tianye = new Tianye(page)
    await use(tianye)
    await tianye.dispose()
  },
})

export { expect }
