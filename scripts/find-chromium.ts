import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { sandboxArguments } from './find-electron.ts'
import { findProgram, isExecutable, isRoot } from './find-program.ts'
import { packageProgram } from './paths.ts'
import { run, runNode } from './run.ts'

const DOWNLOAD_LIMIT_MS = 180_000
const APT_LIMIT_MS = 300_000

const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/** A Chromium on this machine: TIANYE_CHROMIUM, the system's, or Playwright's own; null where there is none. */
export function locateChromium(): string | null {
  const named = process.env.TIANYE_CHROMIUM
  if (named !== undefined && isExecutable(named)) return named
  const installed = findProgram('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable')
  if (installed !== null) return installed
  if (process.platform === 'darwin' && existsSync(MAC_CHROME)) return MAC_CHROME
  const own = chromium.executablePath()
  return existsSync(own) ? own : null
}

/**
 * A Chromium, fetched where none is installed: first Playwright's download, then, as root on Debian, the system's
 * package. Says what it does.
 * @throws Error in one line where every way is closed
 */
export async function obtainChromium(): Promise<string> {
  const found = locateChromium()
  if (found !== null) return found

  console.log('No Chromium found: trying the download of Playwright ...')
  await runNode([packageProgram('@playwright/test/cli.js'), 'install', 'chromium'], {
    timeoutMs: DOWNLOAD_LIMIT_MS,
    capture: true,
  })
  const downloaded = locateChromium()
  if (downloaded !== null) return downloaded

  if (isRoot() && findProgram('apt-get') !== null) {
    console.log('That failed: installing the chromium package with apt-get ...')
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update', '-q'], { env, timeoutMs: APT_LIMIT_MS, capture: true })
    const packages = ['chromium', 'fonts-noto-cjk']
    const apt = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], {
      env,
      timeoutMs: APT_LIMIT_MS,
      capture: true,
    })
    const installed = locateChromium()
    if (installed !== null) return installed
    console.log(apt.output.trim().split('\n').slice(-5).join('\n'))
  }
  throw new Error('No Chromium: install the package "chromium", or name one in TIANYE_CHROMIUM.')
}

/** Switches for a Chromium that talks to nobody but the page under test. */
export function chromiumArguments(): string[] {
  return [
    ...sandboxArguments(),
    '--disable-background-networking',
    '--disable-client-side-phishing-detection',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-sync',
    '--metrics-recording-only',
    '--no-default-browser-check',
    '--no-first-run',
    '--no-pings',
  ]
}
