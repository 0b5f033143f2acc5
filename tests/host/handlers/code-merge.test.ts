import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CODE_REFERENCES } from '../../../electron/host/code-merge.ts'
import { insert } from '../../../electron/host/database/rows.ts'
import { UserError } from '../../../electron/host/errors.ts'
import { runOperation } from '../../../electron/host/database/operation.ts'
import { LOGGED_TABLES } from '../../../electron/host/database/schema.ts'
import { memoBody, memoParagraph, memoReference, memoText } from '../../../shared/memo/memo-nodes.ts'
import { utf16 } from '../../../shared/text/offsets.ts'
import { openHost, type TestHost } from '../open-host.ts'
import { refusal } from '../refusal.ts'
import {
  code,
  codesByLabel,
  importTexts,
  INTERVIEW,
  makeCode,
  openTranscript,
  SECOND_INTERVIEW,
} from '../transcripts.ts'

/** Every row that undo must bring back, table by table. */
function dump(host: TestHost): Record<string, unknown[]> {
  return Object.fromEntries(
    LOGGED_TABLES.map((table) => [table, host.study.db.all(`SELECT * FROM ${table} ORDER BY id`)]),
  )
}

async function labels(host: TestHost): Promise<(string | null)[]> {
  return (await host.call('code.list', {})).codes.map(({ label }) => label)
}

test('no reference to a code is forgotten by a merge', async () => {
  const host = await openHost()
  const referring = LOGGED_TABLES.flatMap((table) =>
    host.study.db
      .all<{ table: string; from: string }>('SELECT "table", "from" FROM pragma_foreign_key_list(?)', table)
      .filter((reference) => reference.table === 'code')
      .map((reference) => `${table}.${reference.from}`),
  )
  // A code's children and its words are not handed over as they are.
  const dealtWith = [
    ...CODE_REFERENCES.map(([table, column]) => `${table}.${column}`),
    'code.parent_id',
    'code_text.code_id',
  ]
  expect(referring.sort()).toEqual(dealtWith.sort())
})

test('a merge moves everything, says beforehand how much, and is one step to undo', async () => {
  const host = await openHost()
  const [talk, other] = await importTexts(host, INTERVIEW, SECOND_INTERVIEW)
  const a = await makeCode(host, 'A')
  const child = await makeCode(host, 'A1', a)
  const b = await makeCode(host, 'B')
  const c = await makeCode(host, 'C')
  await makeCode(host, 'C1', c)
  await host.call('code.setText', { id: a, language: 'en', definition: 'Said by the cadres.' })
  await host.call('code.setText', { id: c, language: 'en', definition: 'Said by anyone.' })
  await code(host, talk!, '我们几户没签', a)
  const kept = await code(host, talk!, '几户没签，凑了车', c)
  const negated = await code(host, talk!, '大伙投票', b)
  await code(host, talk!, '后来开了会，大伙', c)
  await host.call('coding.setAttributes', { ids: [negated.id], polarity: 'negated' })
  await code(host, other!, '想参加', b)
  await host.call('memo.save', {
    id: null,
    owner: { kind: 'code', id: a },
    body: memoBody([memoParagraph([memoText('see '), memoReference('code', b, 'B')])]),
  })
  const before = dump(host)

  expect(await host.call('code.mergePreview', { ids: [a, b], into: c })).toEqual({
    coders: [{ coderId: 1, codings: 3, united: 1 }],
    documents: 2,
    children: 1,
    memos: 1,
    hidden: false,
    hasWords: true,
    framework: 'none',
  })
  expect(await host.call('code.merge', { ids: [a, b], into: c, words: 'definition' })).toEqual({
    codings: 3,
    united: 1,
  })

  expect(await labels(host)).toEqual(['C', 'C1', 'A1'])
  const { codes } = await host.call('code.list', {})
  expect(codes.find(({ id }) => id === child)?.parentId).toBe(c)
  expect(codes[0]!.texts[0]!.definition).toBe('Said by anyone.\n\nA A\nSaid by the cadres.')
  const { codings } = await host.call('coding.inRange', {
    documentId: talk!.id,
    layer: 'study',
    range: { start: utf16(0), end: utf16(talk!.text.length) },
  })
  // The equal ones are one passage; the negated one stands beside the affirmed one it overlaps.
  expect(codings.map(({ id, start, end, codeId }) => [id === kept.id, talk!.text.slice(start, end), codeId])).toEqual(
    expect.arrayContaining([[false, '大伙投票', c]]),
  )
  expect(codings.map(({ start, end }) => talk!.text.slice(start, end)).sort()).toEqual(
    ['我们几户没签，凑了车', '大伙投票', '后来开了会，大伙'].sort(),
  )
  const { memos } = await host.call('memo.list', { filter: {}, offset: 0, limit: 10 })
  expect(memos.map(({ owner }) => owner)).toEqual([{ kind: 'code', id: c }])
  expect(JSON.stringify((await host.call('memo.get', { id: memos[0]!.id })).body)).toContain(`"id":${c}`)

  await host.call('history.undo', {})
  expect(dump(host)).toEqual(before)
  await host.call('history.redo', {})
  expect(await labels(host)).toEqual(['C', 'C1', 'A1'])
})

