import { existsSync } from 'node:fs'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import {
  chooseFiles,
  closeWindow,
  codeNames,
  createCode,
  createStudy,
  hostPids,
  openStudyName,
  ready,
  test,
} from './launch.ts'
import type { Desk, WindowWithBridge } from './launch.ts'

/** Remembers what the page hears of its host from now on. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard: string[] = []
    Reflect.set(globalThis, 'heard', heard)
    ;(globalThis as WindowWithBridge).tianye.on('host', ({ state }) => heard.push(state))
  })
  return () => page.evaluate(() => Reflect.get(globalThis, 'heard') as string[])
}

async function openWindowOn(desk: Desk, name: string) {
  const { app, page } = await desk.launch()
  await createStudy(app, page, desk.path(`${name}.tianye`))
  return { app, page }
}

test('a killed host loses no acknowledged command: pending calls say so, it is started again, the study is open again', async ({
  desk,
}) => {
  const { app, page } = await openWindowOn(desk, 'Li River')
  const heard = await listen(page)
  for (const name of ['one', 'two', 'three']) await createCode(page, name)
  const [pid] = await hostPids(app)
  if (pid === undefined) throw new Error('no host')

  process.kill(pid, 'SIGSTOP')
  // Asked for certain before the host is killed: the call is under way when this returns.
  await page.evaluate(() => {
    const answer = (globalThis as WindowWithBridge).tianye.call('code.list', {}).then(
      () => 'answered',
      (error: unknown) => error,
    )
    Object.assign(globalThis, { answer })
  })
  process.kill(pid, 'SIGKILL')
  expect(await page.evaluate(() => (globalThis as unknown as { answer: Promise<unknown> }).answer)).toEqual({
    code: 'host_lost',
    params: {},
  })

  await expect.poll(heard).toEqual(['lost', 'restarted'])
  expect(await hostPids(app)).not.toContain(pid)
  expect(await openStudyName(page)).toBe('Li River')
  expect(await codeNames(page)).toEqual(['one', 'two', 'three'])
  await createCode(page, 'four')
  expect(await codeNames(page)).toContain('four')
})

test('what is asked while the host is away is answered when it is back', async ({ desk }) => {
  const { app, page } = await openWindowOn(desk, 'Away')
  const [pid] = await hostPids(app)
  if (pid === undefined) throw new Error('no host')
  const names = page.evaluate(
    () =>
      new Promise((resolve) => {
        const { tianye } = globalThis as WindowWithBridge
        tianye.on('host', ({ state }) => {
          if (state !== 'lost') return
          void tianye.call('code.create', { parentId: null, name: 'while away', language: 'en' }).then(async () => {
            const { codes } = await tianye.call('code.list', {})
            resolve(codes.map(({ texts }) => texts[0]?.name))
          })
        })
      }),
  )
  process.kill(pid, 'SIGKILL')
  expect(await names).toEqual(['while away'])
})

test('a study that is gone when the host comes back is named to the user', async ({ desk }) => {
  const { app, page } = await openWindowOn(desk, 'Lost')
  const [pid] = await hostPids(app)
  if (pid === undefined) throw new Error('no host')
  process.kill(pid, 'SIGSTOP')
  for (const suffix of ['', '-wal', '-shm']) desk.remove(`Lost.tianye${suffix}`)
  process.kill(pid, 'SIGKILL')
  await expect(page.getByText('Lost.tianye').first()).toBeVisible()
  expect(await openStudyName(page)).toBeNull()
})

test('a second study has a window and a host of its own, which ends with its window', async ({ desk }) => {
  const { app, page } = await openWindowOn(desk, 'First')
  const appeared = app.waitForEvent('window')
  await page.evaluate(() => {
    ;(globalThis as WindowWithBridge).tianye.shell.newWindow()
  })
  const second = await appeared
  await ready(second)
  expect(await openStudyName(second)).toBeNull()
  await createStudy(app, second, desk.path('Second.tianye'))
  await createCode(second, 'only here')
  expect(await codeNames(page)).toEqual([])
  expect(await hostPids(app)).toHaveLength(2)
  await second.close()
  await expect.poll(() => hostPids(app)).toHaveLength(1)
  expect(await openStudyName(page)).toBe('First')
})

test('two windows on one study share its host and hear of each other', async ({ desk }) => {
  const { app, page } = await openWindowOn(desk, 'Shared')
  const appeared = app.waitForEvent('window')
  await page.evaluate(() => {
    ;(globalThis as WindowWithBridge).tianye.shell.newWindow()
  })
  const second = await appeared
  await ready(second)
  await chooseFiles(app, desk.path('Shared.tianye'))
  await second.evaluate(() => (globalThis as WindowWithBridge).tianye.shell.pickOpen('study', false))
  await expect.poll(() => openStudyName(second)).toBe('Shared')
  await expect.poll(() => hostPids(app)).toHaveLength(1)

  const change = second.evaluate(
    () =>
      new Promise<{ own: boolean }>((resolve) => {
        ;(globalThis as WindowWithBridge).tianye.on('changed', resolve)
      }),
  )
  await createCode(page, 'from the first')
  expect((await change).own).toBe(false)
  expect(await codeNames(second)).toEqual(['from the first'])
  await page.close()
  expect(await codeNames(second)).toEqual(['from the first'])
})

test('closing the window leaves one file that is the whole study', async ({ desk }) => {
  const { app, page } = await openWindowOn(desk, 'Closed')
  await createCode(page, 'kept')
  await closeWindow(app)
  expect(existsSync(desk.path('Closed.tianye-wal'))).toBe(false)
  const again = await desk.launch({ args: [desk.path('Closed.tianye')] })
  expect(await codeNames(again.page)).toEqual(['kept'])
})

test('a cancelled call and a refused one say so, with nothing but code and parameters', async ({ desk }) => {
  const { page } = await desk.launch()
  const errors = await page.evaluate(async () => {
    const { tianye } = globalThis as WindowWithBridge
    const failure = async (call: Promise<unknown>): Promise<unknown> => {
      try {
        return await call
      } catch (error) {
        return error
      }
    }
    return [
      await failure(tianye.call('code.list', {})),
      await failure(tianye.call('__proto__' as 'code.list', {})),
      await failure(tianye.call('study.open', { handle: 'aaaaaaaaaaaaaaaaaaaaaaaa' })),
    ]
  })
  expect(errors).toEqual([
    { code: 'no_study', params: {} },
    { code: 'no_such_method', params: { name: '__proto__' } },
    { code: 'unknown_file', params: {} },
  ])
})
