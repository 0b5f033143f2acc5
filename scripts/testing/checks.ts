import { runNode } from '../run.ts'
import { packageProgram } from '../paths.ts'
import { addOutcomes, outcomeOf } from './outcome.ts'
import type { Outcome } from './outcome.ts'

/** A check without tests of its own: a program that finds nothing wrong, or prints what is. */
interface Check {
  name: string
  program: string
  args: string[]
}

/** The areas with a tsconfig of their own (DESIGN 2), the tests' and the scripts'. */
const AREAS = [
  'shared',
  'electron/host',
  'electron/entry',
  'electron/main',
  'electron/preload',
  'renderer',
  'scripts',
  'tests',
]

const typeChecks: Check[] = AREAS.map((area) => ({
  name: `types of ${area}`,
  program: 'typescript/bin/tsc',
  args: ['-p', `${area}/tsconfig.json`, '--pretty', 'false'],
}))

const lintChecks: Check[] = [
  {
    name: 'eslint',
    program: 'eslint/bin/eslint.js',
    // Without a cache: rules that know types depend on more files than the one they look at.
    args: ['.', '--max-warnings', '0'],
  },
  {
    name: 'prettier',
    program: 'prettier/bin/prettier.cjs',
    args: ['--check', '.', '--log-level', 'warn', '--cache', '--cache-location', '.cache/prettier'],
  },
]

const layerChecks: Check[] = [
  {
    name: 'import directions',
    program: 'dependency-cruiser/bin/dependency-cruiser.mjs',
    args: ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'shared', 'electron', 'renderer'],
  },
]

const LANES = 2

async function runCheck(check: Check, timeoutMs: number): Promise<Outcome> {
  const { code, output, timedOut } = await runNode([packageProgram(check.program), ...check.args], {
    capture: true,
    timeoutMs,
  })
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${check.name}`)
  if (code === 0) return outcomeOf({ passed: 1 })
  console.log(output.trimEnd())
  return outcomeOf({ failed: 1, notes: [`${check.name} failed${timedOut ? ': out of time' : ''}`] })
}

/** Runs the checks two at a time, each with the time that is left for all. */
async function runChecks(checks: Check[], timeoutMs: number): Promise<Outcome> {
  const waiting = [...checks]
  const outcomes: Outcome[] = []
  async function work(): Promise<void> {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      outcomes.push(await runCheck(check, timeoutMs))
    }
  }
  await Promise.all(Array.from({ length: LANES }, work))
  return addOutcomes(outcomes)
}

export function runTypeChecks(timeoutMs: number): Promise<Outcome> {
  return runChecks(typeChecks, timeoutMs)
}

export function runLintChecks(timeoutMs: number): Promise<Outcome> {
  return runChecks(lintChecks, timeoutMs)
}

export function runLayerChecks(timeoutMs: number): Promise<Outcome> {
  return runChecks(layerChecks, timeoutMs)
}
