import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { plainMemoBody } from '../../../shared/memo/memo-nodes.ts'
import { utf16 } from '../../../shared/text/offsets.ts'
import { openStudyReader } from '../../../electron/host/database/study-file.ts'
import { dump } from '../database/dump.ts'
import type { TestHost } from '../open-host.ts'
import {
  anasStudy,
  bringBack,
  code,
  codingsOf,
  correct,
  expectSound,
  handOut,
  NOTHING,
  preview,
  quotes,
  revisionOf,
} from './two-copies.ts'

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

test('while coding is blind, the preview counts a colleague’s work and shows none that is hidden', async () => {
  const { ana, documents, codes } = await anasStudy()
  const { copy: li, path } = await handOut(ana, 'Li')
  for (const documentId of documents) await code(li, documentId, [3, 7], codes[0])
  await ana.call('study.setBlind', { blind: true })
  // Ana codes the first herself; of the second, Li has said that it is finished.
  await li.call('document.setState', { ids: [documents[1]], state: 'finished' })
  const shown = await bringBack(ana, path)
  expect(shown.counts).toContainEqual({ table: 'coding', added: 2, changed: 0, removed: 0 })
  const codings = shown.rows.filter(({ table }) => table === 'coding')
  expect(codings.map(({ document }) => document)).toEqual(['SP F5'])
  const { documents: listed } = await ana.call('document.list', {})
  expect(listed.map(({ hiddenCoderIds }) => hiddenCoderIds.length)).toEqual([1, 0])
})
