import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { connectWriter, type WritableDb } from '../../../electron/host/database/open.ts'
import { plainMemoBody } from '../../../shared/memo/memo-nodes.ts'
import { dump } from '../database/dump.ts'
import { openHost, type TestHost } from '../open-host.ts'
import { refusal } from '../refusal.ts'
import { tempFolder } from '../temp-folder.ts'
import { anasStudy, bringBack, code, handOut, preview } from './two-copies.ts'

/** Li's file, closed, with a coding, an episode’s worth of a memo, and nothing wrong with it. */
async function returned(): Promise<{ ana: TestHost; path: string }> {
  const { ana, documents, codes } = await anasStudy()
  const { copy: li, path } = await handOut(ana, 'Li')
  const id = await code(li, documents[0], [3, 7], codes[0])
  const owner = { kind: 'coding', id } as const
  await li.call('memo.save', { id: null, owner, day: null, title: '', body: plainMemoBody('why'), base: null })
  await li.call('study.close', {})
  return { ana, path }
}

/** Writes into the file as somebody would who means no good. */
function tamper(path: string, write: (db: WritableDb) => void): void {
  const db = connectWriter(path, true)
  db.exec('PRAGMA foreign_keys = OFF')
  write(db)
  db.close()
}

function swapText(db: WritableDb): void {
  const swapped = 'Quite another interview, in which everything stands elsewhere.'.repeat(3)
  const hash = createHash('sha256').update(swapped).digest('hex')
  db.run('INSERT INTO text (hash, content) VALUES (?, ?)', hash, swapped)
  db.run('UPDATE document_revision SET text_hash = ?, length = ?', hash, swapped.length)
}

const TAMPERED: readonly [string, { code: string; table?: string }, (path: string) => void][] = [
  ['no study at all', { code: 'not_a_study' }, (path) => writeFileSync(path, 'a letter')],
  ['an empty file', { code: 'not_a_study' }, (path) => writeFileSync(path, '')],
  ['half a file', { code: 'study_truncated' }, (path) => truncateSync(path, 20_000)],
  ['a newer format', { code: 'study_newer' }, (path) => tamper(path, (db) => db.exec('PRAGMA user_version = 99'))],
  [
    'a trigger',
    { code: 'study_foreign_schema' },
    (path) => tamper(path, (db) => db.exec('CREATE TRIGGER t AFTER INSERT ON coding BEGIN DELETE FROM coding; END')),
  ],
  ['a view', { code: 'study_foreign_schema' }, (path) => tamper(path, (db) => db.exec('CREATE VIEW v AS SELECT 1'))],
  [
    'a reference to nothing',
    { code: 'study_damaged' },
    (path) => tamper(path, (db) => db.exec('UPDATE coding SET code_id = 999')),
  ],
  [
    'another study',
    { code: 'merge_other_study' },
    (path) => tamper(path, (db) => db.exec(`UPDATE meta SET study_guid = 'another'`)),
  ],
  [
    'a copy that nobody handed out',
    { code: 'merge_not_handed_out' },
    (path) => tamper(path, (db) => db.exec(`UPDATE operation SET name = 'study.create'`)),
  ],
  ['another text', { code: 'merge_unsound', table: 'text' }, (path) => tamper(path, swapText)],
  [
    'places far outside',
    { code: 'merge_unsound', table: 'coding' },
    (path) => tamper(path, (db) => db.exec('UPDATE coding SET "end" = 9007199254740991')),
  ],
  [
    'a memo with a script',
    { code: 'merge_unsound', table: 'memo' },
    (path) => tamper(path, (db) => db.exec(`UPDATE memo SET body = '{"root":{"type":"script"}}'`)),
  ],
  [
    'words that are none',
    { code: 'merge_unsound', table: 'coding' },
    (path) => tamper(path, (db) => db.exec(`UPDATE coding SET actor = 'a' || char(0) || 'b'`)),
  ],
  [
    'a log that is no JSON',
    { code: 'merge_unsound', table: 'change' },
    (path) => tamper(path, (db) => db.exec(`UPDATE change SET kind = 'update', before = '{', after = '{'`)),
  ],
]

