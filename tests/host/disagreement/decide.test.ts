import { describe, expect, test } from 'vitest'
import { talk } from '../agreement/coded-study.ts'
import { dump } from '../database/dump.ts'
import { refusal } from '../refusal.ts'
import { fourWays, twoCoders } from './two-coders.ts'

describe('what two coders differ in', () => {
  test('is listed worst codes first, each in one row with what both have there', async () => {
    const { list, codes } = await fourWays()
    const { rows, total, counts, groups } = await list()
    expect(rows.map(({ kind, quote, turnRef, codeId }) => [kind, quote, turnRef, codeId])).toEqual([
      ['boundary', 'delta four', 'T06', codes.A1],
      ['attribute', 'foxtrot', 'T08', codes.A1],
      ['missing', 'bravo two', 'T03', codes.B],
      ['code', 'echo five', 'T07', codes.B],
    ])
    expect(total).toBe(4)
    expect(counts).toHaveLength(4)
    expect(
      groups.map(({ codeId, agreed, first, second, f1, disagreements, undecided, listed }) => [
        [codeId, agreed, first, second, f1],
        [disagreements, undecided, listed],
      ]),
    ).toEqual([
      [
        [codes.A1, 0, 2, 2, 0],
        [2, 2, 2],
      ],
      [
        [codes.B, 0, 1, 1, 0],
        [2, 2, 2],
      ],
      [
        [codes.A2, 0, 1, 0, 0],
        [0, 0, 0],
      ],
      [
        [codes.A, 1, 1, 1, 1],
        [0, 0, 0],
      ],
    ])
    const [boundary, attribute, missing, code] = rows
    expect(boundary).toMatchObject({ differs: ['bounds'], verdicts: ['a', 'b', 'both', 'span', 'open'] })
    expect(attribute).toMatchObject({ differs: ['polarity'], verdicts: ['a', 'b', 'span', 'open'] })
    expect(missing).toMatchObject({ b: null, differs: [], a: { codings: [{ codeId: codes.B }] } })
    expect(code).toMatchObject({ differs: ['code'], a: { codeId: codes.A2 }, b: { codeId: codes.B } })
  })

  test('from the other side, A and B change places and nothing else', async () => {
    const { list, pair } = await fourWays()
    const { rows } = await list()
    const [ana, ben] = await pair()
    const { rows: turned } = await list({ coderIds: [ben, ana] })
    expect(turned).toEqual(rows.map((row) => ({ ...row, a: row.b, b: row.a })))
  })

  test('is narrowed to codes, kinds and states, and paged through', async () => {
    const { list, codes, host, pair } = await fourWays()
    expect((await list({ codeIds: [codes.A2] })).rows.map(({ kind, codeId }) => [kind, codeId])).toEqual([
      ['code', codes.A2],
    ])
    expect((await list({ kinds: ['missing', 'attribute'] })).total).toBe(2)
    expect((await list({ status: ['decided'] })).rows).toEqual([])
    const [, second] = (await list()).rows
    expect((await list({ offset: 1, limit: 1 })).rows).toEqual([second])
    const place = async (key: string | null, from: number) =>
      host.call('disagreement.place', { coderIds: await pair(), key, from })
    expect(await place(second!.key, 1)).toEqual({ index: 1, next: 2 })
    expect(await place('nothing', 3)).toEqual({ index: null, next: 0 })
  })
})

