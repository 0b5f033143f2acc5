import { describe, expect, test } from 'vitest'
import { runOperation } from '../../../electron/host/database/operation.ts'
import { openTranscript } from '../transcripts.ts'
import { fourWays } from './two-coders.ts'

describe('what coders change after it was decided', () => {
  test('leaves the decision, outdated, until it is renewed', async () => {
    const two = await fourWays()
    await two.decide((await two.list()).rows, 'a')
    await two.attributes('Ben', 0, 'delta four', { certainty: 1 })
    expect(await two.rowAt('delta four')).toMatchObject({ status: 'decided' })
    await two.attributes('Ben', 0, 'delta four', { polarity: 'hypothetical' })
    expect(await two.rowAt('delta four')).toMatchObject({ status: 'outdated', decision: { verdict: 'a' } })
    expect((await two.progress()).documents).toMatchObject([{ state: 'finished', decided: 3, outdated: 1 }])
    await two.decide(await two.rowAt('delta four'), 'b')
    expect(await two.rowAt('delta four')).toMatchObject({ status: 'decided' })
    await two.host.call('history.undo', {})
    expect(await two.rowAt('delta four')).toMatchObject({ status: 'outdated', decision: { verdict: 'a' } })
    // What it was about is as it was then.
    await two.host.call('history.undo', {})
    expect(await two.rowAt('delta four')).toMatchObject({ status: 'decided', decision: { verdict: 'a' } })
  })

  test('where they agree by now, only the decision is left to be taken back', async () => {
    const two = await fourWays()
    await two.decide(await two.rowAt('bravo two'), 'a')
    await two.apply('Ben', 0, two.codes.B, 'bravo two')
    const row = await two.rowAt('bravo two')
    expect(row).toMatchObject({ status: 'outdated', a: null, b: null, verdicts: [], decision: { verdict: 'a' } })
    expect((await two.layer(await two.consensusId())).filter(([code]) => code === 'B')).toHaveLength(1)
    await two.decide(await two.rowAt('delta four'), 'a')
    await two.reopen(row)
    expect((await two.layer(await two.consensusId())).filter(([code]) => code === 'B')).toEqual([
      ['B', 'bravo two', 'affirmed'],
    ])
    expect((await two.progress()).documents).toMatchObject([{ agreed: 2, outdated: 0, isBehind: false }])
  })

  test('what both agree on newly comes with the next verdict, and is said to be missing until then', async () => {
    const two = await fourWays()
    await two.decide(await two.rowAt('bravo two'), 'b')
    await two.apply('Ana', 0, two.codes.B, 'charlie three')
    await two.apply('Ben', 0, two.codes.B, 'charlie three')
    expect((await two.progress()).documents).toMatchObject([{ isBehind: true }])
    await two.decide(await two.rowAt('delta four'), 'a')
    expect((await two.progress()).documents).toMatchObject([{ isBehind: false }])
    expect(await two.layer(await two.consensusId())).toContainEqual(['B', 'charlie three', 'affirmed'])
  })

  test('a correction of the text takes decisions along', async () => {
    const two = await fourWays()
    await two.decide((await two.list()).rows, 'a')
    const { id, revisionId } = two.transcripts[0]!
    // Before all of them, and inside one.
    const range = two.transcripts[0]!.range('alpha one')
    await two.host.call('correction.apply', { documentId: id, revisionId, range, text: 'alpha number one' })
    const later = await openTranscript(two.host, id)
    const word = { documentId: id, revisionId: later.revisionId, range: later.range('delta') }
    await two.host.call('correction.apply', { ...word, text: 'delta, yes,' })
    const { rows } = await two.list()
    expect(rows.map(({ status, quote }) => [status, quote])).toEqual([
      ['decided', 'delta, yes, four'],
      ['decided', 'foxtrot'],
      ['decided', 'bravo two'],
      ['decided', 'echo five'],
    ])
    expect((await two.progress()).documents).toMatchObject([{ isBehind: false }])
  })
})

describe('codes that go', () => {
  test('into another one take along what was decided on them', async () => {
    const two = await fourWays()
    await two.decide((await two.list()).rows, 'a', { note: 'talked about' })
    const { codes, host } = two
    await host.call('code.merge', { ids: [codes.A1], into: codes.A })
    expect((await two.list()).rows.map(({ quote, status }) => [quote, status])).toEqual([
      ['bravo two', 'decided'],
      ['echo five', 'decided'],
      ['delta four', 'decided'],
      ['foxtrot', 'decided'],
    ])
    await host.call('history.undo', {})
    expect((await two.list()).rows.every(({ status }) => status === 'decided')).toBe(true)
  })

  test('altogether leave neither disagreement nor decision in the list', async () => {
    const two = await fourWays()
    await two.decide((await two.list()).rows, 'a')
    await two.host.call('code.delete', { ids: [two.codes.A1] })
    expect((await two.list()).rows.map(({ quote }) => quote)).toEqual(['bravo two', 'echo five'])
    expect((await two.host.call('study.check', {})).problems).toEqual([])
  })
})

describe('decisions that come from another copy, without the consensus that was made there', () => {
  test('are carried out by the next verdict, or by finishing', async () => {
    const two = await fourWays()
    const range = two.transcripts[0]!.range('foxtrot six')
    await two.decide(await two.rowAt('foxtrot'), 'span', { range, codeIds: [two.codes.B], attributesOf: 'b' })
    await two.decide(await two.rowAt('delta four'), 'both')
    await two.decide(await two.rowAt('bravo two'), 'b')
    const consensus = await two.consensusId()
    const made = await two.layer(consensus)
    const db = two.host.study.writable()
    const { operationId } = runOperation(db, { coderId: null, name: 'test.forget', at: 1 }, () => {
      db.run('DELETE FROM coding WHERE coder_id = ?', consensus)
      db.run('DELETE FROM assignment WHERE coder_id = ?', consensus)
      return { value: null, label: { code: 'seed', params: {} } }
    })
    two.host.host.announce(operationId, null)
    expect((await two.progress()).documents).toMatchObject([{ state: 'untouched', decided: 3 }])
    await two.host.call('disagreement.finish', { coderIds: await two.pair(), documentIds: [two.transcripts[0]!.id] })
    expect(await two.layer('study')).toEqual(made)
    expect((await two.progress()).documents).toMatchObject([{ state: 'finished', isBehind: false }])
  })
})
