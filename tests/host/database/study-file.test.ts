import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backupFolder } from '../../../electron/host/database/backups.ts'
import { connectWriter } from '../../../electron/host/database/open.ts'
import { runOperation } from '../../../electron/host/database/operation.ts'
import { insert } from '../../../electron/host/database/rows.ts'
import { createStudyFile, openStudyReader, openStudyWriter } from '../../../electron/host/database/study-file.ts'
import { FORMAT } from '../../../electron/host/database/schema.ts'
import type { StudyWriter } from '../../../electron/host/database/study-writer.ts'
import { UserError } from '../../../electron/host/errors.ts'
import { refusal } from '../refusal.ts'
import { tempFolder } from '../temp-folder.ts'
import { dump } from './dump.ts'
import { addCoder } from './rows.ts'

async function closedStudy(folder = tempFolder()): Promise<string> {
  const path = join(folder, 'study.tianye')
  ;(await createStudyFile(path, { name: 'Study', languages: ['en'] })).close()
  return path
}

/** Every file below a folder with its bytes and its time: equal before and after what must not touch the disk. */
function footprint(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path, `${statSync(path).mtimeMs} ${readFileSync(path).toString('base64')}`]),
  )
}

async function refusedWithoutTrace(path: string): Promise<{ code: string; params: Record<string, string | number> }> {
  const folder = join(path, '..')
  const before = footprint(folder)
  const reason = await refusal(openStudyWriter(path))
  expect(footprint(folder)).toEqual(before)
  return reason
}

/** Overwrites bytes of a file. */
function patch(path: string, offset: number, bytes: readonly number[]): void {
  const content = readFileSync(path)
  content.set(bytes, offset)
  writeFileSync(path, content)
}

function edit(path: string, ...statements: string[]): void {
  const db = connectWriter(path, true)
  for (const statement of statements) db.exec(statement)
  db.close()
}

describe('a refused study is left as it was', () => {
  test('a file that is not there', async () => {
    expect(await refusal(openStudyWriter(join(tempFolder(), 'gone.tianye')))).toEqual({
      code: 'file_vanished',
      params: { file: 'gone.tianye' },
    })
  })

  test('a folder', async () => {
    const path = join(tempFolder(), 'folder.tianye')
    mkdirSync(path)
    expect((await refusedWithoutTrace(path)).code).toBe('not_a_study')
  })

  test.each([
    ['0 bytes', ''],
    ['a text', 'The farmers said nothing.\n'.repeat(20)],
    ['a header without magic', '\0'.repeat(4096)],
  ])('%s', async (_, content) => {
    const path = join(tempFolder(), 'text.tianye')
    writeFileSync(path, content)
    expect((await refusedWithoutTrace(path)).code).toBe('not_a_study')
  })

  test('another SQLite file', async () => {
    const path = join(tempFolder(), 'other.tianye')
    const db = connectWriter(path, false)
    db.exec('CREATE TABLE t (a) STRICT'.replace('(a)', '(a TEXT)'))
    db.close()
    expect((await refusedWithoutTrace(path)).code).toBe('not_a_study')
  })

  test('a newer study names both versions', async () => {
    const path = await closedStudy()
    patch(path, 60, [0, 0, 0, 99])
    expect(await refusedWithoutTrace(path)).toEqual({
      code: 'study_newer',
      params: { file: 'study.tianye', found: 99, supported: FORMAT },
    })
  })

  test('a truncated study', async () => {
    const path = await closedStudy()
    truncateSync(path, statSync(path).size - 1)
    expect((await refusedWithoutTrace(path)).code).toBe('study_truncated')
  })

  test('a damaged study', async () => {
    const path = await closedStudy()
    const size = statSync(path).size
    patch(path, 4096 * 3, Array<number>(4096).fill(0xab))
    expect(statSync(path).size).toBe(size)
    expect((await refusedWithoutTrace(path)).code).toBe('study_damaged')
  })

  test.each([
    ['trigger', `CREATE TRIGGER t AFTER INSERT ON coding BEGIN DELETE FROM memo; END`],
    ['view', `CREATE VIEW v AS SELECT * FROM code`],
    ['virtual table', `CREATE VIRTUAL TABLE f USING fts5(a)`],
    ['table', `CREATE TABLE other (a TEXT) STRICT`],
    ['index', `CREATE INDEX i ON code (colour)`],
    ['missing index', `DROP INDEX coding_by_code_id`],
    ['column', `ALTER TABLE code ADD COLUMN extra TEXT`],
  ])('a study with a foreign %s', async (_, statement) => {
    const path = await closedStudy()
    edit(path, statement)
    expect((await refusedWithoutTrace(path)).code).toBe('study_foreign_schema')
    expect(await refusal(Promise.resolve().then(() => openStudyReader(path)))).toMatchObject({
      code: 'study_foreign_schema',
    })
  })

  test.each([
    ['nothing in it', 'DELETE FROM meta'],
    ['languages that are none', `UPDATE meta SET languages = '"en"'`],
    ['languages that are no JSON', `UPDATE meta SET languages = 'en'`],
    ['two minds about its format', 'UPDATE meta SET format = 7'],
  ])('a study with %s', async (_, statement) => {
    const path = await closedStudy()
    edit(path, statement)
    expect((await refusedWithoutTrace(path)).code).toBe('study_damaged')
  })

  test('a study that is open here already', async () => {
    const path = join(tempFolder(), 'study.tianye')
    const writer = await createStudyFile(path, { name: 'Study', languages: ['en'] })
    expect((await refusedWithoutTrace(path)).code).toBe('study_open_elsewhere')
    expect((await refusal(createStudyFile(path, { name: 'Other', languages: ['en'] }))).code).toBe(
      'study_open_elsewhere',
    )
    addCoder(writer.db, 'Ana')
    writer.close()
  })
})

