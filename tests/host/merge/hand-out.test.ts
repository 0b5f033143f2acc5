import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStudyReader } from '../../../electron/host/database/study-file.ts'
import type { ReadableDb } from '../../../electron/host/database/db.ts'
import { LOGGED_TABLES } from '../../../electron/host/database/schema.ts'
import { mapReferences, referencesOf, type Row } from '../../../electron/host/merge/references.ts'
import { handOutOutputSchema } from '../../../shared/contract/cli.ts'
import { plainMemoBody } from '../../../shared/memo/memo-nodes.ts'
import { utf16 } from '../../../shared/text/offsets.ts'
import { runJson } from '../cli/run-cli.ts'
import { dump } from '../database/dump.ts'
import { openHost, TestHost } from '../open-host.ts'
import { refusal } from '../refusal.ts'
import { seedTranscript } from '../seed.ts'

const KEPT = [
  { speaker: 'Q', kind: 'interviewer', speech: 'Who proposed the road?' },
  { speaker: 'F5', kind: 'respondent', speech: '我们几户没签字😀，后来驻村的来了。' },
] as const
const SECRET = 'UNHANDEDSECRETWORDS'
const REMOVED = 'CORRECTEDAWAYWORDS'
const OTHERS = [
  { speaker: 'Q', kind: 'interviewer', speech: 'And here?' },
  { speaker: 'F6', kind: 'respondent', speech: `${SECRET} were said here.` },
] as const

/** Ana's study: two transcripts, each coded by Ana and Li, with episodes and memos, and one of them corrected. */
async function coded(): Promise<{ host: TestHost; kept: number; other: number; codeId: number }> {
  const host = await openHost()
  const kept = seedTranscript(host, 'SP F5', KEPT)
  const other = seedTranscript(host, 'SP F6', OTHERS)
  const { id: codeId } = await host.call('code.create', { parentId: null, name: 'Trust', language: 'en' })
  await host.call('document.updateMany', { ids: [kept, other], village: '石坡', wave: 'w1' })
  const revision = (id: number) => host.study.db.pluck<number>('SELECT revision_id FROM document WHERE id = ?', id) ?? 0
  const at = { start: utf16(2), end: utf16(5) }
  await host.call('correction.apply', {
    documentId: kept,
    revisionId: revision(kept),
    range: { start: utf16(2), end: utf16(2) },
    text: `${REMOVED} `,
    confirmLost: false,
  })
  await host.call('correction.apply', {
    documentId: kept,
    revisionId: revision(kept),
    range: { start: utf16(2), end: utf16(3 + REMOVED.length) },
    text: '',
    confirmLost: false,
  })
  for (const coder of ['Ana', 'Li']) {
    host.signInAs(coder)
    for (const documentId of [kept, other]) {
      const range = { documentId, revisionId: revision(documentId), range: at }
      await host.call('coding.apply', { ...range, codeIds: [codeId] })
      const { id } = await host.call('episode.create', { ...range, affair: `${coder}’s road`, eventTime: null })
      const body = plainMemoBody(`${coder} on ${documentId === other ? SECRET : 'the road'}`)
      const owner = { kind: 'episode', id } as const
      await host.call('memo.save', { id: null, owner, day: null, title: '', body, base: null })
    }
  }
  host.signInAs('Ana')
  return { host, kept, other, codeId }
}

function handedOut(path: string): ReadableDb & { close(): void } {
  return openStudyReader(path)
}

test('what is handed out holds the chosen transcripts and the colleague’s own work, and not a word of the rest', async () => {
  const { host, kept } = await coded()
  // A memo on the codebook that quotes the transcript that stays.
  host.signInAs('Li')
  const quoting = plainMemoBody('see')
  const other = host.study.db.pluck<number>(`SELECT id FROM document WHERE name = 'SP F6'`) ?? 0
  await host.call('memo.save', {
    id: null,
    owner: { kind: 'study', id: 1 },
    day: null,
    title: '',
    body: {
      root: {
        ...quoting.root,
        children: [
          ...quoting.root.children,
          {
            type: 'passage',
            version: 1,
            documentId: other,
            revisionId: other,
            start: 0,
            end: 5,
            quote: SECRET,
            prefix: '',
            suffix: '',
            citation: 'F6',
          },
        ],
      },
    },
    base: null,
  })
  host.signInAs('Ana')
  await host.call('assignment.draw', {
    amount: { kind: 'number', number: 2 },
    from: 'all',
    villageIds: null,
    skipDouble: false,
    coderIds: [host.study.db.pluck<number>(`SELECT id FROM coder WHERE name = 'Li'`) ?? 0],
    seed: 1,
  })
  const before = dump(host.study.db)
  const out = join(host.folder, 'for-li.tianye')
  const result = await host.call('merge.handOut', { handle: host.handle(out), coder: 'Li', documentIds: [kept] })
  expect(result).toEqual({ fileName: 'for-li.tianye', documents: 1, codings: 1, episodes: 1, memos: 1 })
  expect(dump(host.study.db)).toEqual(before)

  const bytes = readFileSync(out)
  expect(bytes.includes('驻村的来了')).toBe(true)
  for (const words of [SECRET, REMOVED, 'Ana on', 'Ana’s road', 'SP F6'])
    expect([words, bytes.includes(words)]).toEqual([words, false])

  const db = handedOut(out)
  expect(db.pluckAll('PRAGMA integrity_check')).toEqual(['ok'])
  expect(db.all('PRAGMA foreign_key_check')).toEqual([])
  expect(db.pluckAll('SELECT name FROM document')).toEqual(['SP F5'])
  expect(db.pluckAll('SELECT c.name FROM coding k JOIN coder c ON c.id = k.coder_id')).toEqual(['Li'])
  expect(db.all('SELECT c.name, a.state FROM assignment a JOIN coder c ON c.id = a.coder_id')).toEqual([
    { name: 'Li', state: 'assigned' },
  ])
  expect(db.all('SELECT name, barrier FROM operation')).toEqual([{ name: 'merge.handOut', barrier: 1 }])
  expect(db.pluck('SELECT count(*) FROM change')).toBe(0)
  const [ours, theirs] = [host.study.db, db].map((side) => side.get<Row>('SELECT * FROM meta'))
  expect(theirs?.['study_guid']).toBe(ours?.['study_guid'])
  expect(theirs?.['parent_copy_guid']).toBe(ours?.['copy_guid'])
  expect(theirs?.['copy_guid']).not.toBe(ours?.['copy_guid'])
  for (const table of ['document', 'coding', 'code', 'episode', 'turn', 'speaker', 'case_unit'] as const)
    for (const guid of db.pluckAll<string>(`SELECT guid FROM ${table}`))
      expect(host.study.db.pluck(`SELECT count(*) FROM ${table} WHERE guid = ?`, guid)).toBe(1)
  db.close()
})