describe('verdicts', () => {
  test('make the consensus of what both have alike and of what was decided, and finish it', async () => {
    const two = await fourWays()
    const { decide, rowAt, layer, consensusId, progress } = two
    await decide(await rowAt('bravo two'), 'b')
    const id = await consensusId()
    expect(await layer(id)).toEqual([['A', 'alpha one', 'affirmed']])
    expect((await progress()).documents).toMatchObject([
      { state: 'in_progress', agreed: 1, disagreements: 4, decided: 1, leftOpen: 0, outdated: 0, isBehind: false },
    ])
    await decide(await rowAt('delta four'), 'both')
    await decide(await rowAt('echo five'), 'both')
    expect(await decide(await rowAt('foxtrot'), 'open')).toEqual({ finished: [two.transcripts[0]!.id] })
    expect(await layer(id)).toEqual([
      ['A', 'alpha one', 'affirmed'],
      ['A1', 'delta four', 'affirmed'],
      ['A2', 'echo five', 'affirmed'],
      ['B', 'echo five', 'affirmed'],
    ])
    expect(await layer('study')).toEqual(await layer(id))
    expect((await progress()).documents).toMatchObject([{ state: 'finished', decided: 3, leftOpen: 1 }])
  })

  test('say in the list who decided what and why, and what it put there', async () => {
    const two = await fourWays()
    const row = await two.rowAt('foxtrot')
    two.host.signInAs('Cai')
    await two.decide(row, 'b', { note: '否定句' })
    const cai = (await two.ids()).get('Cai')
    expect(await two.rowAt('foxtrot')).toMatchObject({
      key: row.key,
      status: 'decided',
      decision: { verdict: 'b', note: '否定句', coderId: cai, codings: [{ polarity: 'negated' }] },
    })
    expect((await two.list({ coderIds: (await two.pair()).toReversed() as [number, number] })).rows).toContainEqual(
      expect.objectContaining({ key: row.key, decision: expect.objectContaining({ verdict: 'a' }) as object }),
    )
  })

  test('a new passage with chosen codes takes the attributes of who has the code', async () => {
    const two = await fourWays()
    const { codes, transcripts, decide, rowAt, layer } = two
    const range = transcripts[0]!.range('foxtrot six')
    await decide(await rowAt('foxtrot'), 'span', { range, codeIds: [codes.A1, codes.B], attributesOf: 'b' })
    const decided = (await layer(await two.consensusId())).slice(-2)
    expect(decided).toEqual([
      ['A1', 'foxtrot six', 'negated'],
      ['B', 'foxtrot six', 'negated'],
    ])
  })

  test('another verdict replaces the first; saying it again writes nothing', async () => {
    const two = await fourWays()
    const { decide, rowAt, layer, consensusId, host } = two
    await decide(await rowAt('delta four'), 'a', { note: 'one word' })
    await decide(await rowAt('delta four'), 'b')
    expect(await layer(await consensusId())).toEqual([
      ['A', 'alpha one', 'affirmed'],
      ['A1', 'delta four', 'affirmed'],
    ])
    expect(await rowAt('delta four')).toMatchObject({ decision: { verdict: 'b', note: 'one word' } })
    const before = dump(host.study.db)
    await decide(await rowAt('delta four'), 'b')
    expect(dump(host.study.db)).toEqual(before)
  })

  test('what was decided for can be decided against', async () => {
    const two = await fourWays()
    await two.decide((await two.list()).rows, 'a')
    await two.decide(await two.rowAt('bravo two'), 'b')
    expect(await two.layer('study')).not.toContainEqual(['B', 'bravo two', 'affirmed'])
    await two.decide(await two.rowAt('delta four'), 'b')
    expect(await two.layer('study')).not.toContainEqual(['B', 'bravo two', 'affirmed'])
  })

  test('several at once are one step; its label says how many, which codes and where', async () => {
    const two = await fourWays()
    const before = dump(two.host.study.db)
    const { rows } = await two.list({ kinds: ['missing', 'code'] })
    await two.decide(rows, 'a')
    expect((await two.host.call('history.state', {})).undo?.label).toEqual({
      code: 'disagreementDecide',
      params: { document: 'R1', code: 'B, A2', count: 2 },
    })
    await two.host.call('history.undo', {})
    expect(dump(two.host.study.db)).toEqual(before)
    expect((await two.progress()).documents).toMatchObject([{ state: 'untouched', decided: 0 }])
  })

  test('are refused where they do not fit, where the passages have changed, and where nobody can compare', async () => {
    const two = await fourWays()
    const { decide, rowAt, codes, pair, host } = two
    const missing = await rowAt('bravo two')
    expect(await refusal(decide(missing, 'both'))).toEqual({ code: 'disagreement_verdict', params: {} })
    const boundary = await rowAt('delta four')
    await two.attributes('Ben', 0, 'delta four', { evidence: 'hearsay' })
    expect(await refusal(decide(boundary, 'both'))).toEqual({ code: 'disagreement_verdict', params: {} })
    await decide(boundary, 'both', { attributesOf: 'b' })
    await two.apply('Ana', 0, codes.B, 'bravo two')
    await two.apply('Ben', 0, codes.B, 'bravo')
    expect(await refusal(decide(missing, 'a'))).toEqual({ code: 'disagreement_gone', params: {} })
    const [ana] = await pair()
    host.signInAs('Cai')
    await host.call('document.setState', { ids: [two.transcripts[0]!.id], state: 'assigned' })
    const cai = (await two.ids()).get('Cai')!
    expect(
      await refusal(host.call('disagreement.decide', { coderIds: [ana, cai], keys: [missing.key], verdict: 'a' })),
    ).toEqual({ code: 'disagreement_left_out', params: { document: 'R1' } })
  })
})

