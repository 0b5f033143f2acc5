import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { StudyIndex } from '../../../electron/host/index/study-index.ts'
import type { In } from '../../../shared/contract/contract.ts'
import { dump } from '../database/dump.ts'
import { openHost, type TestHost } from '../open-host.ts'
import { refusal } from '../refusal.ts'
import { code, importTexts, INTERVIEW, makeCode, SECOND_INTERVIEW, type OpenedTranscript } from '../transcripts.ts'

interface Desk {
  readonly host: TestHost
  readonly transcript: OpenedTranscript
  readonly a: number
  readonly b: number
}

/** A host with a transcript and two codes. */
async function desk(): Promise<Desk> {
  const host = await openHost()
  const [transcript] = await importTexts(host, INTERVIEW, SECOND_INTERVIEW)
  return { host, transcript: transcript!, a: await makeCode(host, 'A'), b: await makeCode(host, 'B') }
}

async function codingsOf({ host, transcript }: Desk) {
  const { codings } = await host.call('coding.inRange', {
    documentId: transcript.id,
    layer: 'study',
    range: { start: 0, end: transcript.text.length },
  })
  return codings
}

/** Every change is one step, which its undo takes back to the last row. */
async function expectUndone(host: TestHost, change: () => Promise<unknown>): Promise<void> {
  const before = dump(host.study.db)
  await change()
  expect(dump(host.study.db)).not.toEqual(before)
  await host.call('history.undo', {})
  expect(dump(host.study.db)).toEqual(before)
}

describe('attributes', () => {
  const changes: Omit<In<'coding.setAttributes'>, 'ids'>[] = [
    { polarity: 'negated' },
    { evidence: 'hearsay' },
    { certainty: 2 },
    { actor: 'township' },
    { affair: '修路' },
    { eventTime: '2022 春' },
  ]

  test.each(changes)('%j is stored on all that are named, and undone as one step', async (change) => {
    const work = await desk()
    const { host, transcript, a, b } = work
    const ids = [await code(host, transcript, '没签，凑了车', a), await code(host, transcript, '后来开了会', b)].map(
      ({ id }) => id,
    )
    await expectUndone(host, () => host.call('coding.setAttributes', { ids, ...change }))
    await host.call('coding.setAttributes', { ids, ...change })
    const { affairs } = await host.call('coding.references', {})
    const expected = 'affair' in change ? { affairId: affairs[0]!.id } : change
    expect(await codingsOf(work)).toMatchObject([expected, expected])
  })

  test('an affair is made once, and taken off without losing it', async () => {
    const work = await desk()
    const { host, transcript, a } = work
    const { id } = await code(host, transcript, '后来开了会', a)
    await host.call('coding.setAttributes', { ids: [id], affair: '修路' })
    await host.call('coding.setAttributes', { ids: [id], affair: null })
    await host.call('coding.setAttributes', { ids: [id], affair: ' 修路 ' })
    expect((await host.call('coding.references', {})).affairs.map(({ name }) => name)).toEqual(['修路'])
  })

  test('a village spoken of is one of the study; another id is refused', async () => {
    const work = await desk()
    const { host, transcript, a } = work
    const { id } = await code(host, transcript, '后来开了会', a)
    const { villages } = await host.call('coding.references', {})
    expect(villages.map(({ name }) => name)).toEqual(['SP 石坡', 'SG 沙岗'])
    await host.call('coding.setAttributes', { ids: [id], referentCaseId: villages[1]!.id })
    expect(await codingsOf(work)).toMatchObject([{ referentCaseId: villages[1]!.id }])
    expect(await refusal(host.call('coding.setAttributes', { ids: [id], referentCaseId: 9999 }))).toMatchObject({
      code: 'case_gone',
    })
  })

  test('what is said already is no change, and empty words are none', async () => {
    const { host, transcript, a } = await desk()
    const { id } = await code(host, transcript, '后来开了会', a)
    await host.call('coding.setAttributes', { ids: [id], actor: 'township' })
    const before = dump(host.study.db)
    await host.call('coding.setAttributes', { ids: [id], actor: ' township ' })
    expect(dump(host.study.db)).toEqual(before)
    await host.call('coding.setAttributes', { ids: [id], actor: '  ' })
    expect((await host.call('coding.usedWords', {})).actors).toEqual([])
  })

  test('words used before are offered, the most used first', async () => {
    const { host, transcript, a, b } = await desk()
    const [one, other] = [await code(host, transcript, '后来开了会', a), await code(host, transcript, '后来呢', b)]
    await host.call('coding.setAttributes', { ids: [one.id], actor: 'farmer', eventTime: '2022' })
    await host.call('coding.setAttributes', { ids: [other.id], actor: 'township', eventTime: '2022' })
    const third = await code(host, transcript, '贴了张单子', a)
    await host.call('coding.setAttributes', { ids: [third.id], actor: 'township' })
    expect(await host.call('coding.usedWords', {})).toEqual({ actors: ['township', 'farmer'], eventTimes: ['2022'] })
  })
})

