import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import {
  checkOutputSchema,
  exportOutputSchema,
  importOutputSchema,
  matrixOutputSchema,
  newOutputSchema,
  profileCommandOutputSchema,
} from '../../../shared/contract/cli.ts'
import { runOperation } from '../../../electron/host/database/operation.ts'
import { openHost } from '../open-host.ts'
import { RESOURCES } from '../resources.ts'
import { tempFolder } from '../temp-folder.ts'
import { INTERVIEW, SECOND_INTERVIEW } from '../transcripts.ts'
import { runCli, runJson } from './run-cli.ts'

// Every command is a process of its own.
vi.setConfig({ testTimeout: 60_000 })

const SAMPLE = join(RESOURCES, 'sample')

/** One study with the sample in it, made by the command line itself; the tests below only read it. */
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'tianye-test-cli-'))
  const made = await runJson(folder, newOutputSchema, [
    'new',
    'sample.tianye',
    '--framework',
    'mobilization-participation',
  ])
  expect(made.json).toMatchObject({
    study: { name: 'sample', file: 'sample.tianye' },
    codes: 42,
    languages: ['zh-CN', 'en'],
  })
  const { json, code, err } = await runJson(folder, importOutputSchema, [
    'import',
    'sample.tianye',
    ...readdirSync(join(SAMPLE, 'transcripts')).map((name) => join(SAMPLE, 'transcripts', name)),
    '--codings',
    join(SAMPLE, 'segments.csv'),
    '--episodes',
    join(SAMPLE, 'episodes.csv'),
  ])
  expect([code, err]).toEqual([0, ''])
  expect(json.documents).toMatchObject({ failed: [] })
  expect(json.documents?.imported).toHaveLength(44)
  expect(json.codings).toMatchObject({ file: 'segments.csv', unchanged: 0, failed: [] })
  expect(json.episodes).toMatchObject({ failed: [] })
  expect(json.attributes).toBeNull()
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('matrix: names stand beside the ids, in JSON and in a table that Chinese does not put out of line', async () => {
  const { json, code } = await runJson(folder, matrixOutputSchema, ['matrix', 'sample.tianye', '--columns', 'village'])
  expect(code).toBe(0)
  expect(json).toMatchObject({ tianye: 1, command: 'matrix', layer: { id: 'study', name: 'study' }, leftOut: [] })
  expect(json.columns.map(({ name }) => name)).toEqual(['LW 柳湾', 'SG 沙岗', 'SP 石坡'])
  expect(json.rows[1]).toMatchObject({
    label: 'M.R',
    names: { en: 'Responsive mobilization', 'zh-CN': '回应性动员' },
    depth: 1,
  })

  const { out } = await runCli(folder, ['matrix', 'sample.tianye', '--language', 'zh-CN'])
  const [heading = '', first = ''] = out.split('\n')
  const width = (line: string) => [...line].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0)
  expect(width(heading)).toBe(width(first))
  expect(first).toMatch(/^M 干部动员 +\d+ +\d+ +\d+$/)
})

test('profile: the figures of the method’s answer key, each with its evidence', async () => {
  const { json } = await runJson(folder, profileCommandOutputSchema, ['profile', 'sample.tianye', '--unit', 'E1'])
  const villages = new Map(json.villages.map(({ id, name }) => [id, name]))
  const waves = new Map(json.waves.map(({ id, name }) => [id, name]))
  expect(
    json.result?.profiles.map((profile) => [
      villages.get(profile.villageId),
      waves.get(profile.waveId ?? 0),
      profile.verdict.status,
      profile.verdict.cellId,
      profile.determinate.value,
    ]),
  ).toEqual([
    ['LW 柳湾', '1', 'called', 'T4', 18],
    ['LW 柳湾', '2', 'provisional', 'T1', 14],
    ['SG 沙岗', '1', 'called', 'T3', 38],
    ['SP 石坡', '1', 'called', 'T2', 22],
  ])
  expect(json.result?.profiles[0]?.determinate.evidence.episodes).toHaveLength(18)
  const { out } = await runCli(folder, ['profile', 'sample.tianye'])
  expect(out).toContain('SG 沙岗 · wave 1 · E1')
  expect(out).toContain('pooled leads differently')
})

