import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { plainMemoBody } from '../../../shared/memo/memo-nodes.ts'
import { utf16 } from '../../../shared/text/offsets.ts'
import { openStudyReader } from '../../../electron/host/database/study-file.ts'
import { checkStudy } from '../../../electron/host/check-study.ts'
import { dump } from '../database/dump.ts'
import { openHost, type TestHost } from '../open-host.ts'
import { seedTranscript } from '../seed.ts'
import { anasStudy, bringBack, code, correct, handOut, NOTHING, preview, revisionOf } from './two-copies.ts'

function expectSound(host: TestHost): void {
  expect(
    checkStudy(host.study.db, { signal: new AbortController().signal, progress: () => undefined }).problems,
  ).toEqual([])
}

/** The colleague's rows in words: the same in every copy. */
function workOf(host: TestHost, coder: string): unknown {
  const { db } = host.study
  return {
    codings: db.rows(
      `SELECT d.name, k.start, k."end", t.name, k.quote_hash, k.guid FROM coding k JOIN document d ON d.id = k.document_id
       JOIN code_text t ON t.code_id = k.code_id JOIN coder c ON c.id = k.coder_id WHERE c.name = ? ORDER BY k.guid`,
      coder,
    ),
    episodes: db.rows(
      `SELECT d.name, e.start, e."end", a.name, e.guid FROM episode e JOIN document d ON d.id = e.document_id
       LEFT JOIN affair a ON a.id = e.affair_id JOIN coder c ON c.id = e.coder_id WHERE c.name = ? ORDER BY e.guid`,
      coder,
    ),
    memos: db.rows(
      'SELECT m.plain, m.guid FROM memo m JOIN coder c ON c.id = m.coder_id WHERE c.name = ? ORDER BY m.guid',
      coder,
    ),
    states: db.rows(
      `SELECT d.name, a.state FROM assignment a JOIN document d ON d.id = a.document_id JOIN coder c ON c.id = a.coder_id
       WHERE c.name = ? AND a.state <> 'assigned' ORDER BY d.name`,
      coder,
    ),
  }
}

test('a colleague’s work comes back as it is, once, and goes and comes again in one step', async () => {
  const { ana, documents, codes } = await anasStudy()
  const { copy: li, path } = await handOut(ana, 'Li')
  const [first, second] = documents
  const coding = await code(li, first, [3, 7], codes[1])
  await code(li, second, [30, 40], codes[0])
  const { id: episode } = await li.call('episode.create', {
    documentId: second,
    revisionId: revisionOf(li, second),
    range: { start: utf16(2), end: utf16(20) },
    affair: 'Village road',
    eventTime: null,
  })
  for (const owner of [
    { kind: 'episode', id: episode },
    { kind: 'coding', id: coding },
    { kind: 'document', id: first },
    { kind: 'study', id: 1 },
  ] as const)
    await li.call('memo.save', {
      id: null,
      owner,
      day: null,
      title: '',
      body: plainMemoBody(`on a ${owner.kind}`),
      base: null,
    })
  await li.call('document.setState', { ids: [first], state: 'finished' })
  const work = workOf(li, 'Li')
  await li.call('study.close', {})

  const before = dump(ana.study.db)
  const shown = await preview(ana, path)
  expect(dump(ana.study.db)).toEqual(before)
  expect(shown).toMatchObject({
    fileName: expect.stringMatching(/^for-Li/) as string,
    coders: ['Li'],
    proposals: [],
    conflicts: [],
    missing: [],
    lost: 0,
    others: 0,
    documents: [
      { name: 'SP F4', added: 1, changed: 0, removed: 0, state: 'finished' },
      { name: 'SP F5', added: 2, changed: 0, removed: 0, state: null },
    ],
  })
  expect(shown.counts).toContainEqual({ table: 'coding', added: 2, changed: 0, removed: 0 })
  expect(shown.counts).toContainEqual({ table: 'affair', added: 1, changed: 0, removed: 0 })

  expect(await bringBack(ana, path)).toEqual(shown)
  expect(workOf(ana, 'Li')).toEqual(work)
  expectSound(ana)
  const after = dump(ana.study.db)
  expect(await preview(ana, path)).toMatchObject(NOTHING)
  expect(await bringBack(ana, path)).toMatchObject(NOTHING)
  expect(dump(ana.study.db)).toEqual(after)

  const { undo } = await ana.call('history.state', {})
  expect(undo?.label).toEqual({ code: 'mergeApply', params: { coder: 'Li' } })
  await ana.call('history.undo', {})
  expect(dump(ana.study.db)).toEqual(before)
  await ana.call('history.redo', {})
  expect(dump(ana.study.db)).toEqual(after)
  expect(await preview(ana, path)).toMatchObject(NOTHING)
  await ana.call('history.undo', {})
  expect(await bringBack(ana, path)).toEqual(shown)
  expect(workOf(ana, 'Li')).toEqual(work)
})

