import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { expect } from '@playwright/test'
import type { ElectronApplication } from '@playwright/test'
import { root } from '../../scripts/paths.ts'
import { closeWindow, test } from './launch.ts'
import type { WindowWithBridge } from './launch.ts'

/** Labels of the native menus, each menu's name with its items. */
function menuLabels(app: ElectronApplication): Promise<[string, string[]][]> {
  return app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).map(({ label, submenu }): [string, string[]] => [
      label,
      submenu?.items.map((item) => item.label) ?? [],
    ]),
  )
}

test('a window opens on the welcome page, with the title in the title bar', async ({ desk }) => {
  const { app, page } = await desk.launch()
  expect(page.url()).toBe('app://tianye/index.html')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle()))
    .toBe('Tianye')
})

test('the native menus speak the language of the page, with the system items in them', async ({ desk }) => {
  const { app } = await desk.launch({ language: 'zh-CN', args: ['--sample'] })
  await expect.poll(async () => (await menuLabels(app)).map(([label]) => label)).toContain('编码')
  const menus = new Map(await menuLabels(app))
  expect(menus.get('文件')).toEqual(expect.arrayContaining(['关闭窗口', '退出田野']))
  expect(menus.get('编辑')).toEqual(expect.arrayContaining(['剪切', '复制', '粘贴', '全选']))
  expect(menus.get('视图')).toEqual(expect.arrayContaining(['放大', '缩小']))
  expect([...menus.keys()].join()).not.toMatch(/[A-Za-z]/)
})

test('the native menus in English', async ({ desk }) => {
  const { app } = await desk.launch({ language: 'en', args: ['--sample'] })
  await expect.poll(async () => new Map(await menuLabels(app)).get('Edit')).toContain('Cut')
  expect(new Map(await menuLabels(app)).get('File')).toContain('Quit Tianye')
})

test('a chosen menu item reaches the page as its command', async ({ desk }) => {
  const { app, page } = await desk.launch()
  const chosen = page.evaluate(
    () =>
      new Promise((resolve) => {
        ;(globalThis as WindowWithBridge).tianye.on('menu', resolve)
      }),
  )
  // The page sets its own menu whenever what can be done changes, so this one is set again until it is looked at.
  const setMenu = () =>
    page.evaluate(() => {
      ;(globalThis as WindowWithBridge).tianye.shell.setMenu([
        {
          label: 'Test',
          role: 'other',
          items: [
            { type: 'command', commandId: 'test.run', label: 'Run', accelerator: 'CmdOrCtrl+Shift+J', enabled: true },
            { type: 'command', commandId: 'test.bad', label: 'Bad', accelerator: 'Ctrl+Nonsense', enabled: false },
          ],
        },
      ])
    })
  await expect
    .poll(async () => {
      await setMenu()
      return app.evaluate(({ Menu, BrowserWindow }) => {
        const item = Menu.getApplicationMenu()?.getMenuItemById('test.run')
        item?.click(undefined, BrowserWindow.getAllWindows()[0])
        return item?.accelerator
      })
    })
    .toBe('CmdOrCtrl+Shift+J')
  expect(await chosen).toEqual({ type: 'menu', commandId: 'test.run' })
})

test('a window opens where the last one was', async ({ desk }) => {
  const first = await desk.launch()
  const place = { x: 60, y: 40, width: 1111, height: 777 }
  await first.app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), place)
  const bounds = (app: ElectronApplication) =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())
  await expect.poll(() => bounds(first.app)).toMatchObject({ width: 1111, height: 777 })
  await closeWindow(first.app)
  const second = await desk.launch()
  expect(await bounds(second.app)).toMatchObject({ width: 1111, height: 777 })
})

test('--smoke-test shows the sample study, says so in one line and ends', async ({ desk }) => {
  const { executablePath, args } = desk.command({ args: ['--smoke-test'] })
  const child = spawn(executablePath, args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const code = await new Promise((resolve) => child.on('close', resolve))
  const result = JSON.parse(output) as { ok: boolean; documents: number }
  expect(result.ok).toBe(true)
  expect(result.documents).toBeGreaterThanOrEqual(6)
  expect(code).toBe(0)
  expect(existsSync(desk.userData)).toBe(true)
})
