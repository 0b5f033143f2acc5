import type { Page } from '@playwright/test'
import { ReaderPage } from './pages/reader-page.ts'
import { expect, test } from './tianye.ts'

/** The inspector's part about episodes. */
const episodesIn = (page: Page) => page.getByRole('region', { name: 'Episodes' })
const walkIn = (page: Page) => page.getByRole('toolbar', { name: 'Suggested episodes' })
const markOf = (page: Page, affair: string) =>
  page.getByRole('main').getByRole('button', { name: new RegExp(`^Episode: ${affair}`) })

test('questions suggest episodes, one key each; what is coded inside shows at once what the episode is', async ({
  page,
  tianye,
}) => {
  await tianye.start('--sample', '--language', 'en')
  const reader = new ReaderPage(page)
  await reader.open('LW-F1-w2')
  await reader.text.focus()
  await page.keyboard.press('Control+Home')

  // T01–T02 is the first exchange in which nothing is drawn yet, then T05–T06, T11–T12 and T15–T16.
  await page.keyboard.press('Alt+Shift+E')
  await expect(walkIn(page)).toBeFocused()
  await expect(walkIn(page)).toContainText('1 of 4')
  await expect(walkIn(page)).toContainText('T01–T02')
  await tianye.expectAccessible()
  await page.keyboard.press('s')
  await expect(walkIn(page)).toContainText('T05–T06')
  // Another episode lies before the next suggestion.
  await page.keyboard.press('x')
  await expect(walkIn(page)).toContainText('Nothing directly behind it')
  await page.keyboard.press('n')
  await page.keyboard.type('kiln')
  await page.keyboard.press('Enter')
  await expect(walkIn(page)).toContainText('T11–T12')
  await expect(walkIn(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(walkIn(page)).toContainText('T15–T16')
  await page.keyboard.press('Escape')
  await expect(walkIn(page)).toHaveCount(0)
  await expect(reader.text).toBeFocused()

  // Each was one step; what was skipped is not asked again.
  await page.keyboard.press('Control+z')
  await expect(episodesIn(page)).toContainText('5 episodes')
  await page.keyboard.press('Alt+Shift+E')
  await expect(walkIn(page)).toContainText('of 2')
  await page.keyboard.press('Escape')

  // Coding inside: the mark in the gutter and the inspector follow.
  await expect(markOf(page, 'kiln')).toHaveAccessibleName(/Incomplete: no Mobilization or Participation yet$/)
  await reader.select('没投中，您不恼？')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(episodesIn(page)).toContainText('kiln')
  await page.keyboard.press('.')
  await page.keyboard.press('2')
  await expect(markOf(page, 'kiln')).toHaveAccessibleName(/Incomplete: no Participation yet$/)
  await page.keyboard.press('w')
  await expect(markOf(page, 'kiln')).toHaveAccessibleName(/, Conflict$/)
  await expect(episodesIn(page)).toContainText('Conflict')
  await episodesIn(page).getByRole('button', { name: /^P\.D/ }).click()
  await expect.poll(() => reader.selected()).not.toBe('')

  // Wider and narrower by turns; a passage further on makes it mixed, and the coder may decide.
  await page.keyboard.press('Control+[')
  await expect(page.getByRole('status').filter({ hasText: 'There is no further turn' })).toHaveCount(1)
  await reader.select('晌午吃完饭就不恼了')
  await page.keyboard.press('q')
  await expect(episodesIn(page)).toContainText('Mixed: Governance and Rights-defence')
  await page.keyboard.press('Alt+E')
  const popover = page.getByRole('dialog', { name: 'Episode' })
  await tianye.expectAccessible()
  await popover.getByRole('button', { name: /Participation: which one counts/ }).click()
  await page.getByRole('option', { name: /^Decided: P\.G/ }).click()
  await expect(popover).toContainText('Administrative mobilization, governance participation')
  await page.keyboard.press('Escape')

  // By the mouse: the lower end is dragged up to the question.
  const grip = markOf(page, 'kiln').locator('[data-end=end]')
  const { y } = await reader.middleOf('没投中，您不恼？')
  const box = (await grip.boundingBox())!
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2, y + 30, { steps: 4 })
  await page.mouse.move(box.x + box.width / 2, y, { steps: 4 })
  await page.mouse.up()
  await markOf(page, 'kiln').click()
  await expect(popover).toContainText('T05')
  await expect(popover).not.toContainText('T05–T06')
})

test('language versions are read side by side, unlinked and linked again', async ({ page, tianye }) => {
  await tianye.start('--sample', '--language', 'en')
  const reader = new ReaderPage(page)
  await reader.open('SP-F4-w1')
  await reader.text.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Alt+p')
  const english = page.getByRole('region', { name: 'SP-F4-w1.en' })
  await expect(english.locator('.reader-text')).toContainText('tofu stall')
  await tianye.expectAccessible()

  // Over to the same turn, and coded there: the other side shows it.
  await page.keyboard.press('Alt+Shift+P')
  await expect(english.locator('.reader-text')).toBeFocused()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('3')
  const mark = page
    .getByRole('region', { name: 'SP-F4-w1', exact: true })
    .getByRole('button', { name: /^Turn T01 is coded in the other language version: M\.0 No mobilization \(English\)/ })
  await expect(mark).toBeVisible()
  await mark.focus()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('dialog', { name: 'Turn T01 in the other language versions' })).toContainText('M.0')
  await page.keyboard.press('Alt+p')
  await expect(english).toHaveCount(0)

  // The dialog: unlinked, it is an interview of its own; linked again, it says first what goes.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Language versions…')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Language versions of “SP-F4-w1”' })
  await dialog.getByRole('button', { name: 'Unlink SP-F4-w1.en' }).click()
  await dialog.getByRole('radio', { name: /^SP-F4-w1\.en/ }).check()
  await expect(dialog.getByRole('status')).toContainText(/^(\d+) of \1 turns have the same reference/)
  await expect(dialog).toContainText('Nothing is given up')
  await tianye.expectAccessible()
  await dialog.getByRole('button', { name: 'Link', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Show side by side' })).toBeVisible()
})
