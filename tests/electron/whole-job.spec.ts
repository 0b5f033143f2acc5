import { existsSync } from 'node:fs'
import { expect, type ElectronApplication, type Page } from '@playwright/test'
import { expectAccessible } from '../e2e/accessible.ts'
import { doTheWholeJob } from '../e2e/whole-job.ts'
import { chooseFiles, choosePlace, hostPids, test } from './launch.ts'

test('files from the field become codes, an episode, a profile and a matrix', async ({ desk }) => {
  test.setTimeout(240_000)
  let app: ElectronApplication
  let page: Page
  await doTheWholeJob({
    folder: desk.folder,
    get page() {
      return page
    },
    async start() {
      ;({ app, page } = await desk.launch())
    },
    async crash() {
      const closed = app.waitForEvent('close')
      for (const pid of await hostPids(app)) process.kill(pid, 'SIGKILL')
      app.process().kill('SIGKILL')
      await closed
    },
    async pick(files, open) {
      await chooseFiles(app, ...files)
      await open()
    },
    placeStudy: () => choosePlace(app, desk.path('Three villages 三村.tianye')),
    async saved(name, save) {
      await choosePlace(app, desk.path(name))
      await save()
      await expect.poll(() => existsSync(desk.path(name))).toBe(true)
      return desk.path(name)
    },
    expectAccessible: () => expectAccessible(page),
  })
})