test('export writes what the window writes, and import takes it back unchanged', async () => {
  for (const format of ['segments-csv', 'episodes-csv', 'matrix-csv', 'matrix-xlsx']) {
    const { json } = await runJson(folder, exportOutputSchema, [
      'export',
      'sample.tianye',
      '--to',
      format,
      `${format}.out`,
    ])
    expect(json).toMatchObject({ format, file: `${format}.out` })
    expect(json.rows).toBeGreaterThan(40)
  }
  const [sheet] = await readXlsxFile(join(folder, 'matrix-xlsx.out'))
  const cli = await runJson(folder, matrixOutputSchema, ['matrix', 'sample.tianye'])
  expect(sheet?.data.slice(1, 43).map((line) => line.slice(2))).toEqual(cli.json.cells)
  expect((await runCli(folder, ['matrix', 'sample.tianye', '--out', 'm.xlsx'])).code).toBe(0)
  expect((await readXlsxFile(join(folder, 'm.xlsx')))[0]?.data).toEqual(sheet?.data)

  const { json } = await runJson(folder, importOutputSchema, [
    'import',
    'sample.tianye',
    '--codings',
    'segments-csv.out',
    '--episodes',
    'episodes-csv.out',
  ])
  expect(json.codings).toMatchObject({ added: 0, failed: [] })
  expect(json.episodes).toMatchObject({ added: 0, failed: [] })
})

test('check: a sound study is called sound; one that is not ends with exit code 1 and says why', async () => {
  const sound = await runJson(folder, checkOutputSchema, ['check', 'sample.tianye'])
  // Reading leaves nothing beside the one file.
  expect(readdirSync(folder).filter((name) => /-(wal|shm|lock)$/.test(name))).toEqual([])
  expect([sound.code, sound.json.sound, sound.json.checked['documents']]).toEqual([0, true, 44])

  const host = await openHost({ framework: 'mobilization-participation' })
  const { path } = host.study
  const db = host.study.writable()
  runOperation(db, { coderId: null, name: 'test.break', at: 1 }, () => {
    db.run('DELETE FROM code_text WHERE code_id = 1')
    return { value: null, label: { code: 'test', params: {} } }
  })
  await host.call('study.close', {})
  const broken = await runJson(host.folder, checkOutputSchema, ['check', path])
  expect(broken.code).toBe(1)
  expect(broken.json).toMatchObject({ sound: false, problems: [{ code: 'check_code_nameless' }] })
  expect(broken.err).toContain('no name')

  truncateSync(path, statSync(path).size - 4096)
  const cut = await runCli(host.folder, ['check', path])
  expect([cut.code, cut.out]).toEqual([1, ''])
  expect(cut.err).toMatch(/cut short|damaged/)
})

test('reading commands work beside the open app, writing ones say that it is open', async () => {
  const host = await openHost({ framework: 'mobilization-participation' })
  const { path } = host.study
  writeFileSync(join(host.folder, 'sp.txt'), INTERVIEW)
  await host.call('import.documents', { handles: [host.handle(join(host.folder, 'sp.txt'))] })
  const matrix = await runJson(host.folder, matrixOutputSchema, ['matrix', path])
  expect(matrix.json.columns.map(({ name }) => name)).toEqual(['SP 石坡'])
  expect((await runCli(host.folder, ['profile', path])).code).toBe(0)
  expect((await runCli(host.folder, ['check', path])).code).toBe(0)
  expect((await runCli(host.folder, ['export', path, '--to', 'segments-csv', 'out.csv'])).code).toBe(0)
  const refused = await runCli(host.folder, ['import', path, 'sp.txt'])
  expect([refused.code, refused.out]).toEqual([1, ''])
  expect(refused.err).toContain('open in another window or program')
  expect((await host.call('document.list', {})).documents).toHaveLength(1)
})