test.each(TAMPERED)('%s is refused, and nothing changes', async (_, expected, spoil) => {
  const { ana, path } = await returned()
  spoil(path)
  const before = dump(ana.study.db)
  const bytes = readFileSync(path)
  const beside = readdirSync(dirname(path))
  for (const name of ['merge.preview', 'merge.apply'] as const) {
    const { code: found, params } = await refusal(ana.call(name, { handle: ana.handle(path), accept: 'all' }))
    expect({ code: found, ...(expected.table !== undefined && { table: params['table'] }) }).toEqual(expected)
    expect(params['file']).toBe(basename(path))
  }
  expect(dump(ana.study.db)).toEqual(before)
  expect(readFileSync(path).equals(bytes)).toBe(true)
  expect(readdirSync(dirname(path)).filter((name) => !name.endsWith('.backups'))).toEqual(
    beside.filter((name) => !name.endsWith('.backups')),
  )
  expect(leftovers(ana)).toEqual([])
})

test('the study itself, a copy of its file and a saved copy are no work of a colleague', async () => {
  const { ana } = await returned()
  const refused = async (path: string) => (await refusal(preview(ana, path))).code
  expect(await refused(ana.study.path)).toBe('merge_same_copy')
  ana.study.checkpoint()
  const copied = join(tempFolder(), 'Copied.tianye')
  copyFileSync(ana.study.path, copied)
  expect(await refused(copied)).toBe('merge_same_copy')
  const saved = join(tempFolder(), 'Saved.tianye')
  await ana.call('study.saveCopy', { handle: ana.handle(saved) })
  expect(await refused(saved)).toBe('merge_not_handed_out')
  expect(await refused(join(tempFolder(), 'Nowhere.tianye'))).toBe('file_vanished')
  const other = await openHost({ coder: 'Other' })
  expect((await refusal(preview(other, saved))).code).toBe('merge_other_study')
})

test('a file of an older format comes forward on a copy of its own', async () => {
  const { ana, path } = await returned()
  tamper(path, (db) => {
    db.exec('DROP TABLE conflict')
    db.exec('UPDATE meta SET format = 1')
    db.exec('PRAGMA user_version = 1')
  })
  const bytes = readFileSync(path)
  expect((await bringBack(ana, path)).counts).toContainEqual({ table: 'coding', added: 1, changed: 0, removed: 0 })
  expect(readFileSync(path).equals(bytes)).toBe(true)
  expect(leftovers(ana)).toEqual([])
})

test('what a crash left in the log beside the file comes too, and stays there', async () => {
  const { ana, documents, codes } = await anasStudy()
  const { copy: li, path } = await handOut(ana, 'Li')
  await code(li, documents[0], [3, 7], codes[0])
  const crashed = join(tempFolder(), 'Crashed.tianye')
  for (const suffix of ['', '-wal']) copyFileSync(path + suffix, crashed + suffix)
  const logged = readFileSync(`${crashed}-wal`)
  expect(logged.length).toBeGreaterThan(0)
  expect((await bringBack(ana, crashed)).counts).toContainEqual({ table: 'coding', added: 1, changed: 0, removed: 0 })
  expect(readFileSync(`${crashed}-wal`).equals(logged)).toBe(true)
  expect(existsSync(`${crashed}-lock`)).toBe(false)
})

test('copies that a killed process left behind are gone when a study is opened next', async () => {
  const { ana } = await returned()
  const { userData } = ana.host.options
  const abandoned = join(userData, 'returned-4194399-abc')
  mkdirSync(abandoned)
  writeFileSync(join(abandoned, 'for-Li.tianye'), 'an interview')
  await ana.reopen()
  expect(leftovers(ana)).toEqual([])
})

/** Private copies that were not taken away again. */
function leftovers(host: TestHost): string[] {
  return readdirSync(host.host.options.userData).filter((name) => name.startsWith('returned-'))
}
