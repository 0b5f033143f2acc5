import { describe, expect, test } from 'vitest'
import { dump } from '../database/dump.ts'
import { openHost, type TestHost } from '../open-host.ts'
import { code, importTexts, INTERVIEW, makeCode, SECOND_INTERVIEW } from '../transcripts.ts'

async function rowOf(host: TestHost, id: number) {
  return (await host.call('document.list', {})).documents.find((row) => row.id === id)!
}

async function coderId(host: TestHost): Promise<number> {
  return (await host.call('coder.list', {})).currentId!
}

describe('how far a coder is', () => {
  test('nothing, then in progress with the first coding, then finished, and each step is undone', async () => {
    const host = await openHost()
    const [transcript] = await importTexts(host, INTERVIEW)
    const { id } = transcript!
    expect((await rowOf(host, id)).states).toEqual([])
    await code(host, transcript!, '后来开了会', await makeCode(host, 'A'))
    const me = await coderId(host)
    expect((await rowOf(host, id)).states).toEqual([{ coderId: me, state: 'in_progress' }])
    const before = dump(host.study.db)
    await host.call('document.setState', { ids: [id], state: 'finished' })
    expect((await rowOf(host, id)).states).toEqual([{ coderId: me, state: 'finished' }])
    const state = await host.call('history.state', {})
    expect(state.undo?.label).toEqual({
      code: 'documentSetState',
      params: { document: 'SP-F5-w1', count: 1, context: 'finished' },
    })
    await host.call('history.undo', {})
    expect(dump(host.study.db)).toEqual(before)
    expect((await rowOf(host, id)).states).toEqual([{ coderId: me, state: 'in_progress' }])
  })

  test('what one is assigned is in progress as soon as one codes there', async () => {
    const host = await openHost()
    const [transcript] = await importTexts(host, INTERVIEW)
    const { id } = transcript!
    await host.call('document.setState', { ids: [id], state: 'assigned' })
    expect((await rowOf(host, id)).states).toMatchObject([{ state: 'assigned' }])
    await code(host, transcript!, '后来开了会', await makeCode(host, 'A'))
    expect((await rowOf(host, id)).states).toMatchObject([{ state: 'in_progress' }])
  })

  test('saying again what is so writes nothing to undo', async () => {
    const host = await openHost()
    const [transcript] = await importTexts(host, INTERVIEW)
    await host.call('document.setState', { ids: [transcript!.id], state: 'finished' })
    const { undo } = await host.call('history.state', {})
    await host.call('document.setState', { ids: [transcript!.id], state: 'finished' })
    expect((await host.call('history.state', {})).undo).toEqual(undo)
  })

  test('a coding tells the list how far its transcript is, so that nobody asks for two thousand', async () => {
    const host = await openHost()
    const [transcript] = await importTexts(host, INTERVIEW, SECOND_INTERVIEW)
    await code(host, transcript!, '后来开了会', await makeCode(host, 'A'))
    const event = host.events.findLast((sent) => sent.type === 'changed')
    const { id, codings, states, studyCoderId } = await rowOf(host, transcript!.id)
    expect(event).toMatchObject({ documents: [{ id, codings, states, studyCoderId }] })
    expect(codings).toMatchObject([{ count: 1 }])
  })
})

describe('the coder of record', () => {
  async function twoCoders() {
    const host = await openHost({ coder: 'Ana' })
    const [transcript] = await importTexts(host, INTERVIEW)
    const { id } = transcript!
    const codeId = await makeCode(host, 'A')
    await code(host, transcript!, '后来开了会', codeId)
    const ana = await coderId(host)
    host.signInAs('Bo')
    await code(host, transcript!, '贴了张单子', codeId)
    const bo = await coderId(host)
    const finish = async (name: string, state: 'finished' | 'in_progress' = 'finished') => {
      host.signInAs(name)
      await host.call('document.setState', { ids: [id], state })
    }
    return { host, id, ana, bo, finish, reads: async () => (await rowOf(host, id)).studyCoderId }
  }

  test('is who finished first; before that a transcript that two coded is left out', async () => {
    const { host, bo, finish, reads } = await twoCoders()
    expect(await reads()).toBeNull()
    const matrix = { rows: 'code', columns: 'village', measure: 'passages', layer: 'study' } as const
    expect((await host.call('matrix.compute', matrix)).leftOut).toHaveLength(1)
    await finish('Bo')
    expect(await reads()).toBe(bo)
    expect((await host.call('matrix.compute', matrix)).leftOut).toHaveLength(0)
    await finish('Ana')
    expect(await reads()).toBe(bo)
  })

  test('comes back to nobody when the finishing is undone', async () => {
    const { host, finish, reads } = await twoCoders()
    await finish('Bo')
    await host.call('history.undo', {})
    expect(await reads()).toBeNull()
  })

  test('stays when the transcript is reopened, until another has finished it', async () => {
    const { ana, bo, finish, reads } = await twoCoders()
    await finish('Bo')
    await finish('Bo', 'in_progress')
    expect(await reads()).toBe(bo)
    await finish('Ana')
    expect(await reads()).toBe(ana)
  })
})

