import { globSync } from 'node:fs'
import { packageProgram, root } from '../paths.ts'
import { runNode } from '../run.ts'
import { outcomeOf, withExitCode } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import { freshReportFile, readReport } from './report-file.ts'

/** The parts of Vitest's JSON report that are counted. */
interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

/** Counts a report. A file that could not even be loaded has no tests in it and is one failure. */
export function countVitest(report: VitestReport): Outcome {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  return outcomeOf({
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  })
}

/** Runs the tests of one folder of `tests/`. An empty folder is not silently passed over. */
export async function runVitest(project: string, timeoutMs: number, extra: string[]): Promise<Outcome> {
  if (globSync(`tests/${project}/**/*.test.{ts,tsx}`, { cwd: root }).length === 0) {
    return outcomeOf({ skipped: 1, notes: [`SKIPPED: tests/${project} holds no tests`] })
  }
  const file = freshReportFile(project)
  const { code, timedOut } = await runNode(
    [
      packageProgram('vitest/vitest.mjs'),
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...extra,
    ],
    { timeoutMs },
  )
  if (timedOut) return outcomeOf({ failed: 1, notes: [`${project}: out of time`] })
  const report = readReport(file) as VitestReport | null
  const outcome = report === null ? outcomeOf({}) : countVitest(report)
  return withExitCode(outcome, code, `${project}: the runner ended with exit code ${code}`)
}
