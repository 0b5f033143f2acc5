import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Memo, MemoOwner } from '../../../shared/contract/memo.ts'
import {
  memoBody,
  memoHeading,
  memoList,
  memoListItem,
  memoParagraph,
  memoReference,
  memoText,
  plainMemoBody,
} from '../../../shared/memo/memo-nodes.ts'
import { quotePassage } from '../../../shared/memo/passage.ts'
import { MAX_MEMO } from '../../../shared/memo/memo-body.ts'
import { utf16 } from '../../../shared/text/offsets.ts'
import { update } from '../../../electron/host/database/rows.ts'
import { runOperation } from '../../../electron/host/database/operation.ts'
import { insertMemo } from '../../../electron/host/importers/memo.ts'
import { dump } from '../database/dump.ts'
import { openHost, type TestHost } from '../open-host.ts'
import { refusal } from '../refusal.ts'
import { seedTranscript } from '../seed.ts'

const STUDY: MemoOwner = { kind: 'study', id: 1 }

async function study() {
  const host = await openHost({ coder: 'Ana' })
  const documentId = seedTranscript(host, 'SP F5')
  const opened = await host.call('document.open', { id: documentId })
  const { id: codeId } = await host.call('code.create', { parentId: null, label: 'T.1', name: 'Trust', language: 'en' })
  const apply = async (words: string) => {
    const start = opened.text.indexOf(words)
    const range = { start: utf16(start), end: utf16(start + words.length) }
    const { codings } = await host.call('coding.apply', {
      documentId,
      revisionId: opened.revisionId,
      range,
      codeIds: [codeId],
    })
    return codings[0]!.id
  }
  const codingId = await apply('我们几户没签字😀')
  return { host, documentId, opened, codeId, codingId, apply }
}

function write(
  host: TestHost,
  owner: MemoOwner,
  words: string,
  more: { id?: number; day?: string; title?: string; base?: number } = {},
) {
  return host.call('memo.save', { id: null, owner, body: plainMemoBody(words), ...more })
}

async function only(host: TestHost, owner: MemoOwner, day: string | null = null): Promise<Memo> {
  const { memos } = await host.call('memo.on', { owner, day })
  expect(memos).toHaveLength(1)
  return memos[0]!
}

test('a memo is made, changed and deleted, each one step that undo and redo take to the last row', async () => {
  const { host, codingId } = await study()
  const owner: MemoOwner = { kind: 'coding', id: codingId }
  const images = [dump(host.study.db)]
  const { id } = await write(host, owner, 'They did not sign.')
  images.push(dump(host.study.db))
  await write(host, owner, 'They did not sign; why?', { id })
  images.push(dump(host.study.db))
  await host.call('memo.remove', { id })
  images.push(dump(host.study.db))
  for (const image of images.slice(0, -1).toReversed()) {
    await host.call('history.undo', {})
    expect(dump(host.study.db)).toEqual(image)
  }
  for (const image of images.slice(1)) {
    await host.call('history.redo', {})
    expect(dump(host.study.db)).toEqual(image)
  }
})

test('undo is offered by what the memo is on', async () => {
  const { host, codingId, codeId } = await study()
  const offered = async () => (await host.call('history.state', {})).undo?.label
  await write(host, { kind: 'coding', id: codingId }, 'a')
  expect(await offered()).toEqual({ code: 'memoSave', params: { memo: 'T.1 · SP F5' } })
  await write(host, { kind: 'code', id: codeId }, 'a')
  expect(await offered()).toEqual({ code: 'memoSave', params: { memo: 'T.1' } })
  await write(host, STUDY, 'a', { day: '2026-11-23' })
  expect(await offered()).toEqual({ code: 'memoSave', params: { memo: '2026-11-23' } })
  await write(host, STUDY, 'a', { title: 'On matched cells' })
  expect(await offered()).toEqual({ code: 'memoSave', params: { memo: 'On matched cells' } })
})

test('saving what is there already is no step', async () => {
  const { host, codeId } = await study()
  const saved = await write(host, { kind: 'code', id: codeId }, 'a')
  const before = dump(host.study.db)
  expect(await write(host, { kind: 'code', id: codeId }, 'a', { id: saved.id, base: 5 })).toEqual(saved)
  expect(dump(host.study.db)).toEqual(before)
})