describe('recoding', () => {
  test('puts another code in place, keeps extent, attributes and memo, and is one step', async () => {
    const work = await desk()
    const { host, transcript, a, b } = work
    const coding = await code(host, transcript, '我们几户没签', a)
    await host.call('coding.setAttributes', { ids: [coding.id], polarity: 'negated' })
    await expectUndone(host, () => host.call('coding.recode', { ids: [coding.id], to: { codeId: b } }))
    await host.call('coding.recode', { ids: [coding.id], to: { codeId: b } })
    expect(await codingsOf(work)).toEqual([{ ...coding, codeId: b, polarity: 'negated' }])
  })

  test('unites with one’s own equal coding that it overlaps, whose memo stays', async () => {
    const work = await desk()
    const { host, transcript, a, b } = work
    const there = await code(host, transcript, '我们几户没签', b)
    const moved = await code(host, transcript, '没签，凑了车', a)
    const memoOn = await host.call('memo.save', {
      id: null,
      owner: { kind: 'coding', id: moved.id },
      body: EMPTY_BODY,
    })
    await expectUndone(host, () => host.call('coding.recode', { ids: [moved.id], to: { codeId: b } }))
    const { codings } = await host.call('coding.recode', { ids: [moved.id], to: { codeId: b } })
    expect(codings).toMatchObject([{ id: there.id, codeId: b }])
    const [only, ...others] = await codingsOf(work)
    expect(others).toEqual([])
    expect(transcript.text.slice(only!.start, only!.end)).toBe('我们几户没签，凑了车')
    expect((await host.call('memo.get', { id: memoOn.id })).owner).toEqual({ kind: 'coding', id: there.id })
  })

  test('does not unite with one that differs in any attribute', async () => {
    const work = await desk()
    const { host, transcript, a, b } = work
    const there = await code(host, transcript, '我们几户没签', b)
    for (const change of [
      { polarity: 'negated' },
      { certainty: 1 },
      { actor: 'farmer' },
      { affair: '修路' },
    ] as const) {
      await host.call('coding.setAttributes', { ids: [there.id], ...change })
      const moved = await code(host, transcript, '没签，凑了车', a)
      await host.call('coding.recode', { ids: [moved.id], to: { codeId: b } })
      expect(await codingsOf(work)).toHaveLength(2)
      await host.call('history.undo', {})
      await host.call('history.undo', {})
      await host.call('history.undo', {})
    }
  })

  test('to a new code makes it in the same step', async () => {
    const { host, transcript, a } = await desk()
    const { id } = await code(host, transcript, '后来开了会', a)
    const to = { name: '开会', language: 'zh-CN' }
    await expectUndone(host, () => host.call('coding.recode', { ids: [id], to }))
  })

  test('is refused for another’s coding, for a heading code and for one that is gone', async () => {
    const { host, transcript, a, b } = await desk()
    const { id } = await code(host, transcript, '后来开了会', a)
    const heading = await host.call('code.create', { parentId: null, name: 'H', language: 'en', codable: false })
    expect(await refusal(host.call('coding.recode', { ids: [id], to: { codeId: heading.id } }))).toMatchObject({
      code: 'code_not_codable',
    })
    expect(await refusal(host.call('coding.recode', { ids: [id], to: { codeId: 9999 } }))).toMatchObject({
      code: 'code_gone',
    })
    host.signInAs('Ben')
    expect(await refusal(host.call('coding.recode', { ids: [id], to: { codeId: b } }))).toMatchObject({
      code: 'not_your_coding',
    })
    expect(await refusal(host.call('coding.duplicate', { ids: [id], to: { codeId: b } }))).toMatchObject({
      code: 'not_your_coding',
    })
  })
})

describe('duplicating', () => {
  test('puts a second code on the same words with the same attributes', async () => {
    const work = await desk()
    const { host, transcript, a, b } = work
    const coding = await code(host, transcript, '我们几户没签', a)
    await host.call('coding.setAttributes', { ids: [coding.id], evidence: 'other', eventTime: '2022' })
    await expectUndone(host, () => host.call('coding.duplicate', { ids: [coding.id], to: { codeId: b } }))
    const { codings } = await host.call('coding.duplicate', { ids: [coding.id], to: { codeId: b } })
    expect(await codingsOf(work)).toEqual([
      { ...coding, evidence: 'other', eventTime: '2022' },
      { ...coding, id: codings[0]!.id, codeId: b, evidence: 'other', eventTime: '2022' },
    ])
  })

  test('twice leaves one: the equal coding that is there takes the second in', async () => {
    const work = await desk()
    const { host, transcript, a, b } = work
    const coding = await code(host, transcript, '我们几户没签', a)
    const first = await host.call('coding.duplicate', { ids: [coding.id], to: { codeId: b } })
    const second = await host.call('coding.duplicate', { ids: [coding.id], to: { codeId: b } })
    expect(second).toEqual(first)
    expect(await codingsOf(work)).toHaveLength(2)
  })
})

