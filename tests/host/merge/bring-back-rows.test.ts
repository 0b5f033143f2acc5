import { expect, test } from 'vitest'
import { runOperation } from '../../../electron/host/database/operation.ts'
import { anasStudy, bringBack, code, correct, handOut, preview } from './two-copies.ts'

test('the rows behind the counts come in reading order with the words they lie on, also those that go', async () => {
  const { ana, documents, codes } = await anasStudy()
  ana.signInAs('Li')
  const gone = await code(ana, documents[1], [3, 7], codes[0])
  ana.signInAs('Ana')
  const { copy: li, path } = await handOut(ana, 'Li')
  await code(li, documents[1], [20, 24], codes[1])
  await code(li, documents[0], [30, 34], codes[1])
  await code(li, documents[0], [3, 7], codes[0])
  await li.call('coding.remove', { ids: [gone] })
  const text = async (id: number) => (await ana.call('document.open', { id })).text
  const quote = async (id: number, start: number, end: number) => (await text(id)).slice(start, end)

  const shown = await preview(ana, path)
  const codings = shown.rows.filter(({ table }) => table === 'coding')
  const those = (wanted: string) =>
    codings.flatMap(({ change, name, document, start, end }) =>
      change === wanted ? [[name, document, start, end]] : [],
    )
  expect(those('added')).toEqual([
    ['Trust', 'SP F4', 3, 7],
    ['Fear', 'SP F4', 30, 34],
    ['Fear', 'SP F5', 20, 24],
  ])
  expect(those('removed')).toEqual([['Trust', 'SP F5', 3, 7]])
  for (const { documentId, start, end, quote: words } of codings)
    expect(words).toBe(await quote(documentId ?? 0, start ?? 0, end ?? 0))
})

test('a corrected text is proposed with the words around each change', async () => {
  const { ana, documents } = await anasStudy()
  const { copy: li, path } = await handOut(ana, 'Li')
  const { text } = await ana.call('document.open', { id: documents[0] })
  await correct(li, documents[0], [6, 8], '新词')
  const { proposals } = await preview(ana, path)
  expect(proposals[0]?.fields).toMatchObject([
    { column: 'words', ours: `${text.slice(0, 24)}…`, theirs: `${text.slice(0, 6)}新词${text.slice(8, 24)}…` },
  ])
})

test('of very many rows the first are told, and all of them are counted and come', async () => {
  const { ana, documents, codes } = await anasStudy()
  const { copy: li, path } = await handOut(ana, 'Li')
  const db = li.study.writable()
  const coderId = db.pluck<number>(`SELECT id FROM coder WHERE name = 'Li'`) ?? 0
  const { start, end, quote_hash } = ana.study.db.get<{ start: number; end: number; quote_hash: string }>(
    'SELECT start, "end", quote_hash FROM coding',
  ) ?? { start: 0, end: 0, quote_hash: '' }
  runOperation(db, { coderId, name: 'test.many', at: 2 }, () => {
    for (let index = 0; index < 250; index++)
      db.run(
        `INSERT INTO coding (guid, document_id, start, "end", code_id, coder_id, polarity, evidence, quote_hash, created_at,
           modified_at) VALUES (?, ?, ?, ?, ?, ?, 'affirmed', 'self', ?, 2, 2)`,
        `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
        documents[0],
        start,
        end,
        codes[1],
        coderId,
        quote_hash,
      )
    return { value: null, label: { code: 'seed', params: {} } }
  })
  const shown = await bringBack(ana, path)
  expect(shown.counts).toContainEqual({ table: 'coding', added: 250, changed: 0, removed: 0 })
  expect(shown.rows.filter(({ table }) => table === 'coding')).toHaveLength(200)
  expect(ana.study.db.pluck('SELECT count(*) FROM coding')).toBe(251)
})
