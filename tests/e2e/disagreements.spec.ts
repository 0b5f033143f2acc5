import type { Page } from '@playwright/test'
import { expect, test } from './tianye.ts'

const resolverIn = (page: Page) => page.getByRole('group', { name: 'Disagreements', exact: true })
const linesIn = (page: Page) => page.getByRole('listbox', { name: 'Disagreements' }).getByRole('option')
const progressIn = (page: Page) => page.getByRole('main').getByText(/of 12 decided · \d of 6 transcripts adjudicated/)
const buttonIn = (page: Page, name: RegExp) => resolverIn(page).getByRole('button', { name })

test('three disagreements are resolved by keys alone: one coder, a note, a new passage; undo goes back to each', async ({
  page,
  tianye,
}) => {
  await tianye.start('--sample', '--language', 'en')
  await page.getByRole('button', { name: 'Agreement', exact: true }).click()
  await page.getByRole('main').getByText('Disagreements', { exact: true }).click()

  // The keys are there at once, without a click.
  await expect(resolverIn(page)).toBeFocused()
  await expect(progressIn(page)).toHaveText('0 of 12 decided · 0 of 6 transcripts adjudicated')
  await expect(resolverIn(page)).toContainText('SP-F5-w1')
  await expect(resolverIn(page)).toContainText(/Only .+ coded this/)
  await expect(page.locator('.reader-margin').getByRole('button')).toHaveCount(1)
  await expect(page.locator('.reader-margin')).toContainText('A ')
  await tianye.expectAccessible()

  // A note, of which no letter is a verdict, and the other coder who left it out.
  await page.keyboard.press('c')
  await page.keyboard.type('a bare complaint')
  await page.keyboard.press('Escape')
  await expect(resolverIn(page)).toBeFocused()
  await expect(buttonIn(page, /林溪 Lin Xi: not coded/)).toBeVisible()
  await expect(buttonIn(page, /^Both/)).toHaveCount(0)
  await page.keyboard.press('+')
  await expect(page.getByText('This cannot be decided like that.').first()).toBeVisible()
  await page.keyboard.press('b')
  await expect(progressIn(page)).toHaveText(/^1 of 12 decided/)
  await expect(resolverIn(page)).toContainText('SG-F8-w1')
  await expect(resolverIn(page)).toContainText('The two coded this differently.')
  await expect(page.locator('.reader-margin').getByRole('button')).toHaveCount(2)
  await expect(page.locator('.reader-stripe.is-foreign')).toHaveCount(1)
  await expect(page.locator('.reader-margin')).toContainText('B LX')

  // A new passage begins as what A has; a character more, and one of the two codes.
  await page.keyboard.press('n')
  await expect(page.locator('.reader-text')).toBeFocused()
  const step = page.getByRole('group', { name: 'New passage…' })
  await expect(step).toContainText('他也看得见绿”')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(step).toContainText('他也看得见绿。”')
  await tianye.expectAccessible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Codes of the new passage' }).getByRole('option')).toHaveCount(2)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(progressIn(page)).toHaveText(/^2 of 12 decided/)
  await expect(resolverIn(page)).toBeFocused()
  await expect(linesIn(page).filter({ hasText: 'SG-F8-w1 T07' })).toHaveCount(0)
  await expect(resolverIn(page).getByRole('heading', { name: 'SP-C3-w1' })).toBeVisible()
  await page.keyboard.press('a')
  await expect(progressIn(page)).toHaveText(/^3 of 12 decided/)

  // One step each, and back at the passage.
  for (const [left, heading] of [
    [2, 'SP-C3-w1'],
    [1, 'SG-F8-w1'],
    [0, 'SP-F5-w1'],
  ] as const) {
    await page.keyboard.press('ControlOrMeta+z')
    await expect(progressIn(page)).toHaveText(new RegExp(`^${left} of 12 decided`))
    await expect(resolverIn(page).getByRole('heading', { name: heading })).toBeVisible()
  }
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(progressIn(page)).toHaveText(/^1 of 12 decided/)

  // What was decided is there with its note and who gave it, and can be taken back.
  await page
    .getByRole('button', { name: /^Show/ })
    .or(page.getByRole('button', { name: /To decide/ }))
    .click()
  await page.getByRole('option', { name: /^Decided/ }).click()
  await linesIn(page).filter({ hasText: 'SP-F5-w1' }).click()
  await expect(resolverIn(page).getByRole('textbox', { name: 'Note' })).toHaveValue('a bare complaint')
  await expect(resolverIn(page)).toContainText('Decided: nothing')
  await tianye.expectAccessible()
  await page.keyboard.press('r')
  await expect(progressIn(page)).toHaveText(/^0 of 12 decided/)
})

test('the last verdict on a transcript makes its consensus what the study reads, until it is taken back', async ({
  page,
  tianye,
}) => {
  await tianye.start('--sample', '--language', 'zh-CN')
  await page.getByRole('button', { name: '一致性', exact: true }).click()
  await page.getByRole('main').getByText('分歧', { exact: true }).click()
  const resolver = page.getByRole('group', { name: '分歧', exact: true })
  const progress = page.getByRole('main').getByText(/处分歧已裁定/)
  await page
    .getByRole('main')
    .getByRole('button', { name: /^访谈稿：/ })
    .click()
  await page.getByRole('searchbox', { name: '查找访谈稿' }).fill('LW-C1-w2')
  await page.getByRole('option', { name: 'LW-C1-w2', exact: true }).click()
  // The first clears the words that were sought.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(progress).toHaveText('1 处分歧已裁定 0 处 · 1 份访谈稿已完成 0 份')

  // One of the two denies it from now on; one comes back to the passage where one was.
  await resolver.getByRole('option').last().click()
  await expect(resolver).toContainText(/林溪 Lin Xi 比 .+ 早 21 字结束/)
  await page.keyboard.press('t')
  await expect(page.getByRole('main').getByRole('heading', { name: 'LW-C1-w2' })).toBeVisible()
  await expect(page.locator('.reader-text')).toBeFocused()
  await page.keyboard.press('Alt+n')
  await page.keyboard.press('2')
  await expect(page.locator('.reader-stripe[data-polarity=negated]').first()).toBeVisible()
  await page.getByRole('button', { name: '一致性', exact: true }).click()
  await expect(resolver).toContainText(/极性：否定（.+）／肯定（林溪 Lin Xi）/)

  // The joint extent of two that differ in more than that: whose polarity goes with it.
  await page.keyboard.press('+')
  await expect(page.getByText('两人在极性上也不同。合并后的片段采用谁的？')).toBeVisible()
  await page.keyboard.press('b')
  await expect(page.getByText('LW-C1-w2 裁定完成，“研究”图层从此读取其中的共识。').first()).toBeVisible()
  await expect(progress).toHaveText('1 处分歧已裁定 1 处 · 1 份访谈稿已完成 1 份')
  await expect(page.getByText('这里的分歧都已裁定')).toBeVisible()
  await tianye.expectAccessible()

  // The consensus is a layer like a coder's, named in the language of the window.
  await page.getByRole('banner').getByRole('button', { name: /图层/ }).click()
  await expect(page.getByRole('option', { name: /^共识/ })).toBeVisible()
  await page.keyboard.press('Escape')

  await page.keyboard.press('ControlOrMeta+z')
  await expect(progress).toHaveText('1 处分歧已裁定 0 处 · 1 份访谈稿已完成 0 份')
  await expect(resolver.getByRole('heading', { name: 'LW-C1-w2' })).toBeVisible()
})
