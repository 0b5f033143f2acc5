import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ReaderPage } from './pages/reader-page.ts'
import { expect, test } from './tianye.ts'

test('the list is filtered by sound, grouped, finished and worked on several at a time, and forgets nothing', async ({
  tianye,
  page,
}) => {
  await tianye.start('--sample', '--language', 'en')
  const pane = page.getByRole('region', { name: 'Transcripts' })
  const list = page.getByRole('treegrid', { name: 'Transcripts' })
  const filter = page.getByRole('searchbox', { name: 'Filter transcripts' })
  await expect(pane.getByText('22 of 22 finished, 0 in progress')).toBeVisible()

  await test.step('typing finds villages by pinyin and people by role', async () => {
    await filter.fill('shipo')
    await expect(list.getByRole('row', { name: /^SP-F5-w1/ })).toBeVisible()
    await expect(list.getByRole('row', { name: /^LW-/ })).toHaveCount(0)
    await filter.fill('lw cadre')
    await expect(list.getByRole('row', { name: /-w/ })).toHaveCount(3)
    await filter.fill('no such transcript')
    await expect(pane.getByText('No transcript matches')).toBeVisible()
    await filter.fill('')
  })

  await test.step('by keys: a letter leads there, Enter opens, Ctrl+Enter reopens and undo finishes again', async () => {
    await list.focus()
    await page.keyboard.type('sp-f5')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('main').getByRole('heading', { name: 'SP-F5-w1', exact: true })).toBeVisible()
    await list.focus()
    await page.keyboard.press('Control+Enter')
    await expect(pane.getByText('21 of 22 finished, 1 in progress')).toBeVisible()
    await expect(list.getByRole('row', { name: /^SP-F5-w1.*In progress/ })).toBeVisible()
    await expect(page.getByRole('button', { name: 'In progress', exact: true })).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(pane.getByText('22 of 22 finished')).toBeVisible()
  })

  await test.step('several at once get another wave', async () => {
    await page.keyboard.press('Space')
    await page.keyboard.press('Shift+ArrowDown')
    await expect(pane.getByText('2 chosen')).toBeVisible()
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: /^Village and wave of 2/ }).click()
    await page.getByRole('combobox', { name: 'Wave' }).fill('3')
    await tianye.expectAccessible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
    await pane.getByRole('button', { name: 'How the list is shown' }).click()
    await page.getByRole('menuitem', { name: 'Group by wave' }).click()
    await expect(list.getByRole('row', { name: /^W3, 2 of 2 finished/ })).toBeVisible()
    await tianye.expectAccessible()
  })

  await test.step('what was chosen is there again after a restart of the page', async () => {
    await list.getByRole('row', { name: /^W1,/ }).click()
    await expect(list.getByRole('row', { name: /^LW-C1-w1/ })).toHaveCount(0)
    await page.reload()
    await expect(list.getByRole('row', { name: /^W3/ })).toBeVisible()
    await expect(list.getByRole('row', { name: /^LW-C1-w1/ })).toHaveCount(0)
  })

  await test.step('cases lead to their interviews', async () => {
    await pane.getByRole('button', { name: 'Cases' }).click()
    const cases = page.getByRole('treegrid', { name: 'Cases' })
    await cases.getByRole('row', { name: /^F7, farmer, 1 interview/ }).click()
    await expect(page.getByRole('main').getByRole('heading', { name: 'SG-F7-w1', exact: true })).toBeVisible()
    await tianye.expectAccessible()
  })
})

test('the sample explains itself by what one does', async ({ tianye, page }) => {
  await tianye.start('--sample', '--language', 'zh-CN')
  const guide = page.getByRole('region', { name: '入门引导' })
  const reader = new ReaderPage(page)
  await expect(guide).toContainText('三个虚构的村庄')
  await tianye.expectAccessible()
  await guide.getByRole('button', { name: '打开 SG-F7-w1' }).click()
  await expect(guide).toContainText('标记一个片段')
  await guide.getByRole('button', { name: '定位到 T12' }).click()
  await expect(page.getByRole('textbox', { name: 'SG-F7-w1' })).toBeFocused()
  await page.keyboard.press('Shift+End')
  await expect.poll(() => reader.selected()).not.toBe('')
  await page.keyboard.press('1')
  await expect(guide).toContainText('看懂边栏色条')
  await expect(guide.getByRole('button', { name: '第 2 步，已完成' })).toBeVisible()
  await guide.getByRole('button', { name: '第 6 步' }).click()
  await expect(guide).toContainText('话特别多')
  await guide.getByRole('button', { name: '关闭引导' }).click()
  await expect(guide).toBeHidden()
  await page.getByRole('button', { name: '帮助', exact: true }).click()
  await page
    .getByRole('menuitemcheckbox', { name: '入门引导' })
    .or(page.getByRole('menuitem', { name: '入门引导' }))
    .click()
  await expect(guide).toContainText('看懂边栏色条')
})

test('a new study says what to do next, and sees it done', async ({ tianye, page }) => {
  await tianye.start('--language', 'en')
  await page.getByRole('button', { name: 'New study…' }).click()
  await page.getByRole('textbox', { name: 'Name of the study' }).fill('First')
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click()
  const steps = page.getByRole('list', { name: 'Guide' })
  await expect(steps.getByRole('listitem').first()).toContainText('Bring in transcripts')
  await tianye.expectAccessible()

  const file = join(tianye.folder, 'a.txt')
  writeFileSync(file, 'Interviewer: What came first?\nF1: First they asked us what we need.\n')
  const chooser = page.waitForEvent('filechooser')
  await steps.getByRole('button', { name: 'Import transcripts…' }).click()
  await (await chooser).setFiles(file)
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Import 1 transcript' }).click()
  await dialog.getByRole('button', { name: 'Close' }).last().click()

  const guide = page.getByRole('region', { name: 'Guide' })
  await expect(guide.getByRole('button', { name: 'Step 1, done' })).toBeVisible()
  await new ReaderPage(page).select('First they asked us')
  await page.keyboard.press('1')
  await expect(guide.getByRole('button', { name: 'Step 3, done' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(guide.getByRole('button', { name: 'Step 5, done' })).toBeVisible()
  await expect(page.getByText('1 of 1 finished, 0 in progress')).toBeVisible()
  await tianye.expectAccessible()
})
