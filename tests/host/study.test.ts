import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openStudyReader } from '../../electron/host/database/study-file.ts'
import { utf16 } from '../../shared/text/offsets.ts'
import { dump } from './database/dump.ts'
import { openHost, TestHost } from './open-host.ts'
import { refusal } from './refusal.ts'
import { seedTranscript } from './seed.ts'

describe('a new study', () => {
  test('from a framework has its codebook in both languages and the framework itself', async () => {
    const host = await openHost({ framework: 'mobilization-participation' })
    const { open } = await host.call('study.status', {})
    expect(open).toMatchObject({ name: 'Study', fileName: 'Study.tianye', languages: ['en', 'zh-CN'], isSample: false })
    expect(open?.framework).toBe('Mobilization × participation')
    const { codes } = await host.call('code.list', {})
    expect(codes.length).toBe(open?.counts.codes)
    expect(
      codes
        .find((code) => code.label === 'M.R')
        ?.texts.map((text) => text.language)
        .sort(),
    ).toEqual(['en', 'zh-CN'])
    const parents = new Map(codes.map((code) => [code.id, code]))
    for (const { label, parentId } of codes)
      if (parentId !== null) expect(label?.startsWith(parents.get(parentId)?.label ?? '?')).toBe(true)
    expect((await host.call('study.check', {})).problems).toEqual([])
  })

  test('names the frameworks to choose from', async () => {
    const { frameworks } = await new TestHost().call('study.frameworks', {})
    expect(frameworks.map(({ id }) => id)).toContain('mobilization-participation')
    expect(frameworks[0]?.name['zh-CN']).toBeTruthy()
  })

  test('from an unknown framework is refused before anything is made', async () => {
    const host = new TestHost()
    expect((await refusal(host.create('no-such'))).code).toBe('framework_unknown')
    expect(readdirSync(host.folder).filter((name) => name.endsWith('.tianye'))).toEqual([])
  })

  test('is never made over the one that is open', async () => {
    const host = await openHost()
    const before = dump(host.study.db)
    expect((await refusal(host.create('blank', 'Study'))).code).toBe('study_open_elsewhere')
    expect(dump(host.study.db)).toEqual(before)
  })

  test.each([
    ['emoji', '田野😀👩‍👩‍👧 study'],
    ['right-to-left marks', 'قرية\u200f\u202e gnp.exe'],
    ['newlines', 'first\nsecond\r\nthird\u2028fourth'],
    ['500 characters', '乡'.repeat(500)],
    ['folders', '../../etc/passwd'],
    ['dots', '...'],
    ['a device of Windows', 'CON'],
  ])('in the own folder takes a name with %s', async (_, name) => {
    const host = new TestHost()
    const files: string[] = []
    for (let i = 0; i < 2; i++) {
      const { open } = await host.call('study.create', { handle: null, name, framework: 'blank', languages: ['en'] })
      files.push(open?.fileName ?? '')
      await host.reopen()
      expect((await host.call('study.status', {})).open?.name).toBe(open?.name)
    }
    expect(new Set(files).size).toBe(2)
    const folder = join(host.host.options.userData, 'studies')
    for (const file of files) {
      expect(readdirSync(folder)).toContain(file)
      expect(file).not.toMatch(/[\p{Cc}\p{Cf}<>:"/\\|?*]/u)
      expect(Buffer.byteLength(file)).toBeLessThan(220)
    }
  })

  test('with a name of 10,000 characters is refused by the contract', async () => {
    const host = new TestHost()
    const name = 'x'.repeat(10_000)
    expect(
      (await refusal(host.call('study.create', { handle: null, name, framework: 'blank', languages: ['en'] }))).code,
    ).toBe('bad_input')
    expect(existsSync(join(host.host.options.userData, 'studies'))).toBe(false)
  })
})

describe('opening', () => {
  test('a refused study leaves the open one open', async () => {
    const host = await openHost()
    const bad = join(host.folder, 'bad.tianye')
    writeFileSync(bad, 'no study')
    expect((await refusal(host.open(bad))).code).toBe('not_a_study')
    expect((await host.call('study.status', {})).open?.name).toBe('Study')
  })

  test('the study that is open already changes nothing', async () => {
    const host = await openHost()
    const { study } = host
    await host.open(study.path)
    expect(host.study).toBe(study)
  })

  test('another study closes the first', async () => {
    const host = await openHost()
    const first = host.study.path
    await host.create('blank', 'Second')
    expect((await host.call('study.status', {})).open?.name).toBe('Second')
    const other = new TestHost()
    await other.open(first)
    expect(other.study.path).toBe(first)
  })

  test('two windows that open at once do not trip over each other', async () => {
    const host = await openHost()
    const first = host.study.path
    const second = await host.create('blank', 'Second')
    await Promise.all([host.open(first), host.open(second), host.open(first)])
    expect(host.study.path).toBe(first)
  })

  test('a study that another host writes can be read, and not written', async () => {
    const writer = await openHost()
    const reader = new TestHost({ access: 'read' })
    await reader.open(writer.study.path)
    await writer.call('code.create', { parentId: null, name: 'Trust', language: 'en' })
    expect((await reader.call('code.list', {})).codes).toHaveLength(1)
    expect((await refusal(reader.call('study.rename', { name: 'Mine' }))).code).toBe('study_read_only')
    expect((await refusal(new TestHost().open(writer.study.path))).code).toBe('study_open_elsewhere')
  })

  test('nothing is open: calls that need a study say so', async () => {
    const host = new TestHost()
    expect(await host.call('study.status', {})).toEqual({ open: null })
    expect((await refusal(host.call('code.list', {}))).code).toBe('no_study')
    expect((await refusal(host.call('study.rename', { name: 'x' }))).code).toBe('no_study')
    expect((await refusal(host.call('study.open', { handle: 'a'.repeat(24) }))).code).toBe('unknown_file')
  })

  test('recent studies are listed newest first, with those that are gone', async () => {
    const host = await openHost()
    const first = host.study.path
    await host.create('blank', 'Second')
    await host.call('study.close', {})
    const { rmSync } = await import('node:fs')
    rmSync(first)
    const { recents } = await host.call('study.recents', {})
    expect(recents.map(({ name, exists }) => [name, exists])).toEqual([
      ['Second', true],
      ['Study', false],
    ])
    await host.call('study.open', { handle: recents[0]?.handle ?? '' })
    expect(host.study.fileName).toBe('Second.tianye')
    expect((await refusal(host.call('study.open', { handle: recents[1]?.handle ?? '' }))).code).toBe('file_vanished')
  })
})

describe('what windows are told', () => {
  test('a command is being saved, is saved, and what it changed', async () => {
    const host = await openHost()
    await host.call('code.create', { parentId: null, name: 'Trust', language: 'en' })
    host.events.length = 0
    await host.call('code.create', { parentId: null, name: 'Fear', language: 'en' })
    expect(host.events.map((event) => (event.type === 'saved' ? event.state : event.type))).toEqual([
      'saving',
      'saved',
      'changed',
    ])
  })

  test('the first command of a person makes them a coder, and says so', async () => {
    const host = await openHost({ coder: 'Ana' })
    host.events.length = 0
    await host.call('code.create', { parentId: null, name: 'Trust', language: 'en' })
    expect(host.events.flatMap((event) => (event.type === 'changed' ? event.topics : []))).toContain('coders')
    const { coders, currentId } = await host.call('coder.list', {})
    expect(coders).toEqual([expect.objectContaining({ id: currentId, name: 'Ana', kind: 'person', codings: 0 })])
  })

  test('a full disk fails the command, says so, and loses nothing that was acknowledged', async () => {
    const host = await openHost()
    await host.call('code.create', { parentId: null, name: 'Trust', language: 'en' })
    const before = dump(host.study.db)
    const db = host.study.writable()
    db.exec(`PRAGMA max_page_count = ${db.pluck<number>('PRAGMA page_count') ?? 0}`)
    const definition = 'x'.repeat(90_000)
    const id = (await host.call('code.list', {})).codes[0]?.id ?? 0
    host.events.length = 0
    expect(await refusal(host.call('code.setText', { id, language: 'en', definition }))).toEqual({
      code: 'disk_full',
      params: { file: 'Study.tianye' },
    })
    expect(host.events).toContainEqual({ type: 'saved', state: 'failed' })
    expect(dump(host.study.db)).toEqual(before)
    db.exec('PRAGMA max_page_count = 1073741823')
    await host.call('code.setText', { id, language: 'en', definition })
    expect(host.events.at(-1)?.type).toBe('changed')
    await host.reopen()
    expect((await host.call('code.list', {})).codes[0]?.texts[0]?.definition).toBe(definition)
  })

  test('a study whose file was taken away is not written into the void', async () => {
    const host = await openHost()
    const { renameSync } = await import('node:fs')
    renameSync(host.study.path, `${host.study.path}.moved`)
    expect((await refusal(host.call('study.rename', { name: 'x' }))).code).toBe('file_vanished')
    expect(host.events).toContainEqual({ type: 'saved', state: 'failed' })
    renameSync(`${host.study.path}.moved`, host.study.path)
    await host.call('study.rename', { name: 'x' })
  })
})

describe('a copy', () => {
  test('holds everything, is the same study, and knows which copy it was made from', async () => {
    const host = await openHost({ framework: 'mobilization-participation' })
    seedTranscript(host, 'SP F5')
    const path = join(host.folder, 'copy.tianye')
    await host.call('study.saveCopy', { handle: host.handle(path) })
    const reader = openStudyReader(path)
    const [own, copied] = [dump(host.study.db), dump(reader)]
    reader.close()
    const meta = own['meta']?.[0] as Record<string, unknown>
    const copiedMeta = copied['meta']?.[0] as Record<string, unknown>
    expect(copiedMeta['copy_guid']).not.toBe(meta['copy_guid'])
    expect(copiedMeta).toEqual({ ...meta, copy_guid: copiedMeta['copy_guid'], parent_copy_guid: meta['copy_guid'] })
    expect({ ...copied, meta: [] }).toEqual({ ...own, meta: [] })
    await host.open(path)
    expect((await host.call('study.check', {})).problems).toEqual([])
  })

  test('replaces the file that was chosen, but never the study itself', async () => {
    const host = await openHost()
    const path = join(host.folder, 'copy.tianye')
    writeFileSync(path, 'old')
    await host.call('study.saveCopy', { handle: host.handle(path) })
    expect(readFileSync(path).toString('latin1', 0, 15)).toBe('SQLite format 3')
    expect((await refusal(host.call('study.saveCopy', { handle: host.handle(host.study.path) }))).code).toBe(
      'copy_onto_itself',
    )
    expect(readdirSync(host.folder).filter((name) => /\.new$|-lock$/.test(name))).toEqual(['Study.tianye-lock'])
  })
})

describe('checking', () => {
  async function codedStudy(): Promise<TestHost> {
    const host = await openHost({ framework: 'mobilization-participation' })
    const documentId = seedTranscript(host, 'SP F5')
    const revisionId = host.study.db.pluck<number>('SELECT revision_id FROM document') ?? 0
    const code = (await host.call('code.list', {})).codes.find(({ codable }) => codable)
    const range = { start: utf16(3), end: utf16(8) }
    await host.call('coding.apply', { documentId, revisionId, range, codeIds: [code?.id ?? 0] })
    return host
  }

  test('a sound study has no problems, and says what was looked at', async () => {
    const host = await codedStudy()
    expect(await host.call('study.check', {})).toEqual({
      problems: [],
      checked: { documents: 1, codings: 1, turns: 4, frameworks: 1 },
    })
  })

  test.each([
    ['a coding that no longer stands on its words', `UPDATE coding SET start = start + 1`, 'check_quote'],
    ['an anchor behind the end', `UPDATE turn SET "end" = 100000 WHERE id = 4`, 'check_anchor_outside'],
    ['turns that overlap', `UPDATE turn SET start = 0, speech_start = 0 WHERE id = 3`, 'check_turn_order'],
    ['a reference into nothing', `PRAGMA foreign_keys = OFF; DELETE FROM speaker`, 'check_reference'],
    ['a framework that is none', `UPDATE framework SET body = '{}'`, 'check_framework'],
    ['a code the framework names and nobody has', `UPDATE code SET guid = 'x' || guid`, 'check_framework_code'],
    ['a code without a name', `DELETE FROM code_text WHERE code_id = 1`, 'check_code_nameless'],
    ['a text of another length', `UPDATE document_revision SET length = 1`, 'check_text_length'],
  ])('finds %s', async (_, sql, problem) => {
    const host = await codedStudy()
    const db = host.study.writable()
    db.exec('INSERT INTO logging VALUES (1)')
    db.exec(sql)
    const { problems } = await host.call('study.check', {})
    expect(problems.map(({ code }) => code)).toContain(problem)
  })
})

describe('settings', () => {
  test('outlive the host and are no part of any study', async () => {
    const host = new TestHost()
    await host.call('settings.update', { theme: 'dark', language: 'zh-CN' })
    const again = new TestHost({ folder: host.folder })
    expect(await again.call('settings.get', {})).toMatchObject({ theme: 'dark', language: 'zh-CN' })
  })

  test('that cannot be read are set aside, not lost, and Tianye starts', async () => {
    const host = new TestHost()
    const file = join(host.host.options.userData, 'settings.json')
    mkdirSync(host.host.options.userData, { recursive: true })
    writeFileSync(file, '{ "theme": ')
    const again = new TestHost({ folder: host.folder })
    expect((await again.call('settings.get', {})).theme).toBe('system')
    expect(readFileSync(`${file}.unreadable`, 'utf8')).toBe('{ "theme": ')
  })

  test('refuse a coder without a name', async () => {
    const host = new TestHost()
    const coder = { name: '  ', initials: '', colour: '#000000' }
    expect((await refusal(host.call('settings.update', { coder }))).code).toBe('bad_input')
  })
})

test('the sample opens as a copy of the user, alive and sound, and is made once', async () => {
  const host = new TestHost()
  const { open } = await host.call('study.openSample', {})
  expect(open?.isSample).toBe(true)
  expect(open?.counts.documents).toBeGreaterThanOrEqual(12)
  expect(open?.counts.codings).toBeGreaterThan(100)
  expect((await host.call('study.check', {})).problems).toEqual([])
  expect((await host.call('history.state', {})).undo).toBeNull()
  await host.call('study.rename', { name: 'Mine' })
  await host.call('study.close', {})
  expect((await host.call('study.openSample', {})).open?.name).toBe('Mine')
  expect((await host.call('study.openSample', { fresh: true })).open?.name).not.toBe('Mine')
  expect(
    readdirSync(join(host.host.options.userData, 'sample'))
      .map((name) => basename(name))
      .sort(),
  ).toEqual(['sample.tianye', 'sample.tianye-lock', 'sample.tianye-shm', 'sample.tianye-wal', 'sample.tianye.backups'])
}, 60_000)

test('the sample belongs to who opened it first: another person at the same machine is a coder of their own', async () => {
  const host = new TestHost()
  await host.call('study.openSample', {})
  const names = async () => (await host.call('coder.list', {})).coders.map(({ name }) => name)
  expect(await names()).toEqual(['Ana', '林溪 Lin Xi'])
  await host.call('study.close', {})
  await host.call('settings.update', { coder: { name: 'Bo', initials: 'B', colour: '#3f6fb5' } })
  await host.call('study.openSample', {})
  expect(await names()).toEqual(['Ana', '林溪 Lin Xi'])
  expect((await host.call('coder.list', {})).currentId).toBeNull()
}, 60_000)
