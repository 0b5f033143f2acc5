import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, test as base } from '@playwright/test'
import type { ElectronApplication, Page } from '@playwright/test'
import { locateElectron, sandboxArguments } from '../../scripts/find-electron.ts'
import { root } from '../../scripts/paths.ts'
import type { Bridge } from '../../shared/contract/bridge.ts'

/** What the page has, for `page.evaluate`. */
export type WindowWithBridge = typeof globalThis & { tianye: Bridge }

export interface LaunchOptions {
  /** Files and switches, as on the command line. */
  readonly args?: readonly string[]
  readonly language?: 'en' | 'zh-CN'
}

/** A folder for studies, and Tianye with a folder of its own in it. Both go when the test ends. */
export class Desk {
  readonly folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'tianye-desk-'))
  readonly userData = path.join(this.folder, 'user-data')
  readonly #apps = new Set<ElectronApplication>()
  readonly #others: Desk[] = []

  /** What it takes to start Tianye here. */
  command(options: LaunchOptions = {}): { executablePath: string; args: string[] } {
    mkdirSync(this.userData, { recursive: true })
    const settings = path.join(this.userData, 'settings.json')
    if (options.language !== undefined) writeFileSync(settings, JSON.stringify({ language: options.language }))
    const executablePath = locateElectron()
    if (executablePath === null) throw new Error('no Electron binary')
    const args = ['.', ...sandboxArguments(), `--user-data-dir=${this.userData}`, ...(options.args ?? [])]
    return { executablePath, args }
  }

  /** Starts Tianye and waits until its first window shows a page that has its host. */
  async launch(options: LaunchOptions = {}): Promise<{ app: ElectronApplication; page: Page }> {
    const app = await launchPatiently(this.command({ language: 'en', ...options }))
    this.#apps.add(app)
    app.once('close', () => this.#apps.delete(app))
    const page = await app.firstWindow()
    await ready(page)
    return { app, page }
  }

  path(name: string): string {
    return path.join(this.folder, name)
  }

  write(name: string, content: string): string {
    writeFileSync(this.path(name), content)
    return this.path(name)
  }

  remove(name: string): void {
    rmSync(this.path(name), { force: true })
  }

  /** Tianye as another user runs it: on the same folder of studies, with settings of its own. */
  async anotherDesk(): Promise<{ app: ElectronApplication; page: Page }> {
    const other = new Desk()
    this.#others.push(other)
    return other.launch()
  }

  async clear(): Promise<void> {
    for (const app of this.#apps) await app.close()
    for (const other of this.#others) await other.clear()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

const LAUNCH_LIMIT_MS = 8_000
const LAUNCHES = 4

/**
 * Playwright now and then attaches to a window in the very moment of its first navigation, is never told of it, and
 * waits for it while the app has long been up. Then it tries once more: the start is repeated, never a test.
 */
async function launchPatiently(command: { executablePath: string; args: string[] }): Promise<ElectronApplication> {
  for (let launch = 1; ; launch++) {
    try {
      return await _electron.launch({ ...command, cwd: root, timeout: LAUNCH_LIMIT_MS })
    } catch (error) {
      if (launch === LAUNCHES) throw error
    }
  }
}

export const test = base.extend<{ desk: Desk }>({
  desk: async ({}, use) => {
    const desk = new Desk()
    await use(desk)
    await desk.clear()
  },
})

/** Resolves when the page can ask its host. */
export async function ready(page: Page): Promise<void> {
  await page.waitForLoadState()
  await page.evaluate(() => (globalThis as WindowWithBridge).tianye.call('study.status', {}))
}

/** Closes the only window as its close button does, and waits for the end of the app. */
export async function closeWindow(app: ElectronApplication): Promise<void> {
  const closed = app.waitForEvent('close')
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.close()
  })
  await closed
}

/** What the next open dialogs answer. */
export async function chooseFiles(app: ElectronApplication, ...filePaths: string[]): Promise<void> {
  await app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: paths.length === 0, filePaths: paths })
  }, filePaths)
}

/** What the next save dialogs answer, one after the other; the last one again and again. An empty text cancels. */
export async function choosePlace(app: ElectronApplication, ...filePaths: string[]): Promise<void> {
  await app.evaluate(({ dialog }, paths) => {
    const rest = [...paths]
    dialog.showSaveDialog = () => {
      const filePath = (rest.length > 1 ? rest.shift() : rest[0]) ?? ''
      return Promise.resolve({ canceled: filePath === '', filePath })
    }
  }, filePaths)
}

/** Makes a blank study at `file` through the save dialog, as a user does. */
export async function createStudy(app: ElectronApplication, page: Page, file: string): Promise<void> {
  await choosePlace(app, file)
  await page.evaluate(
    async (name) => {
      const { tianye } = globalThis as WindowWithBridge
      const picked = await tianye.shell.pickSave('study', name)
      if (picked === null) throw new Error('no place for the study')
      await tianye.call('study.create', { handle: picked.handle, name, framework: 'blank', languages: ['en'] })
    },
    path.basename(file, '.tianye'),
  )
}

export async function createCode(page: Page, name: string): Promise<void> {
  await page.evaluate(async (codeName) => {
    const { tianye } = globalThis as WindowWithBridge
    await tianye.call('code.create', { parentId: null, name: codeName, language: 'en' })
  }, name)
}

/** The names of the codes of the open study, as its host answers them. */
export function codeNames(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { codes } = await (globalThis as WindowWithBridge).tianye.call('code.list', {})
    return codes.map(({ texts }) => texts[0]?.name ?? '')
  })
}

export function openStudyName(page: Page): Promise<string | null> {
  return page.evaluate(async () => {
    const { open } = await (globalThis as WindowWithBridge).tianye.call('study.status', {})
    return open?.name ?? null
  })
}

/** Process ids of the hosts that are running. */
export function hostPids(app: ElectronApplication): Promise<number[]> {
  return app.evaluate(({ app: electron }) =>
    electron
      .getAppMetrics()
      .filter(({ name }) => name === 'Tianye host')
      .map(({ pid }) => pid),
  )
}
