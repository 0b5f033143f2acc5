import type { Locator } from '@playwright/test'
import { expect, test, type Tianye } from './tianye.ts'
import { ReaderPage } from './pages/reader-page.ts'

/** A transcript of the sample with a passage of one's own, chosen in the margin. */
async function choosePassage(tianye: Tianye): Promise<Passage> {
  const { page } = tianye
  await tianye.start('--sample')
  const reader = new ReaderPage(page)
  const passage: Passage = {
    reader,
    chosen: page.locator('.reader-stripe[aria-pressed=true]'),
    stripe: (code) =>
      page
        .locator('.reader-stripe')
        .and(page.getByRole('button', { name: new RegExp(`^${code.replace('.', '\\.')} .*往里坐`) })),
    undo: () => page.keyboard.press('Control+z'),
  }
  await reader.open('SG-F8-w1')
  await reader.select('不碍，你往里坐')
  await page.keyboard.press('q')
  await passage.stripe('P.G').click()
  await expect(passage.chosen).toHaveAccessibleName(/P\.G.*Affirmed.*不碍，你往里坐$/)
  return passage
}

interface Passage {
  readonly reader: ReaderPage
  /** The stripe of what is chosen. */
  readonly chosen: Locator
  /** The stripe of a code on the passage. */
  readonly stripe: (code: string) => Locator
  readonly undo: () => Promise<void>
}

test('a passage is resized and qualified, by handle and by key', async ({ tianye, page }) => {
  const passage = await choosePassage(tianye)

  await test.step('its end is dragged, and Escape gives a drag up', async () => {
    const handle = page.locator('.reader-handle[data-end=end]')
    const box = (await handle.boundingBox())!
    const goal = await passage.reader.middleOf('那头凉')
    const dragTo = async (x: number, y: number): Promise<void> => {
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
      await page.mouse.down()
      await page.mouse.move((box.x + x) / 2, y, { steps: 4 })
      await page.mouse.move(x, y, { steps: 4 })
    }
    await dragTo(goal.x, goal.y)
    await expect(passage.chosen).toHaveAccessibleName(/不碍，你往里坐，那/)
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await expect(passage.chosen).toHaveAccessibleName(/不碍，你往里坐$/)
    await dragTo(goal.x, goal.y)
    await page.mouse.up()
    await expect(passage.chosen).toHaveAccessibleName(/不碍，你往里坐，那/)
    await passage.undo()
    await expect(passage.stripe('P.G')).toHaveAccessibleName(/不碍，你往里坐$/)
  })

  await test.step('keys move its ends, and what is pressed in one run is one step', async () => {
    await passage.stripe('P.G').click()
    for (const key of ['Alt+BracketRight', 'Shift+BracketLeft', 'Shift+BracketLeft']) await page.keyboard.press(key)
    await expect(passage.chosen).toHaveAccessibleName(/: (?!不碍).*往里坐，那头凉。$/)
    // The next key stores the run before it does anything else.
    await passage.undo()
    await expect(passage.stripe('P.G')).toHaveAccessibleName(/不碍，你往里坐$/)
  })

  await test.step('attributes by key, with what they mean', async () => {
    await passage.stripe('P.G').click()
    await page.keyboard.press('Alt+n')
    await expect(page.getByRole('dialog', { name: 'Polarity' })).toContainText('A denial gets the code')
    await tianye.expectAccessible()
    await page.keyboard.press('2')
    await expect(passage.chosen).toHaveAccessibleName(/Negated/)
    await page.keyboard.press('Alt+v')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(passage.chosen).toHaveAccessibleName(/Negated.*Hearsay/)
    await page.keyboard.press('Alt+a')
    await expect(page.getByRole('combobox', { name: 'Actor' })).toBeFocused()
    await page.keyboard.type('township')
    await page.keyboard.press('Enter')
    await expect(passage.chosen).toHaveAccessibleName(/Actor: Township/)
    await page.keyboard.press('Alt+r')
    await page.keyboard.type('石坡')
    await page.keyboard.press('Enter')
    await expect(passage.chosen).toHaveAccessibleName(/Village spoken of: SP 石坡/)
    await page.keyboard.press('Alt+f')
    await page.keyboard.type('看门')
    await page.keyboard.press('Enter')
    await expect(passage.chosen).toHaveAccessibleName(/Affair: 看门/)
    await expect(passage.chosen.locator('[data-signs]')).toHaveAttribute('data-signs', '¬”?@→SP#')
  })
})

test('codings are changed from their card and their menu, hidden and shown again', async ({ tianye, page }) => {
  const passage = await choosePassage(tianye)

  await test.step('the card walks by arrows and acts by letters', async () => {
    await page.keyboard.press('Alt+n')
    await page.keyboard.press('2')
    await expect(passage.chosen).toHaveAccessibleName(/Negated/)
    await page.keyboard.press('Space')
    const card = page.getByRole('dialog', { name: /code(s)? here/ })
    await expect(card).toContainText('Negated')
    await tianye.expectAccessible()
    await page.keyboard.press('c')
    await page.keyboard.press('3')
    await expect(passage.chosen).toHaveAccessibleName(/Certainty: 3/)
  })

  await test.step('another code instead, and one beside it', async () => {
    await page.keyboard.press('Alt+k')
    await page.keyboard.type('M.A')
    await page.keyboard.press('Enter')
    await expect(passage.chosen).toHaveAccessibleName(/^M\.A.*Negated.*不碍，你往里坐$/)
    await page.keyboard.press('Alt+d')
    await page.keyboard.type('I.C')
    await page.keyboard.press('Enter')
    await expect(passage.stripe('I.C')).toHaveAccessibleName(/Negated.*不碍，你往里坐$/)
    await passage.undo()
    await passage.undo()
    await expect(passage.stripe('P.G')).toHaveAccessibleName(/Negated.*不碍，你往里坐$/)
  })

  await test.step('the menu on a stripe has it all', async () => {
    await passage.stripe('P.G').click({ button: 'right' })
    await expect(page.getByRole('menuitem', { name: /^Recode: another code instead/ })).toBeVisible()
    await tianye.expectAccessible()
    await page.getByRole('menuitem', { name: 'Paint only this code' }).click()
    await expect(passage.stripe('P.G')).toBeVisible()
    await expect(passage.reader.stripe('M.R1')).toHaveCount(0)
    await page.getByRole('main').getByRole('button', { name: 'Show all' }).click()
    await expect(passage.reader.stripe('M.R1').first()).toBeVisible()
  })

  await test.step('what is hidden says so, and so does a code that is applied and hidden', async () => {
    await passage.reader.text.focus()
    await page.keyboard.press('Alt+h')
    await tianye.expectAccessible()
    await page.getByRole('checkbox', { name: /^Negated/ }).uncheck()
    await expect(passage.stripe('P.G')).toHaveCount(0)
    await page.getByRole('checkbox', { name: /M\.A/ }).uncheck()
    await page.keyboard.press('Escape')
    await expect(page.getByText(/\d+ of \d+ painted/)).toBeVisible()
    await passage.reader.select('他听得见')
    await page.keyboard.press('2')
    await expect(page.getByText(/M\.A.*was applied; it is hidden/)).toBeVisible()
    await page.getByRole('main').getByRole('button', { name: 'Show all' }).click()
    await expect(page.getByText(/of \d+ painted/)).toBeHidden()
    await expect(passage.reader.stripe('M.A').first()).toHaveAccessibleName(/他听得见$/)
  })
})
