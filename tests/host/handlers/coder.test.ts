import { describe, expect, test } from 'vitest'
import { dump } from '../database/dump.ts'
import { openHost, type TestHost } from '../open-host.ts'
import { refusal } from '../refusal.ts'
import { code, importTexts, INTERVIEW, makeCode } from '../transcripts.ts'

async function coders(host: TestHost) {
  const { coders: rows, currentId } = await host.call('coder.list', {})
  return { names: rows.map(({ name }) => name), current: rows.find(({ id }) => id === currentId)?.name ?? null, rows }
}

async function own(host: TestHost): Promise<number> {
  return (await host.call('coder.list', {})).currentId!
}

const LI = { name: '李文', initials: '李', colour: '#aa3377' }

describe('coders', () => {
  test('a colleague is there before they have coded, and what they code is theirs', async () => {
    const host = await openHost()
    const before = dump(host.study.db)
    const { id } = await host.call('coder.add', LI)
    expect((await coders(host)).rows.find((row) => row.id === id)).toEqual({ id, ...LI, kind: 'person', codings: 0 })
    const [transcript] = await importTexts(host, INTERVIEW)
    const codeId = await makeCode(host, 'A')
    await host.call('settings.update', { coder: LI })
    expect((await code(host, transcript!, '后来开了会', codeId)).coderId).toBe(id)
    expect((await coders(host)).names).toEqual(['Ana', '李文'])
    expect(before).not.toEqual(dump(host.study.db))
  })

  test('a name belongs to one person, also in other letters', async () => {
    const host = await openHost()
    await host.call('coder.add', LI)
    const before = dump(host.study.db)
    for (const name of ['李文', 'ana', 'ＡＮＡ', ' Ana '])
      expect((await refusal(host.call('coder.add', { ...LI, name }))).code).toBe('coder_name_taken')
    const { code: problem, params } = await refusal(host.call('coder.update', { id: await own(host), name: '李文' }))
    expect([problem, params]).toEqual(['coder_name_taken', { name: '李文' }])
    await host.call('coder.update', { id: await own(host), name: 'ANA' })
    await host.call('history.undo', {})
    expect(dump(host.study.db)).toEqual(before)
    expect((await refusal(host.call('coder.update', { id: 99, name: 'x' }))).code).toBe('coder_gone')
  })

  test('who is renamed stays who they are, also when it is undone and done again', async () => {
    const host = await openHost()
    const [transcript] = await importTexts(host, INTERVIEW)
    const codeId = await makeCode(host, 'A')
    const me = await own(host)
    await host.call('coder.update', { id: me, name: 'Anna Berg', initials: 'AB', colour: '#112233' })
    expect(host.settings.value.coder).toEqual({ name: 'Anna Berg', initials: 'AB', colour: '#112233' })
    expect(await own(host)).toBe(me)
    expect((await code(host, transcript!, '后来开了会', codeId)).coderId).toBe(me)
    await host.call('history.undo', {})
    expect((await host.call('history.state', {})).undo?.label).toEqual({
      code: 'coderUpdate',
      params: { name: 'Ana', to: 'Anna Berg', context: 'renamed' },
    })
    await host.call('history.undo', {})
    expect(host.settings.value.coder.name).toBe('Ana')
    expect(await own(host)).toBe(me)
    await host.call('history.redo', {})
    expect(host.settings.value.coder.name).toBe('Anna Berg')
    expect((await coders(host)).names).toEqual(['Anna Berg'])
  })

  test('renaming a colleague leaves who one is', async () => {
    const host = await openHost()
    const { id } = await host.call('coder.add', LI)
    await host.call('coder.update', { id, name: '李雯' })
    expect(host.settings.value.coder.name).toBe('Ana')
    expect((await coders(host)).current).toBe('Ana')
  })

  test('after a change of person every view is asked for anew, and the undo is theirs', async () => {
    const host = await openHost()
    await host.call('coder.add', LI)
    host.events.length = 0
    await host.call('settings.update', { coder: LI })
    const event = host.events.find((sent) => sent.type === 'changed')!
    expect(event.topics).toEqual(expect.arrayContaining(['coders', 'documents', 'codings', 'settings']))
    expect(event.history).toEqual({ undo: null, redo: null })
  })
})
