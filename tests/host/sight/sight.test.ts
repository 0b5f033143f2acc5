import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ChangedEvent } from '../../../shared/contract/envelope.ts'
import { Sight } from '../../../electron/host/sight/sight.ts'
import type { TestHost } from '../open-host.ts'
import { act, openStudy, PEOPLE, type Step } from './random-study.ts'

const step: fc.Arbitrary<Step> = fc.record({
  person: fc.nat(2),
  what: fc.nat(1000),
  picks: fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 }),
})

interface Made {
  readonly id: number
  readonly coder: number
  readonly document: number
}

test(
  'what is derived for each coder follows every command, and no event tells of what is hidden',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
        const host = await openStudy()
        const viewers = [...PEOPLE.map((name) => coderCalled(host, name)), null]
        for (const [at, one] of steps.entries()) {
          const before = made(host)
          host.events.length = 0
          await act(host, one)
          const viewer = coderCalled(host, PEOPLE[one.person]!)
          for (const event of host.events) if (event.type === 'changed') tellsNothing(host, event, viewer, before)
          for (const id of [viewer, viewers[at % viewers.length] ?? null]) followed(host, id)
        }
        host.host.close()
      }),
      { numRuns: 5, endOnFailure: true },
    )
  },
)

function coderCalled({ study }: TestHost, name: string): number {
  return study.coderOf({ name, initials: '', colour: '' }) ?? 0
}

function made({ study }: TestHost): Map<number, Made> {
  return new Map(
    study.db.all<Made>('SELECT id, coder_id AS coder, document_id AS document FROM coding').map((row) => [row.id, row]),
  )
}

/** What is kept of a person's sight equals what is read anew. */
function followed({ study }: TestHost, viewer: number | null): void {
  const kept = study.seenBy(viewer)
  if (kept === study) return
  const fresh = new Sight(study, viewer)
  for (const { id, coderOfRecordId } of fresh.index.documents.values()) {
    expect(kept.index.documents.get(id)?.coderOfRecordId).toBe(coderOfRecordId)
    expect(unordered(kept.index.workOf(id))).toEqual(unordered(fresh.index.workOf(id)))
    for (const coder of [1, 2, 3, 4])
      expect(kept.index.codings.of(id, coder)).toEqual(fresh.index.codings.of(id, coder))
  }
  fresh.close()
}

/** Coders come in the order in which they were seen. */
function unordered({ codings, states, ...rest }: ReturnType<Sight['index']['workOf']>) {
  const byCoder = <T extends { coderId: number }>(rows: readonly T[]) => rows.toSorted((a, b) => a.coderId - b.coderId)
  return { ...rest, codings: byCoder(codings), states: byCoder(states) }
}

function tellsNothing(host: TestHost, event: ChangedEvent, viewer: number, before: ReadonlyMap<number, Made>): void {
  const isHidden = (coder: number, document: number) =>
    host.study.seenBy(viewer).index.workOf(document).hiddenCoderIds.includes(coder)
  for (const { documentId, upserted, removed } of event.codings ?? []) {
    expect(upserted.filter(({ coderId }) => isHidden(coderId, documentId))).toEqual([])
    expect(
      removed.flatMap((id) => before.get(id) ?? []).filter(({ coder, document }) => isHidden(coder, document)),
    ).toEqual([])
  }
  for (const { id, codings } of event.documents ?? [])
    expect(codings.filter(({ coderId }) => isHidden(coderId, id))).toEqual([])
}