describe('applying over one’s own coding', () => {
  test('extends the equal one, and one that became equal only later stays by itself', async () => {
    const work = await desk()
    const { host, transcript, a } = work
    const negated = await code(host, transcript, '我们几户没签', a)
    await host.call('coding.setAttributes', { ids: [negated.id], polarity: 'negated' })
    const plain = await code(host, transcript, '没签，凑了车', a)
    expect(await codingsOf(work)).toHaveLength(2)
    await host.call('coding.setAttributes', { ids: [negated.id], polarity: 'affirmed' })
    expect(await codingsOf(work)).toHaveLength(2)
    // Only what the next passage touches grows: here both.
    const grown = await code(host, transcript, '几户没签，凑了车去', a)
    expect(grown.id).toBe(Math.min(negated.id, plain.id))
    expect(await codingsOf(work)).toHaveLength(1)
  })
})

test('the label of an undo says what and where', async () => {
  const { host, transcript, a, b } = await desk()
  const { id } = await code(host, transcript, '后来开了会', a)
  await host.call('coding.recode', { ids: [id], to: { codeId: b } })
  const { undo } = await host.call('history.state', {})
  expect(undo?.label).toMatchObject({
    code: 'codingRecode',
    params: { code: 'A', to: 'B', document: 'SP-F5-w1', count: 1 },
  })
})

test('finding codings by place equals looking at all of them, after any changes', async () => {
  const work = await desk()
  const { host, transcript, a, b } = work
  const { length } = transcript.text
  const offset = fc.nat(length)
  const range = fc.tuple(offset, offset).map(([x, y]) => ({ start: Math.min(x, y), end: Math.max(x, y) }))
  const step = fc.oneof(
    fc.record({ kind: fc.constant('apply' as const), range, to: fc.constantFrom(a, b) }),
    fc.record({ kind: fc.constant('resize' as const), range, at: fc.nat() }),
    fc.record({ kind: fc.constant('recode' as const), at: fc.nat(), to: fc.constantFrom(a, b) }),
    fc.record({ kind: fc.constantFrom('remove' as const, 'undo' as const, 'redo' as const), at: fc.nat() }),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 12 }),
      fc.array(range, { minLength: 3, maxLength: 6 }),
      async (steps, asked) => {
        for (const one of steps) {
          const all = await codingsOf(work)
          const chosen = 'at' in one ? all[one.at % Math.max(1, all.length)] : undefined
          const ignored = () => undefined
          if (one.kind === 'apply') {
            const place = { documentId: transcript.id, revisionId: transcript.revisionId, range: one.range }
            await host.call('coding.apply', { ...place, codeIds: [one.to] }).catch(ignored)
          } else if (one.kind === 'undo' || one.kind === 'redo')
            await host.call(`history.${one.kind}`, {}).catch(ignored)
          else if (chosen === undefined) continue
          else if (one.kind === 'remove') await host.call('coding.remove', { ids: [chosen.id] })
          else if (one.kind === 'recode')
            // An undo may have taken the code itself back.
            await host.call('coding.recode', { ids: [chosen.id], to: { codeId: one.to } }).catch(ignored)
          else if (one.kind === 'resize')
            await host.call('coding.resize', { id: chosen.id, range: one.range }).catch(ignored)
        }
        const { spans } = host.study.index
        const fresh = new StudyIndex(host.study.db).spans
        for (const { start, end } of asked) {
          const sorted = (ids: number[]) => ids.toSorted((x, y) => x - y)
          const found = sorted(spans.overlapping(transcript.id, 1, start, end))
          expect(found).toEqual(sorted(fresh.overlapping(transcript.id, 1, start, end)))
          expect(found).toEqual(
            host.study.db.pluckAll<number>(
              'SELECT id FROM coding WHERE document_id = ? AND coder_id = 1 AND start < ? AND "end" > ? ORDER BY id',
              transcript.id,
              end,
              start,
            ),
          )
        }
      },
    ),
    { numRuns: 40 },
  )
})

const EMPTY_BODY: In<'memo.save'>['body'] = {
  root: { type: 'root', version: 1, direction: null, format: '', indent: 0, children: [] },
}