describe('an empty cell says why', () => {
  test('what nobody began is undefined, what is under way is 0 so far, what is finished is absent', async () => {
    const host = await openHost()
    const [first, second] = await importTexts(host, INTERVIEW, SECOND_INTERVIEW)
    const [a, b] = [await makeCode(host, 'A'), await makeCode(host, 'B')]
    await code(host, first!, '后来开了会', a)
    const look = async () => {
      const matrix = await host.call('matrix.compute', {
        rows: 'code',
        columns: 'village',
        measure: 'passages',
        layer: 'study',
      })
      return matrix.columns.map(({ name, uncoded, unfinished }, at) => ({
        name,
        uncoded,
        unfinished,
        b: matrix.cells[matrix.rows.findIndex(({ codeId }) => codeId === b)]![at],
      }))
    }
    expect(await look()).toEqual([
      { name: 'SP 石坡', uncoded: 0, unfinished: 1, b: 0 },
      { name: 'SG 沙岗', uncoded: 1, unfinished: 0, b: null },
    ])
    // Read from end to end without finding anything: that is a result.
    await host.call('document.setState', { ids: [first!.id, second!.id], state: 'finished' })
    expect(await look()).toEqual([
      { name: 'SP 石坡', uncoded: 0, unfinished: 0, b: 0 },
      { name: 'SG 沙岗', uncoded: 0, unfinished: 0, b: 0 },
    ])
  })
})

test('village and wave of several transcripts are set at once, and undone at once', async () => {
  const host = await openHost()
  const transcripts = await importTexts(host, INTERVIEW, SECOND_INTERVIEW)
  const before = dump(host.study.db)
  await host.call('document.updateMany', { ids: transcripts.map(({ id }) => id), village: 'SP', wave: '2' })
  expect((await host.call('document.list', {})).documents).toMatchObject([
    { village: 'SP 石坡', wave: '2' },
    { village: 'SP 石坡', wave: '2' },
  ])
  await host.call('history.undo', {})
  expect(dump(host.study.db)).toEqual(before)
})

test('a case knows its interviews: a village those held there, a person their own', async () => {
  const host = await openHost()
  const [first] = await importTexts(host, INTERVIEW, SECOND_INTERVIEW)
  const { cases } = await host.call('case.list', {})
  expect(cases.map(({ kind, name, documentIds }) => ({ kind, name, count: documentIds.length }))).toEqual(
    expect.arrayContaining([
      { kind: 'village', name: 'SP 石坡', count: 1 },
      { kind: 'person', name: 'F5', count: 1 },
    ]),
  )
  expect(cases.find(({ name }) => name === 'F5')?.documentIds).toEqual([first!.id])
})

test('the profile names what is not coded to the end', async () => {
  const host = await openHost({ framework: 'mobilization-participation' })
  const [first, second] = await importTexts(host, INTERVIEW, SECOND_INTERVIEW)
  await code(host, first!, '后来开了会', await makeCode(host, 'Z'))
  const unfinished = async () => (await host.call('profile.compute', { layer: 'study' })).unfinished.map(({ id }) => id)
  expect(await unfinished()).toEqual([first!.id, second!.id])
  await host.call('document.setState', { ids: [first!.id], state: 'finished' })
  expect(await unfinished()).toEqual([second!.id])
})
