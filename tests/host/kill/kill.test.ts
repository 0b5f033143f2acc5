import { expect, test } from 'vitest'
import type { ReadableDb } from '../../../electron/host/database/db.ts'
import { openStudyReader, openStudyWriter } from '../../../electron/host/database/study-file.ts'
import { utf16 } from '../../../shared/text/offsets.ts'
import { openHost } from '../open-host.ts'
import { seedTranscript } from '../seed.ts'
import { bundleVictim, Victim } from './victim-process.ts'

const KILLS = 200
const CODINGS = 6
/** Victims that are starting while another one runs: most of a process's life is its start. */
const WAITING = 2

/** A random moment: while it opens and recovers, or while it works. */
function moment(): ['opening' | 'first command', number] {
  return Math.random() < 0.3 ? ['opening', Math.random() * 60] : ['first command', Math.random() ** 2 * 60]
}

/** Fails where an acknowledged operation is missing, or where an operation was cut in half. */
function expectWhole(db: ReadableDb, acknowledged: readonly number[]): void {
  const operations = new Set(db.pluckAll<number>('SELECT id FROM operation'))
  expect(acknowledged.filter((id) => !operations.has(id))).toEqual([])
  expect(db.pluckAll('SELECT DISTINCT actor FROM coding')).toHaveLength(1)
  const cut = db.all(
    `SELECT o.id, count(h.id) FROM operation o LEFT JOIN change h ON h.operation_id = o.id
     WHERE o.name IN ('coding.setAttributes', 'history.undo', 'history.redo') GROUP BY o.id HAVING count(h.id) <> ?`,
    CODINGS,
  )
  expect(cut).toEqual([])
  expect(db.pluck('SELECT count(*) FROM change WHERE operation_id NOT IN (SELECT id FROM operation)')).toBe(0)
}

test(`kill -9 at ${KILLS} random moments loses no acknowledged command and leaves no half one`, async () => {
  const host = await openHost()
  const documentId = seedTranscript(host, 'SP F5')
  const revisionId = host.study.db.pluck<number>('SELECT revision_id FROM document') ?? 0
  const { id } = await host.call('code.create', { parentId: null, name: 'Trust', language: 'en' })
  for (let at = 0; at < CODINGS; at++)
    await host.call('coding.apply', {
      documentId,
      revisionId,
      range: { start: utf16(3 + at * 4), end: utf16(5 + at * 4) },
      codeIds: [id],
    })
  expect(host.study.db.pluck('SELECT count(*) FROM coding')).toBe(CODINGS)
  const { path } = host.study
  const userData = host.host.options.userData
  await host.call('study.close', {})

  const script = await bundleVictim('victim.ts')
  const start = (): Victim => new Victim(script, [path, userData])
  const victims = Array.from({ length: WAITING }, start)
  const acknowledged: number[] = []
  for (let kill = 0; kill < KILLS; kill++) {
    victims.push(start())
    acknowledged.push(...((await victims.shift()?.workAndDie(...moment())) ?? []))

    // In turn: the next victim finds what this one left; a reader comes first; a writer comes first.
    if (kill % 3 === 1) {
      const reader = openStudyReader(path)
      expectWhole(reader, acknowledged)
      reader.close()
    }
    if (kill % 3 === 2) {
      const writer = await openStudyWriter(path)
      expect(writer.db.pluckAll('PRAGMA integrity_check')).toEqual(['ok'])
      expectWhole(writer.db, acknowledged)
      writer.close()
    }
  }
  await Promise.all(victims.map((victim) => victim.die()))
  const writer = await openStudyWriter(path)
  expectWhole(writer.db, acknowledged)
  writer.close()
  // The test has teeth only if there was something to lose.
  expect(acknowledged.length).toBeGreaterThan(KILLS)
}, 300_000)