test('whatever bytes are wrong in a study, it is refused with a reason, or opens', async () => {
  const folder = tempFolder()
  const original = readFileSync(await closedStudy(folder))
  const path = join(folder, 'spoilt.tianye')
  // Half of the places in the header and the schema, where every byte means something.
  const place = fc.oneof(fc.nat(4095), fc.nat(original.length - 1))
  const damage = fc.array(fc.record({ at: place, byte: fc.nat(255) }), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(damage, fc.option(fc.nat(original.length)), async (bytes, cut) => {
      const content = Buffer.from(original)
      for (const { at, byte } of bytes) content[at] = byte
      writeFileSync(path, content.subarray(0, cut ?? content.length))
      const opening = openStudyWriter(path).then((writer) => writer.close())
      await opening.catch((error: unknown) => expect(error).toBeInstanceOf(UserError))
      expect(existsSync(`${path}-lock`)).toBe(false)
    }),
    { numRuns: 150 },
  )
})

describe('the one file is the whole study', () => {
  test('after a checkpoint, copied alone', async () => {
    const folder = tempFolder()
    const writer = await createStudyFile(join(folder, 'study.tianye'), { name: 'Study', languages: ['en'] })
    for (let i = 0; i < 50; i++) addCoder(writer.db, `Coder ${i}`)
    expect(writer.tryCheckpoint()).toBe(true)
    const copy = join(tempFolder(), 'stick.tianye')
    copyFileSync(writer.path, copy)
    const expected = dump(writer.db)
    writer.close()

    const opened = await openStudyWriter(copy)
    expect(dump(opened.db)).toEqual(expected)
    opened.close()
  })

  test('closing leaves the study, its backups and nothing else', async () => {
    const folder = tempFolder()
    const path = await closedStudy(folder)
    const writer = await openStudyWriter(path)
    addCoder(writer.db, 'Ana')
    writer.close()
    expect(readdirSync(folder).sort()).toEqual(['study.tianye', 'study.tianye.backups'])
  })

  test('a checkpoint waits for readers and is made good later', async () => {
    const path = await closedStudy()
    const writer = await openStudyWriter(path)
    const reader = openStudyReader(path)
    const rows = reader.iterate('SELECT * FROM meta')
    rows.next()
    addCoder(writer.db, 'Ana')
    expect(writer.tryCheckpoint()).toBe(false)
    rows.return?.()
    expect(writer.tryCheckpoint()).toBe(true)
    reader.close()
    writer.close()
  })
})