test('changes of the codebook are proposals, with the codings that wait for them', async () => {
  const { ana, documents, codes } = await anasStudy()
  const { copy: li, path } = await handOut(ana, 'Li')
  const { id: hope } = await li.call('code.create', { parentId: null, label: 'H', name: 'Hope', language: 'en' })
  await li.call('code.setText', { id: codes[0], language: 'en', name: 'Trust', definition: 'Relies on somebody.' })
  await code(li, documents[0], [3, 7], hope)
  await code(li, documents[0], [3, 7], codes[0])

  const shown = await preview(ana, path)
  const [added, changed] = shown.proposals
  expect(added).toMatchObject({ table: 'code', change: 'added', name: 'H', waiting: 1, rows: 1, blocked: null })
  expect(changed).toMatchObject({ table: 'code', change: 'changed', name: 'Trust', waiting: 0, accepted: false })
  expect(changed?.fields).toContainEqual({
    table: 'code_text',
    part: 'en',
    column: 'definition',
    ours: '',
    theirs: 'Relies on somebody.',
  })
  expect(await bringBack(ana, path)).toEqual(shown)
  expect(codesOf(ana)).toEqual(['Trust', 'Fear'])
  expect(codingsOf(ana, 'Li')).toEqual(['Trust'])

  const keys = shown.proposals.map(({ key }) => key)
  const accepted = await bringBack(ana, path, keys)
  expect(accepted.proposals.map((proposal) => proposal.accepted)).toEqual([true, true])
  expect(codesOf(ana)).toEqual(['Trust', 'Fear', 'Hope'])
  expect(codingsOf(ana, 'Li')).toEqual(['Hope', 'Trust'])
  expect(ana.study.db.pluck(`SELECT definition FROM code_text WHERE name = 'Trust'`)).toBe('Relies on somebody.')
  expectSound(ana)
  expect(await preview(ana, path, 'all')).toMatchObject(NOTHING)
})

test('a label that another code has here, and a code that is used here, block their proposals', async () => {
  const { ana, documents, codes } = await anasStudy()
  const { copy: li, path } = await handOut(ana, 'Li')
  await li.call('code.update', { id: codes[1], label: 'F' })
  await li.call('code.delete', { ids: [codes[0]] })
  await ana.call('code.create', { parentId: null, label: 'F', name: 'Faith', language: 'en' })
  await code(ana, documents[1], [3, 7], codes[0])
  const shown = await bringBack(ana, path, 'all')
  expect(shown.proposals.map(({ name, change, blocked, accepted }) => [name, change, blocked, accepted])).toEqual([
    ['Trust', 'removed', 'in_use', false],
    ['Fear', 'changed', 'label_taken', false],
  ])
  expect(codesOf(ana)).toEqual(['Trust', 'Fear', 'Faith'])
})

test('codes that exchange their labels are brought back so', async () => {
  const { ana, codes } = await anasStudy()
  for (const [index, id] of codes.entries()) await ana.call('code.update', { id, label: `L${index}` })
  const { copy: li, path } = await handOut(ana, 'Li')
  for (const [id, label] of [
    [codes[0], null],
    [codes[1], 'L0'],
    [codes[0], 'L1'],
  ] as const)
    await li.call('code.update', { id, label })
  await bringBack(ana, path, 'all')
  expect(ana.study.db.pluckAll('SELECT label FROM code ORDER BY id')).toEqual(['L1', 'L0'])
})