describe('taking back', () => {
  test('a verdict reopens the transcript, the last one leaves no consensus', async () => {
    const two = await fourWays()
    const before = await two.host.call('document.list', {})
    const rows = () => two.host.study.db.all('SELECT * FROM coding')
    const codings = rows()
    const [first, ...others] = (await two.list()).rows
    await two.decide([first!, ...others], 'a')
    expect((await two.progress()).documents).toMatchObject([{ state: 'finished' }])
    expect(await two.layer('study')).toHaveLength(5)
    await two.reopen(first!)
    expect((await two.progress()).documents).toMatchObject([{ state: 'in_progress', decided: 3 }])
    expect(await two.layer('study')).toEqual([])
    await two.reopen(...others)
    expect(await two.host.call('document.list', {})).toEqual(before)
    expect(rows()).toEqual(codings)
    expect((await two.progress()).documents).toMatchObject([{ state: 'untouched', isBehind: false }])
  })

  test('undo brings back exactly what was, verdict by verdict, also after a restart', async () => {
    const two = await fourWays()
    const states = [dump(two.host.study.db)]
    for (const row of (await two.list()).rows) {
      await two.decide(row, 'a')
      states.push(dump(two.host.study.db))
    }
    await two.host.reopen()
    for (const state of states.toReversed().slice(1)) {
      await two.host.call('history.undo', {})
      expect(dump(two.host.study.db)).toEqual(state)
    }
  })

  test("another person's verdict on top of it is not pulled away", async () => {
    const two = await fourWays()
    const [first, second] = (await two.list()).rows
    two.host.signInAs('Ana')
    await two.decide(first!, 'a')
    two.host.signInAs('Ben')
    await two.decide(second!, 'b')
    two.host.signInAs('Ana')
    expect((await refusal(two.host.call('history.undo', {}))).code).toBe('undo_blocked')
  })

  test('also where the consensus was taken back in between', async () => {
    const two = await fourWays()
    const before = dump(two.host.study.db)
    const [row] = (await two.list()).rows
    const as = async (coder: string, body: () => Promise<unknown>) => {
      two.host.signInAs(coder)
      await body()
    }
    const undo = () => two.host.call('history.undo', {})
    await as('Ana', () => two.decide(row!, 'a'))
    await as('Ben', () => two.reopen(row!))
    await as('Ana', () => two.decide(row!, 'b'))
    await as('Ana', () => two.reopen(row!))
    await as('Ben', async () => expect((await refusal(undo())).code).toBe('undo_blocked'))
    await as('Ana', undo)
    await as('Ana', undo)
    await as('Ben', undo)
    await as('Ana', undo)
    expect(dump(two.host.study.db)).toEqual(before)
  })
})

describe('finishing', () => {
  test('is for whoever says so: what has no verdict is not in it', async () => {
    const two = await fourWays()
    const documentIds = [two.transcripts[0]!.id]
    await two.host.call('disagreement.finish', { coderIds: await two.pair(), documentIds })
    expect(await two.layer('study')).toEqual([['A', 'alpha one', 'affirmed']])
    expect((await two.host.call('history.state', {})).undo?.label).toEqual({
      code: 'disagreementFinish',
      params: { document: 'R1', count: 1 },
    })
    // A verdict given later does not reopen it.
    await two.decide(await two.rowAt('bravo two'), 'a')
    expect(await two.layer('study')).toHaveLength(2)
    await two.host.call('disagreement.finish', { coderIds: await two.pair(), documentIds, finished: false })
    expect((await two.progress()).documents).toMatchObject([{ state: 'in_progress', decided: 1 }])
  })

  test('only what both worked on is compared; the rest is named with the reason', async () => {
    const two = await twoCoders([talk('R1', 'SP'), talk('R2', 'SP'), talk('R3', 'SG'), talk('R4', 'SG')])
    await two.apply('Ana', 0, two.codes.A, 'alpha one')
    await two.apply('Ben', 0, two.codes.A, 'alpha one')
    await two.apply('Ana', 1, two.codes.A, 'alpha one')
    await two.apply('Ana', 3, two.codes.A, 'alpha one')
    await two.apply('Ben', 3, two.codes.A, 'bravo two')
    await two.apply('Cai', 3, two.codes.A, 'charlie three')
    const [ana] = await two.pair()
    const cai = (await two.ids()).get('Cai')!
    const { rows } = await two.host.call('disagreement.list', { coderIds: [ana, cai] })
    await two.host.call('disagreement.decide', { coderIds: [ana, cai], keys: [rows[0]!.key], verdict: 'a' })
    const { documents, leftOut } = await two.progress()
    expect(documents).toMatchObject([{ document: 'R1', agreed: 1, disagreements: 0 }])
    expect(leftOut.map(({ name, reason }) => [name, reason])).toEqual([
      ['R2', 'one_coder'],
      ['R3', 'nobody'],
      ['R4', 'other_coders'],
    ])
  })
})
