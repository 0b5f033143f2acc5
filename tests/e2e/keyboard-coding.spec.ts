import { copyFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { SettingsFile } from '../../electron/host/settings-file.ts'
import { StudyHost } from '../../electron/host/study-host.ts'
import type { Connection } from '../../electron/host/study-host.ts'
import type { In, Name, Out } from '../../shared/contract/contract.ts'
import type { InterfaceLanguage } from '../../shared/contract/values.ts'
import { expect, test } from './tianye.ts'

/* A transcript from the start screen to its last turn without the mouse: no step below points anywhere. */

const RESOURCES = resolve(import.meta.dirname, '../../resources')

/** The study's file, looked at and made ready by the same host that the application runs. */
class StudyOnDisk {
  readonly #folder: string
  readonly #path: string

  constructor(folder: string) {
    this.#folder = folder
    this.#path = join(folder, 'Keys.tianye')
  }

  async #with<T>(work: (host: StudyHost, connection: Connection) => Promise<T>): Promise<T> {
    const userData = join(this.#folder, 'user-data')
    const host = new StudyHost({ settings: new SettingsFile(userData), resources: RESOURCES, userData })
    try {
      return await work(
        host,
        host.connect(() => undefined),
      )
    } finally {
      host.close()
    }
  }

  /** A study with the built-in framework and one transcript of the sample. */
  make(transcript: string, language: InterfaceLanguage): Promise<void> {
    return this.#with(async (host, connection) => {
      const call = async <N extends Name>(name: N, input: In<N>): Promise<Out<N>> =>
        (await connection.call(name, input)) as Out<N>
      await call('settings.update', { language, coder: { name: '蔡 Cai', initials: 'C', colour: '#3f6fb5' } })
      await call('study.create', {
        handle: host.files.issue(this.#path),
        name: 'Keys 按键',
        framework: 'mobilization-participation',
        languages: language === 'en' ? ['en', 'zh-CN'] : ['zh-CN', 'en'],
      })
      const file = join(this.#folder, transcript)
      copyFileSync(join(RESOURCES, 'sample/transcripts', transcript), file)
      await call('import.documents', { handles: [host.files.issue(file)] })
    })
  }

  /** What is coded, in the order of the text: `M.R: the words`, codes without a label by name. And the episodes. */
  stored(): Promise<{ codings: string[]; episodes: string[] }> {
    return this.#with(async (host, connection) => {
      const call = async <N extends Name>(name: N, input: In<N>): Promise<Out<N>> =>
        (await connection.call(name, input)) as Out<N>
      await call('study.open', { handle: host.files.issue(this.#path) })
      const [document] = (await call('document.list', {})).documents
      const id = document?.id ?? 0
      const { text } = await call('document.open', { id })
      const { codes } = await call('code.list', {})
      const range = { start: 0, end: text.length }
      const { codings } = await call('coding.inRange', { documentId: id, layer: 'study', range })
      const { episodes } = await call('episode.inDocument', { documentId: id, layer: 'study' })
      return {
        codings: codings.map(({ codeId, start, end }) => {
          const code = codes.find((row) => row.id === codeId)
          return `${code?.label ?? code?.texts[0]?.name}: ${text.slice(start, end)}`
        }),
        episodes: episodes.map(({ start, end }) => text.slice(start, end)),
      }
    })
  }
}

/** Presses keys one after the other: `press(page, 'Alt+ArrowDown', 3)`. */
async function press(page: Page, key: string, times = 1): Promise<void> {
  for (let count = 0; count < times; count++) await page.keyboard.press(key)
}

/** From the start of the text to a turn, and there to a sentence, both counted from 1. */
async function goTo(page: Page, turn: number, sentence = 1): Promise<void> {
  await press(page, 'Control+Home')
  await press(page, 'Alt+ArrowDown', turn)
  await press(page, '.', sentence - 1)
}

/** Holds Shift while a key is pressed so many times: the selection is finished when Shift is let go. */
async function extend(page: Page, key: string, times: number): Promise<void> {
  await page.keyboard.down('Shift')
  await press(page, key, times)
  await page.keyboard.up('Shift')
}

/** From the start screen into the text of the only transcript. */
async function openByKeys(page: Page, search: string): Promise<void> {
  const recent = page.getByRole('button', { name: /Keys 按键/ })
  await expect(recent).toBeVisible()
  for (let count = 0; count < 30 && !(await recent.evaluate((button) => button === document.activeElement)); count++) {
    await press(page, 'Tab')
  }
  await press(page, 'Enter')
  await expect(page.getByRole('heading', { name: 'Keys 按键' })).toBeVisible()
  await press(page, 'Control+k')
  await page.keyboard.type(search)
  await expect(page.getByRole('menuitem').first()).toContainText(search)
  await press(page, 'Enter')
  await expect(page.locator('.reader-text')).toBeFocused()
}

async function expectCoded(page: Page, code: string, times = 1): Promise<void> {
  const stripes = page.getByRole('group', { name: /Codes in the margin|页边的编码/ }).getByRole('button')
  await expect(stripes.filter({ hasText: code })).toHaveCount(times)
}

// High enough for the whole transcript: the margin holds the stripes of what is in sight.
test.use({ viewport: { width: 1440, height: 2000 } })

test('a Chinese transcript is coded by keyboard alone, in the Chinese interface', async ({ tianye }) => {
  const study = new StudyOnDisk(tianye.folder)
  await study.make('SP-F5-w1.zh.txt', 'zh-CN')
  await tianye.start()
  const { page } = tianye
  await openByKeys(page, 'SP-F5-w1')

  await test.step('by a code’s key, on the sentence at the caret and on words', async () => {
    await goTo(page, 2)
    await press(page, '2')
    await expectCoded(page, 'M.A')
    await goTo(page, 3)
    await extend(page, 'ArrowRight', '我们几户没签'.length)
    await press(page, 'w')
    await expectCoded(page, 'P.D')
  })

  await test.step('by pinyin initials in the code box, several codes at once', async () => {
    await goTo(page, 8, 3)
    await press(page, '/')
    const box = page.getByRole('dialog', { name: '为选中文字编码' })
    await expect(box.getByRole('combobox')).toBeFocused()
    await page.keyboard.type('hfdy')
    await expect(box.getByRole('option').first()).toContainText('M.R')
    await tianye.expectAccessible()
    await press(page, 'Shift+Enter')
    await page.keyboard.type('zlcy')
    await expect(box.getByRole('option').first()).toContainText('P.G')
    await press(page, 'Shift+Enter')
    await expect(box.getByRole('list', { name: '将一并编上的编码' }).getByRole('listitem')).toHaveCount(2)
    await press(page, 'Enter')
    await expect(box).toBeHidden()
    await expectCoded(page, 'M.R')
    await expectCoded(page, 'P.G')
  })

  await test.step('with the same codes as last', async () => {
    await goTo(page, 8, 4)
    await press(page, ';')
    await expectCoded(page, 'P.G', 2)
  })

  await test.step('with a code made of the words themselves, taken back and made again', async () => {
    await goTo(page, 4)
    await extend(page, 'ArrowRight', '听我表姐讲'.length)
    await press(page, 'Alt+i')
    await expectCoded(page, '听我表姐讲')
    await press(page, 'Control+z')
    await expectCoded(page, '听我表姐讲', 0)
    await press(page, 'Control+Shift+z')
    await expectCoded(page, '听我表姐讲')
  })

  await test.step('with a new code under another', async () => {
    await goTo(page, 14)
    await press(page, 'Enter')
    await page.keyboard.type('M.A/先按手印')
    await expect(page.getByRole('option')).toHaveText([/在 M\.A .*下新建编码“先按手印”/])
    await press(page, 'Enter')
    await expectCoded(page, '先按手印')
  })

  await test.step('by sweep: every passage selected gets the code that stays active', async () => {
    await goTo(page, 16)
    await press(page, 'Alt+s')
    await page.keyboard.type('xjhd')
    await expect(page.getByRole('option').first()).toContainText('I.S')
    await press(page, 'Enter')
    await expect(page.getByRole('status').filter({ hasText: '连续编码' })).toContainText('I.S')
    await tianye.expectAccessible()
    await extend(page, '>', 1)
    await expectCoded(page, 'I.S')
    await goTo(page, 18, 2)
    await extend(page, '>', 1)
    await expectCoded(page, 'I.S', 2)
    await press(page, 'Escape')
    await expect(page.getByRole('status').filter({ hasText: '连续编码' })).toBeHidden()
  })

  await test.step('an episode, and a code taken off again', async () => {
    await goTo(page, 2)
    await extend(page, 'Alt+ArrowDown', 2)
    await press(page, 'Alt+e')
    await expect(page.getByRole('button', { name: /^情节：/ })).toBeVisible()
    await press(page, 'Escape')
    await goTo(page, 18)
    await press(page, '1')
    await expectCoded(page, 'M.R', 3)
    await press(page, 'Delete')
    await expectCoded(page, 'M.R', 2)
  })

  await tianye.stop()
  expect(await study.stored()).toEqual({
    codings: [
      'M.A: 贴了张单子，让三天内签字。',
      'P.D: 我们几户没签',
      '听我表姐讲: 听我表姐讲',
      'M.R: 后来我们四个老石匠一合计，骂归骂，墙塌了砸的是自家孩子。',
      'P.G: 后来我们四个老石匠一合计，骂归骂，墙塌了砸的是自家孩子。',
      'M.R: 我们就自己定规矩，谁出料谁出工，拿粉笔记在井房墙上，砌多高也是大伙站那儿商量的。',
      'P.G: 我们就自己定规矩，谁出料谁出工，拿粉笔记在井房墙上，砌多高也是大伙站那儿商量的。',
      '先按手印: 上礼拜来了张表，让在“已领取”那栏先按手印，说程序要求，钱随后到。',
      'I.S: 说，咋不说。',
      'I.S: 我干一辈子石匠，往外拉石头，哪年不陷两回车。',
    ],
    episodes: [expect.stringMatching(/^\[T02\] F5：贴了张单子[^]*去县里问占地的钱。$/)],
  })
})

test('an English transcript is coded by keyboard alone, in the English interface', async ({ tianye }) => {
  const study = new StudyOnDisk(tianye.folder)
  await study.make('SP-F5-w1.en.txt', 'en')
  await tianye.start()
  const { page } = tianye
  await openByKeys(page, 'SP-F5-w1')

  await test.step('keys are set to one’s own', async () => {
    await press(page, '?')
    const overlay = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await expect(overlay).toContainText('M.R Responsive mobilization')
    await expect(overlay).toContainText('By word')
    await tianye.expectAccessible()
    await page.keyboard.type('same codes')
    await expect(overlay.getByRole('definition')).toHaveText([';'])
    await press(page, 'Escape')
    await press(page, 'Escape')
    await expect(overlay).toBeHidden()

    await press(page, 'Control+,')
    const dialog = page.getByRole('dialog', { name: 'Settings' })
    for (let count = 0; count < 5; count++) {
      if (await dialog.getByRole('tab', { name: 'General' }).evaluate((tab) => tab === document.activeElement)) break
      await press(page, 'Tab')
    }
    await press(page, 'ArrowRight')
    await expect(dialog.getByRole('searchbox')).toBeVisible()
    await tianye.expectAccessible()
    await press(page, 'Tab')
    await page.keyboard.type('same codes')
    const add = dialog.getByRole('button', { name: 'Add a key for: Same codes as last' })
    const record = async (key: string): Promise<void> => {
      for (let count = 0; count < 10 && !(await add.evaluate((button) => button === document.activeElement)); count++) {
        await press(page, 'Tab')
      }
      await press(page, 'Enter')
      await press(page, key)
    }
    await record('Home')
    await expect(dialog.getByRole('alert')).toContainText('moves the caret')
    await record('Control+z')
    await expect(dialog.getByRole('alert')).toContainText(/Ctrl\+Z belongs to: Undo/)
    await record('F4')
    await expect(dialog.getByRole('button', { name: /^Take F4 away/ })).toBeVisible()
    // The first closes the tooltip of the button that has the focus.
    await press(page, 'Escape', 2)
    await expect(dialog).toBeHidden()
  })

  await test.step('by key, by the code box, and with the same code by the key just set', async () => {
    await goTo(page, 2)
    await press(page, '2')
    await expectCoded(page, 'M.A')
    await goTo(page, 3, 2)
    await extend(page, 'Control+ArrowRight', 'I shared a car'.split(' ').length)
    await press(page, 'Enter')
    await page.keyboard.type('rights')
    await expect(page.getByRole('option').first()).toContainText('P.D')
    await press(page, 'Enter')
    await expectCoded(page, 'P.D')
    await goTo(page, 12, 6)
    await press(page, 'F4')
    await expectCoded(page, 'P.D', 2)
  })

  await test.step('by open coding: every selection asks', async () => {
    await press(page, 'Alt+o')
    await expect(page.getByRole('status').filter({ hasText: 'Open coding' })).toBeVisible()
    await goTo(page, 16, 4)
    await extend(page, '>', 1)
    await expect(page.getByRole('combobox', { name: 'Code the selection' })).toBeFocused()
    await page.keyboard.type('no point')
    await press(page, 'Enter')
    await expectCoded(page, 'no point')
    await press(page, 'Escape')
    await expect(page.getByRole('status').filter({ hasText: 'Open coding' })).toBeHidden()
  })

  await test.step('in vivo, by sweep, an episode; unmark, undo and redo', async () => {
    await goTo(page, 14, 4)
    await extend(page, 'Control+ArrowRight', 3)
    await press(page, 'Alt+i')
    await expectCoded(page, 'Post the accounts')
    await goTo(page, 8, 3)
    await press(page, 'Alt+s')
    await page.keyboard.type('P.G')
    await press(page, 'Enter')
    await extend(page, '>', 2)
    await expectCoded(page, 'P.G')
    await press(page, 'Escape')
    await goTo(page, 2)
    await extend(page, 'Alt+ArrowDown', 2)
    await press(page, 'Alt+e')
    await expect(page.getByRole('button', { name: /^Episode: / })).toBeVisible()
    await press(page, 'Escape')
    await goTo(page, 2)
    await press(page, 'Delete')
    await expectCoded(page, 'M.A', 0)
    await press(page, 'Control+z')
    await expectCoded(page, 'M.A')
    await press(page, 'Control+Shift+z')
    await expectCoded(page, 'M.A', 0)
    await press(page, 'Control+z')
    await expectCoded(page, 'M.A')
  })

  await tianye.stop()
  expect(await study.stored()).toEqual({
    codings: [
      'M.A: A list went up, sign within three days.',
      'P.D: I shared a car',
      expect.stringMatching(/^P\.G: .*old masons/),
      expect.stringMatching(/^P\.D: .*laid a row of stones/),
      'Post the accounts: Post the accounts',
      expect.stringMatching(/^no point: /),
    ],
    episodes: [expect.stringMatching(/^\[T02\] F5: A list went up[^]*about the land money\.$/)],
  })
})
