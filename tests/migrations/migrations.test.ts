import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { backupFolder } from '../../electron/host/database/backups.ts'
import { newestOf, type Formats } from '../../electron/host/database/formats.ts'
import { MIGRATIONS, type Migration } from '../../electron/host/database/migrations/migrations.ts'
import { connectReader, connectWriter } from '../../electron/host/database/open.ts'
import { FORMAT, LOGGED_TABLES, SCHEMA, type LoggedTable } from '../../electron/host/database/schema.ts'
import { createStudyFile, openStudyReader, openStudyWriter } from '../../electron/host/database/study-file.ts'
import { dump } from '../host/database/dump.ts'
import { TestHost } from '../host/open-host.ts'
import { refusal } from '../host/refusal.ts'
import { tempFolder } from '../host/temp-folder.ts'

/** A study as people have it, made from the text that was written when its format was new. */
function goldenStudy(format: number): string {
  const path = join(tempFolder(), `format-${format}.tianye`)
  const db = connectWriter(path, false)
  db.exec('PRAGMA foreign_keys = OFF')
  db.exec(readFileSync(join(import.meta.dirname, `format-${format}.sql`), 'utf8'))
  db.close()
  return path
}

/** The format that first had a table, where it is not the first of all. */
const SINCE: Partial<Record<LoggedTable, number>> = { conflict: 2 }

describe.each(Array.from({ length: FORMAT }, (_, index) => index + 1))('a study of format %i', (format) => {
  test('opens whole, is sound, and its log still undoes', async () => {
    const host = new TestHost()
    await host.open(goldenStudy(format))
    for (const table of LOGGED_TABLES)
      if (table !== 'framework' && (SINCE[table] ?? 1) <= format)
        expect([table, dump(host.study.db)[table]?.length]).not.toEqual([table, 0])
    expect((await host.call('study.check', {})).problems).toEqual([])
    expect((await host.call('document.list', {})).documents).toMatchObject([{ name: 'SP F5', village: '石坡' }])
    if (format === FORMAT) {
      await host.call('history.undo', {})
      expect((await host.call('code.list', {})).codes[0]?.colour).toBe('#aa0000')
    }
  })
})

/** Formats that are not there yet: a table, then a column with its content. */
const NEXT = FORMAT + 1
const steps: readonly Migration[] = [
  { to: NEXT, up: (db) => db.exec('CREATE TABLE extra (id INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT') },
  {
    to: NEXT + 1,
    up: (db) => {
      db.exec('ALTER TABLE extra ADD COLUMN colour TEXT')
      db.exec(`INSERT INTO extra (note, colour) SELECT name, 'green' FROM meta`)
    },
  },
]
const formats = (further: readonly Migration[]): Formats => ({ first: SCHEMA, migrations: [...MIGRATIONS, ...further] })

async function oldStudy(): Promise<string> {
  const path = join(tempFolder(), 'study.tianye')
  ;(await createStudyFile(path, { name: 'Old', languages: ['en'] }, { formats: formats([]) })).close()
  return path
}

describe('bringing a study forward', () => {
  test('runs all steps at once, after a dated backup, and is a barrier of undo', async () => {
    const path = await oldStudy()
    const now = Date.UTC(2026, 6, 30, 14, 5, 9)
    const writer = await openStudyWriter(path, { formats: formats(steps), now })
    expect(writer.db.pluck('PRAGMA user_version')).toBe(NEXT + 1)
    expect(writer.db.pluck('SELECT format FROM meta')).toBe(NEXT + 1)
    expect(writer.db.all('SELECT note, colour FROM extra')).toEqual([{ note: 'Old', colour: 'green' }])
    expect(writer.db.get('SELECT name, label, barrier FROM operation ORDER BY id DESC')).toEqual({
      name: 'study.migrate',
      label: JSON.stringify({ code: 'studyMigrate', params: { from: FORMAT, to: NEXT + 1 } }),
      barrier: 1,
    })
    writer.close()

    const backup = join(backupFolder(path), 'study 2026-07-30 140509Z.tianye')
    const reader = connectReader(backup)
    expect(reader.pluck('PRAGMA user_version')).toBe(FORMAT)
    expect(reader.pluck('SELECT name FROM meta')).toBe('Old')
    reader.close()
  })

  test('makes the same schema as a new file has', async () => {
    const path = await oldStudy()
    ;(await openStudyWriter(path, { formats: formats(steps) })).close()
    const again = await openStudyWriter(path, { formats: formats(steps) })
    again.close()
    const fresh = join(tempFolder(), 'new.tianye')
    ;(await createStudyFile(fresh, { name: 'New', languages: ['en'] }, { formats: formats(steps) })).close()
    ;(await openStudyWriter(fresh, { formats: formats(steps) })).close()
  })

  test('continues from where an older version left off', async () => {
    const path = await oldStudy()
    ;(await openStudyWriter(path, { formats: formats(steps.slice(0, 1)) })).close()
    const writer = await openStudyWriter(path, { formats: formats(steps) })
    expect(writer.db.pluck('SELECT format FROM meta')).toBe(NEXT + 1)
    writer.close()
  })

  test('a step that fails leaves the study as it was', async () => {
    const path = await oldStudy()
    const broken: Migration = {
      to: NEXT + 1,
      up: (db) => {
        db.exec('DROP TABLE extra')
        if (db.pluck('SELECT count(*) FROM meta') === 1) throw new Error('no')
      },
    }
    await expect(openStudyWriter(path, { formats: formats([...steps.slice(0, 1), broken]) })).rejects.toThrow('no')
    expect(existsSync(`${path}-lock`)).toBe(false)
    const writer = await openStudyWriter(path, { formats: formats([]) })
    expect(writer.db.pluck('SELECT format FROM meta')).toBe(FORMAT)
    writer.close()
  })

  test('a step that breaks references leaves the study as it was', async () => {
    const path = goldenStudy(FORMAT)
    const broken: Migration = { to: NEXT, up: (db) => db.exec('DELETE FROM coder') }
    expect((await refusal(openStudyWriter(path, { formats: formats([broken]) }))).code).toBe('study_damaged')
    const writer = await openStudyWriter(path, { formats: formats([]) })
    expect(writer.db.pluck('SELECT count(*) FROM coder')).toBe(1)
    writer.close()
  })

  test('does not begin where the backup cannot be made', async () => {
    const path = await oldStudy()
    const { rmSync } = await import('node:fs')
    rmSync(backupFolder(path), { recursive: true })
    writeFileSync(backupFolder(path), 'a file where the folder should be')
    await expect(openStudyWriter(path, { formats: formats(steps) })).rejects.toThrow()
    expect(connectReader(path).pluck('PRAGMA user_version')).toBe(FORMAT)
  })

  test('a reader asks for the writer', async () => {
    const path = await oldStudy()
    const reading = Promise.resolve().then(() => openStudyReader(path, { formats: formats(steps) }))
    expect(await refusal(reading)).toEqual({ code: 'study_older', params: { file: 'study.tianye', found: FORMAT } })
    expect(readdirSync(join(path, '..')).filter((name) => name.endsWith('-lock'))).toEqual([])
  })

  test('steps are numbered one by one', () => {
    const numbered = (...to: number[]) =>
      newestOf({ first: SCHEMA, migrations: to.map((number) => ({ to: number, up: () => undefined })) })
    expect(numbered(2, 3, 4)).toBe(4)
    for (const wrong of [[3], [2, 2], [2, 4], [1]]) expect(() => numbered(...wrong)).toThrow('migration')
  })
})