test('what cannot be merged is refused and changes nothing', async () => {
  const host = await openHost()
  const [talk] = await importTexts(host, INTERVIEW)
  const a = await makeCode(host, 'A')
  const below = await makeCode(host, 'A1', await makeCode(host, 'A0', a))
  await code(host, talk!, '后来呢', a)
  const group = (
    await host.call('code.create', { parentId: null, name: 'G', language: 'en', label: 'G', codable: false })
  ).id
  expect(await refusal(host.call('code.merge', { ids: [a], into: a }))).toMatchObject({ code: 'merge_into_itself' })
  expect(await refusal(host.call('code.merge', { ids: [a], into: below }))).toMatchObject({
    code: 'merge_into_below',
    params: { code: 'A', into: 'A1' },
  })
  expect(await refusal(host.call('code.mergePreview', { ids: [a], into: group }))).toMatchObject({
    code: 'code_not_codable',
  })
  expect(await labels(host)).toEqual(['A', 'A0', 'A1', 'G'])
  // A code may go into the one above it, with its own children.
  await host.call('code.merge', { ids: [below], into: a })
  expect(await labels(host)).toEqual(['A', 'A0', 'G'])
})

describe('the framework', () => {
  const framework = async (host: TestHost) =>
    JSON.stringify((await host.call('profile.compute', { layer: 'study' })).framework)

  test('knows a new code by the place of the one merged into it', async () => {
    const host = await openHost({ framework: 'mobilization-participation' })
    const before = await framework(host)
    const from = (await codesByLabel(host)).get('M.A')!
    const into = await makeCode(host, 'X')
    expect((await host.call('code.mergePreview', { ids: [from], into })).framework).toBe('takes')
    await host.call('code.merge', { ids: [from], into })
    expect(await framework(host)).toContain('"X"')
    expect(await framework(host)).not.toContain('"M.A"')
    expect((await host.call('profile.compute', { layer: 'study' })).missingCodes).toEqual([])
    await host.call('history.undo', {})
    expect(await framework(host)).toBe(before)
  })

  test('leaves a code that means something already where it stands', async () => {
    const host = await openHost({ framework: 'mobilization-participation' })
    const codes = await codesByLabel(host)
    const [from, into] = [codes.get('M.A')!, codes.get('M.R')!]
    expect((await host.call('code.mergePreview', { ids: [from], into })).framework).toBe('keeps')
    await host.call('code.merge', { ids: [from], into })
    expect((await host.call('study.check', {})).problems).toEqual([])
  })
})

