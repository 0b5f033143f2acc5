import { quantile, type Measurement } from '../../scripts/measurement.ts'
import { hostFor, makeBigStudy } from './big-study.ts'

/** Finding words in twenty million characters: the first search after opening, the ones after it, and counting words. */
export async function measure(): Promise<Measurement[]> {
  const study = await makeBigStudy({
    documents: 2000,
    villages: 300,
    codes: 10,
    codings: 100,
    turnsPerDocument: 40,
    wordsPerTurn: 57,
    codingWords: 40,
  })
  const cold: number[] = []
  const first: number[] = []
  const whole: number[] = []
  const busy: number[] = []
  const words: number[] = []
  for (let round = 0; round < 3; round++) {
    const { host, call } = hostFor(study)
    await call('study.open', { handle: host.files.issue(study.path) })
    cold.push(await timed(() => call('search.start', { query: { text: 'nobody asked before' } })))
    // Once it has read everything; while somebody types, each search ends the one before.
    for (const text of ['nobody asked', 'through our field', 'names', 'came with the', 'ROAD WAS']) {
      const begun = performance.now()
      const { searchId } = await call('search.start', { query: { text } })
      first.push(performance.now() - begun)
      const stop = watch(busy)
      await call('search.finish', { searchId })
      stop()
      whole.push(performance.now() - begun)
    }
    words.push(await timed(() => call('frequency.count', { input: { by: 'village' } })))
    host.close()
  }
  study.remove()
  const what = 'search 20,000,000 characters'
  return [
    {
      name: `${what}: first hits, first search after opening`,
      measured: quantile(cold, 0.5),
      unit: 'ms',
      budget: 1000,
    },
    { name: `${what}: first hits`, measured: quantile(first, 0.5), unit: 'ms', budget: 300 },
    { name: `${what}: all hits`, measured: quantile(whole, 0.5), unit: 'ms', budget: 1000 },
    { name: `${what}: host kept from others meanwhile, p95`, measured: quantile(busy, 0.95), unit: 'ms', budget: 30 },
    { name: `words of 2,000 transcripts by village, first`, measured: quantile(words, 0.5), unit: 'ms', budget: 5000 },
  ]
}

async function timed(body: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await body()
  return performance.now() - start
}

/** Notes how late a timer of 5 ms comes, until the returned function is called. */
function watch(late: number[]): () => void {
  let due = performance.now() + 5
  const timer = setInterval(() => {
    late.push(Math.max(0, performance.now() - due))
    due = performance.now() + 5
  }, 5)
  return () => {
    late.push(Math.max(0, performance.now() - due))
    clearInterval(timer)
  }
}
