import { quantile, type Measurement } from '../../scripts/measurement.ts'
import type { In } from '../../shared/contract/contract.ts'
import { hostFor, makeBigStudy } from './big-study.ts'

/** Codes × cases over half a million codings: the first table after opening, and every one after it. */
export async function measure(): Promise<Measurement[]> {
  const study = await makeBigStudy({
    documents: 2000,
    villages: 300,
    codes: 200,
    codings: 500_000,
    turnsPerDocument: 40,
    wordsPerTurn: 40,
    codingWords: 40,
  })
  const input: In<'matrix.compute'> = { rows: 'code', columns: 'village', measure: 'passages', layer: 'study' }
  const first: number[] = []
  const then: number[] = []
  const afterCoding: number[] = []
  for (let round = 0; round < 3; round++) {
    const { host, call } = hostFor(study)
    await call('study.open', { handle: host.files.issue(study.path) })
    first.push(await timed(() => call('matrix.compute', input)))
    for (let again = 0; again < 10; again++) then.push(await timed(() => call('matrix.compute', input)))
    const { documents } = await call('document.list', {})
    for (let again = 0; again < 5; again++) {
      const { id } = documents[again * 7]!
      const opened = await call('document.open', { id })
      await call('coding.apply', {
        documentId: id,
        revisionId: opened.revisionId,
        range: { start: 20 + round, end: 60 },
        codeIds: [1 + again],
      })
      afterCoding.push(await timed(() => call('matrix.compute', input)))
    }
    host.close()
  }
  study.remove()
  const what = 'matrix 200 codes × 300 cases, 500,000 codings'
  return [
    { name: `${what}: first after opening`, measured: quantile(first, 0.5), unit: 'ms', budget: 1000 },
    { name: `${what}: then`, measured: quantile(then, 0.5), unit: 'ms', budget: 100 },
    { name: `${what}: after one more coding`, measured: quantile(afterCoding, 0.5), unit: 'ms', budget: 100 },
  ]
}

async function timed(body: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await body()
  return performance.now() - start
}
