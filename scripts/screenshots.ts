/*
 * node scripts/screenshots.ts: every activity of the sample study, light and dark, in both languages, into
 * docs/screenshots/. Look at them before committing: they are what a newcomer sees first.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { SettingsFile } from '../electron/host/settings-file.ts'
import { ensureBuilt } from './bundles.ts'
import { chromiumArguments, locateChromium } from './find-chromium.ts'
import { root } from './paths.ts'

const LOOKS = [
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
  { language: 'zh-CN', theme: 'light' },
  { language: 'zh-CN', theme: 'dark' },
] as const

/** What is shown, and how to get there from the workbench with a transcript open. */
const SCENES: readonly { name: string; show: (page: Page) => Promise<void> }[] = [
  {
    name: 'code',
    async show(page) {
      await page.getByRole('row', { name: /SP-F5-w1/ }).click()
      await page.locator('.reader-stripe').first().waitFor()
    },
  },
  { name: 'segments', show: (page) => activity(page, 2) },
  {
    name: 'find',
    async show(page) {
      await activity(page, 3)
      await page.keyboard.type('村里')
    },
  },
  {
    name: 'matrix',
    async show(page) {
      await activity(page, 4)
      await page.getByRole('treegrid').last().press('Enter')
    },
  },
  { name: 'profiles', show: (page) => activity(page, 5) },
  {
    name: 'agreement',
    async show(page) {
      await activity(page, 6)
      // The intervals are drawn in the background.
      await page.getByText(/^(As of|截至)/).waitFor()
    },
  },
  { name: 'disagreements', show: (page) => agreementPage(page, 1) },
  { name: 'assignments', show: (page) => agreementPage(page, 2) },
  {
    name: 'codebook',
    async show(page) {
      await activity(page, 7)
      await page.getByRole('row', { name: /M\.R / }).first().click()
    },
  },
  {
    name: 'memos',
    async show(page) {
      await activity(page, 1)
      await page.getByRole('button', { name: /^P\.G/ }).first().click()
      await page.keyboard.press('Alt+M')
      await activity(page, 8)
    },
  },
  {
    name: 'history',
    async show(page) {
      await page.keyboard.press('Control+Shift+J')
      await activity(page, 9)
    },
  },
]

/** The rail's entries have the keys Alt+1, Alt+2, … */
async function activity(page: Page, place: number): Promise<void> {
  await page.keyboard.press(`Alt+${place}`)
  await page.waitForTimeout(600)
}

async function agreementPage(page: Page, place: number): Promise<void> {
  await activity(page, 6)
  await page
    .getByRole('group', { name: /^(Pages of agreement|一致性页面)$/ })
    .getByRole('button')
    .nth(place)
    .click()
}

await ensureBuilt()
const browser = await chromium.launch({ executablePath: locateChromium() ?? undefined, args: chromiumArguments() })
for (const { language, theme } of LOOKS) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tianye-screenshots-'))
  new SettingsFile(folder).update({ coder: { name: 'Lin Yue 林越', initials: 'LY', colour: '#3f6fb5' } })
  const server = spawn(process.execPath, ['electron/entry/loopback.ts', '--sample', '--user-data', folder], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((found) => {
    server.stdout.on('data', (chunk: Buffer) => {
      const match = /http:\/\/127\.0\.0\.1:\S+/.exec(chunk.toString())
      if (match !== null) found(match[0])
    })
  })
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    locale: language,
    colorScheme: theme,
  })
  await page.goto(address)
  await page.getByRole('row', { name: /SP-F5-w1/ }).waitFor()
  for (const scene of SCENES) {
    await scene.show(page)
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(1000)
    await page.screenshot({ path: path.join(root, `docs/screenshots/${scene.name}-${theme}-${language}.png`) })
  }
  await page.close()
  server.kill()
  rmSync(folder, { recursive: true, force: true })
}
await browser.close()