test('a change made elsewhere is not overwritten', async () => {
  const { host, codeId } = await study()
  const owner: MemoOwner = { kind: 'code', id: codeId }
  const { id, modifiedAt } = await write(host, owner, 'one')
  const later = await write(host, owner, 'two', { id, base: modifiedAt })
  expect(later.modifiedAt).toBeGreaterThan(modifiedAt)
  expect(await refusal(write(host, owner, 'three', { id, base: modifiedAt }))).toMatchObject({ code: 'memo_changed' })
  await host.call('history.undo', {})
  expect(await refusal(write(host, owner, 'three', { id, base: later.modifiedAt }))).toMatchObject({
    code: 'memo_changed',
  })
  expect((await only(host, owner)).plain).toBe('one')
})

test('everyone reads all memos and changes their own', async () => {
  const { host, codeId } = await study()
  const owner: MemoOwner = { kind: 'code', id: codeId }
  const { id } = await write(host, owner, 'Ana’s')
  host.signInAs('Bo')
  expect(await refusal(write(host, owner, 'x', { id }))).toEqual({ code: 'not_your_memo', params: { coder: 'Ana' } })
  expect(await refusal(host.call('memo.remove', { id }))).toMatchObject({ code: 'not_your_memo' })
  await write(host, owner, 'Bo’s')
  expect((await host.call('memo.on', { owner })).memos.map(({ plain }) => plain)).toEqual(['Ana’s', 'Bo’s'])
})

test('memos on what is not there are refused', async () => {
  const { host } = await study()
  for (const owner of [
    { kind: 'code', id: 99 },
    { kind: 'coding', id: 99 },
    { kind: 'episode', id: 99 },
    { kind: 'case', id: 99 },
    { kind: 'document', id: 99 },
    { kind: 'study', id: 2 },
  ] as const) {
    expect(await refusal(write(host, owner, 'x'))).toMatchObject({ code: 'memo_owner_gone' })
    expect(await refusal(host.call('memo.on', { owner }))).toMatchObject({ code: 'memo_owner_gone' })
  }
  expect(await refusal(write(host, STUDY, 'x', { id: 99 }))).toMatchObject({ code: 'memo_gone' })
  expect(await refusal(host.call('memo.get', { id: 99 }))).toMatchObject({ code: 'memo_gone' })
})

test('bodies of another shape are refused before anything is written', async () => {
  const { host } = await study()
  const before = dump(host.study.db)
  const hostile: unknown[] = [
    { root: { children: [] } },
    { root: { ...memoBody([]).root, children: [{ type: 'script', version: 1, text: 'alert(1)' }] } },
    {
      root: {
        ...memoBody([]).root,
        children: [
          {
            ...memoParagraph([
              {
                type: 'link',
                version: 1,
                direction: null,
                format: '',
                indent: 0,
                url: 'https://ok.org',
                rel: null,
                target: null,
                title: null,
                children: [],
              },
            ]),
            children: [{ type: 'link', url: 'javascript:alert(1)', version: 1, children: [] }],
          },
        ],
      },
    },
    plainMemoBody('x'.repeat(MAX_MEMO)),
  ]
  for (const body of hostile)
    expect(
      await refusal(host.call('memo.save', { id: null, owner: STUDY, body: body as ReturnType<typeof memoBody> })),
    ).toMatchObject({ code: 'bad_input' })
  expect(dump(host.study.db)).toEqual(before)
})

test('a body in the file that cannot be read is its plain words, in list, memo and export', async () => {
  const { host, codeId } = await study()
  const owner: MemoOwner = { kind: 'code', id: codeId }
  const { id } = await write(host, owner, 'what was meant')
  for (const body of ['', 'no json', '{"root":null}', '{"root":{"children":[{"type":"iframe"}]}}']) {
    runOperation(host.study.writable(), { coderId: null, name: 'test', at: 1 }, () => ({
      value: update(host.study.writable(), 'memo', id, { body }),
      label: { code: 'test', params: {} },
    }))
    expect(await only(host, owner)).toMatchObject({ body: null, plain: 'what was meant' })
    const { memos } = await host.call('memo.list', { filter: {}, offset: 0, limit: 10 })
    expect(memos[0]?.excerpt).toBe('what was meant')
    expect(await exported(host, 'markdown')).toContain('what was meant')
  }
})

