import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './tianye.ts'

/** How far two coders agree: from the table to the passages behind a count, with other settings, kept, and as a file. */

const tableOf = (page: Page) => page.getByRole('grid', { name: 'Agreement per code' })
const pane = (page: Page) => page.getByRole('region', { name: 'Main pane' })

/** The figures and their intervals are there: nothing is under way any more. A bootstrap has its time. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByText(/^(As of|截至) \S*\d( [AP]M)?$/)).toBeVisible({ timeout: 30_000 })
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0, { timeout: 30_000 })
}

test('counts open their passages by keys, settings change the figures, an analysis is kept and leaves as a file', async ({
  page,
  tianye,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await tianye.start('--sample')
  await page.keyboard.press('Alt+6')
  await settled(page)
  const table = tableOf(page)
  const row = table.getByRole('row', { name: /M\.R Responsive mobilization/ })
  await expect(row).toContainText(/0\.\d\d\[0\.\d\d, 1\.00\]/)
  await expect(page.getByText('16 left out')).toBeVisible()
  await expect(page.getByText(/fewer than ten transcripts/i)).toBeVisible()
  // A code on two turns has counts and no figure, and says why.
  await expect(table.getByRole('row', { name: /M\.R1/ })).toContainText('fewer than five units')

  // By keys: a count of one coder alone, its passage, and back.
  await table.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  const said = pane(page).getByText(/M\.R Responsive mobilization: .* applied it, 林溪 Lin Xi did not .*: 1$/)
  await expect(said).toBeVisible()
  await page.keyboard.press('Enter')
  const passages = page.getByRole('region', { name: 'Quotations' })
  await expect(passages.getByText('从来没问过我们一句')).toBeVisible()
  await tianye.expectAccessible()
  await page.keyboard.press('Escape')
  await expect(table).toBeFocused()

  // The head is above the first row: the lowest α first.
  await page.keyboard.press('Control+ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(table.getByRole('columnheader', { name: 'α' })).toHaveAttribute('aria-sort', 'ascending')
  await expect(table.getByRole('row').nth(1)).toContainText('P.D')

  // Another unit, kept under a name.
  const settings = page.getByRole('region', { name: 'Settings of the analysis' })
  await settings.getByRole('button', { name: /^\w+ Unit$/ }).click()
  await page.getByRole('option', { name: /^Sentence/ }).click()
  await expect(page.getByText(/\d+ sentences rated/)).toBeVisible()
  await settings.getByRole('textbox', { name: 'Save these settings as' }).fill('By sentence')
  await settings.getByRole('button', { name: 'Save' }).click()
  await expect(settings.getByRole('button', { name: /^By sentence/ })).toBeVisible()
  await settings.getByRole('button', { name: /^\w+ Unit$/ }).click()
  await page.getByRole('option', { name: /^Turn/ }).click()
  await expect(page.getByText('51 turns rated')).toBeVisible()
  await settings.getByRole('button', { name: /^By sentence/ }).click()
  await expect(page.getByText(/\d+ sentences rated/)).toBeVisible()
  await settled(page)

  // What a paper says, ready to paste.
  await page.getByRole('button', { name: 'Copy the words in English' }).click()
  await expect(page.getByText('Copied. Paste it where you write.')).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toMatch(/coded 6 transcripts from 3 villages.*with the sentence as the unit of analysis/s)

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: /JSON/ }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('agreement.json')
  const written: unknown = JSON.parse(readFileSync(await file.path(), 'utf8'))
  expect(written).toMatchObject({ settings: { unit: 'sentence' }, sentences: { en: copied } })

  // Taking back the saving is one step.
  await page.keyboard.press('Control+z')
  await expect(settings.getByRole('button', { name: /^By sentence/ })).toHaveCount(0)
})

test('figures say of when they are once the study has changed, and impossible settings what to do', async ({
  page,
  tianye,
}) => {
  await tianye.start('--sample', '--language', 'zh-CN')
  await page.keyboard.press('Alt+6')
  await settled(page)
  const questions = page.getByRole('group', { name: '对结果提出的问题' })
  for (const name of ['分歧在哪里', '互动画像', '片段属性']) {
    await questions.getByRole('button', { name }).click()
    await expect(page.getByRole('region', { name: '主窗格' }).getByRole('table').first()).toBeVisible()
  }
  await tianye.expectAccessible()
  await questions.getByRole('button', { name: '各编码' }).click()

  // Somebody reopens a transcript: the figures stay, and say so.
  await page
    .getByRole('treegrid', { name: /访谈稿/ })
    .getByText('SP-F4-w1')
    .click()
  await page
    .getByRole('button', { name: /已完成/ })
    .first()
    .click()
  await page.keyboard.press('Alt+6')
  await expect(page.getByText('此后研究有改动')).toBeVisible()
  await page.getByRole('button', { name: '重新计算一致性' }).click()
  await expect(page.getByText('此后研究有改动')).toHaveCount(0)

  // One coder alone: why there is nothing, and what to choose.
  const settings = page.getByRole('region', { name: '分析设置' })
  await settings.getByText('林溪 Lin Xi', { exact: true }).click()
  await expect(page.getByText('这样的设置得不出结果')).toBeVisible()
  await tianye.expectAccessible()
  await settings.getByText('林溪 Lin Xi', { exact: true }).click()
  await expect(page.getByRole('grid', { name: '各编码的一致性' })).toBeVisible()
})
