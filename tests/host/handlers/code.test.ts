import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { runOperation } from '../../../electron/host/database/operation.ts'
import { openHost, type TestHost } from '../open-host.ts'
import { refusal } from '../refusal.ts'
import { code, codesByLabel, importTexts, INTERVIEW, makeCode, SECOND_INTERVIEW } from '../transcripts.ts'

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
  await host.call('code.move', { ids: [b], parentId: a, position: 1 })
  expect(await tree(host)).toEqual(['A', '-A1', '-B', '-A2'])
  expect(await refusal(host.call('code.move', { ids: [a], parentId: b, position: 0 }))).toMatchObject({
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
  expect(await host.call('code.dependants', { ids: [parent] })).toEqual({
    codes: 2,
    codings: 2,
    coders: 1,
    documents: 1,
    memos: 0,
    hidden: false,
    inFramework: false,
  })
  expect(await host.call('code.delete', { ids: [parent] })).toEqual({ codes: 2, codings: 2 })
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
  expect((await host.call('code.dependants', { ids: [id] })).inFramework).toBe(true)
  const profile = () => host.call('profile.compute', { layer: 'study' })
  const before = (await profile()).framework
  await host.call('code.delete', { ids: [id] })
  expect(JSON.stringify((await profile()).framework)).not.toContain('"M.A"')
  expect((await profile()).missingCodes).toEqual([])
  await host.call('history.undo', {})
  expect((await profile()).framework).toEqual(before)
})

test('new words change no meaning until somebody says so; then the codings from before are asked for, one by one', async () => {
  const host = await openHost()
  const [talk] = await importTexts(host, INTERVIEW)
  const id = await makeCode(host, 'A')
  const other = await makeCode(host, 'B')
  const late = await code(host, talk!, '大伙投票', id)
  const early = await code(host, talk!, '贴了张单子', id)
  await code(host, talk!, '后来开了会', other)
  host.signInAs('Bo')
  await code(host, talk!, '后来呢', id)
  host.signInAs('Ana')
  const queue = async () => (await host.call('code.reviewQueue', { id })).items.map(({ codingId }) => codingId)

  await host.call('code.setText', { id, language: 'zh-CN', definition: '定义' })
  expect((await host.call('code.list', {})).codes[0]!.texts).toEqual([
    { language: 'en', name: 'A', definition: '', include: '', exclude: '', example: '' },
    { language: 'zh-CN', name: 'A', definition: '定义', include: '', exclude: '', example: '' },
  ])
  expect(await host.call('code.reviews', {})).toEqual({ reviews: [] })

  await later()
  await host.call('code.redefine', { id })
  expect(await host.call('code.reviews', {})).toEqual({ reviews: [{ codeId: id, own: 2, others: 1 }] })
  expect(await queue()).toEqual([early.id, late.id])
  await host.call('coding.confirm', { ids: [early.id] })
  expect(await queue()).toEqual([late.id])
  await host.call('coding.recode', { ids: [late.id], to: { codeId: other } })
  expect(await queue()).toEqual([])
  await host.call('history.undo', {})
  expect(await queue()).toEqual([late.id])
  await host.call('history.undo', {})
  expect(await queue()).toEqual([early.id, late.id])
  await host.reopen()
  expect(await queue()).toEqual([early.id, late.id])
  await host.call('history.undo', {})
  expect(await host.call('code.reviews', {})).toEqual({ reviews: [] })
  host.signInAs('Bo')
  expect(await refusal(host.call('coding.confirm', { ids: [early.id] }))).toMatchObject({ code: 'not_your_coding' })
})

/** Times are milliseconds: what follows is not at the same one. */
async function later(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 3))
}

test('several codes move, change colour and go as one step each', async () => {
  const host = await openHost()
  const a = await makeCode(host, 'A')
  const b = await makeCode(host, 'B')
  const c = await makeCode(host, 'C')
  const below = await makeCode(host, 'B1', b)
  await host.call('code.move', { ids: [c, b, below], parentId: a, position: 0 })
  expect(await tree(host)).toEqual(['A', '-C', '-B', '--B1'])
  expect(await refusal(host.call('code.move', { ids: [c, a], parentId: below, position: 0 }))).toMatchObject({
    code: 'code_in_itself',
  })
  await host.call('code.updateMany', { ids: [b, c], colour: '#123456', codable: false })
  expect(
    (await host.call('code.list', {})).codes.map(({ colour, codable }) => [colour === '#123456', codable]),
  ).toEqual([
    [false, true],
    [true, false],
    [true, false],
    [false, true],
  ])
  await host.call('code.delete', { ids: [c, below] })
  expect(await tree(host)).toEqual(['A', '-B'])
  for (let steps = 0; steps < 3; steps++) await host.call('history.undo', {})
  expect(await tree(host)).toEqual(['A', 'B', '-B1', 'C'])
})

test('a name given with a key is the same step', async () => {
  const host = await openHost()
  const id = await makeCode(host, 'A')
  await host.call('code.update', { id, shortcut: 'q', name: { language: 'zh-CN', text: '动员' } })
  expect((await host.call('code.list', {})).codes[0]).toMatchObject({
    shortcut: 'q',
    texts: [{ name: 'A' }, { name: '动员' }],
  })
  await host.call('history.undo', {})
  expect((await host.call('code.list', {})).codes[0]).toMatchObject({ shortcut: null, texts: [{ name: 'A' }] })
})

