import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import readXlsxFile from 'read-excel-file/node'
import { crlfFile, docxFile, gb18030File } from './files.ts'
import { ReaderPage } from './pages/reader-page.ts'

/** Where the job is done: the browser mode or the desktop app. They differ in how files come and go, and in nothing else. */
export interface Workplace {
  readonly folder: string
  /** The window; another one after a restart. */
  readonly page: Page
  start(): Promise<void>
  /** Ends everything at once, as when the power goes. */
  crash(): Promise<void>
  /** Answers the file dialog that `open` brings up. */
  pick(files: readonly string[], open: () => Promise<void>): Promise<void>
  /** Where a new study will lie, if that is asked. */
  placeStudy(): Promise<void>
  /** Takes the file that `save` makes, and says where it is. */
  saved(name: string, save: () => Promise<void>): Promise<string>
  expectAccessible(): Promise<void>
}

/** The whole job of a newcomer, from nothing to an exported matrix, with mouse and keyboard. */
export async function doTheWholeJob(work: Workplace): Promise<void> {
  await work.start()
  let { page } = work
  let reader = new ReaderPage(page)
  const dialog = page.getByRole('dialog')

  await test.step('a new study from the built-in framework', async () => {
    await work.expectAccessible()
    await page.getByRole('button', { name: 'New study…' }).click()
    await page.getByRole('textbox', { name: 'Name of the study' }).fill('Three villages 三村')
    await dialog.getByRole('button', { name: /Main language/ }).click()
    await page.getByRole('option', { name: 'Simplified Chinese' }).click()
    await work.expectAccessible()
    await work.placeStudy()
    await dialog.getByRole('button', { name: 'Create' }).click()
    await expect(page.getByRole('heading', { name: 'Three villages 三村' })).toBeVisible()
  })

  await test.step('three files, and a neighbour who is no respondent', async () => {
    const files = [gb18030File(work.folder), crlfFile(work.folder), await docxFile(work.folder)]
    await work.pick(files, () => page.getByRole('button', { name: 'Import transcripts…' }).last().click())
    await expect(dialog.getByRole('button', { name: 'Import 3 transcripts' })).toBeEnabled()
    await expect(dialog.getByRole('textbox', { name: 'Village' }).first()).toHaveValue('SP 石坡')
    await dialog.getByRole('button', { name: 'SG-F7-w1' }).click()
    await dialog.getByRole('button', { name: /Kind of speaker 邻居/ }).click()
    await page.getByRole('option', { name: 'Other' }).click()
    await work.expectAccessible()
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

  await test.step('an episode, by the keyboard', async () => {
    await reader.select('凑了车去县里问占地的钱')
    await page.keyboard.press('w')
    await expect(reader.stripe('P.D')).toBeVisible()
    await reader.selectAcross('修路那事，干部是咋跟你们说的？', '凑了车去县里问占地的钱')
    await page.keyboard.press('Alt+E')
    await expect(page.getByRole('button', { name: /^Episode: .*Conflict/ })).toBeVisible()
    await page.keyboard.press('Escape')
    await work.expectAccessible()
  })

  await test.step('undo and redo after the power went', async () => {
    await work.crash()
    await work.start()
    page = work.page
    reader = new ReaderPage(page)
    await page.getByRole('button', { name: /Three villages 三村/ }).click()
    await reader.open('SP-F5-w1')
    const bracket = page.getByRole('button', { name: /^Episode: .*Conflict/ })
    await expect(bracket).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(bracket).toBeHidden()
    await page.keyboard.press('Control+z')
    await expect(reader.stripe('P.D')).toBeHidden()
    // Twice without a pause: no press is lost.
    await page.keyboard.press('Control+Shift+z')
    await page.keyboard.press('Control+Shift+z')
    await expect(reader.stripe('P.D')).toBeVisible()
    await expect(bracket).toBeVisible()
  })

  await test.step('the profile counts the episode, and the number opens its quotations', async () => {
    await page.getByRole('button', { name: 'Profiles' }).click()
    const map = page.getByRole('table', { name: /Map of the interactions.*SP 石坡/ })
    await map.getByRole('button', { name: /T2 Conflict.*1\. Show quotations/ }).click()
    const quotations = page.getByRole('region', { name: 'Quotations' })
    await expect(quotations).toContainText('贴了张单子，让三天内签字')
    await expect(quotations).toContainText('凑了车去县里问占地的钱')
    await work.expectAccessible()
  })

  await test.step('the matrix as a workbook, read back', async () => {
    await page.getByRole('button', { name: 'Matrix', exact: true }).click()
    await expect(page.getByRole('treegrid', { name: /Codes/ })).toBeVisible()
    await work.expectAccessible()
    await page.getByRole('button', { name: 'Export' }).click()
    const path = await work.saved('matrix.xlsx', () => page.getByRole('menuitem', { name: 'Excel workbook' }).click())
    const [matrix] = await readXlsxFile(readFileSync(path))
    const rows = matrix!.data
    expect(rows[0]?.slice(2)).toEqual(['SP 石坡', 'SG 沙岗', 'LW 柳湾'])
    const line = (label: string) => rows.find(([key]) => key === label)?.slice(2)
    expect(line('M.A')).toEqual([1, 0, null])
    expect(line('M.R')).toEqual([0, 1, null])
    expect(line('P.D')).toEqual([1, 0, null])
    expect(line('P.N')).toEqual([0, 1, null])
  })
}
