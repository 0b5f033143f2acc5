import fc from 'fast-check'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LOGGED_TABLES, type LoggedTable } from '../../../electron/host/database/schema.ts'
import { UserError } from '../../../electron/host/errors.ts'
import { mapReferences, referencesOf, type Row } from '../../../electron/host/merge/references.ts'
import type { Name } from '../../../shared/contract/contract.ts'
import { plainMemoBody } from '../../../shared/memo/memo-nodes.ts'
import { callOf, type Call, type Step } from '../database/commands.ts'
import { dump } from '../database/dump.ts'
import { TestHost } from '../open-host.ts'
import { anasStudy, bringBack, conflicts, expectSound, handOut, NOTHING, preview } from './two-copies.ts'

const steps = (maxLength: number) =>
  fc.array(
    fc.record({
      coder: fc.constant(0),
      what: fc.nat(60),
      picks: fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 }),
    }),
    { maxLength },
  )

/** Commands on one's own rows only. */
const OWN: readonly Name[] = [
  'coding.apply',
  'coding.remove',
  'coding.setAttributes',
  'coding.resize',
  'episode.create',
  'episode.update',
  'episode.remove',
  'document.setState',
]
const TEXT: readonly Name[] = ['correction.apply', 'correction.restore']

async function work(host: TestHost, made: readonly Step[], only: readonly Name[] | null = null): Promise<void> {
  host.study.writable().exec('PRAGMA synchronous = OFF')
  for (const [index, step] of made.entries()) {
    const call = callAmong(host, step, only)
    if (call !== null)
      await host.connection.call(call.name, call.input).catch((error: unknown) => {
        if (!(error instanceof UserError)) throw error
      })
    if (index % 3 === 0) await remark(host, step)
  }
}

/** The step as a command of one of the names: the next one of the list that is. */
function callAmong(host: TestHost, step: Step, only: readonly Name[] | null): Call | null {
  for (let further = 0; further < 40; further++) {
    const call = callOf(host, { ...step, what: step.what + further })
    if (only === null || (call !== null && only.includes(call.name))) return call
  }
  return null
}

/** A memo on whatever there is. */
async function remark(host: TestHost, { picks }: Step): Promise<void> {
  const kinds = ['coding', 'episode', 'document', 'code'] as const
  const kind = kinds[(picks[0] ?? 0) % kinds.length] ?? 'code'
  const ids = host.study.db.pluckAll<number>(`SELECT id FROM ${kind} ORDER BY id`)
  const id = ids[(picks[1] ?? 0) % ids.length]
  if (id === undefined) return
  const body = plainMemoBody(`Memo ${picks[2] ?? 0}`)
  await host.call('memo.save', { id: null, owner: { kind, id }, day: null, title: '', body, base: null })
}

const WORK = ['coding', 'episode', 'memo', 'assignment', 'decision'] as const

/** Guids of a coder's rows. */
function rowsOf(host: TestHost, coder: string): Map<string, LoggedTable> {
  return new Map(
    WORK.flatMap((table) =>
      host.study.db
        .pluckAll<string>(`SELECT w.guid FROM ${table} w JOIN coder c ON c.id = w.coder_id WHERE c.name = ?`, coder)
        .map((guid) => [guid, table] as const),
    ),
  )
}

/** All rows with guids for ids: the same in every copy in which they say the same. */
function portable(host: TestHost): Record<string, unknown[]> {
  const { db } = host.study
  // Who brings an affair of the same name first gives it its guid.
  const guidOf = (table: LoggedTable, id: unknown) =>
    db.pluck<string>(`SELECT ${table === 'affair' ? 'name' : 'guid'} FROM ${table} WHERE id = ?`, Number(id)) ?? '?'
  return Object.fromEntries(
    LOGGED_TABLES.filter((table) => table !== 'conflict' && table !== 'affair').map((table) => [
      table,
      db
        .all<Row>(`SELECT * FROM ${table} ORDER BY guid`)
        .map(({ id: _, ...row }) => mapReferences(referencesOf(db, table), row, (parent, id) => guidOf(parent, id))),
    ]),
  )
}