test('a code that the framework names goes with a framework that names it no more, or not at all', async () => {
  const ana = await openHost({ framework: 'mobilization-participation' })
  seedTranscript(ana, 'SP F4')
  const { copy: li, path } = await handOut(ana, 'Li')
  const named = `FROM code c WHERE NOT EXISTS (SELECT 1 FROM code k WHERE k.parent_id = c.id)
    AND instr((SELECT body FROM framework), c.guid) > 0`
  const id = li.study.db.pluck<number>(`SELECT id ${named}`) ?? 0
  const count = ana.study.db.pluck<number>('SELECT count(*) FROM code') ?? 0
  await li.call('code.delete', { ids: [id] })
  const shown = await preview(ana, path)
  expect(shown.proposals.map(({ table, change, blocked }) => [table, change, blocked])).toEqual([
    ['code', 'removed', null],
    ['framework', 'changed', null],
  ])
  const [removal] = shown.proposals
  const alone = await bringBack(ana, path, [removal?.key ?? ''])
  expect(alone.proposals.map(({ blocked }) => blocked)).toEqual(['in_use', null])
  await bringBack(ana, path, 'all')
  expect(ana.study.db.pluck('SELECT count(*) FROM code')).toBe(count - 1)
  expectSound(ana)
  expect(await preview(ana, path, 'all')).toMatchObject(NOTHING)
})

test('a transcript that was taken out of the copy takes no work with it here', async () => {
  const { ana, documents, codes } = await anasStudy()
  ana.signInAs('Li')
  await code(ana, documents[0], [3, 7], codes[0])
  ana.signInAs('Ana')
  const { copy: li, path } = await handOut(ana, 'Li')
  await li.call('document.delete', { ids: [documents[0]] })
  expect(await bringBack(ana, path, 'all')).toMatchObject({ ...NOTHING, proposals: expect.anything() as unknown })
  expect(codingsOf(ana, 'Li')).toEqual(['Trust'])
})

test('a transcript that was added in the copy is a proposal, for which the work on it waits', async () => {
  const { ana, codes } = await anasStudy()
  const { copy: li, path } = await handOut(ana, 'Li')
  const added = seedTranscript(li, 'SG F9')
  await li.call('document.updateMany', { ids: [added], village: '沙岗', wave: 'w2' })
  await code(li, added, [3, 7], codes[0])
  await li.call('document.setState', { ids: [added], state: 'finished' })
  const shown = await bringBack(ana, path)
  expect(shown.proposals.map(({ table, change, name, waiting }) => [table, change, name, waiting])).toEqual([
    ['wave', 'added', 'w2', 0],
    ['case_unit', 'added', '沙岗', 0],
    ['document', 'added', 'SG F9', 2],
  ])
  expect(quotes(ana, 'Li')).toEqual([])
  const document = shown.proposals.find(({ table }) => table === 'document')
  const alone = await preview(ana, path, [document?.key ?? ''])
  expect(alone.proposals.map(({ blocked }) => blocked)).toEqual([null, null, 'missing'])
  await bringBack(ana, path, 'all')
  expect(quotes(ana, 'Li')).toEqual(quotes(li, 'Li'))
  expectSound(ana)
  const { documents } = await ana.call('document.list', {})
  expect(documents.find(({ name }) => name === 'SG F9')).toMatchObject({ village: '沙岗', wave: 'w2', turns: 4 })
  expect(await preview(ana, path, 'all')).toMatchObject(NOTHING)
  await ana.call('history.undo', {})
  expect(quotes(ana, 'Li')).toEqual([])
})

test('work on what was deleted here stays out, and is named', async () => {
  const { ana, documents, codes } = await anasStudy()
  const { copy: li, path } = await handOut(ana, 'Li')
  await code(li, documents[0], [3, 7], codes[0])
  await code(li, documents[1], [3, 7], codes[1])
  await ana.call('document.delete', { ids: [documents[0]] })
  await ana.call('code.delete', { ids: [codes[1]] })
  const shown = await bringBack(ana, path)
  expect(shown.missing).toEqual([
    { table: 'coding', needs: 'document', name: 'SP F4', rows: 1 },
    { table: 'coding', needs: 'code', name: 'Fear', rows: 1 },
  ])
  expect(codingsOf(ana, 'Li')).toEqual([])
})

