import { describe, expect, test } from 'vitest'
import type { In } from '../../../shared/contract/contract.ts'
import { dump } from '../database/dump.ts'
import { openHost, type TestHost } from '../open-host.ts'
import { refusal } from '../refusal.ts'
import { code, importTexts, makeCode, openTranscript } from '../transcripts.ts'

function interview(village: string, person: string): string {
  return `doc: ${village}-${person} | village: ${village} | respondent: ${person} | role: villager | wave: 1 | lang: zh-CN

[T01] 访谈者：后来呢？
[T02] ${person}：后来开了会，大伙投票定了路线。${person}
`
}

const VILLAGES = { SP: 6, SG: 4, LW: 2 }

/** Twelve interviews in three villages, and a colleague; the ids of the interviews by village, and of the persons. */
async function study() {
  const host = await openHost()
  const texts = Object.entries(VILLAGES).flatMap(([village, count]) =>
    Array.from({ length: count }, (_, index) => interview(village, `${village}${index}`)),
  )
  const ids = (await importTexts(host, ...texts)).map(({ id }) => id)
  const { id: li } = await host.call('coder.add', { name: 'Li', initials: 'L', colour: '#aa3377' })
  return { host, ids, li, ana: (await host.call('coder.list', {})).currentId! }
}

async function statesOf(host: TestHost, id: number) {
  return Object.fromEntries(
    (await host.call('document.list', {})).documents
      .find((row) => row.id === id)!
      .states.map(({ coderId, state }) => [coderId, state]),
  )
}

async function codeAs(host: TestHost, name: string, documentId: number, codeId: number): Promise<void> {
  host.signInAs(name)
  await code(host, await openTranscript(host, documentId), '后来开了会', codeId)
}

const DRAW = {
  amount: { kind: 'share', percent: 25 },
  from: 'all',
  villageIds: null,
  skipDouble: true,
  seed: 4711,
} satisfies Partial<In<'assignment.draw'>>

describe('assigning', () => {
  test('several transcripts to several coders in one step, undone in one', async () => {
    const { host, ids, li, ana } = await study()
    const before = dump(host.study.db)
    const { changed, kept } = await host.call('assignment.set', {
      coderIds: [ana, li],
      documentIds: ids.slice(0, 3),
      state: 'assigned',
    })
    expect([changed, kept]).toEqual([6, []])
    expect(await statesOf(host, ids[2]!)).toEqual({ [ana]: 'assigned', [li]: 'assigned' })
    await host.call('history.undo', {})
    expect(dump(host.study.db)).toEqual(before)
  })

  test('leaves finished work finished, and again changes nothing', async () => {
    const { host, ids, li, ana } = await study()
    await host.call('document.setState', { ids: [ids[0]!], state: 'finished' })
    const set: In<'assignment.set'> = { coderIds: [ana, li], documentIds: [ids[0]!], state: 'assigned' }
    expect((await host.call('assignment.set', set)).changed).toBe(1)
    expect(await statesOf(host, ids[0]!)).toEqual({ [ana]: 'finished', [li]: 'assigned' })
    const { undo } = await host.call('history.state', {})
    expect((await host.call('assignment.set', set)).changed).toBe(0)
    expect((await host.call('history.state', {})).undo).toEqual(undo)
  })

  test('a withdrawal takes back what was not begun, and names what it keeps', async () => {
    const { host, ids, li, ana } = await study()
    const [untouched, coded, finished] = ids as [number, number, number]
    const codeId = await makeCode(host, 'A')
    await host.call('assignment.set', { coderIds: [li], documentIds: [untouched, coded, finished], state: 'assigned' })
    await codeAs(host, 'Li', coded, codeId)
    await host.call('document.setState', { ids: [finished], state: 'finished' })
    host.signInAs('Ana')
    const set = { coderIds: [li], documentIds: [untouched, coded, finished], state: null }
    expect(await host.call('assignment.set', set)).toEqual({
      changed: 1,
      kept: [
        { coderId: li, documentId: coded, why: 'begun' },
        { coderId: li, documentId: finished, why: 'finished' },
      ],
    })
    expect((await host.call('history.state', {})).undo?.label).toEqual({
      code: 'assignmentSet',
      params: { context: 'withdrawn', coder: 'Li', document: 'SP-SP0', count: 1 },
    })
    expect(await statesOf(host, untouched)).toEqual({})
    expect(await statesOf(host, coded)).toEqual({ [li]: 'in_progress' })
    const before = dump(host.study.db)
    const { code: problem, params } = await refusal(host.call('assignment.set', set))
    expect([problem, params]).toEqual(['assignment_begun', { coder: 'Li', document: 'SP-SP1, SP-SP2' }])
    expect(dump(host.study.db)).toEqual(before)
    // Nothing to withdraw is no error.
    expect(await host.call('assignment.set', { ...set, coderIds: [ana] })).toEqual({ changed: 0, kept: [] })
  })

  test('is for persons who are there', async () => {
    const { host, ids } = await study()
    const set = { documentIds: ids, state: 'assigned' } as const
    expect((await refusal(host.call('assignment.set', { ...set, coderIds: [99] }))).code).toBe('coder_gone')
  })
})

