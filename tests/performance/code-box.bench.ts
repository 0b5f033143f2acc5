import type { Page } from '@playwright/test'
import { quantile, type Measurement } from '../../scripts/measurement.ts'
import { hostFor, makeBigStudy } from './big-study.ts'
import { inBrowser } from './browser.ts'

/** The code box over a codebook of 1,000 codes, from the key to the frame with its list. */
export async function measure(): Promise<Measurement[]> {
  const study = await makeBigStudy({
    documents: 1,
    villages: 1,
    codes: 1000,
    codings: 2000,
    turnsPerDocument: 400,
    wordsPerTurn: 50,
    codingWords: 40,
  })
  hostFor(study).host.close()
  const times = await inBrowser(study, async (page) => {
    await page.getByRole('row', { name: /^D0/ }).click()
    await page.locator('.reader-margin button').first().waitFor()
    await page.locator('.reader-text p').nth(3).click()
    const times: number[] = []
    for (let round = 0; round < 20; round++) {
      await page.keyboard.press('Shift+End')
      await page.waitForTimeout(300)
      times.push(await keyToList(page))
      await page.keyboard.press('Escape')
      await page.keyboard.press('ArrowDown')
    }
    return times
  })
  study.remove()
  return [{ name: 'code box, 1,000 codes: open to list', measured: quantile(times, 0.5), unit: 'ms', budget: 50 }]
}

async function keyToList(page: Page): Promise<number> {
  await page.evaluate(() => {
    const shown = new Promise<number>((resolve) => {
      const onKey = (event: KeyboardEvent): void => {
        const look = () => {
          if (document.querySelector('[role=listbox] [role=option]') === null) requestAnimationFrame(look)
          else
            requestAnimationFrame(() => {
              setTimeout(() => resolve(performance.now() - event.timeStamp))
            })
        }
        look()
      }
      addEventListener('keydown', onKey, { once: true, capture: true })
    })
    Object.assign(window, { shown })
  })
  await page.keyboard.press('Enter')
  return page.evaluate(() => (window as unknown as { shown: Promise<number> }).shown)
}
