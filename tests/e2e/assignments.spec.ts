import type { Page } from '@playwright/test'
import { ReaderPage } from './pages/reader-page.ts'
import { expect, test } from './tianye.ts'

/** The header's button that says who codes. */
function whoCodes(page: Page) {
  return page.getByRole('button', { name: /you code as/ })
}

async function codeAs(page: Page, name: string): Promise<void> {
  await whoCodes(page).click()
  await page.getByRole('menuitem', { name }).click()
  await expect(whoCodes(page)).toHaveAccessibleName(new RegExp(`you code as ${name}`))
}

async function runCommand(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(name)
  await expect(page.getByRole('menuitem').first()).toContainText(name)
  await page.keyboard.press('Enter')
}

test('another person codes here: their passages, their undo, seen apart, together and by their initials', async ({
  tianye,
  page,
}) => {
  await tianye.start('--sample', '--language', 'en')
  const reader = new ReaderPage(page)
  await reader.open('LW-F1-w1')

  await test.step('someone new begins to code', async () => {
    await whoCodes(page).click()
    await tianye.expectAccessible()
    await page.getByRole('menuitem', { name: 'Someone new…' }).click()
    const dialog = page.getByRole('dialog', { name: 'A new coder' })
    await dialog.getByRole('textbox', { name: 'Name' }).fill('林溪 Lin Xi')
    await page.keyboard.press('Enter')
    await expect(dialog.getByText('There is a coder called “林溪 Lin Xi” already.', { exact: false })).toBeVisible()
    await tianye.expectAccessible()
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Chen Li')
    await expect(dialog.getByRole('textbox', { name: 'Initials' })).toHaveValue('CL')
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(whoCodes(page)).toHaveAccessibleName(/you code as Chen Li/)
  })

  await test.step('what they code is theirs to undo, and not the colleague’s', async () => {
    await reader.text.click()
    await page.keyboard.press('2')
    await expect(reader.stripe('M.A').filter({ hasText: '' }).last()).toBeVisible()
    const edit = page.getByRole('button', { name: 'Edit', exact: true })
    await edit.click()
    await expect(page.getByRole('menuitem', { name: /^Undo: Apply M\.A/ })).toBeVisible()
    await page.keyboard.press('Escape')
    await codeAs(page, '林溪 Lin Xi')
    await edit.click()
    await expect(page.getByRole('menuitem', { name: /^Undo: Apply M\.A/ })).toHaveCount(0)
    await page.keyboard.press('Escape')
    await codeAs(page, 'Chen Li')
  })

  await test.step('mine, and everyone with initials; analyses go on reading one layer', async () => {
    const layer = page.getByRole('button', { name: /Layer: whose codings are read/ })
    await page.keyboard.press('Alt+Shift+2')
    await expect(layer).toHaveText(/Mine/)
    await expect(page.locator('.reader-margin').getByRole('button')).toHaveCount(1)
    await page.keyboard.press('Alt+Shift+3')
    await expect(layer).toHaveText(/Everyone/)
    await expect(page.locator('.reader-margin').getByRole('button').nth(3)).toBeVisible()
    await tianye.expectAccessible()
    await reader.open('LW-C1-w2')
    await expect(page.locator('.reader-margin [data-signs^="LX"]').first()).toBeVisible()
    await expect(page.getByRole('button', { name: /^LX · .*: episode marked by 林溪 Lin Xi$/ }).first()).toBeVisible()
    await tianye.expectAccessible()
    await page.keyboard.press('Alt+4')
    await expect(layer).toHaveText(/Mine/)
    await page.keyboard.press('Alt+1')
    await expect(layer).toHaveText(/Everyone/)
    await page.keyboard.press('Alt+Shift+1')
    await expect(layer).toHaveText(/Study/)
  })

  await test.step('a new name changes nothing but the name, and undo brings it back', async () => {
    await whoCodes(page).click()
    await page.getByRole('menuitem', { name: 'My name, initials and colour…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Coder Chen Li' })
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Chen Lihua')
    await page.keyboard.press('Enter')
    await expect(whoCodes(page)).toHaveAccessibleName(/you code as Chen Lihua/)
    await page.keyboard.press('Control+z')
    await expect(whoCodes(page)).toHaveAccessibleName(/you code as Chen Li\./)
  })
})

