import { describe, expect, onTestFinished, test } from 'vitest'
import { StudyReading } from '../../../electron/host/search/study-reading.ts'
import type { In, Out } from '../../../shared/contract/contract.ts'
import { searchQuerySchema } from '../../../shared/contract/search.ts'
import { dump } from '../database/dump.ts'
import { openHost, type TestHost } from '../open-host.ts'
import { refusal } from '../refusal.ts'
import { code, importTexts, INTERVIEW, makeCode, SECOND_INTERVIEW } from '../transcripts.ts'

const CADRE = `doc: SP-C1-w1 | village: SP 石坡 | respondent: C1 | role: cadre | wave: 1 | lang: zh-CN

[T01] 访谈者：签字的事？
[T02] C1：签字是ＳＴ公司要的。签字，大伙都签字！没办法。
[T03] C1：后来就不提签字了。
`

type Query = In<'search.start'>['query']
type Summary = Out<'search.finish'>

async function study(): Promise<TestHost> {
  const host = await openHost()
  await importTexts(host, INTERVIEW, SECOND_INTERVIEW, CADRE)
  return host
}

async function search(host: TestHost, query: Query): Promise<Summary> {
  const { searchId } = await host.call('search.start', { query })
  return host.call('search.finish', { searchId })
}

async function hits(host: TestHost, query: Query): Promise<string[]> {
  const summary = await search(host, query)
  const page = await host.call('search.page', { searchId: summary.searchId, offset: 0, limit: 500 })
  expect(page.hits.length).toBe(summary.hits)
  return page.hits.map(({ before, hit, after, turnRef, speaker }) => `${turnRef} ${speaker}: ${before}|${hit}|${after}`)
}

