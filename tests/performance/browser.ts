import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { chromiumArguments, locateChromium } from '../../scripts/find-chromium.ts'
import type { BigStudy } from './big-study.ts'

/** A study open in the browser mode, in a window of 1440 × 900. */
export async function inBrowser<T>(study: BigStudy, body: (page: Page) => Promise<T>): Promise<T> {
  const server = spawn(
    process.execPath,
    ['electron/entry/loopback.ts', '--user-data', `${study.folder}/user-data`, '--study', study.path],
    { cwd: resolve(import.meta.dirname, '../..'), stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const browser = await chromium.launch({
    executablePath: locateChromium() ?? undefined,
    args: chromiumArguments(),
  })
  try {
    const address = await new Promise<string>((found) => {
      server.stdout.on('data', (chunk: Buffer) => {
        const match = /http:\/\/127\.0\.0\.1:\S+/.exec(chunk.toString())
        if (match !== null) found(match[0])
      })
    })
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en' })
    await page.goto(address)
    return await body(page)
  } finally {
    await browser.close()
    server.kill('SIGKILL')
  }
}
