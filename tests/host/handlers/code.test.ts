import { expect, test } from 'vitest'
import { openHost, type TestHost } from '../open-host.ts'
import { refusal } from '../refusal.ts'
import { code, codesByLabel, importTexts, INTERVIEW, makeCode } from '../transcripts.ts'

async function tree(host: TestHost): Promise<string[]> {
  const { codes } = await host.call('code.list', {})
  const depth = new Map<number | null, number>([[null, -1]])
  return codes.map(({ id, parentId, label }) => {
    depth.set(id, (depth.get(parentId) ?? 0) + 1)
    return '-'.repeat(depth.get(id) ?? 0) + (label ?? '')
  })
}

test('codes are listed as a tree and moved within it', async () => {
  const host = await openHost()
  const a = await makeCode(host, 'A')
  const b = await makeCode(host, 'B')
  await makeCode(host, 'A1', a)
  await makeCode(host, 'A2', a)
  expect(await tree(host)).toEqual(['A', '-A1', '-A2', 'B'])
  await host.call('code.move', { id: b, parentId: a, position: 1 })
  expect(await tree(host)).toEqual(['A', '-A1', '-B', '-A2'])
  expect(await refusal(host.call('code.move', { id: a, parentId: b, position: 0 }))).toMatchObject({
    code: 'code_in_itself',
  })
  await host.call('history.undo', {})
  expect(await tree(host)).toEqual(['A', '-A1', '-A2', 'B'])
})

test('a label and a key belong to one code', async () => {
  const host = await openHost()
  const a = await makeCode(host, 'A')
  const b = await makeCode(host, 'B')
  await host.call('code.update', { id: a, shortcut: 'q' })
  expect(await refusal(host.call('code.update', { id: b, shortcut: 'q' }))).toMatchObject({
    code: 'shortcut_taken',
    params: { code: 'A' },
  })
  expect(await refusal(host.call('code.update', { id: b, label: 'A' }))).toMatchObject({ code: 'label_taken' })
})

test('deleting a code says what goes, takes its branch and all codings, and can be undone', async () => {
  const host = await openHost()
  const [transcript] = await importTexts(host, INTERVIEW)
  const parent = await makeCode(host, 'A')
  const child = await makeCode(host, 'A1', parent)
  await code(host, transcript!, '后来开了会', child)
  await code(host, transcript!, '我们几户没签', parent)
  expect(await host.call('code.dependants', { id: parent })).toEqual({
    codes: 2,
    codings: 2,
    coders: 1,
    documents: 1,
    inFramework: false,
  })
  expect(await host.call('code.delete', { id: parent })).toEqual({ codes: 2, codings: 2 })
  expect(await tree(host)).toEqual([])
  await host.call('history.undo', {})
  expect(await tree(host)).toEqual(['A', '-A1'])
  const { counts } = await host.call('code.counts', { layer: 'study', documentId: null })
  expect(counts).toEqual([
    { codeId: parent, own: 1, branch: 2 },
    { codeId: child, own: 1, branch: 1 },
  ])
})

test('the framework forgets a deleted code in the same step, and remembers it after undo', async () => {
  const host = await openHost({ framework: 'mobilization-participation' })
  const id = (await codesByLabel(host)).get('M.A')!
  expect((await host.call('code.dependants', { id })).inFramework).toBe(true)
  const profile = () => host.call('profile.compute', { layer: 'study' })
  const before = (await profile()).framework
  await host.call('code.delete', { id })
  expect(JSON.stringify((await profile()).framework)).not.toContain('"M.A"')
  expect((await profile()).missingCodes).toEqual([])
  await host.call('history.undo', {})
  expect((await profile()).framework).toEqual(before)
})

test('a changed definition is remembered as a redefinition, a changed name is not', async () => {
  const host = await openHost()
  const id = await makeCode(host, 'A')
  const redefinedAt = () => host.study.db.pluck('SELECT redefined_at FROM code WHERE id = ?', id)
  await host.call('code.setText', { id, language: 'en', name: 'Renamed' })
  expect(redefinedAt()).toBeNull()
  await host.call('code.setText', { id, language: 'zh-CN', definition: '定义' })
  expect(redefinedAt()).toBeTypeOf('number')
  const [row] = (await host.call('code.list', {})).codes
  expect(row!.texts.map(({ language, name, definition }) => [language, name, definition])).toEqual([
    ['en', 'Renamed', ''],
    ['zh-CN', 'A', '定义'],
  ])
})
