import { expect, test } from 'vitest'
import type { ReadableDb } from '../../../electron/host/database/db.ts'
import { openStudyWriter } from '../../../electron/host/database/study-file.ts'
import { anasStudy, code, correct, handOut } from '../merge/two-copies.ts'
import { bundleVictim, Victim } from './victim-process.ts'

const KILLS = 20
const CODINGS = 40

/** What there is of the colleague's work: all of it or nothing. */
function broughtBack(db: ReadableDb): unknown {
  return {
    codings: db.pluck(`SELECT count(*) FROM coding k JOIN coder c ON c.id = k.coder_id WHERE c.name = 'Li'`),
    codes: db.pluck(`SELECT count(*) FROM code_text WHERE name = 'Hope'`),
    revisions: db.pluck('SELECT count(*) FROM document_revision'),
    assignments: db.pluck(`SELECT count(*) FROM assignment WHERE state = 'finished'`),
  }
}

const BEFORE = { codings: 0, codes: 0, revisions: 2, assignments: 0 }
const AFTER = { codings: CODINGS, codes: 1, revisions: 3, assignments: 1 }

test(`kill -9 at ${KILLS} random moments of a bring-back leaves the study as it was before or after, never between`, async () => {
  const { ana, documents } = await anasStudy()
  const { copy: li, path: returned } = await handOut(ana, 'Li')
  const { id: hope } = await li.call('code.create', { parentId: null, name: 'Hope', language: 'en' })
  await correct(li, documents[0], [5, 5], '又')
  for (let at = 0; at < CODINGS; at++)
    await code(li, documents[at % 2 === 0 ? 0 : 1], [2 + 4 * (at >> 1), 4 + 4 * (at >> 1)], hope)
  await li.call('document.setState', { ids: [documents[0]], state: 'finished' })
  expect(li.study.db.pluck(`SELECT count(*) FROM coding`)).toBe(CODINGS)
  await li.call('study.close', {})
  const { path } = ana.study
  const { userData } = ana.host.options
  await ana.call('study.close', {})

  const script = await bundleVictim('victim-merge.ts')
  const start = (): Victim => new Victim(script, [path, userData, returned])
  let next = start()
  const acknowledged: number[] = []
  for (let kill = 0; kill < KILLS; kill++) {
    const victim = next
    next = start()
    acknowledged.push(...(await victim.workAndDie('first command', Math.random() ** 2 * 250)))
    const writer = await openStudyWriter(path)
    expect(writer.db.pluckAll('PRAGMA integrity_check')).toEqual(['ok'])
    expect(writer.db.all('PRAGMA foreign_key_check')).toEqual([])
    expect(writer.db.pluck('SELECT count(*) FROM change WHERE operation_id NOT IN (SELECT id FROM operation)')).toBe(0)
    const operations = new Set(writer.db.pluckAll<number>('SELECT id FROM operation'))
    expect(acknowledged.filter((id) => !operations.has(id))).toEqual([])
    expect([BEFORE, AFTER]).toContainEqual(broughtBack(writer.db))
    writer.close()
  }
  await next.die()
  // The test has teeth only if there was something to lose.
  expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS)
}, 120_000)
