import { expect, test } from './tianye.ts'
import { ReaderPage } from './pages/reader-page.ts'

const CODED = '上头要的是路，底下要的是钱，说的就不是一个事'

test.describe('a transcript is corrected', () => {
  test.beforeEach(async ({ tianye, page }) => {
    await tianye.start('--sample', '--language', 'en')
    await new ReaderPage(page).open('SP-K2-w1')
  })

  test('in place by keyboard: what happens to the codings is seen before, and one step takes it back', async ({
    tianye,
    page,
  }) => {
    const reader = new ReaderPage(page)
    const room = page.getByRole('region', { name: 'Correct this paragraph' })
    const editor = room.getByRole('textbox', { name: 'Words of the paragraph' })
    const place = await reader.middleOf('上头要的是路')
    await page.mouse.click(place.x, place.y)
    await page.keyboard.press('F2')
    await expect(editor).toBeFocused()
    await expect(editor).toHaveText(/^上头要的是路.*那头的人。$/)
    await tianye.expectAccessible()

    // Labels are not in it, and at the turn's beginning there is nothing to join.
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Backspace')
    await expect(room.getByText('A turn begins or ends here.')).toBeVisible()
    await page.keyboard.type('😀')
    for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight')
    await page.keyboard.type('👨‍👩‍👧')
    await expect(room).toContainText('Codings: 1 changed, 1 moves along')
    const changed = room.getByRole('listitem').filter({ hasText: 'S.-' })
    await expect(changed).toContainText('上头要的是')
    await expect(changed.getByRole('insertion')).toHaveText(/👨‍👩‍👧$/)
    await tianye.expectAccessible()

    await page.keyboard.press('Control+Enter')
    await expect(room).toBeHidden()
    await expect(reader.text).toBeFocused()
    await expect(reader.text).toContainText('😀上头要的是👨‍👩‍👧路，底下要的是钱')
    await reader.stripe('S.-').first().click()
    await expect.poll(() => reader.selected()).toBe(CODED.replace('要的是', '要的是👨‍👩‍👧'))

    await page.keyboard.press('Control+Z')
    await expect(reader.text).not.toContainText('😀')
    await expect(reader.text).toBeFocused()
    await reader.stripe('S.-').first().click()
    await expect.poll(() => reader.selected()).toBe(CODED)

    // Leaving asks once where something was typed, and a second time means it.
    await page.keyboard.press('F2')
    await page.keyboard.type('x')
    await page.keyboard.press('Escape')
    await expect(room.getByRole('alert')).toContainText('Press again to discard')
    await page.keyboard.press('Escape')
    await expect(reader.text).toBeFocused()
    await expect(reader.text).toContainText(CODED)
  })

  test('what it leaves without words is kept, shown, and put back where the words stand again', async ({
    tianye,
    page,
  }) => {
    const reader = new ReaderPage(page)
    const room = page.getByRole('region', { name: 'Correct this paragraph' })
    const place = await reader.middleOf('上头要的是路')
    await page.mouse.click(place.x, place.y)
    await page.keyboard.press('F2')
    await expect(room.getByRole('textbox')).toBeFocused()
    await page.keyboard.press('Control+A')
    await page.keyboard.press('Delete')
    await expect(room.getByRole('heading', { name: 'One loses all its words' })).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(room.getByRole('alert')).toContainText('One passage would have no words left.')
    await tianye.expectAccessible()
    await page.keyboard.press('Control+Enter')
    await expect(room).toBeHidden()
    await expect(reader.text).not.toContainText('上头要的是路')

    await page.getByRole('button', { name: 'Show them' }).click()
    const history = page.getByRole('region', { name: 'History of this text' })
    await expect(history.getByRole('heading', { name: 'Lost anchors: 1' })).toBeVisible()
    await expect(history).toContainText('Its words stand nowhere in the text now.')
    await tianye.expectAccessible()
    await history.getByRole('button', { name: 'Restore this text' }).press('Enter')
    await expect(reader.text).toContainText(CODED)
    await history.getByRole('button', { name: 'Put back' }).press('Enter')
    await expect(history.getByRole('heading', { name: /^Lost anchors/ })).toBeHidden()
    await expect(reader.text).toBeFocused()
    await expect(history.getByRole('button', { name: /^T16/ })).toHaveCount(2)
    await history.getByRole('button', { name: 'Close the history' }).press('Enter')
    await expect(page.getByRole('region', { name: 'Codes at the caret' })).toContainText('S.-')
  })
})
