import { describe, expect, test } from 'vitest'
import { dump } from '../database/dump.ts'
import { openHost, type TestHost } from '../open-host.ts'
import { refusal } from '../refusal.ts'
import { code, importTexts, INTERVIEW, makeCode, SECOND_INTERVIEW, type OpenedTranscript } from '../transcripts.ts'

/** The interview's English text, which came in as an interview of its own: other village, wave and person; one turn less. */
const ENGLISH = `doc: English | village: XX Elsewhere | respondent: P9 | wave: 7 | date: 2020-01-02 | lang: en

[T01] Interviewer: About the road, how did they put it to you?
[T02] P9: A list went up, sign within three days.
[T03] P9: We did not sign and went to the county.
[T05] P9: Later there was a meeting and we voted.
`

async function study(): Promise<{ host: TestHost; original: OpenedTranscript; english: OpenedTranscript }> {
  const host = await openHost()
  const [original, english] = await importTexts(host, INTERVIEW, ENGLISH, SECOND_INTERVIEW)
  return { host, original: original!, english: english! }
}

const rowOf = async (host: TestHost, id: number) =>
  (await host.call('document.list', {})).documents.find((row) => row.id === id)

describe('linking', () => {
  test('says first what matches and what goes, then the interview’s facts are the original’s', async () => {
    const { host, original, english } = await study()
    expect(await host.call('document.linkPreview', { id: english.id, originalId: original.id })).toEqual({
      obstacle: null,
      turns: { own: 4, original: 5, shared: 4 },
      dropped: { village: 'XX Elsewhere', wave: '7', interviewDate: '2020-01-02', respondents: ['P9'] },
    })
    await host.call('document.link', { id: english.id, originalId: original.id })
    expect(await rowOf(host, english.id)).toMatchObject({
      parallelOf: original.id,
      village: 'SP 石坡',
      wave: '1',
      interviewDate: null,
      respondents: [{ name: 'F5', role: 'villager' }],
    })
    const { speakers } = await host.call('document.open', { id: english.id })
    expect(speakers.map(({ label, caseName }) => [label, caseName])).toEqual([
      ['Interviewer', null],
      ['P9', 'F5'],
    ])
  })

  test('is one step, and undone and redone to the row', async () => {
    const { host, original, english } = await study()
    const before = dump(host.study.db)
    await host.call('document.link', { id: english.id, originalId: original.id })
    const linked = dump(host.study.db)
    expect((await host.call('history.state', {})).undo?.label).toEqual({
      code: 'documentLink',
      params: { document: 'English', original: 'SP-F5-w1' },
    })
    await host.call('history.undo', {})
    expect(dump(host.study.db)).toEqual(before)
    await host.call('history.redo', {})
    expect(dump(host.study.db)).toEqual(linked)
    await host.call('document.unlink', { id: english.id })
    await host.call('history.undo', {})
    expect(dump(host.study.db)).toEqual(linked)
  })

  test('is refused for itself, for the same language, and where it would make a chain', async () => {
    const { host, original, english } = await study()
    const [dialect] = await importTexts(host, 'doc: Dialect | lang: yue\n\n[T01] 访谈者：点解？\n[T02] F5：唔知。\n')
    const [other] = (await host.call('document.list', {})).documents.filter(({ name }) => name === 'SG-F7-w1')
    const link = async (id: number, originalId: number): Promise<string> =>
      (await refusal(host.call('document.link', { id, originalId }))).code
    expect(await link(original.id, original.id)).toBe('parallel_of_itself')
    expect(await link(original.id, other!.id)).toBe('parallel_same_language')
    await host.call('document.link', { id: english.id, originalId: original.id })
    expect(await link(original.id, dialect!.id)).toBe('parallel_chain')
    expect(await link(dialect!.id, english.id)).toBe('parallel_chain')
    expect(await link(english.id, dialect!.id)).toBe('parallel_chain')
    const { obstacle } = await host.call('document.linkPreview', { id: dialect!.id, originalId: english.id })
    expect(obstacle).toEqual({ code: 'parallel_chain', params: { document: 'English' } })
    expect((await refusal(host.call('document.unlink', { id: original.id }))).code).toBe('not_a_version')
    await host.call('document.link', { id: dialect!.id, originalId: original.id })
    expect((await rowOf(host, dialect!.id))?.parallelOf).toBe(original.id)
  })

  test('unlinked, a version keeps what it showed and is an interview of its own', async () => {
    const { host, original, english } = await study()
    await host.call('document.link', { id: english.id, originalId: original.id })
    await host.call('document.unlink', { id: english.id })
    expect(await rowOf(host, english.id)).toMatchObject({
      parallelOf: null,
      village: 'SP 石坡',
      wave: '1',
      respondents: [{ name: 'F5' }],
    })
    const { columns } = await matrix(host, 'originals')
    expect(columns.map(({ name, documents }) => [name, documents])).toEqual([
      ['SP 石坡', 2],
      ['SG 沙岗', 1],
    ])
  })
})

