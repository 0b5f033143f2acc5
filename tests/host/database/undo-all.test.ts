import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnsOf } from '../../../electron/host/database/change-log.ts'
import { LOGGED_TABLES } from '../../../electron/host/database/schema.ts'
import { UserError } from '../../../electron/host/errors.ts'
import { openHost, type TestHost } from '../open-host.ts'
import { seedTranscript } from '../seed.ts'
import { callOf, type Step } from './commands.ts'
import { dump } from './dump.ts'

const CODERS = ['Ana', 'Bo', '蔡']
/** In a run of steps, what stands for a restart. */
const REOPEN = 99

const step: fc.Arbitrary<Step> = fc.record({
  coder: fc.nat(CODERS.length - 1),
  what: fc.oneof({ weight: 30, arbitrary: fc.nat(60) }, { weight: 1, arbitrary: fc.constant(REOPEN) }),
  picks: fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 }),
})

/** Runs the call; false where the user would have been told that it cannot be done. */
async function attempt(call: Promise<unknown>): Promise<boolean> {
  try {
    await call
    return true
  } catch (error) {
    if (error instanceof UserError && error.code !== 'bad_input') return false
    throw error
  }
}

async function studyWithCoders(): Promise<TestHost> {
  const host = await openHost()
  for (const name of CODERS) host.study.joinAsCoder({ name, initials: name, colour: '#000000' }, 1)
  seedTranscript(host, 'SP F5')
  seedTranscript(host, 'SP F6')
  speedUp(host)
  return host
}

/** Processes end in these tests, power does not fail. */
function speedUp(host: TestHost): void {
  host.study.writable().exec('PRAGMA synchronous = OFF')
}

async function reopen(host: TestHost): Promise<void> {
  await host.reopen()
  speedUp(host)
}

/** Undoes everything of everybody; returns who undid, in order. */
async function undoAll(host: TestHost): Promise<string[]> {
  const order: string[] = []
  for (let progress = true; progress;) {
    progress = false
    for (const coder of CODERS) {
      host.signInAs(coder)
      while (await attempt(host.call('history.undo', {}))) {
        order.push(coder)
        progress = true
      }
    }
  }
  return order
}

test('undoing all of everybody leads back to the start, and redoing all to the end, across restarts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
      const host = await studyWithCoders()
      const start = dump(host.study.db)
      for (const one of steps) {
        if (one.what === REOPEN) {
          await reopen(host)
          continue
        }
        host.signInAs(CODERS[one.coder] ?? '')
        const call = callOf(host, one)
        if (call !== null) await attempt(host.connection.call(call.name, call.input))
      }
      const end = dump(host.study.db)

      await reopen(host)
      const undone = await undoAll(host)
      expect(dump(host.study.db)).toEqual(start)
      for (const coder of CODERS) {
        host.signInAs(coder)
        expect((await host.call('history.state', {})).undo).toBeNull()
      }

      await reopen(host)
      for (const coder of undone.toReversed()) {
        host.signInAs(coder)
        await host.call('history.redo', {})
      }
      expect(dump(host.study.db)).toEqual(end)
      expect((await host.call('study.check', {})).problems).toEqual([])
      host.host.close()
    }),
    { numRuns: 25 },
  )
}, 120_000)

test('whatever a command changes is in the log', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
      const host = await studyWithCoders()
      countIdleUpdates(host)
      for (const one of steps) {
        host.signInAs(CODERS[one.coder] ?? '')
        const call = one.what === REOPEN ? null : callOf(host, one)
        if (call === null) continue
        const before = counts(host)
        if (!(await attempt(host.connection.call(call.name, call.input)))) continue
        const after = counts(host)
        // Every change of a row is a change and a line of the log; beside these, an operation opens and closes the log.
        const logged = 2 * (after.log - before.log) + (after.operations - before.operations)
        const beside = 2 * (after.idle - before.idle) + (after.content - before.content) + 2
        expect([call.name, after.total - before.total]).toEqual([call.name, logged + beside])
      }
      host.host.close()
    }),
    { numRuns: 20 },
  )
}, 60_000)

/** Counts updates that set what was there already: they change nothing, so the log passes them over. */
function countIdleUpdates(host: TestHost): void {
  const db = host.study.writable()
  db.exec('CREATE TEMP TABLE idle (n INTEGER)')
  for (const table of LOGGED_TABLES) {
    const same = columnsOf(db, table)
      .map((column) => `OLD."${column}" IS NEW."${column}"`)
      .join(' AND ')
    db.exec(`CREATE TEMP TRIGGER idle_${table} AFTER UPDATE ON ${table} WHEN ${same}
      BEGIN INSERT INTO idle VALUES (1); END`)
  }
}

function counts(host: TestHost): { total: number; log: number; operations: number; idle: number; content: number } {
  const one = (sql: string) => host.study.db.pluck<number>(sql) ?? 0
  return {
    total: one('SELECT total_changes()'),
    log: one('SELECT count(*) FROM change'),
    operations: one('SELECT count(*) FROM operation'),
    idle: one('SELECT count(*) FROM idle'),
    content: one('SELECT (SELECT count(*) FROM text) + (SELECT count(*) FROM blob)'),
  }
}
