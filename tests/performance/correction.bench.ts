import type { Page } from '@playwright/test'
import { quantile, type Measurement } from '../../scripts/measurement.ts'
import { utf16 } from '../../shared/text/offsets.ts'
import { hostFor, makeBigStudy, type BigStudy } from './big-study.ts'
import { inBrowser } from './browser.ts'

/** One paragraph at the beginning of 1,000,000 characters is corrected, with 20,000 codings and 4,000 turns behind it. */
export async function measure(): Promise<Measurement[]> {
  const study = await makeBigStudy({
    documents: 1,
    villages: 1,
    codes: 60,
    codings: 20_000,
    turnsPerDocument: 4000,
    wordsPerTurn: 50,
    codingWords: 40,
  })
  const { previews, corrections, undos } = await measureHost(study)
  const shown = await inBrowser(study, measureReader)
  study.remove()
  const what = 'correction, 20,000 anchors behind it:'
  return [
    { name: `${what} preview while typing`, measured: quantile(previews, 0.5), unit: 'ms', budget: 50 },
    { name: `${what} preview and apply, in the host`, measured: quantile(corrections, 0.5), unit: 'ms', budget: 200 },
    { name: `${what} undo, in the host`, measured: quantile(undos, 0.5), unit: 'ms', budget: 400 },
    // Until then the words stand in the editor as they were typed; the whole reader is set anew behind it.
    { name: `${what} key to the text set anew`, measured: quantile(shown, 0.5), unit: 'ms', budget: 500 },
  ]
}

async function measureHost(study: BigStudy): Promise<Record<'previews' | 'corrections' | 'undos', number[]>> {
  const { host, call } = hostFor(study)
  await call('study.open', { handle: host.files.issue(study.path) })
  const previews: number[] = []
  const corrections: number[] = []
  const undos: number[] = []
  for (let round = 0; round < 10; round++) {
    const { revisionId, text, turns } = await call('document.open', { id: 1 })
    const start = turns[0]?.speechStart ?? utf16(0)
    const range = { start, end: utf16(start + 10) }
    const words = `${text.slice(range.start, range.end)} indeed`
    const begun = performance.now()
    await call('correction.preview', { documentId: 1, revisionId, change: { kind: 'edit', range, text: words } })
    const seen = performance.now()
    await call('correction.apply', { documentId: 1, revisionId, range, text: words })
    const done = performance.now()
    previews.push(seen - begun)
    corrections.push(done - begun)
    if (round % 2 === 0) continue
    await call('history.undo', {})
    undos.push(performance.now() - done)
  }
  host.close()
  return { previews, corrections, undos }
}

/** From the key that applies to the frame in which the corrected paragraph is painted. */
async function measureReader(page: Page): Promise<number[]> {
  await page.getByRole('row', { name: /^D0/ }).click()
  await page.locator('.reader-text p').first().waitFor()
  const times: number[] = []
  for (let round = 0; round < 6; round++) {
    await page.locator('.reader-text p').nth(1).click()
    await page.keyboard.press('F2')
    await page.locator('.reader-room-text').waitFor()
    await page.keyboard.press('Home')
    const word = `round${round} `
    await page.keyboard.insertText(word)
    await page.waitForTimeout(600)
    await page.evaluate((wanted) => {
      Object.assign(window, {
        corrected: new Promise<number>((resolve) => {
          addEventListener(
            'keydown',
            ({ timeStamp }) => {
              const look = (): void => {
                const isThere = document.querySelector('.reader-text p:nth-of-type(2)')?.textContent.includes(wanted)
                if (isThere !== true) requestAnimationFrame(look)
                else
                  requestAnimationFrame(() => {
                    setTimeout(() => resolve(performance.now() - timeStamp))
                  })
              }
              look()
            },
            { capture: true, once: true },
          )
        }),
      })
    }, word)
    await page.keyboard.press('Control+Enter')
    times.push(await page.evaluate(() => (window as unknown as { corrected: Promise<number> }).corrected))
    await page.waitForTimeout(600)
  }
  return times.slice(1)
}
