import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ParserPool } from '../../../electron/host/jobs/parser-pool.ts'
import { dump } from '../database/dump.ts'
import { openHost } from '../open-host.ts'
import { refusal } from '../refusal.ts'
import { INTERVIEW } from '../transcripts.ts'
import { docx, fileIn, importOne, paragraph, refusalOf } from './files.ts'

const ENGLISH = `doc: SP-F5-w1 | village: SP Shipo | respondent: F5 | role: farmer | wave: 1 | lang: en

[T01] Interviewer: About the road, how did the cadres put it to you?
[T02] F5: A list went up, sign within three days.
`

test('header lines make village, person, wave, date and speakers, and turns say who speaks', async () => {
  const host = await openHost()
  const text = INTERVIEW.replace('wave: 1', 'wave: 1 | date: 2024年6月11日 | consent: quote=yes share=no')
  const { id, speakers, turns, name } = await importOne(host, 'whatever.txt', text)
  expect(name).toBe('SP-F5-w1')
  const { documents } = await host.call('document.list', {})
  expect(documents).toMatchObject([
    {
      id,
      language: 'zh-CN',
      village: 'SP 石坡',
      wave: '1',
      interviewDate: '2024-06-11',
      respondents: [{ name: 'F5', role: 'villager' }],
      turns: 5,
    },
  ])
  expect(speakers).toMatchObject([
    { label: '访谈者', kind: 'interviewer', caseId: null },
    { label: 'F5', kind: 'respondent', caseName: 'F5', role: 'villager' },
  ])
  expect(turns.map(({ ref }) => ref)).toEqual(['T01', 'T02', 'T03', 'T04', 'T05'])
  expect(
    host.study.db.all(
      'SELECT a.name, a.type, v.value FROM attribute_value v JOIN attribute a ON a.id = v.attribute_id ORDER BY a.name',
    ),
  ).toEqual([
    { name: 'consent_quote', type: 'boolean', value: 'true' },
    { name: 'consent_share', type: 'boolean', value: 'false' },
  ])
})

test('without a header the file gives the name and the script the language; a label is a person', async () => {
  const host = await openHost()
  await importOne(
    host,
    'Interview 7.txt',
    'Interviewer: Why?\nMei: Because we voted.\nInterviewer: When?\nMei: In May.\n',
  )
  await importOne(host, '第八份.txt', '问：为什么？\n答：大伙投票定的。\n问：啥时候？\n答：五月。\n')
  const { documents } = await host.call('document.list', {})
  expect(documents).toMatchObject([
    { name: 'Interview 7', language: 'en', respondents: [{ name: 'Mei' }] },
    { name: '第八份', language: 'zh-CN', respondents: [] },
  ])
})

test('the same interview in another language is a version of the one in the main language, whichever comes first', async () => {
  const host = await openHost()
  // The main language of this study is English.
  const handles = [fileIn(host, 'zh.txt', INTERVIEW), fileIn(host, 'en.txt', ENGLISH)]
  const { items } = await host.call('import.preview', { handles })
  expect(items.map(({ name, parallelOf }) => ({ name, parallelOf }))).toEqual([
    { name: 'SP-F5-w1.zh', parallelOf: 'SP-F5-w1' },
    { name: 'SP-F5-w1', parallelOf: null },
  ])
  await host.call('import.documents', { handles })
  const { documents } = await host.call('document.list', {})
  const [original, version] = documents
  expect(original).toMatchObject({ name: 'SP-F5-w1', language: 'en', parallelOf: null })
  expect(version).toMatchObject({ name: 'SP-F5-w1.zh', parallelOf: original?.id, village: 'SP Shipo' })
  const { cases } = await host.call('case.list', {})
  expect(cases.map(({ name, kind }) => `${kind} ${name}`)).toEqual(['village SP Shipo', 'person F5'])
  const { speakers } = await host.call('document.open', { id: version?.id ?? 0 })
  expect(speakers.find(({ label }) => label === 'F5')?.caseName).toBe('F5')
})

test('a version that comes later finds its original in the study', async () => {
  const host = await openHost()
  await importOne(host, 'zh.txt', INTERVIEW)
  const { name } = await importOne(host, 'en.txt', ENGLISH)
  expect(name).toBe('SP-F5-w1.en')
  const { documents } = await host.call('document.list', {})
  expect(documents[1]).toMatchObject({ parallelOf: documents[0]?.id, village: 'SP 石坡' })
})

