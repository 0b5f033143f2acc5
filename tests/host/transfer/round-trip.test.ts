import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import readXlsxFile from 'read-excel-file/node'
import { beforeEach, expect, test } from 'vitest'
import type { TestHost } from '../open-host.ts'
import { openHost } from '../open-host.ts'
import { refusal } from '../refusal.ts'
import { RESOURCES } from '../resources.ts'
import { INTERVIEW } from '../transcripts.ts'
import { codingContent, episodeContent } from './content.ts'
import { fileIn, importOne } from './files.ts'

const SAMPLE = join(RESOURCES, 'sample')
const MATRIX = { rows: 'code', columns: 'village', measure: 'passages', layer: 'study' } as const

/** A study of the sample's transcripts, without its codings. */
async function openTranscripts(): Promise<TestHost> {
  const host = await openHost({ framework: 'mobilization-participation' })
  const handles = readdirSync(join(SAMPLE, 'transcripts')).map((name) => host.handle(join(SAMPLE, 'transcripts', name)))
  const { failed } = await host.call('import.documents', { handles })
  expect(failed).toEqual([])
  return host
}

/** Every share of the profiles, village by village. */
async function sharesIn(host: TestHost): Promise<unknown> {
  const { result } = await host.call('profile.compute', { layer: 'study' })
  return result?.profiles.map(({ cells }) =>
    cells.map(({ cellId, equal, pooled }) => [cellId, equal.value, pooled.value]),
  )
}

let host: TestHost
beforeEach(async () => {
  host = await openTranscripts()
  for (const [call, file] of [
    ['import.codings', 'segments.csv'],
    ['import.episodes', 'episodes.csv'],
  ] as const)
    expect((await host.call(call, { handle: host.handle(join(SAMPLE, file)) })).failed).toEqual([])
  const noted =
    'doc_id,start_cp,end_cp,coder,affair_id,memo,primary\nSP-F5-w1,0,20,示例 Sample,header,"two\nlines, ""quoted"" ",mobilization=M.R2; participation=P.G\n'
  await host.call('import.episodes', { handle: fileIn(host, 'noted.csv', noted) })
})

test.each(['tidy', 'excel'] as const)(
  'what is exported as %s comes back unchanged, here and in a fresh study',
  async (flavour) => {
    const fresh = await openTranscripts()
    // One language version at a time, as analyses read them.
    for (const version of ['zh-CN', 'en'])
      for (const [format, call] of [
        ['segments-csv', 'import.codings'],
        ['episodes-csv', 'import.episodes'],
      ] as const) {
        const path = join(host.folder, `${version}-${format}`)
        const { rows } = await host.call('export.file', { handle: host.handle(path), format, flavour, version })
        expect(rows).toBeGreaterThan(90)
        expect(await host.call(call, { handle: host.handle(path) })).toEqual({ added: 0, unchanged: rows, failed: [] })
        expect(await fresh.call(call, { handle: fresh.handle(path) })).toEqual({
          added: rows,
          unchanged: 0,
          failed: [],
        })
      }
    expect(codingContent(fresh.study.db)).toEqual(codingContent(host.study.db))
    expect(episodeContent(fresh.study.db)).toEqual(episodeContent(host.study.db))
    expect(JSON.stringify(episodeContent(fresh.study.db))).toContain('mobilization=M.R2,participation=P.G')
    expect(await sharesIn(fresh)).toEqual(await sharesIn(host))
  },
)

test('formula-like text is guarded for spreadsheets and left alone for programs; both come back the same', async () => {
  const path = (flavour: string) => join(host.folder, `${flavour}.csv`)
  await importOne(
    host,
    'f.txt',
    'doc: F | lang: zh\n\nF1：=问题就一个。\nF1：-没去。\nF1：＝也是。\nF1：\u2019普通。\n',
  )
  await host.call('import.codings', {
    handle: fileIn(host, 'c.csv', 'doc_id,text,code_id,memo\nF,=问题就一个,M.R,@memo\nF,-没去,M.R,\nF,＝也是,M.R,\n'),
  })
  for (const flavour of ['tidy', 'excel'] as const)
    await host.call('export.file', {
      handle: host.handle(path(flavour)),
      format: 'segments-csv',
      flavour,
      layer: 'study',
    })
  const tidy = readFileSync(path('tidy'), 'utf8')
  const excel = readFileSync(path('excel'), 'utf8')
  expect(tidy).toContain(',=问题就一个,')
  expect(tidy).toContain(',@memo,')
  expect(tidy.startsWith('seg_id,')).toBe(true)
  expect(excel.startsWith('\ufeffseg_id,')).toBe(true)
  expect(excel).toContain(`,'=问题就一个,`)
  expect(excel).toContain(`,'-没去,`)
  expect(excel).toContain(`,'＝也是,`)
  for (const flavour of ['tidy', 'excel'])
    expect(await host.call('import.codings', { handle: host.handle(path(flavour)) })).toMatchObject({
      added: 0,
      failed: [],
    })
})

