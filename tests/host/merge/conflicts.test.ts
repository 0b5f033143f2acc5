import { expect, test } from 'vitest'
import { plainMemoBody } from '../../../shared/memo/memo-nodes.ts'
import { utf16 } from '../../../shared/text/offsets.ts'
import type { TestHost } from '../open-host.ts'
import { refusal } from '../refusal.ts'
import { anasStudy, bringBack, code, conflicts, correct, handOut, NOTHING, preview, revisionOf } from './two-copies.ts'

/** Li's coding and a code's wording, changed here and there in different ways; brought back. */
async function disputed() {
  const { ana, documents, codes } = await anasStudy()
  ana.signInAs('Li')
  const id = await code(ana, documents[0], [2, 6], codes[0])
  ana.signInAs('Ana')
  const { copy: li, path } = await handOut(ana, 'Li')
  await li.call('coding.setAttributes', { ids: [id], polarity: 'negated' })
  await li.call('code.setText', { id: codes[0], language: 'en', name: 'Reliance' })
  ana.signInAs('Li')
  await ana.call('coding.setAttributes', { ids: [id], certainty: 1 })
  ana.signInAs('Ana')
  await ana.call('code.setText', { id: codes[0], language: 'en', name: 'Confidence' })
  const result = await bringBack(ana, path, 'all')
  return { ana, li, path, id, documents, codes, result }
}

function coding(host: TestHost, id: number) {
  return host.study.db.get('SELECT polarity, certainty FROM coding WHERE id = ?', id)
}

test('what both changed stays as it is here, and is listed once with both versions', async () => {
  const { ana, path, id, documents, result } = await disputed()
  expect(coding(ana, id)).toEqual({ polarity: 'affirmed', certainty: 1 })
  expect(result.conflicts.map(({ table, kind }) => [table, kind])).toEqual([
    ['code_text', 'changed'],
    ['coding', 'changed'],
  ])
  const [, listed] = await conflicts(ana)
  expect(listed).toMatchObject({
    table: 'coding',
    coder: 'Li',
    documentId: documents[0],
    start: 2,
    end: 6,
    verdict: null,
    now: 'differs',
    blocked: null,
    fields: [
      { column: 'polarity', ours: 'affirmed', theirs: 'negated' },
      { column: 'certainty', ours: 1, theirs: null },
    ],
  })
  expect(await bringBack(ana, path, 'all')).toMatchObject({ ...NOTHING, known: 2 })
  expect(await conflicts(ana)).toHaveLength(2)
})

test('decided as ours, a conflict is closed for good; as theirs, their version is written, in one step', async () => {
  const { ana, path, id, result } = await disputed()
  expect(result.conflicts).toHaveLength(2)
  const [wording, listed] = await conflicts(ana)
  await ana.call('conflict.decide', { id: listed?.id ?? 0, verdict: 'theirs' })
  expect(coding(ana, id)).toEqual({ polarity: 'negated', certainty: null })
  await ana.call('history.undo', {})
  expect(coding(ana, id)).toEqual({ polarity: 'affirmed', certainty: 1 })
  expect(await conflicts(ana)).toHaveLength(2)
  await ana.call('history.redo', {})
  await ana.call('conflict.decide', { id: wording?.id ?? 0, verdict: 'ours' })
  expect(await conflicts(ana)).toEqual([])
  expect(await conflicts(ana, 'decided')).toMatchObject([
    { verdict: 'ours', decidedBy: 'Ana', now: 'differs' },
    { verdict: 'theirs', decidedBy: 'Ana', now: 'equal' },
  ])
  expect(await bringBack(ana, path, 'all')).toMatchObject(NOTHING)
  expect((await refusal(ana.call('conflict.decide', { id: listed?.id ?? 0, verdict: 'ours' }))).code).toBe(
    'conflict_decided',
  )
  expect((await refusal(ana.call('conflict.decide', { id: 999, verdict: 'ours' }))).code).toBe('conflict_gone')
})

test('a further change there is a conflict of its own', async () => {
  const { ana, li, path, id } = await disputed()
  await li.call('coding.setAttributes', { ids: [id], evidence: 'hearsay' })
  expect((await bringBack(ana, path)).conflicts).toHaveLength(1)
  expect(await conflicts(ana)).toHaveLength(3)
})