test('whatever is merged, no coded word is lost, nothing dangles, and undo gives the study back', async () => {
  const host = await openHost({ framework: 'mobilization-participation' })
  const [talk] = await importTexts(host, INTERVIEW)
  const length = talk!.text.length
  const all = [...(await codesByLabel(host)).values()]
  const seeded = { revision: (await openTranscript(host, talk!.id)).revisionId }
  const offset = fc.nat({ max: length - 2 })
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          start: offset,
          length: fc.integer({ min: 1, max: 60 }),
          code: fc.nat(),
          coder: fc.constantFrom('Ana', 'Bo'),
          polarity: fc.constantFrom('affirmed' as const, 'negated' as const),
        }),
        { minLength: 1, maxLength: 12 },
      ),
      fc.uniqueArray(fc.nat({ max: all.length - 1 }), { minLength: 1, maxLength: 3 }),
      fc.nat({ max: all.length - 1 }),
      fc.constantFrom('drop' as const, 'definition' as const, 'memo' as const),
      async (marks, from, to, words) => {
        host.signInAs('Ana')
        const ids = from.map((index) => all[index]!)
        const into = all[to]!
        const db = host.study.writable()
        runOperation(db, { coderId: null, name: 'test.seed', at: 1 }, () => ({
          value: marks.map((mark) =>
            insert(db, 'coding', {
              document_id: talk!.id,
              start: mark.start,
              end: Math.min(length, mark.start + mark.length),
              code_id: [...ids, into][mark.code % (ids.length + 1)]!,
              coder_id: mark.coder === 'Ana' ? 1 : coderBo(host),
              polarity: mark.polarity,
              evidence: 'self',
              quote_hash: '',
              created_at: 1,
              modified_at: 1,
            }),
          ),
          label: { code: 'seed', params: {} },
        }))
        expect(seeded.revision).toBeGreaterThan(0)
        const covered = coverage(host, [...ids, into])
        const before = dump(host)
        const refused = await host.call('code.merge', { ids, into, words }).then(
          () => null,
          (error: unknown) => error,
        )
        if (refused !== null) {
          expect(refused instanceof UserError && refused.code).toMatch(/^(merge_into_|code_not_codable)/)
          expect(dump(host)).toEqual(before)
          clear(host)
          return
        }
        expect(coverage(host, [into])).toEqual(covered)
        expect(host.study.db.rows('PRAGMA foreign_key_check')).toEqual([])
        expect(
          (await host.call('study.check', {})).problems.filter(({ code: kind }) => kind !== 'check_quote'),
        ).toEqual([])
        await host.call('history.undo', {})
        expect(dump(host)).toEqual(before)
        clear(host)
      },
    ),
    { numRuns: 40 },
  )
}, 60_000)

function coderBo(host: TestHost): number {
  return (
    host.study.db.pluck<number>(`SELECT id FROM coder WHERE name = 'Bo'`) ??
    insert(host.study.writable(), 'coder', { name: 'Bo', initials: 'Bo', colour: '#3f6fb5', kind: 'person' })
  )
}

function clear(host: TestHost): void {
  const db = host.study.writable()
  runOperation(db, { coderId: null, name: 'test.seed', at: 1 }, () => {
    db.run('DELETE FROM coding')
    return { value: null, label: { code: 'seed', params: {} } }
  })
}

/** Which characters are coded by any of the codes, by coder and polarity. */
function coverage(host: TestHost, ids: readonly number[]): Record<string, number[]> {
  const covered: Record<string, Set<number>> = {}
  for (const [coder, polarity, start, end] of host.study.db.rows<[number, string, number, number]>(
    `SELECT coder_id, polarity, start, "end" FROM coding WHERE code_id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  )) {
    const set = (covered[`${coder} ${polarity}`] ??= new Set())
    for (let at = start; at < end; at++) set.add(at)
  }
  return Object.fromEntries(
    Object.entries(covered)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([key, set]) => [key, [...set].sort((a, b) => a - b)]),
  )
}
