import { join } from 'node:path'
import { test } from './tianye.ts'
import { doTheWholeJob } from './whole-job.ts'

test('files from the field become codes, an episode, a profile and a matrix', async ({ tianye, page }) => {
  test.setTimeout(150_000)
  await doTheWholeJob({
    folder: tianye.folder,
    page,
    start: () => tianye.start(),
    crash: () => tianye.stop(),
    async pick(files, open) {
      const choosing = page.waitForEvent('filechooser')
      await open()
      await (await choosing).setFiles([...files])
    },
    // The browser mode keeps studies in its own folder.
    placeStudy: () => Promise.resolve(),
    async saved(name, save) {
      const path = join(tianye.folder, name)
      const downloading = page.waitForEvent('download')
      await save()
      await (await downloading).saveAs(path)
      return path
    },
    expectAccessible: () => tianye.expectAccessible(),
  })
})
