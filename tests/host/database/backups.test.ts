import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backupFolder, backUp, outdatedBackups } from '../../../electron/host/database/backups.ts'
import { createStudyFile, openStudyWriter } from '../../../electron/host/database/study-file.ts'
import { openHost } from '../open-host.ts'
import { tempFolder } from '../temp-folder.ts'
import { dump } from './dump.ts'
import { addCoder } from './rows.ts'

function backupsOf(path: string): string[] {
  return readdirSync(backupFolder(path)).filter((name) => name.endsWith('.tianye'))
}

test('a backup is a whole study, dated, and opens by itself', async () => {
  const path = join(tempFolder(), 'study.tianye')
  const writer = await createStudyFile(path, { name: 'Study', languages: ['en'] })
  addCoder(writer.db, 'Ana')
  const expected = dump(writer.db)
  const backup = await backUp(writer.db, path, Date.UTC(2026, 0, 2, 3, 4, 5))
  expect(backupsOf(path)).toEqual(['study 2026-01-02 030405Z.tianye'])
  writer.close()
  const opened = await openStudyWriter(backup)
  expect(dump(opened.db)).toEqual(expected)
  opened.close()
})

test('only what has changed since the last backup is backed up', async () => {
  const path = join(tempFolder(), 'study.tianye')
  const writer = await createStudyFile(path, { name: 'Study', languages: ['en'] })
  await writer.backUpIfChanged(1_000_000)
  await writer.backUpIfChanged(2_000_000)
  expect(backupsOf(path)).toHaveLength(1)
  addCoder(writer.db, 'Ana')
  await writer.backUpIfChanged(3_000_000)
  expect(backupsOf(path)).toHaveLength(2)
  writer.close()
  const again = await openStudyWriter(path)
  await again.backUpIfChanged(4_000_000)
  expect(backupsOf(path)).toHaveLength(2)
  again.close()
})

test('a backup that cannot be made is a warning, and work goes on', async () => {
  const host = await openHost()
  const { rmSync, writeFileSync } = await import('node:fs')
  await host.study.backUp()
  rmSync(backupFolder(host.study.path), { recursive: true })
  writeFileSync(backupFolder(host.study.path), '')
  await host.call('code.create', { parentId: null, name: 'Trust', language: 'en' })
  await host.study.backUp()
  await host.study.backUp()
  expect((await host.call('study.status', {})).open?.warnings).toEqual([{ code: 'backup_failed', params: {} }])
})

test('closing during a backup leaves no half one', async () => {
  const host = await openHost({ framework: 'mobilization-participation' })
  const { path } = host.study
  const backing = host.study.backUp()
  await host.call('study.close', {})
  await backing
  expect(readdirSync(backupFolder(path)).filter((name) => name.endsWith('.part'))).toEqual([])
  expect(existsSync(`${path}-lock`)).toBe(false)
  await host.open(path)
})

test('the last ten are kept, and the last of each of fourteen days', () => {
  const now = Date.UTC(2026, 6, 30, 18)
  const stamp = (daysAgo: number, hour: number) =>
    `study ${new Date(Date.UTC(2026, 6, 30, hour) - daysAgo * 86_400_000).toISOString().slice(0, 10)} ${String(hour).padStart(2, '0')}0000Z.tianye`
  const names = [
    ...Array.from({ length: 12 }, (_, index) => stamp(0, index)),
    ...Array.from({ length: 30 }, (_, index) => [stamp(index + 1, 9), stamp(index + 1, 15)]).flat(),
  ]
  const foreign = ['other 2020-01-01 000000Z.tianye', 'study.tianye', 'record.json', 'study notes.tianye']
  const outdated = new Set(outdatedBackups('/somewhere/study.tianye', [...names, ...foreign], now))
  const kept = [...names, ...foreign].filter((name) => !outdated.has(name))
  expect(kept.sort()).toEqual(
    [
      ...Array.from({ length: 10 }, (_, index) => stamp(0, index + 2)),
      ...Array.from({ length: 13 }, (_, index) => stamp(index + 1, 15)),
      ...foreign,
    ].sort(),
  )
})