test('what goes takes its memos with it, and undo brings them back', async () => {
  const { host, codeId, codingId, documentId, opened } = await study()
  const end = utf16(opened.text.length)
  const { id: episodeId } = await host.call('episode.create', {
    documentId,
    revisionId: opened.revisionId,
    range: { start: utf16(0), end },
  })
  await write(host, { kind: 'code', id: codeId }, 'code')
  await write(host, { kind: 'coding', id: codingId }, 'coding')
  await write(host, { kind: 'document', id: documentId }, 'document')
  await write(host, { kind: 'episode', id: episodeId }, 'episode')
  const left = async () =>
    (await host.call('memo.list', { filter: {}, offset: 0, limit: 10 })).memos.map((memo) => memo.excerpt).toSorted()
  const takes = async (remove: () => Promise<unknown>, stays: string[]) => {
    const before = dump(host.study.db)
    await remove()
    expect(await left()).toEqual(stays)
    await host.call('history.undo', {})
    expect(dump(host.study.db)).toEqual(before)
  }
  await takes(() => host.call('coding.remove', { ids: [codingId] }), ['code', 'document', 'episode'])
  await takes(() => host.call('episode.remove', { ids: [episodeId] }), ['code', 'coding', 'document'])
  await takes(() => host.call('document.delete', { ids: [documentId] }), ['code'])
})

test('the list is filtered by object, coder, time and words, and sorted', async () => {
  const { host, codeId, codingId, apply } = await study()
  const second = await apply('They asked us')
  const started = Date.now()
  await write(host, { kind: 'coding', id: second }, 'ＡＢＣ 第二 second passage')
  await write(host, { kind: 'code', id: codeId }, 'abc of the code')
  await write(host, STUDY, 'journal', { day: '2026-11-22' })
  await write(host, STUDY, 'theory', { title: 'Matched cells' })
  host.signInAs('Bo')
  await write(host, { kind: 'coding', id: codingId }, 'first passage')
  const list = async (
    filter: Parameters<typeof host.call<'memo.list'>>[1]['filter'],
    sort: 'modified' | 'created' | 'place' = 'place',
  ) => (await host.call('memo.list', { filter, sort, offset: 0, limit: 50 })).memos.map(({ excerpt }) => excerpt)
  expect(await list({})).toEqual([
    'theory',
    'journal',
    'first passage',
    'ＡＢＣ 第二 second passage',
    'abc of the code',
  ])
  expect(await list({ owners: ['coding'] })).toEqual(['first passage', 'ＡＢＣ 第二 second passage'])
  expect(await list({ owners: ['study'] })).toEqual(['theory'])
  expect(await list({ owners: ['journal'] })).toEqual(['journal'])
  expect(await list({ text: 'Abc' })).toEqual(['ＡＢＣ 第二 second passage', 'abc of the code'])
  expect(await list({ text: 'passage  第二' })).toEqual(['ＡＢＣ 第二 second passage'])
  expect(await list({ text: 'matched' })).toEqual(['theory'])
  expect(await list({ text: '2026-11' })).toEqual(['journal'])
  const { coders } = await host.call('coder.list', {})
  expect(await list({ coderIds: [coders.find(({ name }) => name === 'Bo')!.id] })).toEqual(['first passage'])
  expect(await list({ until: started })).toEqual([])
  expect(await list({ from: started })).toHaveLength(5)
  const { memos } = await host.call('memo.list', { filter: {}, sort: 'place', offset: 2, limit: 1 })
  expect(memos[0]).toMatchObject({
    owner: { kind: 'coding', id: codingId },
    place: { codeId, document: 'SP F5', turnRef: 'T2', name: null },
  })
})