test('codings come to where their words are, whoever has corrected the text', async () => {
  const { ana, documents, codes } = await anasStudy()
  const { copy: li, path } = await handOut(ana, 'Li')
  await code(li, documents[0], [2, 5], codes[0])
  await code(li, documents[0], [18, 22], codes[0])
  const words = quotes(li, 'Li')
  await correct(li, documents[0], [12, 12], '他们说，')
  await correct(ana, documents[1], [2, 2], '啊，')
  await code(li, documents[1], [4, 7], codes[1])
  await code(li, documents[0], [16, 20], codes[1])
  const all = quotes(li, 'Li')

  const shown = await preview(ana, path)
  expect(shown.proposals).toMatchObject([{ table: 'text', name: 'SP F4', splices: 1, blocked: null, accepted: false }])
  expect(shown.proposals[0]?.fields).toMatchObject([
    {
      column: 'words',
      ours: expect.not.stringContaining('他们说') as unknown,
      theirs: expect.stringContaining('他们说，') as unknown,
    },
  ])
  await bringBack(ana, path)
  expect(quotes(ana, 'Li')).toEqual(expect.arrayContaining(words) as unknown)
  expectSound(ana)
  const accepted = shown.proposals.map(({ key }) => key)
  await bringBack(ana, path, accepted)
  expect(quotes(ana, 'Li')).toEqual(all)
  expectSound(ana)
  expect(await preview(ana, path, 'all')).toMatchObject(NOTHING)
  const revision = (host: TestHost) =>
    host.study.db.pluck(
      'SELECT r.guid FROM document d JOIN document_revision r ON r.id = d.revision_id WHERE d.id = ?',
      documents[0],
    )
  expect(revision(ana)).toBe(revision(li))
  await ana.call('history.undo', {})
  expect(quotes(ana, 'Li')).toEqual(expect.arrayContaining(words) as unknown)
  await ana.call('history.redo', {})
  expect(quotes(ana, 'Li')).toEqual(all)
})

test('people who joined in the copy come with their work; what is done there in others’ names stays out', async () => {
  const { ana, documents, codes } = await anasStudy()
  const { copy: li, path } = await handOut(ana, 'Li', { others: 'shown' })
  li.signInAs('Li Ming')
  await code(li, documents[0], [3, 7], codes[0])
  li.signInAs('Ana')
  await code(li, documents[1], [3, 7], codes[0])
  const shown = await bringBack(ana, path)
  expect(shown).toMatchObject({ coders: ['Li', 'Li Ming'], others: 1, missing: [] })
  expect(codingsOf(ana, 'Li Ming')).toEqual(['Trust'])
  expect(codingsOf(ana, 'Ana')).toEqual(['Trust'])
})

test('the coder of record is who finished first, in whichever order the files come', async () => {
  const { ana, documents } = await anasStudy()
  const copies = [await handOut(ana, 'Li'), await handOut(ana, 'Mo')]
  for (const { copy } of copies) {
    await copy.call('document.setState', { ids: [documents[0]], state: 'finished' })
    await wait(5)
  }
  for (const { path } of copies.toReversed()) await bringBack(ana, path)
  expect(
    ana.study.db.pluck(
      'SELECT c.name FROM document d JOIN coder c ON c.id = d.coder_of_record_id WHERE d.id = ?',
      documents[0],
    ),
  ).toBe('Li')
})

test('a cancelled bring-back changes nothing', async () => {
  const { ana, documents, codes } = await anasStudy()
  const { copy: li, path } = await handOut(ana, 'Li')
  await code(li, documents[0], [3, 7], codes[0])
  const before = dump(ana.study.db)
  const abort = new AbortController()
  const going = ana.call('merge.apply', { handle: ana.handle(path) }, { signal: abort.signal })
  abort.abort(new Error('cancelled'))
  await expect(going).rejects.toThrow('cancelled')
  expect(dump(ana.study.db)).toEqual(before)
})

function codesOf(host: TestHost): string[] {
  return host.study.db.pluckAll('SELECT name FROM code_text ORDER BY code_id')
}