test('the files that can come in do, whatever is wrong with the others', async () => {
  const own = tempFolder()
  await runCli(own, ['new', 's.tianye', '--framework', 'mobilization-participation'])
  writeFileSync(join(own, 'gb.txt'), iconv.encode(INTERVIEW, 'gb18030'))
  writeFileSync(join(own, 'crlf.txt'), `\ufeff${SECOND_INTERVIEW.replaceAll('\n', '\r\n')}`)
  writeFileSync(join(own, 'empty.txt'), '')
  writeFileSync(
    join(own, 'codings.csv'),
    'document,text,code,coder\nSP-F5-w1,后来呢,M.R,李明\nSP-F5-w1,后来呢,Z,李明\n',
  )
  const { json, code, err } = await runJson(own, importOutputSchema, [
    'import',
    's.tianye',
    'gb.txt',
    'missing.txt',
    'empty.txt',
    'crlf.txt',
    '--codings',
    'codings.csv',
  ])
  expect(code).toBe(1)
  expect(json.documents?.imported.map(({ name }) => name)).toEqual(['SP-F5-w1', 'SG-F7-w1'])
  expect(json.documents?.failed.map(({ error }) => error.code)).toEqual(['file_vanished', 'file_empty'])
  expect(json.codings).toMatchObject({ added: 1, failed: [{ line: 3, error: { code: 'unknown_code' } }] })
  expect(err).toContain('“missing.txt” is no longer there.')
  expect(err).toContain('codings.csv, line 3: There is no code')
  const matrix = await runJson(own, matrixOutputSchema, [
    'matrix',
    's.tianye',
    '--layer',
    '李明',
    '--columns',
    'document',
  ])
  expect(matrix.json.layer.name).toBe('李明')
  expect(matrix.json.columns.map(({ name }) => name)).toEqual(['SP-F5-w1', 'SG-F7-w1'])
})

test.runIf(process.getuid?.() === 0)('files that one may not read or write are named', async () => {
  const own = tempFolder()
  await runCli(own, ['new', 's.tianye', '--framework', 'blank'])
  writeFileSync(join(own, 'secret.txt'), 'F1: Hello.', { mode: 0o600 })
  chmodSync(own, 0o777)
  chmodSync(join(own, 's.tianye'), 0o666)
  rmSync(join(own, 's.tianye.backups'), { recursive: true, force: true })
  const nobody = { uid: 65_534 }
  const unread = await runCli(own, ['import', 's.tianye', 'secret.txt'], nobody)
  expect([unread.code, unread.err]).toEqual([1, 'Tianye may not read “secret.txt”.\n'])
  const unwritten = await runCli(own, ['export', 's.tianye', '--to', 'segments-csv', '/usr/out.csv'], nobody)
  expect([unwritten.code, unwritten.err]).toEqual([1, 'Tianye may not write to “out.csv”.\n'])
})

test('what is not understood is answered with the help, and nothing is touched', async () => {
  const own = tempFolder()
  for (const [args, words] of [
    [['frobnicate'], 'no command "frobnicate"'],
    [['new', 's.tianye'], '--framework is missing'],
    [['matrix', 's.tianye', '--measure', 'luck'], '--measure is one of passages, respondents, amount'],
    [['matrix', 's.tianye', '--colums', 'role'], "Unknown option '--colums'"],
    [['import', 's.tianye'], 'FILE is missing'],
  ] as const) {
    const { code, out, err } = await runCli(own, args)
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(words)
  }
  const help = await runCli(own, ['--help'])
  expect([help.code, help.err]).toEqual([0, ''])
  expect(help.out).toContain('profile STUDY.tianye')
  expect(readdirSync(own).filter((name) => name !== 'user-data')).toEqual([])
})

test('errors are words on standard error: no study, no such coder, a file that exists', async () => {
  const own = tempFolder()
  writeFileSync(join(own, 'text.tianye'), 'This is no study at all, only words.')
  expect((await runCli(own, ['check', 'gone.tianye'])).err).toBe('“gone.tianye” is no longer there.\n')
  expect((await runCli(own, ['check', 'text.tianye'])).err).toBe('“text.tianye” is not a Tianye study.\n')
  expect((await runCli(folder, ['matrix', 'sample.tianye', '--layer', 'Nobody'])).err).toBe(
    'Nobody called “Nobody” has coded in this study.\n',
  )
  const again = await runCli(own, ['new', 'text.tianye', '--framework', 'blank'])
  expect(again).toEqual({ code: 1, out: '', err: '“text.tianye” is there already. Choose another name.\n' })
  expect(readFileSync(join(own, 'text.tianye'), 'utf8')).toContain('only words')
})