/** Another window on a copy of the study's file, byte for byte. */
async function twin(ana: TestHost): Promise<TestHost> {
  ana.study.checkpoint()
  const other = new TestHost({ coder: 'Ana' })
  const path = join(other.folder, 'Study.tianye')
  copyFileSync(ana.study.path, path)
  await other.open(path)
  other.study.writable().exec('PRAGMA synchronous = OFF')
  return other
}

test('whatever both did: nothing is lost, nothing of others changes, and the same file brings nothing twice', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ before: steps(5), ours: steps(8), theirs: steps(12), later: steps(5), accept: fc.boolean() }),
      async ({ before, ours, theirs, later, accept }) => {
        const { ana } = await anasStudy()
        await work(ana, before)
        const { copy: li, path } = await handOut(ana, 'Li', { others: accept ? 'shown' : 'blind' })
        await work(ana, ours)
        await work(li, theirs)
        for (const more of [[], later]) {
          await work(li, more)
          const accepted = accept ? 'all' : []
          const others = rowsOf(ana, 'Ana')
          const known = dump(ana.study.db)

          const shown = await preview(ana, path, accepted)
          expect(dump(ana.study.db)).toEqual(known)
          expect(await bringBack(ana, path, accepted)).toEqual(shown)
          expectSound(ana)
          expect(rowsOf(ana, 'Ana')).toEqual(others)
          await expectArrived(ana, li, shown)

          const after = dump(ana.study.db)
          const again = await bringBack(ana, path, accepted)
          expect({ ...again, proposals: [], missing: [], others: 0 }).toMatchObject(NOTHING)
          expect(dump(ana.study.db)).toEqual(after)

          if (JSON.stringify(known) !== JSON.stringify(after)) {
            await ana.call('history.undo', {})
            expect({ ...dump(ana.study.db), coder: [] }).toEqual({ ...known, coder: [] })
            await ana.call('history.redo', {})
            expect(dump(ana.study.db)).toEqual(after)
          }
        }
        for (const { id, blocked } of await conflicts(ana)) {
          const deciding = ana.call('conflict.decide', { id, verdict: 'theirs' })
          // What one decision brings may be in the way of the next.
          await deciding.catch((error: unknown) => {
            if (!(error instanceof UserError)) throw error
          })
          if (blocked === null) expectSound(ana)
        }
        expect((await bringBack(ana, path, accept ? 'all' : [])).conflicts).toEqual([])
        expectSound(ana)
      },
    ),
    { numRuns: 15 },
  )
}, 240_000)

/** Every row of the colleague is here, or is listed as a conflict, as waiting, or as missing something. */
async function expectArrived(
  ana: TestHost,
  li: TestHost,
  { proposals, missing }: Awaited<ReturnType<typeof preview>>,
): Promise<void> {
  const arrived = rowsOf(ana, 'Li')
  const listed = new Set(ana.study.db.pluckAll<string>('SELECT row_guid FROM conflict'))
  const absent = [...rowsOf(li, 'Li')].filter(
    ([guid, table]) => !arrived.has(guid) && !listed.has(guid) && table !== 'assignment',
  )
  const waiting = [...proposals, ...missing].reduce(
    (sum, item) => sum + ('waiting' in item ? item.waiting : item.rows),
    0,
  )
  expect(absent.length).toBeLessThanOrEqual(waiting)
  expect((await conflicts(ana)).length).toBe(
    ana.study.db.pluck<number>('SELECT count(*) FROM conflict WHERE verdict IS NULL'),
  )
}

test('copies that came from one study can be brought back in any order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ ours: steps(5), li: steps(10), mo: steps(10), text: steps(3) }),
      async ({ ours, li, mo, text }) => {
        const { ana } = await anasStudy()
        const one = await handOut(ana, 'Li')
        const other = await handOut(ana, 'Mo')
        await work(ana, ours, OWN)
        await work(ana, text, TEXT)
        await work(one.copy, li, OWN)
        await work(other.copy, mo, OWN)
        const anaToo = await twin(ana)
        for (const { path } of [one, other]) expect((await bringBack(ana, path)).conflicts).toEqual([])
        for (const { path } of [other, one]) expect((await bringBack(anaToo, path)).conflicts).toEqual([])
        expect(portable(anaToo)).toEqual(portable(ana))
        expectSound(ana)
      },
    ),
    { numRuns: 12 },
  )
}, 240_000)