function codingsOf(host: TestHost, coder: string): string[] {
  return host.study.db.pluckAll(
    `SELECT t.name FROM coding k JOIN code_text t ON t.code_id = k.code_id JOIN coder c ON c.id = k.coder_id
     WHERE c.name = ? ORDER BY t.name`,
    coder,
  )
}

function quotes(host: TestHost, coder: string): string[] {
  return host.study.db
    .rows<[string, number, number]>(
      `SELECT x.content, k.start, k."end" FROM coding k JOIN document d ON d.id = k.document_id
       JOIN document_revision r ON r.id = d.revision_id JOIN text x ON x.hash = r.text_hash
       JOIN coder c ON c.id = k.coder_id WHERE c.name = ? ORDER BY k.guid`,
      coder,
    )
    .map(([text, start, end]) => text.slice(start, end))
}

test('memos name here what they named there, whatever ids it has', async () => {
  const { ana, documents, codes } = await anasStudy()
  const { copy: li, path } = await handOut(ana, 'Li')
  const { id: hope } = await li.call('code.create', { parentId: null, name: 'Hope', language: 'en' })
  const coding = await code(li, documents[1], [3, 7], hope)
  await ana.call('code.create', { parentId: null, name: 'Anger', language: 'en' })
  await code(ana, documents[1], [3, 7], codes[1])
  const mention = (target: 'code' | 'coding', id: number) =>
    ({
      type: 'reference',
      mode: 'token',
      version: 1,
      detail: 0,
      format: 0,
      style: '',
      text: target,
      target,
      id,
    }) as const
  const plain = plainMemoBody('see')
  const [paragraph] = plain.root.children
  if (paragraph?.type !== 'paragraph') throw new Error('a plain memo is a paragraph')
  const body = {
    root: {
      ...plain.root,
      children: [{ ...paragraph, children: [...paragraph.children, mention('code', hope), mention('coding', coding)] }],
    },
  }
  const owner = { kind: 'code', id: codes[0] } as const
  await li.call('memo.save', { id: null, owner, day: null, title: '', body, base: null })
  const mentioned = (host: TestHost) =>
    host.study.db
      .rows<[string, number]>(
        `SELECT tree.value, (SELECT n.value FROM json_tree(m.body) n WHERE n.parent = tree.parent AND n.key = 'id')
         FROM memo m, json_tree(m.body) tree WHERE tree.key = 'target'`,
      )
      .map(([table, id]) => host.study.db.pluck(`SELECT guid FROM ${table} WHERE id = ?`, id))
  await bringBack(ana, path, 'all')
  expect(mentioned(ana)).toEqual(mentioned(li))
  expect(ana.study.db.pluck(`SELECT count(*) FROM memo WHERE body = ?`, JSON.stringify(body))).toBe(0)
})

test('the study as it was before is in a backup', async () => {
  const { ana, documents, codes } = await anasStudy()
  const { copy: li, path } = await handOut(ana, 'Li')
  await code(li, documents[0], [3, 7], codes[0])
  await ana.call('code.create', { parentId: null, name: 'The last thing before', language: 'en' })
  await bringBack(ana, path)
  const folder = `${ana.study.path}.backups`
  const backup =
    readdirSync(folder)
      .filter((name) => name.endsWith('.tianye'))
      .sort()
      .at(-1) ?? ''
  const reader = openStudyReader(join(folder, backup))
  onTestFinished(() => reader.close())
  expect(reader.pluck(`SELECT count(*) FROM code_text WHERE name = 'The last thing before'`)).toBe(1)
  expect(reader.pluck('SELECT count(*) FROM coding')).toBe(1)
})

test('a code that was deleted here and changed there comes again with its wording', async () => {
  const { ana, codes } = await anasStudy()
  const { copy: li, path } = await handOut(ana, 'Li')
  await li.call('code.update', { id: codes[1], colour: '#aa0000' })
  await ana.call('code.delete', { ids: [codes[1]] })
  expect((await preview(ana, path)).proposals).toMatchObject([{ table: 'code', change: 'added', name: 'Fear' }])
  await bringBack(ana, path, 'all')
  expect(codesOf(ana)).toEqual(['Trust', 'Fear'])
  expectSound(ana)
})
