import { expect, test } from 'vitest'
import { plainMemoBody } from '../../../shared/memo/memo-nodes.ts'
import { utf16 } from '../../../shared/text/offsets.ts'
import { checkStudy } from '../../../electron/host/check-study.ts'
import { dump } from '../database/dump.ts'
import type { TestHost } from '../open-host.ts'
import { anasStudy, bringBack, code, handOut, NOTHING, preview, revisionOf } from './two-copies.ts'

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
