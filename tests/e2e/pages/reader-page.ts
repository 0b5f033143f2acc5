import { expect, type Locator, type Page } from '@playwright/test'

/** The reader, used with mouse and keyboard as a person would. */
export class ReaderPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get text(): Locator {
    return this.page.locator('.reader-text').first()
  }

  /** Opens a transcript from the list. */
  async open(name: string): Promise<void> {
    await this.page.getByRole('row', { name, exact: false }).first().click()
    await expect(this.page.getByRole('main').getByRole('heading', { name, exact: true })).toBeVisible()
  }

  /** Drags the mouse over these words, which must lie on one line. */
  async select(words: string): Promise<void> {
    const { start, end } = await this.#ends(words)
    await this.page.mouse.move(start.x, start.y)
    await this.page.mouse.down()
    await this.page.mouse.move((start.x + end.x) / 2, end.y, { steps: 4 })
    await this.page.mouse.move(end.x, end.y, { steps: 4 })
    await this.page.mouse.up()
    await expect.poll(() => this.selected()).toBe(words)
  }

  /** Clicks behind the last words and, with Shift, before the first, over any number of lines. */
  async selectAcross(first: string, last: string): Promise<void> {
    const { end } = await this.#ends(last)
    await this.page.mouse.click(end.x, end.y)
    const { start } = await this.#ends(first)
    await this.page.keyboard.down('Shift')
    await this.page.mouse.click(start.x, start.y)
    await this.page.keyboard.up('Shift')
    await expect.poll(() => this.selected()).toContain(first)
  }

  /** The middle of these words on the screen. */
  async middleOf(words: string): Promise<{ x: number; y: number }> {
    const { start, end } = await this.#ends(words)
    return { x: (start.x + end.x) / 2, y: start.y }
  }

  selected(): Promise<string> {
    return this.page.evaluate(() => String(getSelection()))
  }

  /** The margin's stripe of a code, by the beginning of what it says. */
  stripe(code: string): Locator {
    const name = new RegExp(`^${code.replace('.', '\\.')}`)
    return this.page.locator('.reader-margin').getByRole('button', { name })
  }

  async #ends(words: string): Promise<Record<'start' | 'end', { x: number; y: number }>> {
    await this.text.waitFor()
    return this.page.evaluate(async (wanted) => {
      const root = document.querySelector('.reader-text')
      if (root === null) throw new Error('no text is open')
      for (const paragraph of root.querySelectorAll('p, [data-start]')) {
        const from = paragraph.textContent.indexOf(wanted)
        if (from < 0) continue
        const at = (offset: number): [Node, number] => {
          const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
          for (let node = walker.nextNode(), rest = offset; node !== null; node = walker.nextNode()) {
            const length = (node.textContent ?? '').length
            if (rest <= length) return [node, rest]
            rest -= length
          }
          throw new Error('past the end')
        }
        paragraph.scrollIntoView({ block: 'center' })
        // What comes into sight is laid out with the next frame, and moves what is below it.
        await new Promise((laidOut) => requestAnimationFrame(() => requestAnimationFrame(laidOut)))
        const rect = (offset: number) => {
          const range = document.createRange()
          range.setStart(...at(offset))
          range.collapse(true)
          return range.getBoundingClientRect()
        }
        const start = rect(from)
        const end = rect(from + wanted.length)
        return {
          start: { x: start.x, y: start.y + start.height / 2 },
          end: { x: end.x, y: end.y + end.height / 2 },
        }
      }
      throw new Error(`not in the text: ${wanted}`)
    }, words)
  }
}
