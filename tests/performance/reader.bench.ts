import type { Page } from '@playwright/test'
import { quantile, type Measurement } from '../../scripts/measurement.ts'
import { hostFor, makeBigStudy } from './big-study.ts'
import { inBrowser } from './browser.ts'

/** The reader on 1,000,000 characters with 20,000 overlapping codings: what the user sees, measured in the page. */
export async function measure(): Promise<Measurement[]> {
  return [...(await measureIn('en')), ...(await measureIn('zh-CN'))]
}

const SPOKEN = {
  en: { name: 'English', size: { turnsPerDocument: 4000, wordsPerTurn: 50, codingWords: 40 } },
  'zh-CN': { name: 'Chinese', size: { turnsPerDocument: 6000, wordsPerTurn: 100, codingWords: 60 } },
} as const

async function measureIn(language: keyof typeof SPOKEN): Promise<Measurement[]> {
  const { name, size } = SPOKEN[language]
  const study = await makeBigStudy({ documents: 1, villages: 1, codes: 60, codings: 20_000, language, ...size })
  // The coder of the codings is the one who reads, so that each new one joins them.
  const { host, call } = hostFor(study)
  await call('study.open', { handle: host.files.issue(study.path) })
  const { documents } = await call('document.list', {})
  const { text } = await call('document.open', { id: documents[0]!.id })
  if (text.length < 1_000_000) throw new Error(`only ${text.length} characters`)
  host.close()
  const { opened, keys, frames } = await inBrowser(study, async (page) => {
    const opened: number[] = []
    for (let round = 0; round < 5; round++) {
      await page.reload()
      await page.getByRole('row', { name: /^D0/ }).waitFor()
      opened.push(await openToPaint(page))
    }
    const keys = await applyCodings(page, 60)
    const frames = await scroll(page, 240, 300)
    return { opened, keys, frames }
  })
  study.remove()
  const what = `reader, 1,000,000 characters (${name}), 20,000 codings:`
  return [
    { name: `${what} open to first paint`, measured: quantile(opened, 0.5), unit: 'ms', budget: 400 },
    { name: `${what} key to painted coding, median`, measured: quantile(keys, 0.5), unit: 'ms', budget: 17 },
    { name: `${what} key to painted coding, p95`, measured: quantile(keys, 0.95), unit: 'ms', budget: 33 },
    { name: `${what} scroll frame, p95`, measured: quantile(frames, 0.95), unit: 'ms', budget: 20 },
  ]
}

/** From the click on the transcript to the frame in which its first words and stripes are painted. */
async function openToPaint(page: Page): Promise<number> {
  const row = page.getByRole('row', { name: /^D0/ })
  await page.evaluate(() => {
    const clicked = new Promise<number>((resolve) => {
      addEventListener('pointerdown', (event) => resolve(event.timeStamp), { once: true, capture: true })
    })
    Object.assign(window, {
      painted: clicked.then(
        (start) =>
          new Promise<number>((resolve) => {
            const look = () => {
              const isThere =
                document.querySelector('.reader-text p') !== null &&
                document.querySelector('.reader-margin button') !== null
              if (!isThere) requestAnimationFrame(look)
              else
                requestAnimationFrame(() => {
                  setTimeout(() => resolve(performance.now() - start))
                })
            }
            look()
          }),
      ),
    })
  })
  await row.click()
  return page.evaluate(() => (window as unknown as { painted: Promise<number> }).painted)
}

/** Selects a line and presses a code's key, again and again; each from the key event to the frame with its stripe. */
async function applyCodings(page: Page, times: number): Promise<number[]> {
  await page.evaluate(() => {
    const margin = document.querySelector('.reader-margin')
    if (margin === null) throw new Error('no margin')
    const times: number[] = []
    let pressed: number | null = null
    addEventListener(
      'keydown',
      (event) => {
        pressed = event.key === '1' ? event.timeStamp : null
      },
      { capture: true },
    )
    new MutationObserver((records) => {
      const start = pressed
      if (start === null || !records.some((record) => record.addedNodes.length > 0)) return
      pressed = null
      requestAnimationFrame(() => {
        setTimeout(() => times.push(performance.now() - start))
      })
    }).observe(margin, { childList: true, subtree: true })
    Object.assign(window, { times })
  })
  await page.locator('.reader-text p').nth(3).click()
  for (let index = 0; index < times; index++) {
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Home')
    await page.keyboard.press('Shift+End')
    // The caret may have scrolled the text: that repaint is not the coding's.
    await page.waitForTimeout(150)
    await page.keyboard.press('1')
    // As long as it takes to find the next passage, however fast one reads.
    await page.waitForTimeout(500)
  }
  const measured = await page.evaluate(() => (window as unknown as { times: number[] }).times)
  // A passage that touches one of the same code grows instead: no new stripe.
  if (measured.length < times * 0.8) throw new Error(`only ${measured.length} of ${times} codings were seen`)
  return measured
}

/** Frame times while the text moves under the wheel. */
async function scroll(page: Page, frames: number, pixels: number): Promise<number[]> {
  return page.evaluate(
    ([frames, pixels]) =>
      new Promise<number[]>((resolve) => {
        const scroller = document.querySelector('.reader-scroller')
        if (scroller === null) throw new Error('no scroller')
        scroller.scrollTop = 0
        const times: number[] = []
        let last = performance.now()
        const step = (now: number) => {
          times.push(now - last)
          last = now
          scroller.scrollTop += pixels
          if (times.length <= frames) requestAnimationFrame(step)
          else resolve(times.slice(1))
        }
        requestAnimationFrame(step)
      }),
    [frames, pixels] as const,
  )
}
