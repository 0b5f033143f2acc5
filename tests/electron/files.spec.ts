import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { expect } from '@playwright/test'
import { root } from '../../scripts/paths.ts'
import { chooseFiles, choosePlace, createStudy, openStudyName, ready, test } from './launch.ts'
import type { WindowWithBridge } from './launch.ts'

/** What a ticket looks like: nothing to be read from it. */
const HANDLE: unknown = expect.stringMatching(/^[\w-]{24}$/)

test('a study named on the command line, as by a double click, opens', async ({ desk }) => {
  const first = await desk.launch()
  await createStudy(first.app, first.page, desk.path('Li River 漓江.tianye'))
  await first.app.close()
  const { page } = await desk.launch({ args: [desk.path('Li River 漓江.tianye')] })
  expect(await openStudyName(page)).toBe('Li River 漓江')
})

test('transcripts named on the command line are offered for import', async ({ desk }) => {
  const transcript = desk.write('F5 访谈.txt', 'Q：路的事是咋说的？\nF5：我们几户没签。\n')
  const { page } = await desk.launch({ args: ['--sample', transcript] })
  await expect(page.getByText('F5 访谈').first()).toBeVisible()
})

test('a file that is no study opens the window all the same, and is named', async ({ desk }) => {
  const { page } = await desk.launch({ args: [desk.write('Not a study.tianye', 'Dear diary')] })
  await expect(page.getByText('Not a study.tianye').first()).toBeVisible()
  expect(await openStudyName(page)).toBeNull()
})

test('a second start hands its files to the first and ends', async ({ desk }) => {
  const { app, page } = await desk.launch()
  await createStudy(app, page, desk.path('First.tianye'))
  const maker = await desk.anotherDesk()
  await createStudy(maker.app, maker.page, desk.path('Second.tianye'))
  await maker.app.close()

  const appeared = app.waitForEvent('window')
  const { executablePath, args } = desk.command({ args: [desk.path('Second.tianye')] })
  const child = spawn(executablePath, args, { cwd: root, stdio: 'ignore' })
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0)
  const second = await appeared
  await ready(second)
  expect(await openStudyName(second)).toBe('Second')

  const again = spawn(executablePath, args, { cwd: root, stdio: 'ignore' })
  await new Promise((resolve) => again.on('close', resolve))
  expect(app.windows()).toHaveLength(2)
})

test('the open dialog gives tickets, never paths', async ({ desk }) => {
  const { app, page } = await desk.launch()
  await chooseFiles(app, desk.write('a.txt', 'abc'), desk.write('b.txt', ''))
  const picked = await page.evaluate(() => (globalThis as WindowWithBridge).tianye.shell.pickOpen('transcripts', true))
  expect(picked).toEqual([
    { handle: HANDLE, name: 'a.txt', size: 3 },
    { handle: HANDLE, name: 'b.txt', size: 0 },
  ])
  await chooseFiles(app)
  expect(await page.evaluate(() => (globalThis as WindowWithBridge).tianye.shell.pickOpen('table', false))).toEqual([])
})

test('the save dialog adds the ending, and asks again before it writes over a file', async ({ desk }) => {
  const { app, page } = await desk.launch()
  const save = () =>
    page.evaluate(() => (globalThis as WindowWithBridge).tianye.shell.pickSave('csv', '../../matrix.csv'))
  await choosePlace(app, desk.path('matrix'))
  expect(await save()).toMatchObject({ name: 'matrix.csv', size: 0 })
  desk.write('matrix.csv', 'precious')
  await choosePlace(app, desk.path('matrix'), '')
  expect(await save()).toBeNull()
})

test('dropped files become tickets; folders, invented files and texts do not', async ({ desk }) => {
  const { page } = await desk.launch()
  mkdirSync(desk.path('folder'))
  await page.evaluate(() => {
    const input = document.createElement('input')
    input.type = 'file'
    input.id = 'dropped'
    document.body.append(input)
  })
  await page.setInputFiles('#dropped', desk.write('访谈.txt', 'abc'))
  const tickets = await page.evaluate(() => {
    const real = document.querySelector<HTMLInputElement>('#dropped')?.files?.[0]
    const invented = new File(['x'], '/etc/passwd')
    return (globalThis as WindowWithBridge).tianye.shell.receive([
      real,
      invented,
      '/etc/passwd',
      { path: '/etc/passwd' },
    ])
  })
  expect(tickets).toEqual([{ handle: HANDLE, name: '访谈.txt', size: 3 }])
})