test('a matrix in a workbook reads back as it is on the screen, with names in the language that was asked for', async () => {
  const path = join(host.folder, 'm.xlsx')
  const matrix = await host.call('matrix.compute', MATRIX)
  await host.call('export.file', {
    handle: host.handle(path),
    format: 'matrix-xlsx',
    matrix: MATRIX,
    language: 'zh-CN',
  })
  const [sheet, about] = await readXlsxFile(path)
  const [heading, ...lines] = sheet?.data ?? []
  expect(heading?.slice(2)).toEqual(matrix.columns.map(({ name }) => name))
  expect(lines.slice(0, matrix.rows.length).map((line) => line.slice(2))).toEqual(matrix.cells)
  expect(lines[0]?.slice(0, 2)).toEqual(['M', '干部动员'])
  expect(about?.data.flat()).toContain('子编码计入上级编码')
})

test('a matrix as CSV: what numbers are out of stands below them for reading, not in files for programs', async () => {
  const file = async (flavour: 'tidy' | 'excel') => {
    const path = join(host.folder, `${flavour}.csv`)
    const { rows } = await host.call('export.file', {
      handle: host.handle(path),
      format: 'matrix-csv',
      flavour,
      matrix: MATRIX,
    })
    return { rows, text: readFileSync(path, 'utf8') }
  }
  const tidy = await file('tidy')
  expect(tidy.text.split('\n')[0]).toBe('code_id,code,LW 柳湾,SG 沙岗,SP 石坡')
  expect(tidy.text.trim().split('\n')).toHaveLength(tidy.rows + 1)
  const excel = await file('excel')
  expect(excel.rows).toBe(tidy.rows + 3)
  expect(excel.text).toContain('\r\n,(transcripts),10,6,6\r\n')
})

test('a file that cannot be written leaves what stood there, and no half of its own', async () => {
  const folder = join(host.folder, 'taken.csv')
  mkdirSync(folder)
  const format = 'segments-csv' as const
  await expect(host.call('export.file', { handle: host.handle(folder), format })).rejects.toThrow()
  expect(existsSync(`${folder}.part`)).toBe(false)
  const nowhere = host.handle(join(host.folder, 'nowhere', 'a.csv'))
  expect((await refusal(host.call('export.file', { handle: nowhere, format }))).code).toBe('file_vanished')
  expect((await refusal(host.call('export.file', { handle: nowhere, format: 'matrix-csv' }))).code).toBe(
    'matrix_missing',
  )
  const path = join(host.folder, 'old.csv')
  writeFileSync(path, 'old')
  await host.call('export.file', { handle: host.handle(path), format })
  expect(readFileSync(path, 'utf8')).toContain('seg_id')
})

test('another coder’s layer exports and imports under their name', async () => {
  host.signInAs('Bo')
  await host.call('import.codings', {
    handle: fileIn(host, 'bo.csv', 'doc_id,text,code_id\nSP-F5-w1,让三天内签字,M.A\n'),
  })
  const { coders } = await host.call('coder.list', {})
  const bo = coders.find(({ name }) => name === 'Bo')?.id ?? 0
  const path = join(host.folder, 'bo-out.csv')
  const { rows } = await host.call('export.file', { handle: host.handle(path), format: 'segments-csv', layer: bo })
  expect(rows).toBe(1)
  const fresh = await openTranscripts()
  await fresh.call('import.codings', { handle: fresh.handle(path) })
  expect((await fresh.call('coder.list', {})).coders.map(({ name, codings }) => [name, codings])).toContainEqual([
    'Bo',
    1,
  ])
})

test('any codings with any memos and attributes come through a file as they were', async () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom('=1+1', "'=x", '@a', '-去', '"quoted", and;more', 'two\nlines\n', '\t', '', '＝全角'),
  )
  const row = fc.record({
    start: fc.nat(80),
    length: fc.integer({ min: 1, max: 40 }),
    code: fc.constantFrom('M.R', 'P.D', 'E.R.+'),
    polarity: fc.constantFrom('affirmed', 'negated', 'hypothetical'),
    source: fc.constantFrom('self', 'other', 'hearsay'),
    actor: nasty,
    affair: nasty,
    event: nasty,
    certainty: fc.constantFrom('', '1', '2', '3'),
    memo: nasty,
  })
  const cell = (value: string | number) => `"${String(value).replaceAll('"', '""')}"`
  let run = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('tidy', 'excel'),
      async (rows, flavour) => {
        run++
        const lines = rows.map(({ start, length, ...rest }) => [
          'SP-F5-w1',
          start,
          start + length,
          ...Object.values(rest),
        ])
        const heading = 'doc_id,start_cp,end_cp,code_id,polarity,source,actor,affair_id,event_time,certainty,memo'
        const table = [heading, ...lines.map((line) => line.map(cell).join(','))].join('\n')
        const transcript = fileIn(host, 'sp.txt', INTERVIEW)
        const contents: unknown[] = []
        let handle = fileIn(host, `random-${run}.csv`, table)
        for (const place of ['a', 'b']) {
          await host.create('mobilization-participation', `${place}-${run}`)
          await host.call('import.documents', { handles: [transcript] })
          expect((await host.call('import.codings', { handle })).failed).toEqual([])
          contents.push(codingContent(host.study.db))
          handle = host.handle(join(host.folder, `out-${place}-${run}.csv`))
          await host.call('export.file', { handle, format: 'segments-csv', flavour })
          const again = await host.call('import.codings', { handle })
          expect(again).toMatchObject({ added: 0, failed: [] })
        }
        expect(contents[1]).toEqual(contents[0])
      },
    ),
    { numRuns: 12 },
  )
}, 60_000)
