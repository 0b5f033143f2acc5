/*
 * npm run bench [-- NAME...]: what the benchmarks in tests/performance measure, against their budgets. With names, only
 * the files whose name holds one of them. Exit code 1 where a budget is missed or a benchmark breaks down.
 */
import { fork } from 'node:child_process'
import { globSync } from 'node:fs'
import path from 'node:path'
import { ensureBuilt } from './bundles.ts'
import { obtainChromium } from './find-chromium.ts'
import type { Measurement } from './measurement.ts'
import { root } from './paths.ts'

/** The figures of one benchmark, from a fresh process; null where it broke down. */
function measure(file: string): Promise<Measurement[] | null> {
  return new Promise((resolve) => {
    let measurements: Measurement[] | null = null
    const child = fork(path.join(root, 'scripts/bench-one.ts'), [file], { cwd: root, execArgv: ['--expose-gc'] })
    child.on('message', (message) => {
      measurements = message as Measurement[]
    })
    child.on('exit', () => {
      resolve(measurements)
    })
  })
}

function printRow(name: string, measured: string, budget: string, verdict: string): void {
  console.log(`${name.padEnd(72)}${measured.padStart(12)}${budget.padStart(12)}  ${verdict}`)
}

const wanted = process.argv.slice(2)
const files = globSync('tests/performance/**/*.bench.ts', { cwd: root })
  .filter((file) => wanted.length === 0 || wanted.some((name) => path.basename(file).includes(name)))
  .sort()
if (files.length === 0) console.log('No benchmark of that name in tests/performance.')

await ensureBuilt()
process.env.TIANYE_CHROMIUM = await obtainChromium()

printRow('', 'measured', 'budget', '')
for (const file of files) {
  const measurements = await measure(file)
  if (measurements === null) {
    process.exitCode = 1
    printRow(file, '–', '–', 'broke down')
  }
  for (const { name, measured, unit, budget } of measurements ?? []) {
    const isWithin = measured <= budget
    if (!isWithin) process.exitCode = 1
    printRow(name, `${measured.toFixed(measured < 10 ? 1 : 0)} ${unit}`, `${budget} ${unit}`, isWithin ? 'ok' : 'OVER')
  }
}
