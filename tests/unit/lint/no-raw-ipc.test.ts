import { noRawIpc } from '../../../scripts/eslint/no-raw-ipc.ts'
import { createRuleTester } from './rule-tester.ts'

const raw = [{ messageId: 'raw' }]

createRuleTester().run('no-raw-ipc', noRawIpc, {
  valid: ["import { app } from 'electron'", "import { handle } from './ipc.ts'"],
  invalid: [
    { code: "import { app, ipcMain } from 'electron'", errors: raw },
    { code: "import { ipcMain as bus } from 'electron'", errors: raw },
    { code: "electron.ipcMain.handle('open', open)", errors: raw },
    { code: "electron['ipcMain'].handle('open', open)", errors: raw },
    { code: 'const { ipcMain } = electron', errors: raw },
  ],
})
