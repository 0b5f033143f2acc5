import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './tianye.ts'
import { ReaderPage } from './pages/reader-page.ts'

/** Memos as a researcher writes them: beside the text, with quotations that lead back to it. */

const editorOf = (page: Page): Locator =>
  page.getByRole('region', { name: 'Memo', exact: true }).getByRole('textbox').last()

async function paste(page: Page, types: Record<string, string>): Promise<void> {
  await page.evaluate((data) => {
    const clipboard = new DataTransfer()
    for (const [type, value] of Object.entries(data)) clipboard.setData(type, value)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }),
    )
  }, types)
}

test('a memo is written on a coding by keys, quotes a passage that is dropped, keeps out what harms, and is there after a restart', async ({
  page,
  tianye,
}) => {
  await tianye.start('--sample')
  const reader = new ReaderPage(page)
  await reader.open('LW-C2-w1')

  // On the coding at the caret, by its key.
  await reader.select('统一口径')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Alt+M')
  const editor = editorOf(page)
  await expect(editor).toBeFocused()
  await expect(
    page.getByRole('region', { name: 'Memo', exact: true }).getByRole('heading', { level: 2 }),
  ).toContainText('LW-C2-w1')

  await page.keyboard.type('## Orders by phone')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Compare @p.g')
  await expect(page.getByRole('listbox', { name: 'Mentions' })).toBeVisible()
  await tianye.expectAccessible()
  await page.keyboard.press('Enter')
  await page.keyboard.type(' here.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('- one')
  await page.keyboard.press('Enter')
  await page.keyboard.type('two')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(editor.getByRole('heading', { name: 'Orders by phone' })).toBeVisible()
  await expect(editor.getByRole('listitem')).toHaveCount(2)

  // A page that means harm is pasted.
  await paste(page, {
    'text/html':
      '<p>kept <b>bold</b><script>window.harmed=1</script><img src=x onerror="window.harmed=1"> <a href="javascript:window.harmed=1">words</a></p>',
    'text/plain': 'plain',
  })
  await expect(editor.getByText('bold')).toBeVisible()
  await expect(editor.locator('script, img, a, [style*=url]')).toHaveCount(0)
  expect(await page.evaluate(() => 'harmed' in window)).toBe(false)
  await page.keyboard.press('Enter')

  // A passage is dragged out of the text.
  await reader.select('绿的，辣椒')
  const from = await reader.middleOf('绿的，辣椒')
  const box = (await editor.boundingBox())!
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 20, from.y + 5, { steps: 3 })
  await page.mouse.move(box.x + 60, box.y + box.height - 12, { steps: 6 })
  await page.mouse.up()
  await expect(editor.locator('figure')).toContainText('绿的，辣椒')
  await expect(editor.locator('figcaption')).toHaveText('LW-C2-w1 · T03 · LW 柳湾')
  await page.keyboard.type('So said the interviewer.')
  await tianye.expectAccessible()

  // Undo here is the editor's own; outside it, the study's.
  await page.keyboard.press('Control+z')
  await expect(editor).not.toContainText('So said the interviewer.')
  await page.keyboard.press('Control+Shift+z')
  await expect(editor).toContainText('So said the interviewer.')
  await page.keyboard.press('Escape')
  await expect(editor).not.toBeFocused()
  await expect(page.getByText('All changes saved')).toBeVisible()

  // After a restart it is where it was, and leads back to the text.
  await tianye.stop()
  await tianye.start('--sample')
  await page.getByRole('navigation', { name: 'Activities' }).getByRole('button', { name: 'Memos' }).click()
  await page.getByRole('searchbox', { name: 'Search memos' }).fill('phone')
  const line = page.getByRole('option', { name: /Orders by phone/ })
  await expect(line).toHaveCount(1)
  await expect(page.getByRole('status').getByText(/1 of/)).toBeVisible()
  await page.getByRole('listbox', { name: 'Memos' }).focus()
  await page.keyboard.press('Enter')
  await expect(editor).toBeFocused()
  await expect(editor).toContainText('So said the interviewer.')
  await expect(editor).toContainText('P.G Governance participation')
  await editor.locator('figcaption').click()
  await expect(page.locator('.reader-text')).toBeFocused()
  await expect(reader.text.getByText('绿的，辣椒')).toBeInViewport()
  await expect(editor).toBeVisible()
  // The same by keys: back into the memo, up onto the quotation, Enter.
  await editor.focus()
  await expect(async () => {
    await page.keyboard.press('Control+End')
    expect(await page.evaluate(() => getSelection()?.focusNode?.textContent)).toBe('So said the interviewer.')
  }).toPass()
  await page.keyboard.press('ArrowUp')
  await expect(editor.locator('figure[data-selected]')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.locator('.reader-text')).toBeFocused()
})

test('the journal, by keys and in Chinese; all memos as a document', async ({ page, tianye }) => {
  await tianye.start('--sample', '--language', 'zh-CN')
  await page.keyboard.press('Control+j')
  const panel = page.getByRole('region', { name: '备忘录', exact: true })
  const editor = panel.getByRole('textbox').last()
  await expect(editor).toBeFocused()
  await page.keyboard.type('今天读了柳湾的访谈。')
  // Composing: the input method has Enter and the arrows.
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('参看@石坡')
  await expect(page.getByRole('listbox', { name: '可提及的对象' }).getByRole('option').first()).toContainText('石坡')
  await page.keyboard.press('Enter')
  await expect(editor.locator('[data-target=case]')).toContainText('石坡')
  await page.keyboard.press('Shift+Tab')
  await expect(panel.getByRole('toolbar')).toContainText('')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+8')
  await page.getByRole('button', { name: /所附对象/ }).click()
  await page.getByRole('option', { name: '研究日志', exact: true }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('option', { name: /今天读了柳湾的访谈/ })).toHaveCount(1)
  await tianye.expectAccessible()

  await page.getByRole('button', { name: '导出' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: '导出为 Markdown' }).click()
  const written = readFileSync(await (await download).path(), 'utf8')
  expect(written).toContain('今天读了柳湾的访谈。')
  expect(written).toContain('参看SP 石坡')
})

test('a memo that is only read stays as it is: opening and leaving it write nothing', async ({ page, tianye }) => {
  await tianye.start('--sample')
  const reader = new ReaderPage(page)
  await reader.open('SP-F5-w1')
  const written = /not of Liuwan either|不进石坡的账/
  await reader.stripe('P.G').first().click()
  await page.keyboard.press('Alt+m')
  const editor = editorOf(page)
  await expect(editor).toContainText(written)
  // Longer than the pause after which what was written is saved.
  await page.waitForTimeout(2_000)
  await page.keyboard.press('Escape')
  await reader.open('SP-F6-w1')
  await page.keyboard.press('Alt+9')
  await expect(page.getByText('joins as a coder').first()).toBeVisible()
  await expect(page.getByText('Edit memo')).toHaveCount(0)
  await reader.open('SP-F5-w1')
  await reader.stripe('P.G').first().click()
  await page.keyboard.press('Alt+m')
  await expect(editor).toContainText(written)
})
