import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { listPackage } from '@electron/asar'
import { expect, test } from '@playwright/test'
import { electronFolder, sandboxArguments } from '../../../scripts/find-electron.ts'
import { run, runNode } from '../../../scripts/run.ts'

/*
 * What users get: the app as electron-builder packs it. Its fuses are closed, so nothing can steer it from outside; with
 * --smoke-test it opens its window and the sample study by itself, prints one line of JSON and ends.
 */
test.describe('the packaged app', () => {
  test.skip(process.platform !== 'linux', 'the folder target is packed for the system the tests run on in CI')
  test.describe.configure({ mode: 'serial' })

  let folder: string
  let packed: string[]

  test.beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'tianye-package-'))
    const { code, output } = await runNode(
      ['scripts/dist.ts', '--linux', 'dir', `-c.directories.output=${path.join(folder, 'out')}`],
      { capture: true, env: { ELECTRON_OVERRIDE_DIST_PATH: electronFolder() }, timeoutMs: 110_000 },
    )
    expect(code, output.slice(-2_000)).toBe(0)
    packed = listPackage(path.join(folder, 'out/linux-unpacked/resources/app.asar'), { isPack: false })
  })

  test.afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  test('holds the program, its frameworks and its sample study', () => {
    expect(packed).toEqual(
      expect.arrayContaining([
        '/package.json',
        '/dist/main/main.js',
        '/dist/preload/preload.cjs',
        '/dist/host/utility.js',
        '/dist/host/parser-worker.js',
        '/dist/renderer/index.html',
        '/dist/THIRD_PARTY_NOTICES.md',
        '/resources/frameworks/mobilization-participation.json',
      ]),
    )
    expect(packed.some((file) => file.startsWith('/resources/sample/'))).toBe(true)
  })

  test('holds no server, no command line, no sources and no tests', () => {
    const foreign = packed.filter((file) => /loopback|\/cli\.|\.tsx?$|\.map$|\/tests?(\/|$)|\/scripts(\/|$)/.test(file))
    expect(foreign).toEqual([])
  })

  test('holds one package, with the driver for this system alone', () => {
    const packages = packed.filter((file) => /^\/node_modules\/[^/]+$/.test(file))
    expect(packages).toEqual(['/node_modules/better-sqlite3'])
    const unpacked = path.join(folder, 'out/linux-unpacked/resources/app.asar.unpacked/node_modules/better-sqlite3')
    expect(readdirSync(path.join(unpacked, 'prebuilds'))).toEqual([`${process.platform}-${process.arch}.node`])
  })

  test('starts, shows its window and opens the sample study', async () => {
    const { code, output, timedOut } = await run(
      path.join(folder, 'out/linux-unpacked/tianye'),
      [...sandboxArguments(), `--user-data-dir=${path.join(folder, 'user')}`, '--smoke-test'],
      { capture: true, timeoutMs: 60_000, env: { HOME: folder } },
    )
    expect(timedOut, output).toBe(false)
    const line = output.split('\n').findLast((text) => text.startsWith('{'))
    expect(line, output).toBeDefined()
    expect(JSON.parse(line ?? '{}')).toMatchObject({ ok: true })
    expect(code).toBe(0)
  })
})