test('readers see whole operations only', async () => {
  const path = await closedStudy()
  const writer = await openStudyWriter(path)
  const reader = openStudyReader(path)
  runOperation(writer.db, { coderId: null, name: 'test', at: 1 }, () => {
    for (const name of ['Ana', 'Bo']) {
      insert(writer.db, 'coder', { name, initials: name, colour: '#000000', kind: 'person' })
      expect(reader.pluckAll('SELECT name FROM coder')).toEqual([])
    }
    return { value: null, label: { code: 'test', params: {} } }
  })
  expect(reader.pluckAll('SELECT name FROM coder ORDER BY id')).toEqual(['Ana', 'Bo'])
  reader.close()
  writer.close()
})

test('a reader cannot write, and leaves nothing beside the study', async () => {
  const folder = tempFolder()
  const reader = openStudyReader(await closedStudy(folder))
  expect(() => reader.all(`DELETE FROM meta RETURNING id`)).toThrow('readonly')
  reader.close()
  expect(readdirSync(folder).sort()).toEqual(['study.tianye', 'study.tianye.backups'])
})

describe('the writer', () => {
  async function opened(): Promise<StudyWriter> {
    return openStudyWriter(await closedStudy())
  }

  test('writes through WAL, with every commit on the disk', async () => {
    const { db, warnings, close } = bind(await opened())
    expect(db.pluck('PRAGMA journal_mode')).toBe('wal')
    expect(db.pluck('PRAGMA synchronous')).toBe(2)
    expect(db.pluck('PRAGMA secure_delete')).toBe(1)
    expect(db.pluck('PRAGMA foreign_keys')).toBe(1)
    expect(db.pluck('PRAGMA trusted_schema')).toBe(0)
    expect(warnings).toEqual([])
    close()
  })

  test.each([
    ['NFS', 0x6969],
    ['SMB', 0xff534d42],
    ['FUSE', 0x65735546],
  ])('does without WAL on %s, and says so', async (_, type) => {
    const path = await closedStudy()
    const writer = await openStudyWriter(path, { statfs: () => ({ type }) })
    expect(writer.db.pluck('PRAGMA journal_mode')).toBe('truncate')
    expect(writer.warnings).toEqual([{ code: 'network_folder', params: {} }])
    addCoder(writer.db, 'Ana')
    const reader = openStudyReader(path)
    expect(reader.pluck('SELECT name FROM coder')).toBe('Ana')
    reader.close()
    writer.close()

    const local = await openStudyWriter(path, { statfs: () => ({ type: 0xef53 }) })
    expect(local.db.pluck('PRAGMA journal_mode')).toBe('wal')
    expect(local.db.pluck('SELECT name FROM coder')).toBe('Ana')
    local.close()
  })

  test('notices that the file was taken away under it', async () => {
    const writer = await opened()
    const moved = `${writer.path}.moved`
    copyFileSync(writer.path, moved)
    const { renameSync } = await import('node:fs')
    renameSync(moved, writer.path)
    expect(() => writer.refuseIfMoved()).toThrow('file_vanished')
    writer.close()
  })

  test('a full disk refuses the operation and keeps what was there', async () => {
    const writer = await opened()
    addCoder(writer.db, 'Ana')
    const expected = dump(writer.db)
    writer.db.exec(`PRAGMA max_page_count = ${writer.db.pluck<number>('PRAGMA page_count') ?? 0}`)
    expect(() => {
      for (let i = 0; i < 1000; i++) addCoder(writer.db, `Coder ${i} ${'x'.repeat(1000)}`)
    }).toThrow(/full/)
    writer.db.exec('PRAGMA max_page_count = 1073741823')
    expect(dump(writer.db).coder?.length).toBeGreaterThanOrEqual(expected.coder?.length ?? 0)
    expect(writer.db.pluckAll('PRAGMA integrity_check')).toEqual(['ok'])
    addCoder(writer.db, 'Bo')
    writer.close()
  })
})