test('with the others’ work, everything on the chosen transcripts goes; without memos none does', async () => {
  const { host, kept } = await coded()
  const out = join(host.folder, 'all.tianye')
  const input = { handle: host.handle(out), coder: 'Li', documentIds: [kept] }
  const { codings, episodes, memos } = await host.call('merge.handOut', { ...input, others: 'shown' })
  expect({ codings, episodes, memos }).toEqual({ codings: 2, episodes: 2, memos: 2 })
  expect(readFileSync(out).includes(SECRET)).toBe(false)
  expect((await host.call('merge.handOut', { ...input, others: 'shown', memos: 'left_out' })).memos).toBe(0)
  expect(readFileSync(out).includes('Ana on')).toBe(false)
})

test('the colleague opens it, works in it, and can undo that and nothing before', async () => {
  const { host, kept, codeId } = await coded()
  const out = join(host.folder, 'for-wang.tianye')
  await host.call('merge.handOut', { handle: host.handle(out), coder: '王', documentIds: null })
  expect((await host.call('coder.list', {})).coders.map(({ name }) => name)).toContain('王')

  const there = new TestHost({ coder: '王' })
  await there.open(out)
  expect((await there.call('study.check', {})).problems).toEqual([])
  expect((await there.call('coder.list', {})).currentId).not.toBeNull()
  expect((await refusal(there.call('history.undo', {}))).code).toBe('nothing_to_undo')
  const revisionId = there.study.db.pluck<number>('SELECT revision_id FROM document WHERE id = ?', kept) ?? 0
  const range = { start: utf16(2), end: utf16(5) }
  await there.call('coding.apply', { documentId: kept, revisionId, range, codeIds: [codeId] })
  await there.call('history.undo', {})
  expect(there.study.db.pluck('SELECT count(*) FROM coding')).toBe(0)
})

test('a hand-out onto the study itself, onto an open one or of a transcript that is gone changes nothing', async () => {
  const { host, kept } = await coded()
  const before = readFileSync(host.study.path)
  const onto = (path: string, documentIds: number[] | null) =>
    host.call('merge.handOut', { handle: host.handle(path), coder: 'Li', documentIds })
  expect((await refusal(onto(host.study.path, [kept]))).code).toBe('copy_onto_itself')
  const there = new TestHost({ coder: 'Li' })
  const theirs = await there.create('blank', 'Theirs')
  expect((await refusal(onto(theirs, [kept]))).code).toBe('study_open_elsewhere')
  const out = join(host.folder, 'out.tianye')
  writeFileSync(out, 'what was there')
  expect((await refusal(onto(out, [kept, 999]))).code).toBe('document_gone')
  expect(readFileSync(out, 'utf8')).toBe('what was there')
  expect(existsSync(`${out}.new`)).toBe(false)
  expect(readFileSync(host.study.path).equals(before)).toBe(true)
})

test('every foreign key of the schema is mapped, and nothing else', async () => {
  const host = await openHost()
  const { db } = host.study
  let keys = 0
  for (const table of LOGGED_TABLES) {
    const references = referencesOf(db, table)
    const columns = db.pluckAll<string>('SELECT name FROM pragma_table_info(?)', table)
    const row = Object.fromEntries(columns.map((column, index) => [column, index + 1]))
    const mapped = mapReferences(references, row, (parent, value) => `${parent} ${Number(value)}`)
    const expected: Record<string, string | number> = { ...row }
    for (const { from, table: parent } of db.all<{ from: string; table: string }>(`PRAGMA foreign_key_list(${table})`))
      if (parent !== 'text' && parent !== 'blob') {
        keys++
        expected[from] = `${parent} ${row[from]}`
      }
    expect(mapped).toEqual(expected)
    expect(mapReferences(references, Object.fromEntries(columns.map((c) => [c, null])), () => 1)).toEqual(
      Object.fromEntries(columns.map((c) => [c, null])),
    )
  }
  expect(keys).toBeGreaterThan(40)
})

test('from the command line', async () => {
  const { host } = await coded()
  const { path } = host.study
  await host.call('study.close', {})
  const args = ['hand-out', path, 'li.tianye', '--coder', 'Li', '--documents', 'SP F5']
  const { code, json } = await runJson(host.folder, handOutOutputSchema, args)
  expect([code, json.file, json.documents, json.codings, json.others]).toEqual([0, 'li.tianye', 1, 1, 'blind'])
  const db = handedOut(join(host.folder, 'li.tianye'))
  expect(db.pluck('SELECT count(*) FROM document')).toBe(1)
  db.close()
})
