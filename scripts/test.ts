/*
 * npm test [-- STAGE... [ARGUMENTS]]: every stage, or the named ones; arguments behind the names go to the stage's own
 * runner. The last line is always "N passed, N failed". With TIANYE_NO_SKIP=1, what is skipped has failed.
 */
import { addOutcomes, outcomeOf, withoutSkips } from './testing/outcome.ts'
import type { Outcome } from './testing/outcome.ts'
import { STAGES } from './testing/stages.ts'
import type { Stage } from './testing/stages.ts'

/** The whole run must fit into this, on two cores. */
const LIMIT_MS = 12 * 60_000
const started = performance.now()
const allowsSkips = process.env.TIANYE_NO_SKIP !== '1'

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

async function runStage(stage: Stage, extra: string[]): Promise<Outcome> {
  const remaining = LIMIT_MS - (performance.now() - started)
  if (remaining <= 0) return outcomeOf({ failed: 1, notes: [`${stage.name}: the time for all tests is over`] })
  try {
    const outcome = await stage.run(remaining, extra)
    return allowsSkips ? outcome : withoutSkips(outcome)
  } catch (error) {
    return outcomeOf({ failed: 1, notes: [`${stage.name}: ${error instanceof Error ? error.message : String(error)}`] })
  }
}

function printRow(name: string, outcome: Outcome | Record<keyof Outcome, string>, time: string): void {
  const { passed, failed, skipped } = outcome
  console.log(name.padEnd(12) + [passed, failed, skipped, time].map((cell) => String(cell).padStart(10)).join(''))
}

const args = process.argv.slice(2)
const firstArgument = args.findIndex((name) => !STAGES.some((stage) => stage.name === name))
const names = firstArgument === -1 ? args : args.slice(0, firstArgument)
const extra = firstArgument === -1 ? [] : args.slice(firstArgument)
if (names.length === 0 && extra.length > 0) {
  console.error(`Name a stage first: ${STAGES.map((stage) => stage.name).join(', ')}.`)
  process.exit(2)
}

const rows: { name: string; outcome: Outcome; time: string }[] = []
for (const stage of STAGES.filter(({ name }) => names.length === 0 || names.includes(name))) {
  console.log(`\n== ${stage.name}`)
  const stageStarted = performance.now()
  const outcome = await runStage(stage, extra)
  for (const note of outcome.notes) console.log(note)
  rows.push({ name: stage.name, outcome, time: seconds(performance.now() - stageStarted) })
}

const total = addOutcomes(rows.map(({ outcome }) => outcome))
console.log('')
printRow('', { passed: 'passed', failed: 'failed', skipped: 'skipped', notes: '' }, 'time')
for (const { name, outcome, time } of rows) printRow(name, outcome, time)
printRow('all', total, seconds(performance.now() - started))
console.log('')
for (const note of total.notes) console.log(note)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 ? 1 : 0
