import { existsSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { plainMemoBody } from '../../../shared/memo/memo-nodes.ts'
import { utf16 } from '../../../shared/text/offsets.ts'
import { openHost, type TestHost } from '../open-host.ts'
import { refusal } from '../refusal.ts'
import { seedTranscript } from '../seed.ts'

/** Two who code the same transcripts, and one who supervises. */
class Team {
  readonly host: TestHost
  readonly documents: readonly number[]
  readonly code: number

  private constructor(host: TestHost, documents: readonly number[], code: number) {
    this.host = host
    this.documents = documents
    this.code = code
  }

  static async meet(): Promise<Team> {
    const host = await openHost({ coder: 'Ana' })
    const documents = ['SP F5', 'SP F6'].map((name) => seedTranscript(host, name))
    const { id } = await host.call('code.create', { parentId: null, name: 'Road', language: 'en' })
    await host.call('study.setBlind', { blind: true })
    return new Team(host, documents, id)
  }

  async as<T>(name: string, body: (host: TestHost) => Promise<T>): Promise<T> {
    this.host.signInAs(name)
    return body(this.host)
  }

  codes(name: string, at = 0, document = 0): Promise<number> {
    return this.as(name, async (host) => {
      const documentId = this.documents[document]!
      const range = { start: utf16(at), end: utf16(at + 5) }
      const { revisionId } = await host.call('document.open', { id: documentId })
      const { codings } = await host.call('coding.apply', { documentId, revisionId, range, codeIds: [this.code] })
      return codings[0]!.id
    })
  }

  finish(name: string, state: 'finished' | 'in_progress' | 'assigned' | null = 'finished'): Promise<unknown> {
    return this.as(name, (host) => host.call('document.setState', { ids: [this.documents[0]!], state }))
  }

  /** Whose codings the person is told of in the first transcript, and whose work is hidden from them. */
  sees(name: string): Promise<{ codings: string[]; hidden: string[] }> {
    return this.as(name, async (host) => {
      const { coders } = await host.call('coder.list', {})
      const nameOf = (id: number) => coders.find((coder) => coder.id === id)?.name ?? ''
      const { counts } = await host.call('coding.tally', { documentId: this.documents[0]! })
      const { documents } = await host.call('document.list', {})
      return {
        codings: counts.map(({ coderId }) => nameOf(coderId)).toSorted(),
        hidden: (documents[0]?.hiddenCoderIds ?? []).map(nameOf).toSorted(),
      }
    })
  }
}

test('is lifted once both have finished, and comes back when one opens the transcript again', async () => {
  const team = await Team.meet()
  await team.codes('Ana')
  await team.codes('Bo')
  expect(await team.sees('Ana')).toEqual({ codings: ['Ana'], hidden: ['Bo'] })
  expect(await team.sees('Bo')).toEqual({ codings: ['Bo'], hidden: ['Ana'] })

  await team.finish('Bo')
  expect(await team.sees('Ana')).toEqual({ codings: ['Ana'], hidden: ['Bo'] })
  expect(await team.sees('Bo')).toEqual({ codings: ['Bo'], hidden: ['Ana'] })

  await team.finish('Ana')
  expect(await team.sees('Ana')).toEqual({ codings: ['Ana', 'Bo'], hidden: [] })
  expect(await team.sees('Bo')).toEqual({ codings: ['Ana', 'Bo'], hidden: [] })

  await team.finish('Bo', 'in_progress')
  expect(await team.sees('Ana')).toEqual({ codings: ['Ana'], hidden: ['Bo'] })
  expect(await team.sees('Bo')).toEqual({ codings: ['Bo'], hidden: ['Ana'] })

  await team.as('Bo', (host) => host.call('history.undo', {}))
  expect(await team.sees('Ana')).toEqual({ codings: ['Ana', 'Bo'], hidden: [] })
})

test('that a colleague has begun is told, whether or not they were assigned; not what they did', async () => {
  const team = await Team.meet()
  await team.codes('Ana')
  await team.finish('Bo', 'assigned')
  const told = () =>
    team.as('Ana', async (host) => {
      const [row] = (await host.call('document.list', {})).documents
      return { states: row?.states.map(({ state }) => state), codings: row?.codings.length }
    })
  expect(await told()).toEqual({ states: ['in_progress', 'assigned'], codings: 1 })
  await team.codes('Bo')
  await team.codes('Cai')
  expect(await told()).toEqual({ states: ['in_progress', 'in_progress', 'in_progress'], codings: 1 })
})

test('windows are told that there is more to see, and the one file goes on being the whole study', async () => {
  const team = await Team.meet()
  await team.codes('Ana')
  await team.codes('Bo')
  await team.finish('Bo')
  const { host } = team
  expect(host.events.findLast((event) => event.type === 'changed')?.topics).not.toContain('codings')
  await team.sees('Ana')
  await team.finish('Ana')
  expect(host.events.findLast((event) => event.type === 'changed')?.topics).toContain('codings')
  await team.sees('Ana')
  host.host.checkpoint()
  expect(statSync(`${host.study.path}-wal`).size).toBe(0)
  const { path } = host.study
  await host.call('study.close', {})
  expect(existsSync(`${path}-wal`)).toBe(false)
})

test('who has no part in a transcript sees what is finished there, until they begin to code it', async () => {
  const team = await Team.meet()
  await team.codes('Ana')
  await team.codes('Bo')
  await team.finish('Ana')
  expect(await team.sees('Cy')).toEqual({ codings: ['Ana'], hidden: ['Bo'] })
  // A memo is no part: it is what somebody who supervises writes.
  await team.as('Cy', (host) =>
    host.call('memo.save', {
      ...{ id: null, owner: { kind: 'document', id: team.documents[0]! }, day: null, title: 'Look', base: null },
      body: plainMemoBody('at turn 2'),
    }),
  )
  expect(await team.sees('Cy')).toEqual({ codings: ['Ana'], hidden: ['Bo'] })

  await team.codes('Cy')
  expect(await team.sees('Cy')).toEqual({ codings: ['Cy'], hidden: ['Ana', 'Bo'] })
  await team.as('Cy', (host) => host.call('history.undo', {}))
  expect(await team.sees('Cy')).toEqual({ codings: ['Ana'], hidden: ['Bo'] })

  await team.finish('Cy', 'assigned')
  expect(await team.sees('Cy')).toEqual({ codings: [], hidden: ['Ana', 'Bo'] })
})

test('is a setting of the study, one step of undo, and nothing is hidden without it', async () => {
  const team = await Team.meet()
  await team.codes('Ana')
  await team.codes('Bo')
  const isBlind = () => team.as('Bo', async (host) => (await host.call('study.status', {})).open?.blind)
  expect(await isBlind()).toBe(true)
  await team.as('Bo', (host) => host.call('study.setBlind', { blind: false }))
  expect(await team.sees('Ana')).toEqual({ codings: ['Ana', 'Bo'], hidden: [] })
  expect(team.host.study.seenBy(1)).toBe(team.host.study)
  await team.as('Bo', (host) => host.call('history.undo', {}))
  expect(await isBlind()).toBe(true)
  expect(await team.sees('Ana')).toEqual({ codings: ['Ana'], hidden: ['Bo'] })
  await team.host.reopen()
  expect(await team.sees('Ana')).toEqual({ codings: ['Ana'], hidden: ['Bo'] })
})

describe('commands', () => {
  test('treat what is hidden as if it were not there', async () => {
    const team = await Team.meet()
    const coding = await team.codes('Bo')
    await team.codes('Ana', 20)
    await team.as('Ana', async (host) => {
      await host.call('coding.remove', { ids: [coding] })
      expect(
        await refusal(host.call('coding.resize', { id: coding, range: { start: utf16(0), end: utf16(9) } })),
      ).toEqual({
        code: 'coding_gone',
        params: {},
      })
      const memo = { id: null, day: null, title: '', body: plainMemoBody('?'), base: null }
      expect(await refusal(host.call('memo.save', { ...memo, owner: { kind: 'coding', id: coding } }))).toMatchObject({
        code: 'memo_owner_gone',
      })
    })
    expect((await team.sees('Bo')).codings).toEqual(['Bo'])
    await team.finish('Ana')
    await team.finish('Bo')
    await team.as('Ana', async (host) => {
      expect(await refusal(host.call('coding.remove', { ids: [coding] }))).toMatchObject({ code: 'not_your_coding' })
    })
  })

  test('that take hidden work along say so before, and count only what can be seen', async () => {
    const team = await Team.meet()
    await team.codes('Ana')
    await team.codes('Bo')
    await team.as('Ana', async (host) => {
      expect(await host.call('code.dependants', { ids: [team.code] })).toMatchObject({
        codings: 1,
        coders: 1,
        hidden: true,
      })
      expect(await host.call('code.delete', { ids: [team.code] })).toEqual({ codes: 1, codings: 1 })
    })
    expect(await team.sees('Bo')).toEqual({ codings: [], hidden: [] })
    await team.as('Ana', async (host) => {
      expect(await host.call('history.undo', {})).toMatchObject({ label: { code: 'codeDelete' } })
    })
    expect(await team.sees('Bo')).toEqual({ codings: ['Bo'], hidden: ['Ana'] })
  })

  test('are not undone beneath hidden work, which is not named', async () => {
    const team = await Team.meet()
    const found = await team.as('Ana', (host) =>
      host.call('code.create', { parentId: null, name: 'New', language: 'en' }),
    )
    await team.as('Bo', async (host) => {
      const { revisionId } = await host.call('document.open', { id: team.documents[0]! })
      await host.call('coding.apply', {
        ...{ documentId: team.documents[0]!, revisionId, codeIds: [found.id] },
        range: { start: utf16(0), end: utf16(4) },
      })
    })
    await team.as('Ana', async (host) => {
      expect(await refusal(host.call('history.undo', {}))).toEqual({ code: 'undo_blocked_unseen', params: {} })
    })
  })
})

test('the history of others tells what belongs to everybody, and of hidden work nothing', async () => {
  const team = await Team.meet()
  await team.codes('Bo')
  const where = { start: utf16(0), end: utf16(4) }
  await team.as('Bo', async (host) => {
    const { revisionId } = await host.call('document.open', { id: team.documents[0]! })
    const documentId = team.documents[0]!
    await host.call('coding.applyNew', {
      ...{ documentId, revisionId, range: where, codeIds: [], name: 'Found here', language: 'en', parentId: null },
    })
  })
  const told = (name: string) =>
    team.as(name, async (host) => {
      const { operations } = await host.call('history.list', { before: null, limit: 100 })
      return operations.filter(({ coderName }) => coderName === 'Bo').map(({ label, changes }) => [label.code, changes])
    })
  expect(await told('Bo')).toEqual([
    ['codingApplyNew', 3],
    ['codingApply', 1],
  ])
  // The code is in the codebook; who put it where is not said.
  expect(await told('Ana')).toEqual([['hiddenWork', 2]])
  await team.finish('Bo')
  expect(await told('Cy')).toHaveLength(3)
})

test('agreement leaves out transcripts in which it cannot see a coder, and counts them as nothing', async () => {
  const team = await Team.meet()
  for (const name of ['Ana', 'Bo']) for (const document of [0, 1]) await team.codes(name, 6, document)
  await team.finish('Ana')
  await team.finish('Bo')
  await team.as('Ana', async (host) => {
    const { coders } = await host.call('coder.list', {})
    const coderIds = ['Ana', 'Bo'].map((name) => coders.find((coder) => coder.name === name)!.id)
    const result = await host.call('agreement.compute', { settings: { coderIds, interval: { method: 'none' } } })
    expect(result.documents.map(({ name }) => name)).toEqual(['SP F5'])
    expect(result.leftOut).toEqual([{ id: team.documents[1], name: 'SP F6', reason: 'blind' }])
    await host.call('document.setState', { ids: [team.documents[0]!], state: 'in_progress' })
    expect(await refusal(host.call('agreement.attributes', { settings: { coderIds } }))).toEqual({
      code: 'agreement_blind',
      params: { coders: 'Ana, Bo' },
    })
  })
})
