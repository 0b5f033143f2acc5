import { quantile, type Measurement } from '../../scripts/measurement.ts'
import type { In } from '../../shared/contract/contract.ts'
import { hostFor, makeBigStudy } from './big-study.ts'

type Settings = In<'agreement.compute'>['settings']

/** Agreement of five coders on two thousand transcripts: every code's table, and its intervals. */
export async function measure(): Promise<Measurement[]> {
  const study = await makeBigStudy({
    documents: 2000,
    villages: 300,
    codes: 100,
    codings: 100_000,
    turnsPerDocument: 40,
    wordsPerTurn: 40,
    codingWords: 40,
    coders: 5,
  })
  const first: number[] = []
  const turns: number[] = []
  const characters: number[] = []
  const sets: number[] = []
  const intervals: number[] = []
  const { host, call } = hostFor(study)
  await call('study.open', { handle: host.files.issue(study.path) })
  const { coders } = await call('coder.list', {})
  const coderIds = coders.map(({ id }) => id)
  const compute = (more: Partial<Settings>) => () =>
    call('agreement.compute', { settings: { coderIds, sets: false, interval: { method: 'none' }, ...more } })
  first.push(await timed(compute({})))
  for (let round = 0; round < 5; round++) {
    turns.push(await timed(compute({})))
    characters.push(await timed(compute({ unit: 'character' })))
  }
  sets.push(await timed(compute({ sets: true })))
  intervals.push(await timed(compute({ interval: { method: 'bootstrap', replicates: 2000 } })))
  host.close()
  study.remove()
  const what = 'agreement of 5 coders, 2,000 transcripts, 100,000 codings, 100 codes'
  return [
    { name: `${what}: by turn, first after opening`, measured: quantile(first, 0.5), unit: 'ms', budget: 1000 },
    { name: `${what}: by turn`, measured: quantile(turns, 0.5), unit: 'ms', budget: 500 },
    { name: `${what}: by character`, measured: quantile(characters, 0.5), unit: 'ms', budget: 500 },
    { name: `${what}: with sets of codes`, measured: quantile(sets, 0.5), unit: 'ms', budget: 10_000 },
    { name: `${what}: 2,000 bootstrap replicates`, measured: quantile(intervals, 0.5), unit: 'ms', budget: 10_000 },
  ]
}

async function timed(body: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await body()
  return performance.now() - start
}