test('marks name what has a memo with words in it', async () => {
  const { host, codeId, codingId, documentId } = await study()
  const other = seedTranscript(host, 'SP F6')
  const { id } = await write(host, { kind: 'coding', id: codingId }, 'words')
  await write(host, { kind: 'code', id: codeId }, 'words')
  await write(host, { kind: 'document', id: documentId }, 'words')
  expect(await host.call('memo.owners', { documentId })).toEqual({
    codings: [codingId],
    episodes: [],
    documents: [documentId],
    codes: [codeId],
    cases: [],
  })
  expect(await host.call('memo.owners', { documentId: other })).toMatchObject({ codings: [], documents: [] })
  expect(await host.call('memo.owners', { documentId: null })).toMatchObject({ codings: [codingId] })
  await write(host, { kind: 'coding', id: codingId }, '', { id })
  expect(await host.call('memo.owners', { documentId })).toMatchObject({ codings: [] })
})

test('a memo from an import opens in the editor’s form', async () => {
  const { host, codingId } = await study()
  const coderId = (await host.call('coder.list', {})).coders[0]!.id
  const db = host.study.writable()
  runOperation(db, { coderId: null, name: 'test', at: 1 }, () => ({
    value: insertMemo(
      { db } as Parameters<typeof insertMemo>[0],
      { coding_id: codingId },
      coderId,
      'line one\r\n\r\n𠮷 two',
      5,
    ),
    label: { code: 'test', params: {} },
  }))
  expect(await only(host, { kind: 'coding', id: codingId })).toMatchObject({
    plain: 'line one\n\n𠮷 two',
    body: plainMemoBody('line one\n\n𠮷 two'),
  })
})

test('memos are exported with their quotations, citations and mentions', async () => {
  const { host, codeId, codingId, opened, documentId } = await study()
  const start = opened.text.indexOf('They asked us')
  const passage = quotePassage(
    { ...opened, name: 'SP F5', village: '石坡' },
    { start: utf16(start), end: utf16(start + 13) },
  )
  await host.call('memo.save', {
    id: null,
    owner: { kind: 'coding', id: codingId },
    body: memoBody([
      memoHeading('h1', [memoText('Not *signed*')]),
      memoParagraph([
        memoText('See '),
        memoReference('code', codeId, 'T.1 Trust'),
        memoText(' and '),
        memoText('this', 1),
        memoText(':'),
      ]),
      passage,
      memoList('number', [
        memoListItem([memoText('one')], 1, 0),
        memoListItem([memoList('bullet', [memoListItem([memoText('below')], 1, 1)])], 2, 0),
      ]),
    ]),
  })
  await write(host, { kind: 'document', id: documentId }, '# no heading')
  const written = await exported(host, 'markdown')
  expect(written).toContain('## T.1 Trust · SP F5 · T2')
  expect(written).toContain('> 我们几户没签字😀\n>\n> — SP F5 · T2')
  expect(written).toContain('### Not \\*signed\\*\n\nSee T.1 Trust and **this**:')
  expect(written).toContain('> They asked us\n>\n> — SP F5 · T4 · 石坡')
  expect(written).toContain('1. one\n   - below')
  expect(written).toContain('\\# no heading')
  const words = unzipSync(Buffer.from(await exported(host, 'docx'), 'latin1'))['word/document.xml']
  const xml = strFromU8(words!)
  for (const text of [
    'T.1 Trust · SP F5 · T2',
    '“我们几户没签字😀”',
    '— SP F5 · T4 · 石坡',
    'Not *signed*',
    'below',
    '# no heading',
  ])
    expect(xml).toContain(text)
  const { memos } = await host.call('memo.list', { filter: { owners: ['document'] }, offset: 0, limit: 1 })
  expect(await exported(host, 'markdown', [memos[0]!.id])).not.toContain('Trust')
})

async function exported(host: TestHost, format: 'docx' | 'markdown', ids?: number[]): Promise<string> {
  const path = join(host.folder, `memos.${format}`)
  await host.call('memo.export', { handle: host.handle(path), format, ids: ids ?? null, language: 'en' })
  return readFileSync(path, format === 'docx' ? 'latin1' : 'utf8')
}
