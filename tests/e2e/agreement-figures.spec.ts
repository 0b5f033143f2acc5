import { expect, test } from './tianye.ts'

test.describe('two coders of the sample: where they differ, and whether it matters', () => {
  test.beforeEach(async ({ tianye, page }) => {
    await tianye.start('--sample', '--language', 'en')
    await page.getByRole('button', { name: 'Agreement', exact: true }).click()
  })

  test('the chart is walked by keys, and says why a code has no dot', async ({ tianye, page }) => {
    const chart = page.getByRole('grid', { name: /^Krippendorff’s α of every code/ })
    // Intervals are drawn thousands of times in the background; the figures stand there before.
    await expect(chart.getByRole('row', { name: /^P\.D .*: 0\.79/ })).toBeVisible()
    await expect(page.getByText(/^As of \d/)).toBeVisible({ timeout: 40_000 })
    await expect(chart.getByRole('row', { name: /^P\.D .*: 0\.79 \[/ })).toBeVisible()
    await expect(chart.getByRole('row', { name: /^M\.R1 .*: not estimable, fewer than five units/ })).toBeVisible()
    await chart.focus()
    await page.keyboard.press('End')
    await expect(chart.getByRole('row', { selected: true })).toHaveAccessibleName(/^Mean of \d+ codes: 0\.\d\d \[/)
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    await expect(chart.getByRole('row', { selected: true })).toHaveAccessibleName(/^M\.R .*both 10, .* alone 1, /)
    await tianye.expectAccessible()

    await page.getByRole('button', { name: 'Show as table' }).click()
    const table = page.getByRole('table', { name: 'Krippendorff’s α, code by code' })
    await expect(table.getByRole('row', { name: /^M\.R1/ })).toContainText('fewer than five units')
    await tianye.expectAccessible()
  })

  test('a village has most of the disagreement; its codes open the passages; its profile changes', async ({
    tianye,
    page,
  }) => {
    await page.getByRole('button', { name: 'Where it differs' }).click()
    const where = page.getByRole('region', { name: 'Disagreement by village' })
    await expect(where).toContainText('SP 石坡 has 92% of the disagreements, with 55% of the units.')
    await where.getByRole('button', { name: 'SP 石坡' }).click()
    const code = where.getByRole('row', { name: /^P\.D Rights-defence/ })
    await expect(code).toContainText('27%')
    const count = code.getByRole('button', { name: /^P\.D .*applied by one alone: SP 石坡: 3\./ })
    await count.press('Enter')
    await expect(page.getByRole('region', { name: 'Quotations' })).toContainText('3 passages in')
    await tianye.expectAccessible()
    await page.keyboard.press('Escape')
    await expect(count).toBeFocused()

    await page.getByRole('button', { name: 'Profiles', exact: true, pressed: false }).last().click()
    const change = page.getByRole('region', { name: 'Profiles under each coder' })
    await expect(change).toContainText('The verdict changes from coder to coder in 1 of 3 villages.')
    await expect(change).toContainText('In 2 no coder’s rows suffice for a verdict')
    await expect(change.getByRole('row', { name: /^SP 石坡 · W1 3 transcripts/ })).toContainText('another verdict')
    await tianye.expectAccessible()
    await change.getByRole('button', { name: /^Profiles as 林溪 Lin Xi coded them: SP 石坡/ }).click()
    await expect(page.getByRole('region', { name: /^Verdict: SP 石坡/ })).toContainText('Undetermined')
    await expect(page.getByRole('button', { name: /^林溪 Lin Xi/ })).toBeVisible()
  })

  test('passages, the continuum and attributes have figures of their own, with their denominators', async ({
    tianye,
    page,
  }) => {
    await page.getByRole('button', { name: 'Attributes' }).click()
    const attributes = page.getByRole('region', { name: 'Agreement on attributes of passages' })
    await expect(attributes.getByRole('row', { name: /^Polarity/ })).toContainText('96.6%')
    await expect(attributes.getByRole('row', { name: /^Actor/ })).toContainText('not estimable: all ratings are alike')
    await tianye.expectAccessible()

    await page.getByRole('button', { name: 'Codes', exact: true, pressed: false }).click()
    const unit = page.getByRole('button', { name: /^(?!About).* Unit$/ })
    await unit.click()
    await page.getByRole('option', { name: /^Passages, matched/ }).click()
    const spans = page.getByRole('table', { name: 'Passages matched one to one' })
    await expect(spans.getByRole('row', { name: /^All codes/ })).toContainText('59')
    const matched = spans.getByRole('row', { name: /^M\.R3/ }).getByRole('button')
    await matched.click()
    await expect(page.getByRole('region', { name: 'Quotations' }).getByRole('listitem')).not.toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(matched).toBeFocused()
    await tianye.expectAccessible()

    await unit.click()
    await page.getByRole('option', { name: /^Continuum/ }).click()
    await expect(page.getByRole('region', { name: /^Where: / })).toContainText('L = 3,353 characters')
    await expect(page.getByRole('region', { name: /^What: / })).toContainText('No branch is said to be exclusive.')
    await tianye.expectAccessible()
  })
})
