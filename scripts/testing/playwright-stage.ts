import { globSync } from 'node:fs'
import { obtainChromium } from '../find-chromium.ts'
import { displayPrefix } from '../find-display.ts'
import { locateElectron } from '../find-electron.ts'
import { packageProgram, root } from '../paths.ts'
import { run } from '../run.ts'
import { outcomeOf, withExitCode } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import { freshReportFile, readReport } from './report-file.ts'

/** The parts of Playwright's JSON report that are counted. */
interface PlaywrightReport {
  stats: { expected: number; skipped: number; unexpected: number; flaky: number }
  errors: { message?: string }[]
}

/** Counts a report. A test that passed only at its second try has failed: something in it is left to chance. */
export function countPlaywright(report: PlaywrightReport): Outcome {
  const { expected, skipped, unexpected, flaky } = report.stats
  return outcomeOf({ passed: expected, failed: unexpected + flaky + report.errors.length, skipped })
}

interface PlaywrightStage {
  name: string
  config: string
  /** What the command line begins with: nothing, or a virtual display. */
  prefix: string[]
  env: NodeJS.ProcessEnv
}

async function runPlaywright(stage: PlaywrightStage, timeoutMs: number, extra: string[]): Promise<Outcome> {
  const file = freshReportFile(stage.name)
  const [program, ...args] = [
    ...stage.prefix,
    process.execPath,
    packageProgram('@playwright/test/cli.js'),
    'test',
    '--config',
    stage.config,
    '--reporter=list,json',
    ...extra,
  ]
  const { code, timedOut } = await run(program ?? process.execPath, args, {
    env: { ...stage.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    timeoutMs,
  })
  if (timedOut) return outcomeOf({ failed: 1, notes: [`${stage.name}: out of time`] })
  const report = readReport(file) as PlaywrightReport | null
  const outcome = report === null ? outcomeOf({}) : countPlaywright(report)
  return withExitCode(outcome, code, `${stage.name}: the runner ended with exit code ${code}`)
}

function hasTests(folder: string): boolean {
  return globSync(`${folder}/**/*.spec.ts`, { cwd: root }).length > 0
}

function skipped(reason: string): Outcome {
  return outcomeOf({ skipped: 1, notes: [`SKIPPED: ${reason}`] })
}

/** The end-to-end tests: the browser mode in a real Chromium. */
export async function runEndToEnd(timeoutMs: number, extra: string[]): Promise<Outcome> {
  const folder = 'tests/e2e'
  if (!hasTests(folder)) return skipped(`${folder} holds no tests`)
  const env = { TIANYE_CHROMIUM: await obtainChromium() }
  return runPlaywright({ name: 'e2e', config: 'playwright.config.ts', prefix: [], env }, timeoutMs, extra)
}

/** The tests of the desktop app, where an Electron and a place to show it are found. */
export async function runElectron(timeoutMs: number, extra: string[]): Promise<Outcome> {
  const folder = 'tests/electron'
  if (locateElectron() === null) return skipped('no Electron binary')
  const prefix = displayPrefix()
  if (prefix === null) return skipped('no display for Electron, and no xvfb-run')
  if (!hasTests(folder)) return skipped(`${folder} holds no tests`)
  return runPlaywright({ name: 'electron', config: 'playwright.electron.config.ts', prefix, env: {} }, timeoutMs, extra)
}