function bind(writer: StudyWriter): Pick<StudyWriter, 'db' | 'warnings' | 'close'> {
  return { db: writer.db, warnings: writer.warnings, close: () => writer.close() }
}

describe('doubt', () => {
  /** Spoils a page of the file without changing its size, and sets the time back as a careless copy would. */
  async function spoilt(keepTime: boolean): Promise<string> {
    const path = await closedStudy()
    const { atime, mtime } = statSync(path)
    const { utimesSync } = await import('node:fs')
    patch(path, 4096 * 3, Array<number>(4096).fill(0xab))
    if (keepTime) utimesSync(path, atime, mtime)
    return path
  }

  test('after a foreign write the whole file is checked', async () => {
    expect((await refusal(openStudyWriter(await spoilt(false)))).code).toBe('study_damaged')
  })

  test('after an unclean close the whole file is checked', async () => {
    const path = await spoilt(true)
    writeFileSync(`${path}-lock`, '')
    expect((await refusal(openStudyWriter(path))).code).toBe('study_damaged')
  })

  test('a week later the whole file is checked', async () => {
    const path = await spoilt(true)
    const record = join(backupFolder(path), 'record.json')
    const known = JSON.parse(readFileSync(record, 'utf8')) as { modified: number; checkedAt: number }
    writeFileSync(record, JSON.stringify({ ...known, modified: statSync(path).mtimeMs }))
    const opened = await openStudyWriter(path)
    opened.close()
    writeFileSync(record, JSON.stringify({ ...known, modified: statSync(path).mtimeMs }))
    expect((await refusal(openStudyWriter(path, { now: known.checkedAt + 8 * 86_400_000 }))).code).toBe('study_damaged')
  })
})

describe('a new study', () => {
  test('replaces what stood at its place only when it is complete', async () => {
    const path = join(tempFolder(), 'notes.tianye')
    writeFileSync(path, 'notes')
    await expect(
      createStudyFile(path, {
        name: 'Study',
        languages: ['en'],
        fill: () => {
          throw new Error('no')
        },
      }),
    ).rejects.toThrow('no')
    expect(readFileSync(path, 'utf8')).toBe('notes')
    expect(readdirSync(join(path, '..'))).toEqual(['notes.tianye'])
    const writer = await createStudyFile(path, { name: 'Study', languages: ['en'] })
    expect(writer.db.pluck('SELECT name FROM meta')).toBe('Study')
    writer.close()
  })

  test('on a full disk leaves nothing behind', async () => {
    const path = join(tempFolder(), 'study.tianye')
    const making = createStudyFile(path, {
      name: 'Study',
      languages: ['en'],
      fill: (db) => {
        db.exec(`PRAGMA max_page_count = ${db.pluck<number>('PRAGMA page_count') ?? 0}`)
        insert(db, 'wave', { name: 'x'.repeat(100_000), position: 1 })
      },
    })
    expect((await refusal(making)).code).toBe('disk_full')
    expect(readdirSync(join(path, '..'))).toEqual([])
  })

  test('in a folder that is gone', async () => {
    const folder = join(tempFolder(), 'gone')
    expect((await refusal(createStudyFile(join(folder, 's.tianye'), { name: 'S', languages: ['en'] }))).code).toBe(
      'file_vanished',
    )
    expect(existsSync(folder)).toBe(false)
  })
})