test('the same file again is refused; another text under the same name gets a number', async () => {
  const host = await openHost()
  await importOne(host, 'a.txt', INTERVIEW)
  expect(await refusalOf(host, fileIn(host, 'again.txt', INTERVIEW))).toBe('already_imported')
  expect((await importOne(host, 'b.txt', `${INTERVIEW}F5：还有。\n`)).name).toBe('SP-F5-w1 (2)')
  expect(await refusalOf(host, fileIn(host, 'again.txt', `${INTERVIEW}F5：还有。\n`))).toBe('already_imported')
  const twice = [fileIn(host, 'x.txt', 'F1: One.\n'), fileIn(host, 'x.md', 'F1: One.\n')]
  const { imported, failed } = await host.call('import.documents', { handles: twice })
  expect([imported.length, failed.map(({ error }) => error.code)]).toEqual([1, ['already_imported']])
})

test('what the user decides in the preview is what comes in: names, cases, speakers', async () => {
  const host = await openHost()
  const handle = fileIn(host, 'r.txt', '主持人：开始。\n老李：行。\n老李：好。\n备用：这是说明。\n备用：还是说明。\n')
  const decision = {
    handle,
    name: 'Li',
    village: 'SP 石坡',
    wave: '2',
    interviewDate: '2024-01-02',
    language: 'zh-CN',
    speakers: [
      { label: '主持人', kind: 'interviewer' as const, respondent: null, role: null },
      { label: '老李', name: '李大爷', kind: 'respondent' as const, respondent: 'F9', role: 'elder' },
      { label: '备用', kind: 'other' as const, respondent: null, role: null, ignored: true },
    ],
  }
  const { items } = await host.call('import.preview', { handles: [handle], decisions: [decision] })
  expect(items[0]).toMatchObject({ name: 'Li', village: 'SP 石坡', turns: 3 })
  const { imported } = await host.call('import.documents', { handles: [handle], decisions: [decision] })
  const { speakers, turns, text } = await host.call('document.open', { id: imported[0]?.documentId ?? 0 })
  expect(speakers).toMatchObject([
    { label: '主持人', kind: 'interviewer' },
    { label: '李大爷', kind: 'respondent', caseName: 'F9', role: 'elder' },
  ])
  expect(turns).toHaveLength(3)
  expect(text.slice(turns[2]?.start, turns[2]?.end)).toBe('老李：好。\n备用：这是说明。\n备用：还是说明。')
})

test('a batch is one step: the good files come in, the others are named, and undo takes all of it back', async () => {
  const host = await openHost()
  const before = dump(host.study.db)
  mkdirSync(join(host.folder, 'folder.txt'))
  const gone = fileIn(host, 'gone.txt', 'F1: Hello.')
  rmSync(join(host.folder, 'gone.txt'))
  const huge = fileIn(host, 'huge.txt', '')
  truncateSync(join(host.folder, 'huge.txt'), 2 * 1024 ** 3)
  const started = performance.now()
  const { imported, failed } = await host.call('import.documents', {
    handles: [
      fileIn(host, 'good.txt', INTERVIEW),
      gone,
      huge,
      fileIn(host, 'empty.txt', ''),
      fileIn(host, 'blank.txt', ' \r\n\t\n'),
      fileIn(host, 'picture.txt', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7) % 31))),
      fileIn(host, 'sheet.xlsx', 'x'),
      host.handle(join(host.folder, 'folder.txt')),
      fileIn(host, 'also-good.docx', docx(paragraph('F7: We voted.'))),
    ],
  })
  expect(performance.now() - started).toBeLessThan(10_000)
  expect(imported.map(({ name }) => name)).toEqual(['SP-F5-w1', 'also-good'])
  expect(failed.map(({ fileName, error }) => `${fileName} ${error.code}`)).toEqual([
    'gone.txt file_vanished',
    'huge.txt file_too_large',
    'empty.txt file_empty',
    'blank.txt file_empty',
    'picture.txt not_text',
    'sheet.xlsx unsupported_type',
    'folder.txt not_a_file',
  ])
  const { undo } = await host.call('history.state', {})
  expect(undo?.label).toMatchObject({ code: 'importDocuments', params: { count: 2 } })
  await host.call('history.undo', {})
  const { coder: _, ...after } = dump(host.study.db)
  const { coder: __, ...start } = before
  expect(after).toEqual(start)
  expect((await host.call('import.documents', { handles: [fileIn(host, 'good.txt', INTERVIEW)] })).failed).toEqual([])
})