describe('a sample for double coding', () => {
  test('is previewed as it is drawn: village by village, none passed over', async () => {
    const { host, li } = await study()
    const draw = { ...DRAW, coderIds: [li] }
    const preview = await host.call('assignment.drawPreview', draw)
    expect(preview).toMatchObject({ interviews: 12, candidates: 12, notFinished: 0, double: 0, size: 3, assigned: 3 })
    expect(preview.strata.map(({ village, candidates, drawn }) => [village, candidates, drawn.length])).toEqual([
      ['SP', 6, 1],
      ['SG', 4, 1],
      ['LW', 2, 1],
    ])
    // Nobody else codes them yet, and the preview says so.
    expect(preview.alone.toSorted()).toEqual(preview.strata.flatMap(({ drawn }) => drawn).toSorted())
    expect(await host.call('assignment.draw', draw)).toMatchObject({ of: 12, assigned: 3 })
    const drawn = (await host.call('document.list', {})).documents
      .filter(({ states }) => states.length > 0)
      .map(({ name }) => name)
    expect(drawn.toSorted()).toEqual(preview.alone.toSorted())
  })

  test('is remembered with its seed, sizes and villages, and undone with all of it', async () => {
    const { host, li } = await study()
    const before = dump(host.study.db)
    await host.call('assignment.draw', { ...DRAW, coderIds: [li], amount: { kind: 'number', number: 6 } })
    const { draws } = await host.call('assignment.draws', {})
    expect(draws).toMatchObject([
      {
        by: 'Ana',
        seed: 4711,
        amount: { kind: 'number', number: 6 },
        coders: ['Li'],
        interviews: 12,
        candidates: 12,
        strata: [
          { village: 'SP', candidates: 6 },
          { village: 'SG', candidates: 4 },
          { village: 'LW', candidates: 2 },
        ],
      },
    ])
    expect(draws[0]!.strata.map(({ drawn }) => drawn.length)).toEqual([3, 2, 1])
    await host.call('history.undo', {})
    expect(dump(host.study.db)).toEqual(before)
    expect((await host.call('assignment.draws', {})).draws).toEqual([])
  })

  test('leaves out what two already code, and what nobody has finished where that is asked for', async () => {
    const { host, ids, li, ana } = await study()
    await host.call('document.setState', { ids: ids.slice(0, 5), state: 'finished' })
    await host.call('assignment.set', { coderIds: [li], documentIds: ids.slice(0, 2), state: 'assigned' })
    const draw = {
      ...DRAW,
      coderIds: [li],
      from: 'finished' as const,
      amount: { kind: 'share' as const, percent: 100 },
    }
    const preview = await host.call('assignment.drawPreview', draw)
    expect(preview).toMatchObject({ interviews: 12, notFinished: 7, double: 2, candidates: 3, size: 3, alone: [] })
    const both = await host.call('assignment.drawPreview', { ...draw, skipDouble: false, coderIds: [ana, li] })
    expect(both).toMatchObject({ double: 0, candidates: 5, assigned: 3 })
  })

  test('counts another language version of an interview once, with its original', async () => {
    const { host, ids, li } = await study()
    const [english] = await importTexts(host, interview('SP', 'SP0').replace('zh-CN', 'en').replace('SP-SP0', 'SP-en'))
    await host.call('document.link', { id: english!.id, originalId: ids[0]! })
    expect(await host.call('assignment.drawPreview', { ...DRAW, coderIds: [li] })).toMatchObject({ interviews: 12 })
  })

  test('of chosen villages only; of none there is nothing to draw', async () => {
    const { host, ids, li } = await study()
    const villageId = (await host.call('document.list', {})).documents.find(({ id }) => id === ids[0])!.villageId!
    const draw = { ...DRAW, coderIds: [li], villageIds: [villageId] }
    expect(await host.call('assignment.drawPreview', draw)).toMatchObject({ interviews: 6, size: 2 })
    expect((await refusal(host.call('assignment.draw', { ...draw, villageIds: [null] }))).code).toBe('draw_empty')
    expect((await host.call('assignment.draws', {})).draws).toEqual([])
  })

  test('the same seed draws the same, another one another sample', async () => {
    const { host, li } = await study()
    const drawn = async (seed: number): Promise<string> =>
      JSON.stringify((await host.call('assignment.drawPreview', { ...DRAW, coderIds: [li], seed })).strata)
    expect(await drawn(1)).toBe(await drawn(1))
    expect(new Set(await Promise.all([1, 2, 3, 4, 5, 6].map(drawn))).size).toBeGreaterThan(1)
  })

  test('is drawn as it was previewed, also by who may not see that a colleague has begun some', async () => {
    const { host, ids, li } = await study()
    const codeId = await makeCode(host, 'A')
    for (const id of ids.slice(0, 4)) await codeAs(host, 'Ana', id, codeId)
    const { id: mei } = await host.call('coder.add', { name: 'Mei', initials: 'M', colour: '#3f6fb5' })
    await host.call('assignment.set', { coderIds: [mei], documentIds: ids, state: 'assigned' })
    await host.call('study.setBlind', { blind: true })
    host.signInAs('Mei')
    const draw = { ...DRAW, coderIds: [li], amount: { kind: 'share' as const, percent: 50 } }
    const preview = await host.call('assignment.drawPreview', draw)
    expect(preview).toMatchObject({ interviews: 12, double: 4, candidates: 8, size: 4 })
    await host.call('assignment.draw', draw)
    const [record] = (await host.call('assignment.draws', {})).draws
    expect(record!.strata).toEqual(preview.strata)
  })
})
