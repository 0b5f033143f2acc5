import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UserError } from '../../../electron/host/errors.ts'
import { StudyIndex } from '../../../electron/host/index/study-index.ts'
import { openHost } from '../open-host.ts'
import { seedTranscript } from '../seed.ts'
import { callOf } from './commands.ts'

const CODERS = ['Ana', 'Bo']

const step = fc.record({
  coder: fc.nat(CODERS.length - 1),
  what: fc.nat(60),
  picks: fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 }),
})

test('how far transcripts are, patched by whatever happens, equals what the file says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const host = await openHost()
      seedTranscript(host, 'SP F5')
      seedTranscript(host, 'SP F6')
      host.study.writable().exec('PRAGMA synchronous = OFF')
      for (const one of steps) {
        host.signInAs(CODERS[one.coder]!)
        const call = callOf(host, one)
        if (call === null) continue
        try {
          await host.call(call.name, call.input as never)
        } catch (error) {
          if (!(error instanceof UserError)) throw error
        }
        const { index } = host.study
        const fresh = new StudyIndex(host.study.db)
        const ofAll = (of: StudyIndex) => [...of.documents.keys()].map((id) => unordered(of.workOf(id)))
        expect(ofAll(index)).toEqual(ofAll(fresh))
        const told = host.events.findLast((event) => event.type === 'changed')?.documents ?? []
        for (const work of told)
          if (fresh.documents.has(work.id)) expect(unordered(work)).toEqual(unordered(fresh.workOf(work.id)))
      }
      host.host.close()
    }),
    { numRuns: 25 },
  )
})

/** Coders come in the order in which they were seen. */
function unordered({ codings, states, ...rest }: ReturnType<StudyIndex['workOf']>) {
  const byCoder = <T extends { coderId: number }>(rows: readonly T[]) => rows.toSorted((a, b) => a.coderId - b.coderId)
  return { ...rest, codings: byCoder(codings), states: byCoder(states) }
}
