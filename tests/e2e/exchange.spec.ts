import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { ReaderPage } from './pages/reader-page.ts'
import { expect, test, Tianye } from './tianye.ts'

const WORDS = '我们几户没签'

async function runCommand(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(name)
  await expect(page.getByRole('menuitem').first()).toContainText(name)
  await page.keyboard.press('Enter')
}

async function setDate(page: Page, date: string): Promise<void> {
  await runCommand(page, 'Transcript details…')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Date of the interview').fill(date)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
}

async function pickReturned(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await runCommand(page, 'Bring back a colleague’s work…')
  await (await chooser).setFiles(file)
}

/** Drops a file on the window, as from the system's file manager. */
async function drop(page: Page, file: string): Promise<void> {
  const content = readFileSync(file).toString('base64')
  await page.evaluate(
    ({ name, content }) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([Uint8Array.from(atob(content), (c) => c.charCodeAt(0))], name))
      for (const type of ['dragover', 'drop'])
        window.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
    },
    { name: basename(file), content },
  )
}

test('transcripts go out as a file, are coded apart, and come back once; what both changed is decided', async ({
  tianye,
  page,
  browser,
}) => {
  // Two servers, and two people at them.
  test.slow()
  await tianye.start('--sample', '--language', 'en')
  const file = join(tianye.folder, 'for-wang.tianye')

  await test.step('Hand out a village to a new colleague', async () => {
    await runCommand(page, 'Agreement: Hand out and bring back')
    await expect(page.getByText('Code apart.')).toBeVisible()
    await tianye.expectAccessible()
    await page.getByRole('button', { name: 'Hand out transcripts…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'To' }).fill('Wang Min')
    await expect(dialog.getByText('Wang Min is new')).toBeVisible()
    await dialog.getByRole('button', { name: /Transcripts/ }).click()
    await page.getByRole('option', { name: 'By village' }).click()
    await dialog.getByRole('button', { name: /^Villages/ }).click()
    await page.getByRole('option', { name: 'SP 石坡' }).click()
    await page.keyboard.press('Escape')
    await expect(
      dialog.getByText('12 transcripts go (6 of them other language versions), with 0 codings.'),
    ).toBeVisible()
    await tianye.expectAccessible()
    const download = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Hand out…' }).click()
    await (await download).saveAs(file)
    await expect(page.getByRole('dialog', { name: 'Handed out to Wang Min' })).toContainText(
      'choose to code as “Wang Min”',
    )
    await tianye.expectAccessible()
    await page.keyboard.press('Enter')
  })

  await test.step('Meanwhile a date is corrected here', async () => {
    await new ReaderPage(page).open('SP-F5-w1')
    await setDate(page, '2024-06-30')
  })

  const copy = join(tianye.folder, 'worked-on', 'for-wang.tianye')
  const theirs = new Tianye(await (await browser.newContext({ locale: 'en' })).newPage())
  try {
    await test.step('The colleague codes in the copy, where nobody else’s work is, and changes a date', async () => {
      mkdirSync(dirname(copy))
      copyFileSync(file, copy)
      await theirs.start('--study', copy, '--language', 'en')
      await theirs.page.getByRole('button', { name: /you code as/ }).click()
      await theirs.page.getByRole('menuitem', { name: 'Wang Min' }).click()
      const reader = new ReaderPage(theirs.page)
      await reader.open('SP-F5-w1')
      await expect(reader.stripe('')).toHaveCount(0)
      await reader.select(WORDS)
      await theirs.page.keyboard.press('1')
      await expect(reader.stripe('M.R')).toBeVisible()
      await setDate(theirs.page, '2024-07-01')
      // Closing leaves the study in one file.
      await runCommand(theirs.page, 'Close study')
      await expect(theirs.page.getByRole('button', { name: 'New study…' })).toBeVisible()
    })
  } finally {
    await theirs.page.context().close()
    await theirs.dispose()
  }

  const review = page.getByRole('button', { name: 'Bring in', exact: true })
  await test.step('What would come is shown with its words, and nothing is in the study yet', async () => {
    await pickReturned(page, copy)
    await expect(page.getByRole('heading', { name: 'What “for-wang.tianye” brings' })).toBeVisible()
    await expect(page.getByText('Work of Wang Min')).toBeVisible()
    await page.getByRole('button', { name: 'Codings, New: 1. Show them.' }).click()
    await expect(page.getByRole('button', { name: `M.R ${WORDS}` })).toBeVisible()
    await expect(page.getByRole('row', { name: 'Date of the interview 2024-06-30 2024-07-01' })).toBeVisible()
    await tianye.expectAccessible()
  })

  await test.step('It comes in as one step, which undo takes back', async () => {
    await review.click()
    const decide = page.getByRole('button', { name: 'To the conflicts' })
    await expect(decide).toBeVisible()
    await tianye.expectAccessible()
    await page.keyboard.press('Control+z')
    await expect(page.getByText('Code apart.')).toBeVisible()
    await expect(page.getByRole('button', { name: /1 conflict to decide/ })).toHaveCount(0)
    await pickReturned(page, copy)
    await review.click()
    await decide.click()
  })

  await test.step('The conflict is decided by a key; undo opens it again', async () => {
    const conflict = page.getByRole('article', { name: 'Transcript SP-F5-w1' })
    await expect(conflict).toBeFocused()
    await tianye.expectAccessible()
    await page.keyboard.press('2')
    await expect(page.getByText('Nothing is left to decide.')).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(conflict).toBeVisible()
    await conflict.getByRole('button', { name: /^Take theirs/ }).click()
    await expect(page.getByText('Nothing is left to decide.')).toBeVisible()
    await page.getByRole('button', { name: 'Decided', exact: true }).click()
    await expect(conflict).toContainText('took theirs')
  })

  await test.step('The same file once more, dropped on the window: everything is here already', async () => {
    await drop(page, copy)
    await expect(page.getByRole('dialog', { name: 'for-wang' })).toContainText('handed out from the study')
    await tianye.expectAccessible()
    await page.keyboard.press('Enter')
    await expect(page.getByText('Nothing to bring in')).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await expect(page.getByText('Code apart.')).toBeVisible()
  })

  await test.step('A file that was not handed out is refused with a sentence', async () => {
    const download = page.waitForEvent('download')
    await runCommand(page, 'Save a copy…')
    const other = join(tianye.folder, 'copy.tianye')
    await (await download).saveAs(other)
    await pickReturned(page, other)
    await expect(page.getByText('was not handed out from this study')).toBeVisible()
  })
})
