import { crlfFile, docxFile, gb18030File } from './files.ts'
import { ReaderPage } from './pages/reader-page.ts'
import { expect, test } from './tianye.ts'

/* The whole job of a newcomer, from nothing to an exported matrix, with mouse and keyboard. */

test('files from the field become codes, an episode, a profile and a matrix', async ({ tianye, page }) => {
  test.setTimeout(150_000)
  const reader = new ReaderPage(page)
  const dialog = page.getByRole('dialog')

  await test.step('a new study from the built-in framework', async () => {
    await tianye.start()
    await tianye.expectAccessible()
    await page.getByRole('button', { name: 'New study…' }).click()
    await page.getByRole('textbox', { name: 'Name of the study' }).fill('Three villages 三村')
    await dialog.getByRole('button', { name: /Main language/ }).click()
    await page.getByRole('option', { name: 'Simplified Chinese' }).click()
    await tianye.expectAccessible()
    await dialog.getByRole('button', { name: 'Create' }).click()
    await expect(page.getByRole('heading', { name: 'Three villages 三村' })).toBeVisible()
  })

  await test.step('three files, and a neighbour who is no respondent', async () => {
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Import transcripts…' }).last().click()
    const files = [gb18030File(tianye.folder), crlfFile(tianye.folder), await docxFile(tianye.folder)]
    await (await choosing).setFiles(files)
    await expect(dialog.getByRole('button', { name: 'Import 3 transcripts' })).toBeEnabled()
    await expect(dialog.getByRole('textbox', { name: 'Village' }).first()).toHaveValue('SP 石坡')
    await dialog.getByRole('button', { name: 'SG-F7-w1' }).click()
    await dialog.getByRole('button', { name: /Kind of speaker 邻居/ }).click()
    await page.getByRole('option', { name: 'Other' }).click()
    await tianye.expectAccessible()
    await dialog.getByRole('button', { name: 'Import 3 transcripts' }).click()
    await expect(dialog).toContainText('3 transcripts imported.')
    await dialog.getByRole('button', { name: 'Close' }).last().click()
  })

  await test.step('code by key, across an emoji and a rare character', async () => {
    await reader.open('SG-F7-w1')
    await reader.select('😀老𠮷也劝我，先问我们缺啥')
    await page.keyboard.press('1')
    await expect(reader.stripe('M.R')).toBeVisible()
  })

  await test.step('code by typing', async () => {
    await reader.select('可家里就我一个，腰还不行')
    await page.keyboard.press('Enter')
    await page.keyboard.type('nlbz')
    await expect(page.getByRole('option').first()).toContainText('P.NC')
    await page.keyboard.press('Enter')
    await expect(reader.stripe('P.NC')).toBeVisible()
  })

  await test.step('code by dragging the words onto a code', async () => {
    await reader.open('SP-F5-w1')
    await reader.select('贴了张单子，让三天内签字')
    const from = await reader.middleOf('贴了张单子，让三天内签字')
    const target = page.getByRole('row', { name: /M\.A/ })
    const box = (await target.boundingBox())!
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + 20, from.y, { steps: 3 })
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 10 })
    await page.mouse.up()
    await expect(reader.stripe('M.A')).toBeVisible()
  })
})