test('the use of a code has its denominators, and other language versions do not count', async () => {
  const host = await openHost()
  const [talk, second] = await importTexts(host, INTERVIEW, SECOND_INTERVIEW)
  const parent = await makeCode(host, 'A')
  const id = await makeCode(host, 'A1', parent)
  await code(host, talk!, '贴了张单子', id)
  await code(host, talk!, '大伙投票', parent)
  expect(await host.call('code.usage', { id: parent, layer: 'study' })).toEqual({
    own: { passages: 1, documents: 1 },
    branch: { passages: 2, documents: 1 },
    read: 1,
    uncoded: 1,
    undecided: 0,
    coders: [{ coderId: 1, passages: 1, documents: 1, inVersions: 0 }],
    redefinedAt: null,
  })
  host.signInAs('Bo')
  await code(host, talk!, '后来呢', id)
  await code(host, second!, '想参加', id)
  expect(await host.call('code.usage', { id, layer: 'study' })).toMatchObject({
    own: { passages: 1, documents: 1 },
    read: 1,
    undecided: 1,
    coders: [
      { coderId: 1, passages: 1 },
      { coderId: 2, passages: 2, documents: 2 },
    ],
  })
})

test('a passage is shown with the turns around it', async () => {
  const host = await openHost()
  const [talk] = await importTexts(host, INTERVIEW)
  const { turns, document } = await host.call('segment.surroundings', {
    documentId: talk!.id,
    ...talk!.range('我们几户没签'),
  })
  expect(document).toBe('SP-F5-w1')
  expect(turns.map(({ ref, isInterviewer }) => [ref, isInterviewer])).toEqual([
    ['T02', false],
    ['T03', false],
    ['T04', true],
  ])
  for (const { start, text } of turns) expect(talk!.text.slice(start, start + text.length)).toBe(text)
})

test('the codebook as a Word document has every code at its depth, in the languages asked for', async () => {
  const host = await openHost()
  const [talk] = await importTexts(host, INTERVIEW)
  const a = await makeCode(host, 'A')
  const b = await makeCode(host, 'A1', a)
  await host.call('code.setText', { id: b, language: 'zh-CN', name: '上访', definition: '凑车去县里。\n第二行 \u0001' })
  await code(host, talk!, '我们几户没签', b)
  const path = join(host.folder, 'codebook.docx')
  const { rows } = await host.call('export.file', {
    handle: host.handle(path),
    format: 'codebook-docx',
    languages: ['zh-CN', 'en'],
    language: 'zh-CN',
  })
  expect(rows).toBe(2)
  const xml = strFromU8(unzipSync(readFileSync(path))['word/document.xml']!)
  expect(xml.match(/w:val="Heading\d"/g)).toEqual(['w:val="Heading1"', 'w:val="Heading2"'])
  for (const words of ['A1 上访 / A1', '凑车去县里。', '第二行', '1 个片段', '连同下级编码 1 个'])
    expect(xml).toContain(words)
  const english = join(host.folder, 'english.docx')
  await host.call('export.file', { handle: host.handle(english), format: 'codebook-docx', language: 'en' })
  expect(strFromU8(unzipSync(readFileSync(english))['word/document.xml']!)).not.toContain('上访')
})

test('thousands of codings go with progress, and all of them come back', async () => {
  const host = await openHost()
  const [talk] = await importTexts(host, INTERVIEW)
  const a = await makeCode(host, 'A')
  const b = await makeCode(host, 'B')
  await code(host, talk!, '我们几户没签', a)
  const db = host.study.writable()
  const { operationId } = runOperation(db, { coderId: null, name: 'test.seed', at: 1 }, () => {
    for (let index = 0; index < 5000; index++)
      db.run(
        `INSERT INTO coding (guid, document_id, start, "end", code_id, coder_id, polarity, evidence, quote_hash, created_at, modified_at)
         SELECT 'seed-' || ?, document_id, ? % 40, ? % 40 + 3, code_id, coder_id, polarity, evidence, '', 1, 1 FROM coding WHERE id = 1`,
        index,
        index,
        index,
      )
    return { value: null, label: { code: 'seed', params: {} } }
  })
  host.host.announce(operationId, null)
  const count = (id: number) => host.study.db.pluck<number>('SELECT count(*) FROM coding WHERE code_id = ?', id)
  const told: number[] = []
  await host.call('code.delete', { ids: [a] }, { progress: (done) => told.push(done) })
  expect(told).toEqual([0, 2000, 4000])
  expect(count(a)).toBe(0)
  await host.call('history.undo', {})
  expect(count(a)).toBe(5001)
  const merged = await host.call('code.merge', { ids: [a], into: b })
  expect(merged.codings).toBe(5001)
  expect(merged.codings - merged.united).toBe(count(b))
  await host.call('history.undo', {})
  expect([count(a), count(b)]).toEqual([5001, 0])
})
