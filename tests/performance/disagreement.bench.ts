import { quantile, type Measurement } from '../../scripts/measurement.ts'
import { hostFor, makeBigStudy } from './big-study.ts'

/**
 * Two coders on two thousand transcripts, with next to nothing alike: far more disagreements than people produce. They are
 * listed, decided on, and listed again, as a walk through them does at every verdict.
 */
export async function measure(): Promise<Measurement[]> {
  const study = await makeBigStudy({
    documents: 2000,
    villages: 300,
    codes: 100,
    codings: 100_000,
    turnsPerDocument: 40,
    wordsPerTurn: 40,
    codingWords: 40,
    coders: 2,
  })
  const first: number[] = []
  const verdicts: number[] = []
  const again: number[] = []
  const { host, call } = hostFor(study)
  await call('study.open', { handle: host.files.issue(study.path) })
  const { coders } = await call('coder.list', {})
  const coderIds = coders.map(({ id }) => id) as [number, number]
  const list = () => call('disagreement.list', { coderIds, limit: 100 })
  first.push(await timed(list))
  const { rows } = await list()
  for (const { key } of rows.slice(0, 20)) {
    verdicts.push(await timed(() => call('disagreement.decide', { coderIds, keys: [key], verdict: 'a' })))
    again.push(await timed(list))
  }
  host.close()
  study.remove()
  const what = 'disagreements of 2 coders, 2,000 transcripts, 100,000 codings'
  return [
    { name: `${what}: worst first, the first time`, measured: quantile(first, 0.5), unit: 'ms', budget: 1000 },
    { name: `${what}: a verdict`, measured: quantile(verdicts, 0.95), unit: 'ms', budget: 100 },
    { name: `${what}: worst first, after a verdict`, measured: quantile(again, 0.95), unit: 'ms', budget: 200 },
  ]
}

async function timed(body: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await body()
  return performance.now() - start
}
