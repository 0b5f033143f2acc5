import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ReaderPage } from './pages/reader-page.ts'
import { expect, test, Tianye } from './tianye.ts'

/** The whole job of two coders: blind, apart, brought together, compared, settled, and what it changes. */

async function runCommand(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(name)
  await expect(page.getByRole('menuitem').first()).toContainText(name)
  await page.keyboard.press('Enter')
}

async function bringBack(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await runCommand(page, 'Bring back a colleague’s work…')
  await (await chooser).setFiles(file)
  await page.getByRole('button', { name: 'Bring in', exact: true }).click()
  await expect(page.getByText('All of it is one step that can be undone.')).toBeVisible()
  await page.getByRole('button', { name: 'Close', exact: true }).click()
}

/** Closes the study as one does before sending it: all of it is then in the one file. */
async function closeStudy(page: Page): Promise<void> {
  await runCommand(page, 'Close study')
  await expect(page.getByRole('button', { name: 'New study…' })).toBeVisible()
}

/** What the verdict on Shipo says, with its figures. */
async function verdictOnShipo(page: Page): Promise<string> {
  await runCommand(page, 'Profiles')
  const verdict = page.getByRole('region', { name: /^Verdict: SP 石坡/ })
  await expect(verdict).toContainText('%')
  return await verdict.innerText()
}

test('two coders, from blind hand-out to a consensus that changes a village’s profile, and back', async ({
  tianye,
  page,
  browser,
}) => {
  test.setTimeout(180_000)
  await tianye.start('--sample', '--language', 'en')
  const before = await verdictOnShipo(page)
  const handedOut = join(tianye.folder, 'for-wang.tianye')

  await test.step('the study is coded blind, and a village handed out', async () => {
    await runCommand(page, 'Agreement: Coders and assignments')
    await page.getByText('Blind coding', { exact: true }).click()
    await expect(page.getByRole('checkbox', { name: 'Blind coding' })).toBeChecked()
    await runCommand(page, 'Hand out transcripts…')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'To' }).fill('Wang Min')
    await dialog.getByRole('button', { name: /Transcripts/ }).click()
    await page.getByRole('option', { name: 'By village' }).click()
    await dialog.getByRole('button', { name: /^Villages/ }).click()
    await page.getByRole('option', { name: 'SP 石坡' }).click()
    await page.keyboard.press('Escape')
    const download = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Hand out…' }).click()
    await (await download).saveAs(handedOut)
    await expect(page.getByRole('dialog', { name: 'Handed out to Wang Min' })).toBeVisible()
    await page.keyboard.press('Enter')
  })

  const theirs = new Tianye(await (await browser.newContext({ locale: 'en' })).newPage())
  const copy = join(theirs.folder, 'for-wang.tianye')
  copyFileSync(handedOut, copy)
  const reader = new ReaderPage(theirs.page)
  const begin = async (): Promise<void> => {
    await theirs.start('--study', copy, '--language', 'en')
    await reader.open('SP-F6-w1')
  }
  try {
    await test.step('the colleague begins, with nothing of others before their eyes', async () => {
      await begin()
      await theirs.page.getByRole('button', { name: /you code as/ }).click()
      await theirs.page.getByRole('menuitem', { name: 'Wang Min' }).click()
      await expect(reader.stripe('')).toHaveCount(0)
      await reader.select('说今天是最后一天')
      await theirs.page.keyboard.press('2')
      await expect(reader.stripe('M.A')).toBeVisible()
      await closeStudy(theirs.page)
      await theirs.stop()
    })

    await test.step('unfinished work that came back is hidden still', async () => {
      await bringBack(page, copy)
      await new ReaderPage(page).open('SP-F6-w1')
      await expect(
        page.getByText('Blind coding: what a colleague codes here is hidden until they have finished.'),
      ).toBeVisible()
      await page.keyboard.press('Alt+Shift+3')
      await expect(page.locator('.reader-margin').getByRole('button', { name: /Wang Min/ })).toHaveCount(0)
      await page.keyboard.press('Alt+Shift+1')
    })

    await test.step('the colleague goes on in the same file and finishes', async () => {
      await begin()
      for (const [words, key, code] of [
        ['这字谁替也不行', 'q', 'P.G'],
        ['第二回我开的面包，拉了八个人', 'q', 'P.G'],
        ['可我就不点，点了给谁看', 'r', 'P.NW'],
      ] as const) {
        const stripes = reader.stripe(code)
        const count = await stripes.count()
        await reader.select(words)
        await theirs.page.keyboard.press(key)
        await expect(stripes).not.toHaveCount(count)
      }
      await theirs.page.keyboard.press('Control+Enter')
      await expect(theirs.page.getByText(/1 of 6 finished/)).toBeVisible()
      await closeStudy(theirs.page)
      await theirs.stop()
    })
  } finally {
    await theirs.stop()
  }

  await test.step('both have finished, so it shows; the table reads the two, in one village', async () => {
    await bringBack(page, copy)
    await runCommand(page, 'Agreement: Figures')
    const settings = page.getByRole('region', { name: 'Settings of the analysis' })
    await settings.getByText('Wang Min', { exact: true }).click()
    await settings.getByText('林溪 Lin Xi', { exact: true }).click()
    await settings.getByRole('button', { name: /^All they share/ }).click()
    await page.getByRole('option', { name: 'By village' }).click()
    await settings.getByRole('button', { name: /^Villages/ }).click()
    await page.getByRole('option', { name: 'SP 石坡' }).click()
    await page.keyboard.press('Escape')
    await expect(page.getByText(/^As of \d/)).toBeVisible()
    await expect(page.getByText('5 left out')).toBeVisible()
    const row = page.getByRole('grid', { name: 'Agreement per code' }).getByRole('row', { name: /P\.G Governance/ })
    await expect(row.getByRole('gridcell').first()).toHaveText('0')
    await expect(row.getByRole('gridcell').nth(2)).toHaveText('2')
    await tianye.expectAccessible()
  })

  await test.step('three disagreements are resolved by keys, the rest stays open', async () => {
    await runCommand(page, 'Agreement: Disagreements')
    await page.getByRole('button', { name: /Coder B/ }).click()
    await page.getByRole('option', { name: 'Wang Min' }).click()
    const progress = page.getByRole('main').getByText(/^\d+ of \d+ decided · \d of 1 transcript/)
    await expect(progress).toHaveText(/^0 of \d+ decided · 0 of 1/)
    const resolver = page.getByRole('group', { name: 'Disagreements', exact: true })
    await resolver.focus()
    for (const count of [1, 2, 3]) {
      await page.keyboard.press('b')
      await expect(progress).toHaveText(new RegExp(`^${count} of`))
    }
    await page.keyboard.press('f')
    await expect(progress).toHaveText(/1 of 1 transcript/)
  })

  await test.step('the study reads the consensus: the village’s profile is another, until it is undone', async () => {
    const settled = await verdictOnShipo(page)
    expect(settled).not.toBe(before)
    await page.keyboard.press('Control+z')
    await expect.poll(() => verdictOnShipo(page)).toBe(before)
  })
  await theirs.dispose()
})