describe('finding', () => {
  test('lists what respondents say, in its turn, and counts what it leaves out', async () => {
    const host = await study()
    expect(await hits(host, { text: '签字' })).toEqual([
      'T02 F5: 贴了张单子，让三天内|签字|。😀老𠮷说没签的要停补助。',
      'T02 C1: |签字|是ＳＴ公司要的。签字，大伙都签字！没办法。',
      'T02 C1: 签字是ＳＴ公司要的。|签字|，大伙都签字！没办法。',
      'T02 C1: 签字是ＳＴ公司要的。签字，大伙都|签字|！没办法。',
      'T03 C1: 后来就不提|签字|了。',
    ])
    const { documents, leftOut, searched } = await search(host, { text: '签字' })
    expect(leftOut).toEqual({ interviewers: 1, otherSpeakers: 0, labels: 0 })
    expect(searched).toEqual({ documents: 3, outOf: 3 })
    expect(documents.map(({ village, name, hits: count }) => [village, name, count])).toEqual([
      ['SP 石坡', 'SP-F5-w1', 1],
      ['SP 石坡', 'SP-C1-w1', 4],
    ])
  })

  test('reads those who are chosen', async () => {
    const host = await study()
    const { documents } = await host.call('document.list', {})
    const cadre = documents.find(({ name }) => name === 'SP-C1-w1')
    const farmer = documents.find(({ name }) => name === 'SP-F5-w1')
    const counted = async (filter: Query['filter']) => {
      const { hits: count, leftOut } = await search(host, { text: '签字', filter })
      return [count, leftOut.interviewers, leftOut.otherSpeakers]
    }
    expect(await counted({ interviewers: true })).toEqual([6, 0, 0])
    expect(await counted({ roles: ['cadre'] })).toEqual([4, 1, 1])
    expect(await counted({ respondentIds: [farmer?.respondents[0]?.caseId ?? 0] })).toEqual([1, 1, 4])
    expect(await counted({ documentIds: [cadre?.id ?? 0] })).toEqual([4, 1, 0])
    expect(await counted({ villageIds: [farmer?.villageId ?? 0] })).toEqual([5, 1, 0])
    expect(await counted({ villageIds: [null] })).toEqual([0, 0, 0])
  })

  test('leaves out the labels of speakers, which nobody says, and keeps what stands outside of turns', async () => {
    const host = await study()
    const { hits: count, leftOut } = await search(host, { text: 'c1' })
    // The two hits stand in the heading of the transcript.
    expect([count, leftOut.labels]).toEqual([2, 2])
  })

  test('sees letters of any width, and by wish only whole words or the same case', async () => {
    const host = await study()
    expect(await hits(host, { text: 'st公司' })).toHaveLength(1)
    expect(await hits(host, { text: 'st', matchCase: true })).toEqual([])
    expect(await hits(host, { text: '办', mode: 'words' })).toEqual([])
    expect(await hits(host, { text: '[没不]提?签?', mode: 'regex' })).not.toEqual([])
  })

  test('reads originals, or one language version', async () => {
    const host = await study()
    const english = INTERVIEW.replace('lang: zh-CN', 'lang: en')
      .replace('doc: SP-F5-w1', 'doc: SP-F5-w1-en')
      .replace('后来开了会，大伙投票定了路线。', 'Then there was a meeting.')
    const [parallel] = await importTexts(host, english)
    const { documents } = await host.call('document.list', {})
    const original = documents.find(({ name }) => name === 'SP-F5-w1')
    await host.call('document.link', { id: parallel!.id, originalId: original!.id })
    const count = async (version: string) =>
      (await host.call('search.start', { query: { text: 'meeting' }, version })).hits
    expect([await count('originals'), await count('en')]).toEqual([0, 1])
  })

  test('finds codes, memos and cases beside the transcripts', async () => {
    const host = await study()
    const codeId = await makeCode(host, 'Signing')
    await host.call('code.setText', {
      id: codeId,
      language: 'zh-CN',
      name: '签字',
      definition: '在单子上签字',
      include: '',
      exclude: '',
      example: '',
    })
    const { codes, cases } = await search(host, { text: '签字' })
    expect(codes.first.map(({ id, field, language, hit }) => [id, field, language, hit])).toEqual([
      [codeId, 'name', 'zh-CN', '签字'],
      [codeId, 'definition', 'zh-CN', '签字'],
    ])
    expect(cases.total).toBe(0)
    expect((await search(host, { text: '石坡' })).cases.first.map(({ title, owner }) => [title, owner?.kind])).toEqual([
      ['SP 石坡', 'village'],
    ])
  })

  test('follows what is imported, and forgets hits in what is deleted', async () => {
    const host = await study()
    const { searchId } = await search(host, { text: '大棚', filter: { interviewers: true } })
    const [opened] = await importTexts(host, SECOND_INTERVIEW.replaceAll('F7', 'F8'))
    expect((await search(host, { text: '大棚', filter: { interviewers: true } })).hits).toBe(2)
    const { documents } = await host.call('document.list', {})
    await host.call('document.delete', { ids: documents.map(({ id }) => id).filter((id) => id !== opened!.id) })
    expect((await refusal(host.call('search.page', { searchId, offset: 0, limit: 10 }))).code).toBe('search_gone')
    expect((await search(host, { text: '大棚', filter: { interviewers: true } })).hits).toBe(1)
  })

  test('refuses what is no regular expression, and ends one that never ends', async () => {
    const host = await study()
    const wrong = await refusal(host.call('search.start', { query: { text: '(签', mode: 'regex' } }))
    expect(wrong).toEqual({ code: 'regex_invalid', params: { pattern: '(签' } })

    await importTexts(host, SECOND_INTERVIEW.replaceAll('F7', 'F9').replace('大棚', 'a'.repeat(60)))
    const reading = new StudyReading(host.study.path, null, 1500)
    onTestFinished(() => {
      reading.close()
    })
    const endless = reading.search(
      searchQuerySchema.parse({ text: '(a+)+b', mode: 'regex', filter: { interviewers: true } }),
      'originals',
    )
    const refused = await refusal(endless.ended(() => undefined))
    expect(refused).toEqual({ code: 'search_timeout', params: { pattern: '(a+)+b', seconds: 2 } })
    // Another worker takes its place.
    const next = reading.search(searchQuerySchema.parse({ text: '签字' }), 'originals')
    await next.ended(() => undefined)
    expect(next.summary().hits).toBe(5)
  })

  test('ends when nobody waits any more', async () => {
    const host = await study()
    const abort = new AbortController()
    abort.abort(new Error('typed on'))
    const call = host.call('search.start', { query: { text: '(签|字)+', mode: 'regex' } }, { signal: abort.signal })
    await expect(call).rejects.toThrow('typed on')
    expect((await search(host, { text: '签字' })).hits).toBe(5)
  })

  test('leaves the file as it is: nothing beside it once the study is closed', async () => {
    const host = await study()
    await search(host, { text: '签字' })
    const { path } = host.study
    await host.call('study.close', {})
    await host.open(path)
    expect((await search(host, { text: '签字' })).hits).toBe(5)
  })
})

