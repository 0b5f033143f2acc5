import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import type { Page } from '@playwright/test'
import { codableSpan } from '../../shared/text/codable-span.ts'
import { snapToGraphemes } from '../../shared/text/graphemes.ts'
import { span } from '../../shared/text/span.ts'
import { runCli } from '../host/cli/run-cli.ts'
import { unicodeText } from '../unit/text/unicode.ts'
import { ReaderPage } from './pages/reader-page.ts'
import { expect, test } from './tianye.ts'

/**
 * What is selected, stored, painted and quoted is one and the same, in texts full of emoji, joiners, combining marks and
 * right-to-left script. The way from offsets to the page is the test's own, so the reader is not measured by itself.
 */
const SEED = 20_261_123
const DOCUMENTS = 3
const SELECTIONS = 8
const CODES = ['1', '2', '3', 'q', 'w', 't', 'r', 'y']

test('selection, stored passage, paint and quotation agree on any text', async ({ tianye, page }) => {
  test.setTimeout(120_000)
  const study = join(tianye.folder, 'unicode.tianye')
  const texts = fc.sample(fc.array(unicodeText(14), { minLength: 24, maxLength: 24 }), {
    seed: SEED,
    numRuns: DOCUMENTS,
  })
  const files = texts.map((lines, index) => {
    const file = join(tianye.folder, `U${index}.txt`)
    writeFileSync(
      file,
      `doc: U${index} | lang: en\n\n${lines.map((line, n) => `[T${n + 10}] F1: x${line}`).join('\n')}\n`,
    )
    return file
  })
  await runCli(tianye.folder, ['new', study, '--framework', 'mobilization-participation', '--languages', 'en'])
  expect((await runCli(tianye.folder, ['import', study, ...files])).code).toBe(0)

  await tianye.start('--study', study)
  const reader = new ReaderPage(page)
  const painted: { document: string; words: string }[] = []
  const selected: { document: string; words: string }[] = []
  for (let index = 0; index < DOCUMENTS; index++) {
    const document = `U${index}`
    await reader.open(document)
    await expect(reader.text).toContainText(`doc: ${document} `)
    await reader.text.click()
    const text = await textOf(page)
    for (const [at, chosen] of stretches(text, index).entries()) {
      const wanted = codableSpan(text, snapToGraphemes(text, span(chosen.start, chosen.end)))
      if (wanted === null) continue
      await selectUnits(page, chosen)
      const before = await paintedWords(page)
      await page.keyboard.press(CODES[at]!)
      await expect.poll(async () => (await paintedWords(page)).length).toBe(before.length + 1)
      selected.push({ document, words: text.slice(wanted.start, wanted.end) })
      const now = await paintedWords(page)
      for (const words of before) now.splice(now.indexOf(words), 1)
      painted.push({ document, words: now[0]! })
    }
  }
  await tianye.stop()
  expect(painted).toEqual(selected)
  expect(selected.length).toBeGreaterThan(DOCUMENTS * SELECTIONS * 0.8)

  const out = join(tianye.folder, 'segments.csv')
  expect((await runCli(tianye.folder, ['export', study, '--to', 'segments-csv', out])).code).toBe(0)
  const rows = parse<Record<string, string>>(readFileSync(out, 'utf8'), { columns: true })
  const quoted = rows.map((row) => ({ document: row['doc_id'] ?? '', words: row['text'] ?? '' }))
  const sorted = (list: typeof quoted) => list.map((item) => JSON.stringify(item)).sort()
  expect(sorted(quoted)).toEqual(sorted(selected))
  expect((await runCli(tianye.folder, ['check', study])).code).toBe(0)
})

/** Stretches that do not touch, of any length, whose ends fall anywhere: in surrogate pairs, families, line ends. */
function stretches(text: string, index: number): { start: number; end: number }[] {
  const [places] = fc.sample(
    fc.uniqueArray(fc.nat(text.length), { minLength: 2 * SELECTIONS, maxLength: 2 * SELECTIONS }),
    {
      seed: SEED + index,
      numRuns: 1,
    },
  )
  const sorted = (places ?? []).sort((a, b) => a - b)
  return Array.from({ length: SELECTIONS }, (_, n) => ({ start: sorted[2 * n]!, end: sorted[2 * n + 1]! }))
}

function textOf(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.reader-text p')].map((paragraph) => paragraph.textContent).join('\n'),
  )
}

async function selectUnits(page: Page, chosen: { start: number; end: number }): Promise<void> {
  await page.evaluate(({ start, end }) => {
    const place = (offset: number): [Node, number] => {
      let rest = offset
      for (const paragraph of document.querySelectorAll('.reader-text p')) {
        const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const length = (node as Text).length
          if (rest <= length) return [node, rest]
          rest -= length
        }
        if (rest === 0) return [paragraph, paragraph.childNodes.length]
        rest -= 1
      }
      throw new Error(`no place ${offset}`)
    }
    const [node, offset] = place(start)
    node.parentElement?.scrollIntoView({ block: 'center' })
    getSelection()?.setBaseAndExtent(node, offset, ...place(end))
  }, chosen)
  // The reader hears of the selection with the browser's next event, and paints once scrolling has come to rest.
  await page.waitForTimeout(250)
}

/** The words under each painted passage, line ends included; what lies exactly under another counts once. */
function paintedWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const words: string[] = []
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith('reader-c-')) continue
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight as Iterable<AbstractRange>) {
        const range = new Range()
        range.setStart(startContainer, startOffset)
        range.setEnd(endContainer, endOffset)
        const lines = [...document.querySelectorAll('.reader-text p')].filter((line) => range.intersectsNode(line))
        words.push(
          lines
            .map((line) => {
              const part = range.cloneRange()
              if (!line.contains(startContainer)) part.setStart(line, 0)
              if (!line.contains(endContainer)) part.setEnd(line, line.childNodes.length)
              return part.cloneContents().textContent
            })
            .join('\n'),
        )
      }
    }
    return words
  })
}
