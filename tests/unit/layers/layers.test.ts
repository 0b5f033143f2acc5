import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const root = process.cwd()
let house: string

beforeEach(() => {
  house = mkdtempSync(path.join(os.tmpdir(), 'tianye-layers-'))
  symlinkSync(path.join(root, 'node_modules'), path.join(house, 'node_modules'))
})

afterEach(() => {
  rmSync(house, { recursive: true })
})

/** Writes a small house of the given files. */
function build(files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(house, file)), { recursive: true })
    writeFileSync(path.join(house, file), text)
  }
}

interface Report {
  summary: { violations: { from: string; rule: { name: string } }[] }
}

/** Every broken rule as "file: rule". */
function findViolations(): string[] {
  const command = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const config = path.join(root, '.dependency-cruiser.cjs')
  const output = execFileSync(
    process.execPath,
    [command, '--config', config, '--output-type', 'json', 'shared', 'electron', 'renderer'],
    { cwd: house, encoding: 'utf8' },
  )
  const report = JSON.parse(output) as Report
  return report.summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`)
}

const sound = {
  'shared/text/offsets.ts': 'export type Offset = number\n',
  'shared/contract/code.ts': "import { z } from 'zod'\nexport const input = z.strictObject({})\n",
  'electron/host/database/open.ts':
    "import Database from 'better-sqlite3'\nexport const open = (f: string) => new Database(f)\n",
  'electron/host/handlers/code.ts':
    "import { input } from '../../../shared/contract/code.ts'\nexport const code = input\n",
  'electron/entry/cli.ts': "import { open } from '../host/database/open.ts'\nopen('a')\n",
  'electron/main/main.ts':
    "import { app } from 'electron'\nimport type { code } from '../host/handlers/code.ts'\nexport const c = (x: typeof code) => [x, app]\n",
  'electron/preload/preload.ts': "import { ipcRenderer } from 'electron'\nexport const p = ipcRenderer\n",
  'renderer/main.tsx': "import { input } from '../shared/contract/code.ts'\nexport const a = input\n",
}

describe('the layering', () => {
  it('lets the house of the design pass', () => {
    build(sound)
    expect(findViolations()).toEqual([])
  })

  it('catches every forbidden direction', () => {
    build({
      ...sound,
      'shared/text/disk.ts': "import fs from 'node:fs'\nexport const a = fs\n",
      'shared/text/view.ts': "import React from 'react'\nexport const a = React\n",
      'shared/text/up.ts': "import { code } from '../../electron/host/handlers/code.ts'\nexport const a = code\n",
      'renderer/disk.ts': "import fs from 'node:fs'\nexport const a = fs\n",
      'renderer/driver.ts': "import Database from 'better-sqlite3'\nexport const a = Database\n",
      'renderer/shell.ts': "import { shell } from 'electron'\nexport const a = shell\n",
      'renderer/host.ts': "import { code } from '../electron/host/handlers/code.ts'\nexport const a = code\n",
      'electron/host/view.ts': "import { a } from '../../renderer/main.tsx'\nexport const b = a\n",
      'electron/host/window.ts': "import { app } from 'electron'\nexport const a = app\n",
      'electron/host/driver.ts': "import Database from 'better-sqlite3'\nexport const a = Database\n",
      'electron/entry/window.ts': "import { c } from '../main/main.ts'\nexport const a = c\n",
      'electron/main/engine.ts': "import { open } from '../host/database/open.ts'\nexport const a = open\n",
      'electron/main/view.ts': "import { a } from '../../renderer/main.tsx'\nexport const b = a\n",
      'electron/preload/main.ts': "import { c } from '../main/main.ts'\nexport const a = c\n",
      'electron/host/helper.ts': "import { a } from '../../scripts/tool.ts'\nexport const b = a\n",
      'scripts/tool.ts': 'export const a = 1\n',
    })
    expect(findViolations()).toEqual(
      expect.arrayContaining([
        'shared/text/disk.ts: shared-is-pure',
        'shared/text/view.ts: shared-is-pure',
        'shared/text/up.ts: shared-is-pure',
        'renderer/disk.ts: renderer-has-no-core-modules',
        'renderer/driver.ts: renderer-has-no-node',
        'renderer/shell.ts: renderer-has-no-node',
        'renderer/host.ts: renderer-sees-shared',
        'electron/host/view.ts: host-sees-shared',
        'electron/host/window.ts: host-sees-shared',
        'electron/host/driver.ts: driver-has-one-door',
        'electron/entry/window.ts: entries-start-the-host',
        'electron/main/engine.ts: main-sees-host-types',
        'electron/main/view.ts: main-sees-no-view',
        'electron/preload/main.ts: main-and-preload-apart',
        'electron/host/helper.ts: program-stands-alone',
      ]),
    )
  })

  it('catches circles and imports that lead nowhere', () => {
    build({
      ...sound,
      'shared/text/a.ts': "import { b } from './b.ts'\nexport const a = () => b\n",
      'shared/text/b.ts': "import { a } from './a.ts'\nexport const b = () => a\n",
      'shared/text/lost.ts': "import { x } from './gone.ts'\nexport const y = x\n",
    })
    expect(findViolations()).toEqual(
      expect.arrayContaining(['shared/text/a.ts: no-circular', 'shared/text/lost.ts: no-unresolvable']),
    )
  })
})