const matrix = (host: TestHost, version: string) =>
  host.call('matrix.compute', { rows: 'code', columns: 'village', measure: 'passages', layer: 'study', version })

test('an interview whose two versions are both coded, and linked only then, counts once everywhere', async () => {
  const host = await openHost({ framework: 'mobilization-participation' })
  const [original, english] = await importTexts(host, INTERVIEW, ENGLISH)
  const a = await makeCode(host, 'A')
  const framework = (await host.call('code.list', {})).codes
  const byLabel = (label: string): number => framework.find((row) => row.label === label)!.id
  await code(host, original!, '贴了张单子', a)
  await code(host, original!, '我们几户没签', a)
  await code(host, english!, 'A list went up', a)
  for (const [transcript, order, went] of [
    [original!, '让三天内签字', '凑了车去县里'],
    [english!, 'sign within three days', 'went to the county'],
  ] as const) {
    await code(host, transcript, order, byLabel('M.A'))
    await code(host, transcript, went, byLabel('P.D'))
    const range = { start: transcript.range(order).start, end: transcript.range(went).end }
    await host.call('episode.create', { documentId: transcript.id, revisionId: transcript.revisionId, range })
  }
  const figures = async (version: string) => {
    const filter = { layer: 'study', version } as const
    const { rows, columns, cells } = await matrix(host, version)
    const at = rows.findIndex(({ codeId }) => codeId === a)
    const { result } = await host.call('profile.compute', { layer: 'study', version })
    return {
      passages: cells[at],
      interviews: columns.map(({ name, documents }) => `${name} ${documents}`),
      segments: (await host.call('segment.list', { filter, offset: 0, limit: 100 })).total,
      episodes: result?.profiles.map((village) => village.episodes.length),
      respondents: result?.profiles.map((village) => village.respondents.length),
    }
  }
  // Two interviews, before they are linked: the second has a village of its own.
  expect((await figures('originals')).interviews).toEqual(['SP 石坡 1', 'XX Elsewhere 1'])
  expect((await figures('originals')).segments).toBe(7)
  await host.call('document.link', { id: english!.id, originalId: original!.id })
  expect(await figures('originals')).toEqual({
    passages: [2],
    interviews: ['SP 石坡 1'],
    segments: 4,
    episodes: [1],
    respondents: [1],
  })
  expect(await figures('en')).toEqual({
    passages: [1],
    interviews: ['SP 石坡 1'],
    segments: 3,
    episodes: [1],
    respondents: [1],
  })
  // In both versions it is the same person who speaks.
  const speakers = await Promise.all(
    ['originals', 'en'].map(async (version) => {
      const { result } = await host.call('profile.compute', { layer: 'study', version })
      return result?.profiles.flatMap((village) => village.episodes.flatMap(({ respondents }) => respondents[0]?.key))
    }),
  )
  expect(speakers[0]).toEqual(speakers[1])
  const { cases } = await host.call('case.list', {})
  expect(cases.map(({ name, documentIds }) => [name, documentIds.length])).toEqual(
    expect.arrayContaining([
      ['SP 石坡', 1],
      ['F5', 1],
      ['XX Elsewhere', 0],
      ['P9', 0],
    ]),
  )
})

test('tells which turns of a version are coded, and with what', async () => {
  const { host, original } = await study()
  const a = await makeCode(host, 'A')
  const b = await makeCode(host, 'B')
  await code(host, original, '贴了张单子', a)
  await code(host, original, '没签的要停补助', a)
  await code(host, original, '停补助。\n[T03] F5：我们几户', b)
  const { turns } = await host.call('document.codedTurns', { id: original.id, layer: 'study' })
  expect(
    turns.map(({ ref, start, end, codeIds }) => [ref, original.text.slice(start, end).slice(0, 5), codeIds]),
  ).toEqual([
    ['T02', '贴了张单子', [a, b]],
    ['T03', '我们几户没', [b]],
  ])
})