test('a conflict says where its row has gone, or is the same, by now', async () => {
  const { ana, id, codes } = await disputed()
  ana.signInAs('Li')
  await ana.call('coding.remove', { ids: [id] })
  ana.signInAs('Ana')
  await ana.call('code.setText', { id: codes[0], language: 'en', name: 'Reliance' })
  const [wording, listed] = await conflicts(ana)
  expect([wording?.now, listed?.now]).toEqual(['equal', 'gone'])
  await ana.call('conflict.decide', { id: listed?.id ?? 0, verdict: 'theirs' })
  expect(
    ana.study.db.get('SELECT polarity, certainty FROM coding WHERE start = 2 AND polarity <> ?', 'affirmed'),
  ).toEqual({
    polarity: 'negated',
    certainty: null,
  })
})

test('what was removed there and changed here stays; decided as theirs, it goes with its parts', async () => {
  const { ana, documents } = await anasStudy()
  ana.signInAs('Li')
  const { id } = await ana.call('episode.create', {
    documentId: documents[0],
    revisionId: revisionOf(ana, documents[0]),
    range: { start: utf16(2), end: utf16(20) },
    affair: null,
    eventTime: null,
  })
  const { copy: li, path } = await handOut(ana, 'Li')
  await li.call('episode.remove', { ids: [id] })
  await ana.call('episode.update', { id, affair: 'Road' })
  ana.signInAs('Ana')
  expect((await bringBack(ana, path)).conflicts).toMatchObject([{ kind: 'removed_there', table: 'episode' }])
  const [listed] = await conflicts(ana)
  expect(listed).toMatchObject({ kind: 'removed_there', now: 'differs', blocked: null })
  await ana.call('conflict.decide', { id: listed?.id ?? 0, verdict: 'theirs' })
  expect(ana.study.db.pluck('SELECT count(*) FROM episode')).toBe(0)
})

test('what something here hangs on is not removed, and cannot be until that is gone', async () => {
  const { ana, documents, codes } = await anasStudy()
  ana.signInAs('Li')
  const id = await code(ana, documents[0], [2, 6], codes[0])
  const { copy: li, path } = await handOut(ana, 'Li')
  await li.call('coding.remove', { ids: [id] })
  ana.signInAs('Ana')
  const owner = { kind: 'coding', id } as const
  const memo = await ana.call('memo.save', {
    id: null,
    owner,
    day: null,
    title: '',
    body: plainMemoBody('why?'),
    base: null,
  })
  expect((await bringBack(ana, path)).conflicts).toMatchObject([{ kind: 'removed_there', table: 'coding' }])
  const [listed] = await conflicts(ana)
  expect(listed).toMatchObject({ blocked: 'in_use', now: 'differs' })
  const decide = () => ana.call('conflict.decide', { id: listed?.id ?? 0, verdict: 'theirs' })
  expect((await refusal(decide())).code).toBe('conflict_in_use')
  await ana.call('memo.remove', { id: memo.id })
  await decide()
  expect(ana.study.db.pluck('SELECT count(*) FROM coding WHERE id = ?', id)).toBe(0)
})

test('a text that both corrected is a conflict; theirs takes its place, and codings go along', async () => {
  const { ana, documents, codes } = await anasStudy()
  const { copy: li, path } = await handOut(ana, 'Li')
  await correct(li, documents[0], [2, 3], '筑')
  await code(li, documents[0], [2, 5], codes[1])
  await correct(ana, documents[0], [7, 8], '到')
  const result = await bringBack(ana, path, 'all')
  expect(result.conflicts).toMatchObject([{ table: 'text', name: 'SP F4', documentId: documents[0] }])
  expect(result.proposals).toEqual([])
  expect(await bringBack(ana, path, 'all')).toMatchObject({ ...NOTHING, known: 1 })
  await correct(ana, documents[0], [0, 0], '')
  const [listed] = await conflicts(ana)
  expect(listed).toMatchObject({ table: 'text', now: 'differs', blocked: null })
  await ana.call('conflict.decide', { id: listed?.id ?? 0, verdict: 'theirs' })
  const textOf = (host: TestHost) =>
    host.study.db.pluck<string>(
      `SELECT t.content FROM document d JOIN document_revision r ON r.id = d.revision_id JOIN text t ON t.hash = r.text_hash
       WHERE d.id = ?`,
      documents[0],
    )
  expect(textOf(ana)).toBe(textOf(li))
  expect(await bringBack(ana, path, 'all')).toMatchObject({ conflicts: [], counts: [] })
  expect((await preview(ana, path)).conflicts).toEqual([])
})