test('transcripts are assigned and withdrawn by keyboard, and a sample is drawn', async ({ tianye, page }) => {
  await tianye.start('--sample', '--language', 'en')
  const grid = page.getByRole('grid', { name: 'Coders by transcripts' })
  const chosen = page.getByText(/^\d+ transcripts? · /)
  await runCommand(page, 'Agreement: Coders and assignments')
  await expect(grid).toBeVisible()

  await test.step('a colleague is added and gets a village in one step', async () => {
    await page.getByRole('button', { name: 'Add coder…' }).click()
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Wang Fang')
    await page.keyboard.press('Enter')
    await expect(grid.getByRole('columnheader', { name: /Wang Fang.*0 finished.*of 22 interviews/ })).toBeVisible()
    await grid.focus()
    await page.keyboard.press('End')
    await expect(chosen).toHaveText('10 transcripts · Wang Fang')
    await page.keyboard.press('a')
    await expect(grid.getByRole('columnheader', { name: /Wang Fang.*10 assigned, of 22/ })).toBeVisible()
    await tianye.expectAccessible()
  })

  await test.step('withdrawn is what was not begun; the rest is named', async () => {
    await page.keyboard.press('Shift+ArrowLeft')
    await expect(chosen).toHaveText('10 transcripts · 林溪 Lin Xi and Wang Fang')
    await page.keyboard.press('Delete')
    await expect(page.getByRole('alertdialog').getByText(/10 withdrawn\. 2 kept/)).toBeVisible()
    await expect(grid.getByRole('columnheader', { name: /Wang Fang.*0 assigned/ })).toBeVisible()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Close' }).click()
    await grid.focus()
    await page.keyboard.press('Control+z')
    await expect(grid.getByRole('columnheader', { name: /Wang Fang.*10 assigned/ })).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(grid.getByRole('columnheader', { name: /Wang Fang.*0 assigned/ })).toBeVisible()
  })

  await test.step('a sample is previewed, drawn, and kept with its seed', async () => {
    await page.getByRole('button', { name: 'Draw sample…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Draw a double-coding sample' })
    await dialog.getByRole('textbox', { name: 'Seed' }).fill('4711')
    await dialog.getByText('林溪 Lin Xi', { exact: true }).click()
    await expect(dialog.getByText('Left out: 6 that two people already have.')).toBeVisible()
    await tianye.expectAccessible()
    await dialog.getByRole('button', { name: 'Draw 4 of 16' }).click()
    await expect(dialog).toBeHidden()
    await expect(grid.getByRole('columnheader', { name: /Wang Fang.*4 assigned/ })).toBeVisible()
    await page.getByText('1 sample drawn').click()
    await expect(
      page.getByText(/seed 4711: 4 of 16 interviews \(20 %, rounded up\).*to be coded by Wang Fang\./),
    ).toBeVisible()
    await tianye.expectAccessible()
  })
})

test('colleagues’ work is hidden in blind coding until both have finished', async ({ tianye, page }) => {
  await tianye.start('--sample', '--language', 'en')
  const grid = page.getByRole('grid', { name: 'Coders by transcripts' })
  await runCommand(page, 'Agreement: Coders and assignments')

  await test.step('a colleague gets two transcripts that are coded already', async () => {
    await page.getByRole('button', { name: 'Add coder…' }).click()
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Wang Fang')
    await page.keyboard.press('Enter')
    await expect(grid.getByRole('columnheader', { name: /Wang Fang/ })).toBeVisible()
    await grid.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('a')
    await expect(grid.getByRole('columnheader', { name: /Wang Fang.*2 assigned/ })).toBeVisible()
  })

  await test.step('and does not see what others did there', async () => {
    await page.getByText('Blind coding', { exact: true }).click()
    await expect(page.getByRole('checkbox', { name: 'Blind coding' })).toBeChecked()
    await codeAs(page, 'Wang Fang')
    await expect(grid.getByRole('row', { name: /hidden/ })).toHaveCount(2)
    await tianye.expectAccessible()
    await grid.focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await expect(
      page.getByText('Blind coding: what a colleague codes here is hidden until you have both finished.'),
    ).toBeVisible()
    await expect(page.locator('.reader-margin').getByRole('button')).toHaveCount(0)
    await tianye.expectAccessible()
  })

  await test.step('until both have finished it', async () => {
    await page.getByRole('button', { name: 'I have finished' }).click()
    await expect(page.getByText(/^Blind coding: what a colleague codes here/)).toBeHidden()
    await page.keyboard.press('Alt+Shift+3')
    await expect(page.locator('.reader-margin').getByRole('button').first()).toBeVisible()
    await page.keyboard.press('Alt+4')
    await expect(page.getByText('Blind coding: what colleagues code in 1 transcript is hidden here.')).toBeVisible()
    await tianye.expectAccessible()
  })
})
