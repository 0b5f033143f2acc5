import { describe, expect, test } from 'vitest'
import { runOperation } from '../../../electron/host/database/operation.ts'
import { insert } from '../../../electron/host/database/rows.ts'
import { utf16 } from '../../../shared/text/offsets.ts'
import { openHost, type TestHost } from '../open-host.ts'
import { refusal } from '../refusal.ts'
import { seedTranscript } from '../seed.ts'
import { dump } from './dump.ts'

async function createCode(host: TestHost, name: string, label: string | null = null): Promise<number> {
  return (await host.call('code.create', { parentId: null, name, label, language: 'en' })).id
}

async function apply(host: TestHost, documentId: number, codeId: number, start = 3, end = 8): Promise<void> {
  const revisionId = host.study.db.pluck<number>('SELECT revision_id FROM document WHERE id = ?', documentId) ?? 0
  const range = { start: utf16(start), end: utf16(end) }
  await host.call('coding.apply', { documentId, revisionId, range, codeIds: [codeId] })
}

describe('undo belongs to a person', () => {
  test('each undoes their own last step, whatever others did since', async () => {
    const host = await openHost({ coder: 'Ana' })
    await createCode(host, 'Trust')
    host.signInAs('Bo')
    await createCode(host, 'Fear')
    host.signInAs('Ana')
    await host.call('history.undo', {})
    expect((await host.call('code.list', {})).codes.map((code) => code.texts[0]?.name)).toEqual(['Fear'])
  })

  test('and survives a restart', async () => {
    const host = await openHost()
    const before = dump(host.study.db)
    await createCode(host, 'Trust')
    const after = dump(host.study.db)
    await host.reopen()
    await host.call('history.undo', {})
    expect(dump(host.study.db).code).toEqual(before.code)
    await host.reopen()
    await host.call('history.redo', {})
    expect(dump(host.study.db)).toEqual(after)
  })

  test('there is nothing to undo in a new study, nor for who has done nothing', async () => {
    const host = await openHost({ framework: 'mobilization-participation' })
    expect(await host.call('history.state', {})).toEqual({ undo: null, redo: null })
    expect((await refusal(host.call('history.undo', {}))).code).toBe('nothing_to_undo')
    expect((await refusal(host.call('history.redo', {}))).code).toBe('nothing_to_redo')
    await createCode(host, 'Trust')
    host.signInAs('Bo')
    expect((await refusal(host.call('history.undo', {}))).code).toBe('nothing_to_undo')
  })

  test('a new step ends what could be redone', async () => {
    const host = await openHost()
    await createCode(host, 'Trust')
    await host.call('history.undo', {})
    await createCode(host, 'Fear')
    expect((await refusal(host.call('history.redo', {}))).code).toBe('nothing_to_redo')
  })

  test('undo and redo many times over keep the label of what was done', async () => {
    const host = await openHost()
    await createCode(host, 'Trust')
    const before = dump(host.study.db)
    const label = (await host.call('history.state', {})).undo?.label
    for (let i = 0; i < 50; i++) {
      expect((await host.call('history.undo', {})).label).toEqual(label)
      expect((await host.call('history.redo', {})).label).toEqual(label)
    }
    await host.reopen()
    expect((await host.call('history.state', {})).undo?.label).toEqual(label)
    expect(dump(host.study.db)).toEqual(before)
  })

  test('says what was undone and where', async () => {
    const host = await openHost()
    const documentId = seedTranscript(host, 'SP F5')
    await apply(host, documentId, await createCode(host, 'Trust'), 3, 8)
    expect(await host.call('history.undo', {})).toMatchObject({
      label: { code: 'codingApply', params: { document: 'SP F5' } },
      documentId,
      start: 3,
    })
  })

  test('nothing before a barrier is undone', async () => {
    const host = await openHost()
    await createCode(host, 'Trust')
    runOperation(host.study.writable(), { coderId: null, name: 'test', at: 1, barrier: true }, () => {
      insert(host.study.writable(), 'wave', { name: 'First', position: 1 })
      return { value: null, label: { code: 'test', params: {} } }
    })
    expect((await refusal(host.call('history.undo', {}))).code).toBe('nothing_to_undo')
    await createCode(host, 'Fear')
    await host.call('history.undo', {})
    expect((await refusal(host.call('history.undo', {}))).code).toBe('nothing_to_undo')
    await host.reopen()
    expect((await host.call('history.state', {})).undo).toBeNull()
  })
})

