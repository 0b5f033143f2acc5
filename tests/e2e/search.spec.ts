import { ReaderPage } from './pages/reader-page.ts'
import { expect, test } from './tianye.ts'

/** Finding in the study: from selected words to coded sentences and back, and from a counted word to its places. */

test('words are found in Chinese, their sentences coded after a preview, and one undo takes it back', async ({
  page,
  tianye,
}) => {
  await tianye.start('--sample')
  const reader = new ReaderPage(page)
  await reader.open('LW-F2-w1')
  await reader.select('签字')
  await page.keyboard.press('Control+F')

  const field = page.getByRole('searchbox', { name: 'Find in transcripts, memos, codes and cases' })
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('签字')
  const count = page.getByRole('main').getByText(/\d+ hits in \d+ of \d+ transcripts/)
  await expect(count).toHaveText('6 hits in 5 of 22 transcripts')
  await expect(page.getByText('2 more in interviewers’ turns are left out.')).toBeVisible()
  const list = page.getByRole('listbox', { name: 'Hits in their context' })
  await expect(list.getByRole('option', { name: /^LW 柳湾 3 hits/ })).toBeVisible()
  await tianye.expectAccessible()

  // Interviewers by wish, and only one village.
  await page.getByRole('button', { name: 'Include them' }).click()
  await expect(count).toHaveText(/^8 hits/)
  await page.getByRole('button', { name: /^Village/ }).click()
  await page.getByRole('option', { name: 'SP 石坡', exact: true }).click()
  await page.keyboard.press('Escape')
  await expect(count).toHaveText(/^\d hits in \d of 6 transcripts/)
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(count).toHaveText('6 hits in 5 of 22 transcripts')

  // By keys alone: to the list, to a hit in its transcript, on to the next one.
  await field.press('Enter')
  await expect(list).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'LW-F2-w1', exact: true })).toBeVisible()
  await expect.poll(() => reader.selected()).toBe('签字')
  await page.keyboard.press('F3')
  await page.keyboard.press('F3')
  await expect(page.getByRole('heading', { name: 'LW-K1-w1', exact: true })).toBeVisible()
  await page.keyboard.press('Control+F')
  await expect(field).toBeFocused()

  // The sentences of a whole village, ticked at its head.
  await list.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Space')
  const panel = page.getByRole('region', { name: 'Code the hits' })
  await expect(panel.getByText('3 ticked hits')).toBeVisible()
  await panel.getByRole('button', { name: 'Choose a code' }).click()
  await page.keyboard.type('hfdy')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('status')).toContainText('2 passages in 2 transcripts')
  await tianye.expectAccessible()
  await panel.getByRole('button', { name: 'Code 2 passages' }).click()
  await expect(page.getByText('2 passages coded with M.R Responsive mobilization.')).toBeVisible()
  await expect(panel.getByRole('status')).toContainText('2 you have coded so already')
  await page.keyboard.press('Control+Z')
  await expect(panel.getByRole('status')).toContainText('2 are new')

  // A search that is kept is run again.
  await page.getByRole('textbox', { name: 'Save this search as' }).fill('签字的事')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await field.fill('(没签')
  await page.getByRole('button', { name: /How it is compared/ }).click()
  await page.getByRole('option', { name: /Regular expression/ }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'a parenthesis is not closed' })).toBeVisible()
  // What React Aria has read out of lists that are closed by now stays for seven seconds.
  await expect(page.locator('[data-live-announcer] [role=img]')).toHaveCount(0)
  await tianye.expectAccessible()
  await page.getByRole('button', { name: /^签字的事/ }).click()
  await expect(count).toHaveText('6 hits in 5 of 22 transcripts')
})

test('a counted word opens as many places as were counted', async ({ page, tianye }) => {
  await tianye.start('--sample')
  await page.keyboard.press('Alt+3')
  await page.getByRole('button', { name: 'Words', exact: true }).click()
  const grid = page.getByRole('grid', { name: 'How often words are said' })
  await expect(grid.getByRole('columnheader', { name: /^Total/ })).toHaveAttribute('aria-sort', 'descending')
  await expect(page.getByText(/different words, of 8,895 spoken in 22 transcripts/)).toBeVisible()
  await tianye.expectAccessible()

  // Sorted by a village, by keys: the heads are above the first line.
  await grid.focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(grid.getByRole('columnheader', { name: /^SP 石坡/ })).toHaveAttribute('aria-sort', 'descending')

  const [first] = await grid.getByRole('row').nth(1).getByRole('gridcell').allTextContents()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main').getByText(new RegExp(`^${first} hits in`))).toBeVisible()

  // A word on the stop list is no longer listed.
  await page.getByRole('button', { name: 'Words', exact: true }).click()
  const word = await grid.getByRole('rowheader').first().textContent()
  await page.getByRole('button', { name: 'Stop list…' }).click()
  await page.getByRole('textbox', { name: 'Words' }).press('Control+Home')
  await page.keyboard.type(`${word}\n`)
  await tianye.expectAccessible()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(grid.getByRole('rowheader', { name: word ?? '', exact: true })).toHaveCount(0)
})