describe('coding what was found', () => {
  async function ready() {
    const host = await study()
    const codeId = await makeCode(host, 'S')
    const { searchId } = await search(host, { text: '签字' })
    const base = { searchId, codeId, hits: 'all' } as const
    const quotes = async () => {
      const { segments } = await host.call('segment.list', {
        filter: { layer: (await host.call('coder.list', {})).currentId ?? 'study' },
        offset: 0,
        limit: 100,
      })
      return segments.map(({ quote }) => quote)
    }
    return { host, codeId, searchId, base, quotes }
  }

  test('codes the words, their sentences or their turns, as the preview said', async () => {
    for (const [unit, expected] of [
      ['hit', ['签字', '签字', '签字', '签字', '签字']],
      ['sentence', ['贴了张单子，让三天内签字。', '签字是ＳＴ公司要的。', '签字，大伙都签字！', '后来就不提签字了。']],
      [
        'turn',
        [
          '贴了张单子，让三天内签字。😀老𠮷说没签的要停补助。',
          '签字是ＳＴ公司要的。签字，大伙都签字！没办法。',
          '后来就不提签字了。',
        ],
      ],
    ] as const) {
      const { host, base, quotes } = await ready()
      const preview = await host.call('search.previewCoding', { ...base, unit })
      expect(preview).toMatchObject({ hits: 5, passages: expected.length, documents: 2, added: expected.length })
      expect(preview.characters).toBe(expected.join('').length)
      expect(await quotes()).toEqual([])
      expect(await host.call('search.codeHits', { ...base, unit })).toEqual(preview)
      expect(await quotes()).toEqual(expected)
    }
  })

  test('is one step, and its undo leaves everything as it was', async () => {
    const { host, base } = await ready()
    await host.call('search.codeHits', { ...base, hits: [4], unit: 'hit' })
    const before = dump(host.study.db)
    await host.call('search.codeHits', { ...base, unit: 'sentence' })
    expect(dump(host.study.db)).not.toEqual(before)
    const { label } = await host.call('history.undo', {})
    expect(label).toEqual({ code: 'codeHits', params: { code: 'S', count: 4, text: '签字' } })
    expect(dump(host.study.db)).toEqual(before)
  })

  test('says what is coded so already and what grows, and codes nothing twice', async () => {
    const { host, base, quotes, codeId } = await ready()
    const { documents } = await host.call('document.list', {})
    const opened = await host.call('document.open', { id: documents.find(({ name }) => name === 'SP-C1-w1')!.id })
    const at = opened.text.indexOf('后来就不提签字了。')
    await host.call('coding.apply', {
      documentId: opened.id,
      revisionId: opened.revisionId,
      range: { start: at, end: at + 9 },
      codeIds: [codeId],
    })
    const first = opened.text.indexOf('签字是')
    await host.call('coding.apply', {
      documentId: opened.id,
      revisionId: opened.revisionId,
      range: { start: first, end: first + 4 },
      codeIds: [codeId],
    })
    const preview = await host.call('search.previewCoding', { ...base, unit: 'sentence' })
    expect(preview).toMatchObject({ passages: 4, already: 1, extending: 1, added: 2 })
    await host.call('search.codeHits', { ...base, unit: 'sentence' })
    expect(await quotes()).toHaveLength(4)
    const again = await host.call('search.previewCoding', { ...base, unit: 'sentence' })
    expect(again).toMatchObject({ passages: 4, already: 4, extending: 0, added: 0 })
  })

  test('leaves other people’s codings alone', async () => {
    const { host, base, codeId } = await ready()
    await host.call('search.codeHits', { ...base, unit: 'hit' })
    host.signInAs('Ben')
    expect(await host.call('search.previewCoding', { ...base, unit: 'hit' })).toMatchObject({ added: 5, already: 0 })
    await host.call('search.codeHits', { ...base, unit: 'hit' })
    const counts = host.study.db.all<{ count: number }>(
      'SELECT count(*) AS count FROM coding WHERE code_id = ? GROUP BY coder_id',
      codeId,
    )
    expect(counts.map(({ count }) => count)).toEqual([5, 5])
  })

  test('refuses a code that is no code for passages, and a text that has changed since', async () => {
    const { host, base, codeId } = await ready()
    await host.call('code.update', { id: codeId, codable: false })
    expect((await refusal(host.call('search.codeHits', { ...base, unit: 'hit' }))).code).toBe('code_not_codable')
    await host.call('code.update', { id: codeId, codable: true })
    const { documents } = await host.call('document.list', {})
    await host.call('document.delete', { ids: [documents.find(({ name }) => name === 'SP-C1-w1')!.id] })
    expect((await refusal(host.call('search.codeHits', { ...base, unit: 'hit' }))).code).toBe('search_gone')
  })
})

describe('saved searches', () => {
  test('are kept with the study, renamed, replaced and deleted, each undone', async () => {
    const host = await study()
    await code(
      host,
      (await importTexts(host, SECOND_INTERVIEW.replaceAll('F7', 'F8')))[0]!,
      '想参加',
      await makeCode(host, 'A'),
    )
    const list = async () =>
      (await host.call('view.list', { kind: 'search' })).views.map(({ name, coder, body }) => [
        name,
        coder,
        body.kind === 'search' && body.query.text,
      ])
    const before = dump(host.study.db)
    const { id } = await host.call('view.save', { name: 'Trust', body: { kind: 'search', query: { text: '信任' } } })
    await host.call('view.save', { name: 'Signing', body: { kind: 'search', query: { text: '签字', mode: 'words' } } })
    await host.call('view.save', { name: 'Trust', body: { kind: 'search', query: { text: '信' } } })
    await host.reopen()
    expect(await list()).toEqual([
      ['Signing', 'Ana', '签字'],
      ['Trust', 'Ana', '信'],
    ])
    expect((await refusal(host.call('view.rename', { id, name: 'Signing' }))).code).toBe('view_name_taken')
    await host.call('view.rename', { id, name: '信任' })
    await host.call('view.remove', { id })
    expect(await list()).toEqual([['Signing', 'Ana', '签字']])
    for (let step = 0; step < 5; step++) await host.call('history.undo', {})
    expect(dump(host.study.db)).toEqual(before)
    expect((await refusal(host.call('view.remove', { id }))).code).toBe('view_gone')
  })
})
