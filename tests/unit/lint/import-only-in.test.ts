import { importOnlyIn } from '../../../scripts/eslint/import-only-in.ts'
import { at, createRuleTester } from './rule-tester.ts'

const options = [
  { module: 'better-sqlite3', files: ['electron/host/database/open.ts'] },
  { module: 'electron', files: ['electron/main/', 'electron/preload/'] },
]
const elsewhere = [{ messageId: 'elsewhere' }]

createRuleTester().run('import-only-in', importOnlyIn, {
  valid: [
    { code: "import Database from 'better-sqlite3'", filename: at('electron/host/database/open.ts'), options },
    { code: "import { app } from 'electron'", filename: at('electron/main/menu.ts'), options },
    { code: "import { z } from 'zod'", filename: at('shared/contract/code.ts'), options },
    { code: "import x from './electron-window.ts'", filename: at('electron/main/menu.ts'), options },
  ],
  invalid: [
    {
      code: "import Database from 'better-sqlite3'",
      filename: at('electron/host/handlers/code.ts'),
      options,
      errors: elsewhere,
    },
    {
      code: "import type { Database } from 'better-sqlite3'",
      filename: at('electron/host/database/schema.ts'),
      options,
      errors: elsewhere,
    },
    {
      code: "const d = await import('better-sqlite3')",
      filename: at('electron/entry/cli.ts'),
      options,
      errors: elsewhere,
    },
    {
      code: "const d = require('better-sqlite3/lib/index.js')",
      filename: at('electron/host/x.ts'),
      options,
      errors: elsewhere,
    },
    { code: "export { app } from 'electron'", filename: at('electron/entry/utility.ts'), options, errors: elsewhere },
    { code: "type A = import('electron').App", filename: at('renderer/app/app.ts'), options, errors: elsewhere },
  ],
})
