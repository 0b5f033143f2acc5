import { describe, expect, test } from 'vitest'
import { runOperation } from '../../../electron/host/database/operation.ts'
import { insert } from '../../../electron/host/database/rows.ts'
import { finish, talk } from '../agreement/coded-study.ts'
import { refusal } from '../refusal.ts'
import { seedTranscript } from '../seed.ts'
import { twoCoders, type TwoCoders } from './two-coders.ts'

async function oneDisagreement(...more: string[]): Promise<TwoCoders> {
  const two = await twoCoders([talk('R1', 'SP'), ...more])
  await two.apply('Ana', 0, two.codes.A, 'alpha one')
  await two.apply('Ben', 0, two.codes.B, 'alpha one')
  return two
}

describe('while coding is blind', () => {
  test('nothing is compared or decided until both have finished, and then by whom it no longer concerns', async () => {
    const two = await oneDisagreement()
    const { host } = two
    const key = (await two.list()).rows[0]!.key
    await host.call('study.setBlind', { blind: true })
    for (const person of ['Ana', 'Ben', 'Cai']) {
      host.signInAs(person)
      expect(await two.list()).toMatchObject({ rows: [], total: 0 })
      expect(await two.progress()).toMatchObject({ documents: [], leftOut: [{ name: 'R1', reason: 'blind' }] })
      expect(await refusal(two.decide({ key }, 'a'))).toMatchObject({ code: 'disagreement_left_out' })
    }
    await finish(two, 'Ana', two.transcripts[0]!)
    expect((await two.list()).rows).toEqual([])
    await finish(two, 'Ben', two.transcripts[0]!)
    for (const person of ['Ana', 'Ben', 'Cai']) {
      host.signInAs(person)
      expect((await two.list()).rows.map((row) => row.key)).toEqual([key])
    }
    host.signInAs('Cai')
    await two.decide({ key }, 'both')
    expect(await two.layer('study')).toHaveLength(2)
    // The verdict is seen by those whom it is about.
    host.signInAs('Ana')
    expect((await two.list()).rows).toMatchObject([{ status: 'decided', decision: { verdict: 'both' } }])
  })
})

describe('the coder of record', () => {
  test('is a person: who finishes first, also after the consensus', async () => {
    const two = await oneDisagreement()
    await two.decide((await two.list()).rows, 'a')
    const ofRecord = () => two.host.study.db.pluck('SELECT coder_of_record_id FROM document')
    expect(ofRecord()).toBeNull()
    await finish(two, 'Ben', two.transcripts[0]!)
    const [, ben] = await two.pair()
    expect(ofRecord()).toBe(ben)
    const row = (await two.host.call('document.list', {})).documents[0]!
    expect(row.studyCoderId).toBe(await two.consensusId())
    await two.reopen(...(await two.list()).rows)
    expect((await two.host.call('document.list', {})).documents[0]!.studyCoderId).toBe(ben)
  })

  test('is read while the consensus is being made', async () => {
    const two = await oneDisagreement()
    await two.apply('Ben', 0, two.codes.B, 'bravo two')
    await finish(two, 'Ana', two.transcripts[0]!)
    await two.decide(await two.rowAt('bravo two'), 'b')
    expect(await two.layer('study')).toEqual([['A', 'alpha one', 'affirmed']])
  })
})

describe('a consensus that came with a file', () => {
  async function imported(): Promise<TwoCoders> {
    const two = await oneDisagreement()
    const db = two.host.study.writable()
    const { operationId } = runOperation(db, { coderId: null, name: 'test.import', at: 1 }, () => {
      const coder = insert(db, 'coder', { name: 'Agreed', initials: 'A', colour: '#000000', kind: 'consensus' })
      const row = db.get<Record<string, string>>('SELECT * FROM coding ORDER BY id LIMIT 1')!
      const { id: _, guid: __, ...rest } = row
      insert(db, 'coding', { ...rest, coder_id: coder })
      return { value: null, label: { code: 'seed', params: {} } }
    })
    two.host.host.announce(operationId, null)
    return two
  }

  test('counts as adjudicated, and is not decided on', async () => {
    const two = await imported()
    expect(await two.layer('study')).toEqual([['A', 'alpha one', 'affirmed']])
    expect(await two.progress()).toMatchObject({ documents: [], leftOut: [{ reason: 'imported_consensus' }] })
    const coderIds = await two.pair()
    expect(
      await refusal(
        two.host.call('disagreement.decide', { coderIds, keys: [`${two.transcripts[0]!.id} x`], verdict: 'a' }),
      ),
    ).toEqual({ code: 'disagreement_imported', params: { document: 'R1' } })
    // To finish it is to pass over it.
    await two.host.call('disagreement.finish', { coderIds, documentIds: [two.transcripts[0]!.id] })
    expect(await two.layer(await two.consensusId())).toHaveLength(1)
  })
})

test('nobody changes the consensus by hand', async () => {
  const two = await oneDisagreement()
  await two.decide((await two.list()).rows, 'a')
  const layer = await two.consensusId()
  const { id, text } = two.transcripts[0]!
  const range = { start: 0, end: text.length } as never
  const { codings } = await two.host.call('coding.inRange', { documentId: id, layer, range })
  const ids = codings.map((coding) => coding.id)
  for (const call of [
    () => two.host.call('coding.remove', { ids }),
    () => two.host.call('coding.setAttributes', { ids, polarity: 'negated' }),
    () => two.host.call('coding.recode', { ids, to: { codeId: two.codes.B } }),
  ])
    expect((await refusal(call())).code).toBe('not_your_coding')
})

test('what rests on a decision elsewhere is found by the check', async () => {
  const two = await oneDisagreement(talk('R2', 'SP'))
  await two.decide((await two.list()).rows, 'a')
  const db = two.host.study.writable()
  expect((await two.host.call('study.check', {})).problems).toEqual([])
  const elsewhere = seedTranscript(two.host, 'elsewhere')
  db.exec('INSERT INTO logging VALUES (1)')
  db.run('UPDATE decision SET document_id = ?, start = 0, "end" = 1', elsewhere)
  expect((await two.host.call('study.check', {})).problems).toMatchObject([{ code: 'check_decision' }])
})
