import { expect, onTestFinished, test } from 'vitest'
import { MemoDraft } from '../../renderer/features/memos/memo-draft.ts'
import type { Memo, MemoOwner } from '../../shared/contract/memo.ts'
import { plainMemoBody } from '../../shared/memo/memo-nodes.ts'
import { plainOfMemo } from '../../shared/memo/plain-memo.ts'
import { openHost, type TestHost } from './open-host.ts'

/** What is typed, when it is saved, and what happens when it changes elsewhere: against a real host. */

const OWNER: MemoOwner = { kind: 'study', id: 1 }

async function open() {
  const host = await openHost()
  await host.call('code.create', { parentId: null, label: null, name: 'first', language: 'en' })
  const draft = draftOf(host, null)
  return {
    host,
    draft,
    type: (words: string) => {
      draft.write(() => plainMemoBody(words))
    },
  }
}

function draftOf(host: TestHost, stored: Memo | null): MemoDraft {
  const draft = new MemoDraft({ owner: OWNER, day: null }, stored, (input) => host.call('memo.save', input))
  onTestFinished(() => draft.flush())
  return draft
}

const stored = async (host: TestHost): Promise<Memo[]> => (await host.call('memo.on', { owner: OWNER })).memos
const words = async (host: TestHost): Promise<string[]> => (await stored(host)).map(({ plain }) => plain)
const shown = (draft: MemoDraft): string => plainOfMemo(draft.state().shown)
const steps = (host: TestHost): number => host.study.db.pluck<number>('SELECT count(*) FROM operation') ?? 0

test('nothing is written before a word is; then many changes are one memo and one step', async () => {
  const { host, draft, type } = await open()
  const before = steps(host)
  type('  ')
  await draft.flush()
  expect(steps(host)).toBe(before)
  for (const sign of ['a', 'ab', 'abc']) type(sign)
  await draft.flush()
  expect(await words(host)).toEqual(['abc'])
  expect(steps(host)).toBe(before + 1)
  await draft.flush()
  expect(steps(host)).toBe(before + 1)
})

test('what is typed while a save is under way is saved after it, to the same memo', async () => {
  const { host, draft, type } = await open()
  type('one')
  const first = draft.flush()
  type('one two')
  const second = draft.flush()
  type('one two three')
  await Promise.all([first, second, draft.flush()])
  expect(await words(host)).toEqual(['one two three'])
})

test('a rest of the writer saves', async () => {
  const { host, type } = await open()
  type('rested')
  await expect.poll(() => words(host), { timeout: 5000 }).toEqual(['rested'])
})

test('an undo elsewhere is shown, and typing goes on from there', async () => {
  const { host, draft, type } = await open()
  type('one')
  await draft.flush()
  type('two')
  await draft.flush()
  await host.call('history.undo', {})
  draft.follow((await stored(host))[0] ?? null)
  expect(shown(draft)).toBe('one')
  type('one, again')
  await draft.flush()
  expect(await words(host)).toEqual(['one, again'])
  expect(draft.state().problem).toBeNull()
})

test('a memo whose making was undone is empty; a redo brings it back; what is typed then is a new one', async () => {
  const { host, draft, type } = await open()
  type('one')
  await draft.flush()
  const { id } = draft.state()
  await host.call('history.undo', {})
  draft.follow(null)
  expect([shown(draft), draft.state().id, draft.state().knownId]).toEqual(['', null, id])
  await host.call('history.redo', {})
  draft.follow((await stored(host))[0] ?? null)
  expect([shown(draft), draft.state().id]).toEqual(['one', id])
  await host.call('history.undo', {})
  type('another')
  await draft.flush()
  expect(await words(host)).toEqual(['another'])
})

test('what another window wrote is not overwritten: one keeps both, or takes theirs', async () => {
  const { host, draft, type } = await open()
  type('mine')
  await draft.flush()
  const other = draftOf(host, (await stored(host))[0] ?? null)
  other.write(() => plainMemoBody('theirs'))
  await other.flush()
  type('mine, later')
  await draft.flush()
  expect(draft.state().problem).toMatchObject({ code: 'memo_changed' })
  draft.follow((await stored(host))[0] ?? null)
  expect(await words(host)).toEqual(['theirs'])
  await draft.keepAsAnother()
  expect(await words(host)).toEqual(['theirs', 'mine, later'])
  expect(draft.state().problem).toBeNull()
  other.write(() => plainMemoBody('theirs too'))
  draft.takeStored((await stored(host))[0] ?? null)
  expect(shown(draft)).toBe('theirs')
})

test('what cannot be saved is not lost and is saved when it can be', async () => {
  const host = await openHost()
  let isDown = true
  const draft = new MemoDraft({ owner: OWNER, day: null }, null, (input) =>
    isDown
      ? Promise.reject(Object.assign(new Error('down'), { code: 'host_lost', params: {} }))
      : host.call('memo.save', input),
  )
  draft.write(() => plainMemoBody('kept'))
  await draft.flush()
  expect(draft.state().problem).toMatchObject({ code: 'host_lost' })
  draft.follow(null)
  isDown = false
  await draft.flush()
  expect(await words(host)).toEqual(['kept'])
  expect(draft.state().problem).toBeNull()
})

test('a title alone makes a note', async () => {
  const { host, draft } = await open()
  draft.writeTitle('Matched cells')
  await draft.flush()
  expect((await stored(host)).map(({ title, plain }) => [title, plain])).toEqual([['Matched cells', '']])
})
