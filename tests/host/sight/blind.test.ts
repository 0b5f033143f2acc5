import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contract, type Name } from '../../../shared/contract/contract.ts'
import type { TestHost } from '../open-host.ts'
import { act, openStudy, PEOPLE, STRANGER, type Step } from './random-study.ts'
import { askAll, fileJobs, known, OTHER_JOBS, queries, readingJobs } from './questions.ts'
import { openTwin, type Rule } from './twin.ts'

/** Studies that are made up and held against their twins; more of them where somebody asks for it. */
const RUNS = Number(process.env['BLIND_RUNS'] ?? 4)

const step: fc.Arbitrary<Step> = fc.record({
  person: fc.nat(2),
  what: fc.nat(1000),
  picks: fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 }),
})

/** Asks everything as the person, of the study and of its twin, and holds the answers against each other. */
async function compare(host: TestHost, person: string, apart: boolean): Promise<void> {
  const all = known(host.study.db)
  host.signInAs(person)
  const { twin, rule } = await openTwin(host, person)
  const answers = await askAll(host, all, apart)
  const expected = await askAll(twin, all, apart)
  expect([...answers.keys()]).toEqual([...expected.keys()])
  for (const [question, told] of answers)
    expect({ question, told: alike(told, rule) }).toEqual({ question, told: alike(expected.get(question), rule) })
  await namesThoseWhoAreHidden(host, rule)
  twin.host.close()
}

async function blindStudy(steps: readonly Step[]): Promise<TestHost> {
  const host = await openStudy()
  for (const one of steps) await act(host, one)
  host.signInAs(PEOPLE[0])
  await host.call('study.setBlind', { blind: true })
  return host
}

test(
  'whatever is asked in a blind study is answered as if what is hidden had never happened',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 60, maxLength: 120 }),
        fc.constantFrom(...PEOPLE, STRANGER),
        async (steps, person) => {
          const host = await blindStudy(steps)
          await compare(host, person, false)
          host.host.close()
        },
      ),
      { numRuns: RUNS, endOnFailure: true },
    )
  },
)

test('so are searches, which are read by a process of its own', async () => {
  const [steps = []] = fc.sample(fc.array(step, { minLength: 110, maxLength: 120 }), { numRuns: 1, seed: 3 })
  const host = await blindStudy(steps)
  await compare(host, PEOPLE[0], true)
})

test('every query and every job of the contract is asked, or said to tell nothing', () => {
  const asked = [...Object.keys(queries), ...Object.keys(readingJobs), ...Object.keys(fileJobs), ...OTHER_JOBS]
  const offered = (Object.keys(contract) as Name[]).filter((name) => contract[name].kind !== 'command')
  expect(asked.toSorted()).toEqual(offered.toSorted())
})

async function namesThoseWhoAreHidden(host: TestHost, rule: Rule): Promise<void> {
  const { db } = host.study
  const { documents } = await host.call('document.list', {})
  for (const { id, hiddenCoderIds } of documents) {
    const here = db.pluckAll<number>(
      `SELECT k.id FROM coder k WHERE ${['assignment', 'coding', 'episode']
        .map((table) => `EXISTS (SELECT 1 FROM ${table} r WHERE r.coder_id = k.id AND r.document_id = ?)`)
        .join(' OR ')} ORDER BY k.id`,
      ...[id, id, id],
    )
    expect(hiddenCoderIds).toEqual(here.filter((coder) => rule.hides(coder, id)))
  }
}

/**
 * What may differ: that the study is blind, that something is hidden and whose work, and how far those are whose work it
 * is. Orders that mean nothing are made one.
 */
function alike(told: unknown, rule: Rule): unknown {
  return JSON.parse(
    JSON.stringify(told, (key, value: unknown) => {
      if (key === 'blind' || key === 'hidden') return undefined
      if (key === 'error' && value === 'agreement_blind') return 'agreement_no_common'
      // The hidden decision behind a passage of the consensus is gone from the twin.
      if (key === 'problems' && Array.isArray(value))
        return (value as { code: string }[]).filter(({ code }) => code !== 'check_hidden' && code !== 'check_reference')
      if (key === 'leftOut' && Array.isArray(value)) return (value as object[]).map((row) => ({ ...row, reason: '' }))
      if (isWork(value)) {
        const { hiddenCoderIds: _, ...work } = value
        const seen = <T extends { coderId: number }>(rows: readonly T[]) =>
          rows.filter(({ coderId }) => !rule.hides(coderId, value.id)).toSorted((a, b) => a.coderId - b.coderId)
        return { ...work, codings: seen(value.codings), states: seen(value.states) }
      }
      return value
    }),
  )
}

interface Work {
  readonly id: number
  readonly codings: readonly { coderId: number }[]
  readonly states: readonly { coderId: number }[]
  readonly hiddenCoderIds: readonly number[]
}

function isWork(value: unknown): value is Work {
  return typeof value === 'object' && value !== null && 'hiddenCoderIds' in value
}