test('10,000 labels are no speakers: a warning says so, and the text comes in without turns of its own', async () => {
  const host = await openHost()
  const text = Array.from({ length: 10_000 }, (_, i) => `P${i}: I was there too.`).join('\n')
  const handle = fileIn(host, 'crowd.txt', text)
  const [item] = (await host.call('import.preview', { handles: [handle] })).items
  expect(item?.warnings.map(({ code }) => code)).toContain('too_many_speakers')
  expect(item?.speakers).toEqual([])
  expect((await importOne(host, 'crowd.txt', text)).text).toBe(text)
})

test('names with emoji, direction marks and any length become names that can be shown', async () => {
  const host = await openHost()
  const names = ['👩🏽‍🌾 Mei', '\u202etxt.evil', '长'.repeat(900), '长'.repeat(10_000)]
  for (const [index, name] of names.entries())
    await importOne(host, `n${index}.txt`, `doc: ${name} | village: ${name}\n\nF1: Hello, this is number ${index}.\n`)
  const { documents } = await host.call('document.list', {})
  expect(documents.map(({ name }) => name)).toEqual(['👩🏽‍🌾 Mei', 'txt.evil', `${'长'.repeat(499)}…`, 'n3'])
  const odd = '😀 a\nb\u202e.txt'
  expect((await importOne(host, odd, 'F1: Odd.\n')).name).toBe('😀 a b')
})

test('progress is told file by file, and a cancelled import leaves nothing', async () => {
  const host = await openHost()
  await importOne(host, 'first.txt', 'F1: First.\n')
  const before = dump(host.study.db)
  const handles = Array.from({ length: 60 }, (_, i) =>
    fileIn(host, `c${i}.txt`, `${INTERVIEW.replace('SP-F5', `X${i}`)}`),
  )
  const seen: number[] = []
  const controller = new AbortController()
  const call = host.call(
    'import.documents',
    { handles },
    {
      signal: controller.signal,
      progress: (done, total) => {
        seen.push(done)
        expect(total).toBe(60)
        if (done === 5) controller.abort()
      },
    },
  )
  await expect(call).rejects.toThrow('aborted')
  expect(seen.slice(0, 6)).toEqual([0, 1, 2, 3, 4, 5])
  expect(dump(host.study.db)).toEqual(before)
  const { imported } = await host.call('import.documents', { handles })
  expect(imported).toHaveLength(60)
})

test('a full disk leaves nothing of a batch', async () => {
  const host = await openHost()
  await importOne(host, 'first.txt', 'F1: First.\n')
  const before = dump(host.study.db)
  const db = host.study.writable()
  const pages = db.pluck<number>('PRAGMA page_count') ?? 0
  db.exec(`PRAGMA max_page_count = ${pages + 20}`)
  const handles = Array.from({ length: 20 }, (_, i) =>
    fileIn(host, `f${i}.txt`, `F${i}: ${'We voted on it. '.repeat(2000)}`),
  )
  expect((await refusal(host.call('import.documents', { handles }))).code).toBe('disk_full')
  expect(dump(host.study.db)).toEqual(before)
  db.exec('PRAGMA max_page_count = 1073741823')
  expect((await host.call('import.documents', { handles })).imported).toHaveLength(20)
})

test('a file that takes too long or too much memory costs its worker, not the next file', async () => {
  const host = await openHost()
  const path = join(host.folder, 'slow.docx')
  const lines = Array.from({ length: 60_000 }, (_, i) => paragraph(`F5: line ${i} `)).join('')
  writeFileSync(path, docx(lines))
  const task = { kind: 'transcript' as const, path, options: {}, withContent: true }
  const { signal } = new AbortController()
  const hasty = new ParserPool({ workers: 1, timeout: 1000 })
  expect((await refusal(hasty.run<'transcript'>(task, signal))).code).toBe('parse_timeout')
  const small = new ParserPool({ workers: 1, heap: 48 })
  expect((await refusal(small.run<'transcript'>(task, signal))).code).toBe('parse_memory')
  const other = { ...task, path: join(host.folder, 'quick.txt') }
  writeFileSync(other.path, 'F1: Quick.\n')
  for (const pool of [hasty, small])
    expect((await pool.run<'transcript'>(other, signal)).content?.text).toBe('F1: Quick.\n')
})