describe('undo is refused, and changes nothing, where it', () => {
  async function blocked(host: TestHost, direction: 'undo' | 'redo' = 'undo'): Promise<unknown> {
    const before = dump(host.study.db)
    const operations = host.study.db.pluck('SELECT count(*) FROM operation')
    const { code, params } = await refusal(host.call(`history.${direction}`, {}))
    expect(dump(host.study.db)).toEqual(before)
    expect(host.study.db.pluck('SELECT count(*) FROM operation')).toBe(operations)
    return { code, ...params }
  }

  test('would take away a code that another has applied', async () => {
    const host = await openHost({ coder: 'Ana' })
    const documentId = seedTranscript(host, 'SP F5')
    const codeId = await createCode(host, 'Trust', 'T.1')
    host.signInAs('Bo')
    await apply(host, documentId, codeId)
    host.signInAs('Ana')
    expect(await blocked(host)).toEqual({ code: 'undo_blocked', object: 'code', name: 'T.1', coder: 'Bo' })
    host.signInAs('Bo')
    await host.call('history.undo', {})
    host.signInAs('Ana')
    await host.call('history.undo', {})
  })

  test('would overwrite what another has changed since', async () => {
    const host = await openHost({ coder: 'Ana' })
    const id = await createCode(host, 'Trust', 'T.1')
    await host.call('code.update', { id, colour: '#aa0000' })
    host.signInAs('Bo')
    await host.call('code.update', { id, colour: '#00aa00' })
    host.signInAs('Ana')
    expect(await blocked(host)).toEqual({ code: 'undo_blocked', object: 'code', name: 'T.1', coder: 'Bo' })
  })

  test('but not where another has changed something else of the same object', async () => {
    const host = await openHost({ coder: 'Ana' })
    const id = await createCode(host, 'Trust', 'T.1')
    await host.call('code.update', { id, colour: '#aa0000' })
    host.signInAs('Bo')
    await host.call('code.update', { id, label: 'T.2' })
    host.signInAs('Ana')
    await host.call('history.undo', {})
    expect(host.study.db.get('SELECT label, colour <> ? AS back FROM code', '#aa0000')).toEqual({
      label: 'T.2',
      back: 1,
    })
  })

  test('would overwrite what another has put back since', async () => {
    const host = await openHost({ coder: 'Ana' })
    const id = await createCode(host, 'Trust', 'T.1')
    await host.call('code.update', { id, colour: '#aa0000' })
    host.signInAs('Bo')
    await host.call('code.update', { id, colour: '#00aa00' })
    await host.call('history.undo', {})
    host.signInAs('Ana')
    await host.call('history.undo', {})
    await host.call('history.redo', {})
    host.signInAs('Bo')
    await host.call('history.redo', {})
    host.signInAs('Ana')
    expect(await blocked(host)).toEqual({ code: 'undo_blocked', object: 'code', name: 'T.1', coder: 'Bo' })
  })

  test('would take away a row that another has changed and put back', async () => {
    const host = await openHost({ coder: 'Ana' })
    const id = await createCode(host, 'Trust', 'T.1')
    host.signInAs('Bo')
    await host.call('code.update', { id, colour: '#00aa00' })
    await host.call('history.undo', {})
    host.signInAs('Ana')
    await host.call('history.undo', {})
    await host.call('history.redo', {})
    host.signInAs('Bo')
    await host.call('history.redo', {})
    host.signInAs('Ana')
    expect(await blocked(host)).toEqual({ code: 'undo_blocked', object: 'code', name: 'T.1', coder: 'Bo' })
  })

  test('would bring back a label that another has given since', async () => {
    const host = await openHost({ coder: 'Ana' })
    const id = await createCode(host, 'Trust', 'T.1')
    await host.call('code.delete', { ids: [id] })
    host.signInAs('Bo')
    await createCode(host, 'Fear', 'T.1')
    host.signInAs('Ana')
    expect(await blocked(host)).toEqual({ code: 'undo_blocked', object: 'code', name: 'T.1', coder: 'Bo' })
  })

  test('would bring back a child of what another has deleted', async () => {
    const host = await openHost({ coder: 'Ana' })
    const parentId = await createCode(host, 'Trust', 'T.1')
    const child = await host.call('code.create', { parentId, name: 'In neighbours', language: 'en' })
    await host.call('code.delete', { ids: [child.id] })
    host.signInAs('Bo')
    await host.call('code.delete', { ids: [parentId] })
    host.signInAs('Ana')
    expect(await blocked(host)).toEqual({ code: 'undo_blocked', object: 'code', name: 'T.1', coder: 'Bo' })
  })
})

test('the history lists who did what, and what of it stands', async () => {
  const host = await openHost({ coder: 'Ana' })
  await createCode(host, 'Trust')
  await createCode(host, 'Fear')
  await host.call('history.undo', {})
  const { operations, more } = await host.call('history.list', { before: null, limit: 3 })
  expect(more).toBe(true)
  expect(operations.map(({ coderName, label, stands, undoes }) => [coderName, label.code, stands, undoes])).toEqual([
    ['Ana', 'codeCreate', true, operations[1]?.id],
    ['Ana', 'codeCreate', false, null],
    ['Ana', 'codeCreate', true, null],
  ])
})

test('the log and the content cannot be rewritten', async () => {
  const host = await openHost()
  const db = host.study.writable()
  seedTranscript(host, 'SP F5')
  expect(() => db.run('UPDATE operation SET at = 0')).toThrow('not rewritten')
  expect(() => db.run('DELETE FROM change')).toThrow('not rewritten')
  expect(() => db.run(`UPDATE text SET content = ''`)).toThrow('written once')
})

test('a command that fails leaves no trace', async () => {
  const host = await openHost()
  await createCode(host, 'Trust', 'T.1')
  const before = dump(host.study.db)
  const changes = host.study.db.pluck('SELECT count(*) FROM change')
  expect((await refusal(createCode(host, 'Fear', 'T.1'))).code).toBe('label_taken')
  expect(dump(host.study.db)).toEqual(before)
  expect(host.study.db.pluck('SELECT count(*) FROM change')).toBe(changes)
})
