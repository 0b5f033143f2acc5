/* Runs one benchmark in a process of its own and hands its figures to scripts/bench.ts. */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BenchModule } from './measurement.ts'

const bench = (await import(pathToFileURL(path.resolve(process.argv[2] ?? '')).href)) as BenchModule
const measurements = await bench.measure()
process.send?.(measurements, () => process.exit(0))
