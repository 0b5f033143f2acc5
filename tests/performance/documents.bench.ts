import type { Page } from '@playwright/test'
import { quantile, type Measurement } from '../../scripts/measurement.ts'
import { hostFor, makeBigStudy } from './big-study.ts'
import { inBrowser } from './browser.ts'

/** The list of 2,000 transcripts: what typing, grouping and a coding cost, measured in the page. */
export async function measure(): Promise<Measurement[]> {
  const study = await makeBigStudy({
    documents: 2000,
    villages: 60,
    codes: 20,
    codings: 40_000,
    turnsPerDocument: 20,
    wordsPerTurn: 20,
    codingWords: 10,
  })
  const { host } = hostFor(study)
  host.close()
  const { typed, grouped, counted } = await inBrowser(study, async (page) => {
    await page.getByRole('row', { name: /^D0,/ }).first().waitFor()
    return { typed: await type(page), grouped: await group(page), counted: await code(page) }
  })
  study.remove()
  const what = 'list of 2,000 transcripts:'
  return [
    {
      name: `${what} key in the filter to painted list, median`,
      measured: quantile(typed, 0.5),
      unit: 'ms',
      budget: 50,
    },
    {
      name: `${what} key in the filter to painted list, p95`,
      measured: quantile(typed, 0.95),
      unit: 'ms',
      budget: 100,
    },
    { name: `${what} another grouping painted`, measured: quantile(grouped, 0.5), unit: 'ms', budget: 100 },
    { name: `${what} longest task after a coding`, measured: quantile(counted, 0.5), unit: 'ms', budget: 50 },
  ]
}

/** From the key event to the frame in which the list has changed. */
async function type(page: Page): Promise<number[]> {
  await watchList(page, 'keydown')
  const filter = page.getByRole('searchbox').first()
  await filter.click()
  // D1, D11, D111 …: each key narrows the list, each Backspace widens it.
  for (const key of [
    'd',
    '1',
    '1',
    '1',
    'Backspace',
    'Backspace',
    '2',
    '7',
    'Backspace',
    'Backspace',
    'Backspace',
    'Backspace',
    'v',
    '1',
    '2',
    'Backspace',
    'Backspace',
    'Backspace',
  ]) {
    await page.keyboard.press(key)
    await page.waitForTimeout(250)
  }
  return seen(page)
}

async function group(page: Page): Promise<number[]> {
  await watchList(page, 'click')
  for (const name of ['One list', 'Group by state', 'Group by village', 'Least coded first', 'Sort by name']) {
    await page.getByRole('button', { name: 'How the list is shown' }).click()
    await page.waitForTimeout(200)
    await page.evaluate(() => (window as unknown as { times: number[] }).times.splice(0, 0))
    await page.getByRole('menuitem', { name }).click()
    await page.waitForTimeout(300)
  }
  return seen(page)
}

/** Codes a line again and again, and takes the longest task of the second after each, when lists are brought up to date. */
async function code(page: Page): Promise<number[]> {
  await page.getByRole('row', { name: /^D0,/ }).first().click()
  await page.locator('.reader-text p').nth(3).click()
  await page.evaluate(() => {
    const tasks: number[] = []
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({
      type: 'longtask',
    })
    Object.assign(window, { tasks })
  })
  const longest: number[] = []
  for (let index = 0; index < 10; index++) {
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Home')
    await page.keyboard.press('Shift+End')
    await page.waitForTimeout(200)
    await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks.splice(0))
    await page.keyboard.press('1')
    await page.waitForTimeout(800)
    const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks.splice(0))
    longest.push(Math.max(0, ...tasks))
  }
  return longest
}

async function watchList(page: Page, event: 'keydown' | 'click'): Promise<void> {
  await page.evaluate((name) => {
    const list = document.querySelector('[data-pane="documents"]')
    if (list === null) throw new Error('no list')
    const times: number[] = []
    let began: number | null = null
    addEventListener(name, ({ timeStamp }) => (began = timeStamp), { capture: true })
    new MutationObserver((records) => {
      const start = began
      const isList = records.some(({ target }) => target instanceof Element && target.closest('[role="treegrid"]'))
      if (start === null || !isList) return
      began = null
      requestAnimationFrame(() => {
        setTimeout(() => times.push(performance.now() - start))
      })
    }).observe(list, { childList: true, subtree: true, attributes: true })
    Object.assign(window, { times })
  }, event)
}

async function seen(page: Page): Promise<number[]> {
  const times = await page.evaluate(() => (window as unknown as { times: number[] }).times)
  if (times.length < 3) throw new Error(`only ${times.length} changes of the list were seen`)
  return times
}
