import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UserError } from '../../electron/host/errors.ts'
import { utf16 } from '../../shared/text/offsets.ts'
import { callOf, type Step } from './database/commands.ts'
import { openHost, type TestHost } from './open-host.ts'
import { seedTranscript } from './seed.ts'

const step: fc.Arbitrary<Step> = fc.record({
  coder: fc.nat(1),
  what: fc.nat(60),
  picks: fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 }),
})

function pairsOf(ids: readonly number[]): [number, number][] {
  return ids.flatMap((a, index) => ids.slice(index + 1).map((b): [number, number] => [a, b]))
}

/** What views are told of the study: all of it comes from, or through, derived state. */
async function told(host: TestHost): Promise<unknown[]> {
  const { documents } = await host.call('document.list', {})
  const { coders } = await host.call('coder.list', {})
  const everywhere = { start: utf16(0), end: utf16(10_000) }
  return [
    // In which order coders are named says nothing.
    documents.map((document) => ({
      ...document,
      codings: document.codings.toSorted((a, b) => a.coderId - b.coderId),
      states: document.states.toSorted((a, b) => a.coderId - b.coderId),
    })),
    await host.call('matrix.compute', { rows: 'code', columns: 'village', measure: 'passages', layer: 'study' }),
    await host.call('matrix.compute', { rows: 'code', columns: 'role', measure: 'amount', layer: 'study' }),
    await host.call('segment.list', { filter: { layer: 'study' }, offset: 0, limit: 500 }),
    await host.call('code.counts', { layer: 'study', documentId: null }),
    ...(await Promise.all(
      pairsOf(coders.filter(({ kind }) => kind === 'person').map(({ id }) => id)).flatMap((coderIds) => [
        host.call('disagreement.list', { coderIds }),
        host.call('disagreement.progress', { coderIds }),
      ]),
    )),
    ...(await Promise.all(
      documents.flatMap(({ id }) => [
        host.call('document.open', { id }),
        host.call('document.codedTurns', { id, layer: 'study' }),
        ...coders.map((coder) => host.call('coding.inRange', { documentId: id, layer: coder.id, range: everywhere })),
      ]),
    )),
  ]
}

test('after any commands, corrections and undos among them, derived state equals a fresh one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 15 }), async (steps) => {
      const host = await openHost()
      host.study.writable().exec('PRAGMA synchronous = OFF')
      seedTranscript(host, 'SP F5')
      seedTranscript(host, 'SP F6')
      for (const one of steps) {
        host.signInAs(['Ana', 'Bo'][one.coder] ?? '')
        const call = callOf(host, one)
        if (call === null) continue
        // Asked before each command, so that there is something to be patched.
        await told(host)
        await host.connection.call(call.name, call.input).catch((error: unknown) => {
          if (!(error instanceof UserError)) throw error
        })
      }
      const patched = await told(host)
      host.study.dropIndex()
      expect(patched).toEqual(await told(host))
      host.host.close()
    }),
    { numRuns: 25 },
  )
}, 120_000)
