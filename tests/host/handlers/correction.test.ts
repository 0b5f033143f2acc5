import { describe, expect, test } from 'vitest'
import { anchoredTables } from '../../../shared/text/anchored-tables.ts'
import { utf16 } from '../../../shared/text/offsets.ts'
import { openHost, type TestHost } from '../open-host.ts'
import { refusal } from '../refusal.ts'
import { code, importTexts, INTERVIEW, makeCode, openTranscript, type OpenedTranscript } from '../transcripts.ts'
import { dump } from '../database/dump.ts'

/** Corrects words that stand once in the transcript: `from` becomes `to`. */
async function correct(
  host: TestHost,
  transcript: OpenedTranscript,
  from: string,
  to: string,
  confirmLost = false,
): Promise<OpenedTranscript> {
  await host.call('correction.apply', {
    documentId: transcript.id,
    revisionId: transcript.revisionId,
    range: transcript.range(from),
    text: to,
    confirmLost,
  })
  return openTranscript(host, transcript.id)
}

async function quotes(host: TestHost): Promise<string[]> {
  const { segments } = await host.call('segment.list', { filter: { layer: 'study' }, offset: 0, limit: 100 })
  return segments.map(({ quote }) => quote)
}

async function study(): Promise<{ host: TestHost; road: OpenedTranscript; a: number; b: number }> {
  const host = await openHost()
  const [road] = await importTexts(host, INTERVIEW)
  const a = await makeCode(host, 'A')
  const b = await makeCode(host, 'B')
  return { host, road: road!, a, b }
}

async function sound(host: TestHost): Promise<void> {
  expect((await host.call('study.check', {})).problems).toEqual([])
}

describe('a correction', () => {
  test('takes the codings along: those behind move, those in which words change say the new ones', async () => {
    const { host, road, a, b } = await study()
    await code(host, road, '让三天内签字。😀老𠮷说', a)
    await code(host, road, '凑了车', b)
    const now = await correct(host, road, '让三天内签字。😀', '😀他们让咱三天以内签字👨‍👩‍👧。😀')
    expect(now.text).toContain('[T02] F5：贴了张单子，😀他们让咱三天以内签字👨‍👩‍👧。😀老𠮷说没签的要停补助。')
    expect(await quotes(host)).toEqual(['让咱三天以内签字👨‍👩‍👧。😀老𠮷说', '凑了车'])
    await sound(host)
  })

  test('keeps every turn on its speech, also where words are put at its very beginning and end', async () => {
    const { host, road } = await study()
    const speeches = (await openedTurns(host, road.id)).map(({ speech }) => speech)
    const now = await correct(host, road, '后来呢？', '嗯，后来呢？你说')
    const turns = await openedTurns(host, now.id)
    expect(turns.map(({ speech }) => speech)).toEqual(
      speeches.map((speech) => (speech === '后来呢？' ? '嗯，后来呢？你说' : speech)),
    )
    expect(turns.map(({ ref }) => ref)).toEqual(['T01', 'T02', 'T03', 'T04', 'T05'])
    await sound(host)
  })

  test('is one step: undone, redone, and undone again after a restart, row for row', async () => {
    const { host, road, a } = await study()
    await code(host, road, '凑了车', a)
    await code(host, road, '贴了张单子', a)
    await host.call('episode.create', {
      documentId: road.id,
      revisionId: road.revisionId,
      range: road.range('凑了车'),
    })
    const before = dump(host.study.db)
    await correct(host, road, '贴了张单子，', '', true)
    const after = dump(host.study.db)
    await host.call('history.undo', {})
    expect(dump(host.study.db)).toEqual(before)
    await sound(host)
    await host.call('history.redo', {})
    expect(dump(host.study.db)).toEqual(after)
    await host.reopen()
    await sound(host)
    await host.call('history.undo', {})
    expect(dump(host.study.db)).toEqual(before)
  })

  test('says beforehand what it would do, row by row and table by table', async () => {
    const { host, road, a, b } = await study()
    const changed = await code(host, road, '没签的要停补助', a)
    await code(host, road, '凑了车', a)
    const lost = await code(host, road, '老𠮷', b)
    const beside = await code(host, road, '贴了张单子', b)
    const { counts, passages, splices } = await host.call('correction.preview', {
      documentId: road.id,
      revisionId: road.revisionId,
      change: {
        kind: 'edit',
        range: road.range('单子，让三天内签字。😀老𠮷说没签的'),
        text: '单子呢，让三天内签字。😀说没签的都',
      },
    })
    expect(splices.map(({ removed, inserted }) => [removed, inserted])).toEqual([
      ['', '呢'],
      ['老𠮷', ''],
      ['', '都'],
    ])
    expect(passages).toMatchObject([
      { kind: 'beside', id: beside.id, before: '贴了张单子', after: '贴了张单子' },
      { kind: 'lost', id: lost.id, codeId: b, before: '老𠮷', after: '' },
      { kind: 'changed', id: changed.id, codeId: a, before: '没签的要停补助', after: '没签的都要停补助' },
    ])
    expect(counts.map(({ table }) => table)).toEqual(anchoredTables.map(({ table }) => table))
    expect(counts.find(({ table }) => table === 'coding')).toEqual({ table: 'coding', moved: 1, changed: 1, lost: 1 })
    expect(counts.find(({ table }) => table === 'turn')).toEqual({ table: 'turn', moved: 3, changed: 1, lost: 0 })
  })

  test('leaves the labels of speakers and the line ends between turns alone', async () => {
    const { host, road } = await study()
    const attempt = (from: string, to: string) => refusal(correct(host, road, from, to))
    expect(await attempt('[T02] F5：贴了', '[T02] F6：贴了')).toMatchObject({
      code: 'correction_turns',
      params: { ref: 'T02' },
    })
    expect((await attempt('停补助。\n[T03] F5：', '停补助。')).code).toBe('correction_turns')
    expect((await attempt('停补助。\n', '停补助。\n\n说完了\n')).code).toBe('correction_turns')
    const now = await correct(host, road, '停补助。', '停补助。\n说完了。')
    expect((await openedTurns(host, now.id))[1]!.speech).toContain('停补助。\n说完了。')
    const joined = await correct(host, now, '停补助。\n说完了。', '停补助，说完了。')
    expect((await openedTurns(host, joined.id))[1]!.speech).toContain('停补助，说完了。')
    await sound(host)
  })

  test('of a text that somebody has corrected meanwhile is refused', async () => {
    const { host, road } = await study()
    await correct(host, road, '凑了车', '凑钱租了车')
    const { code: refused, params } = await refusal(correct(host, road, '后来呢', '然后呢'))
    expect([refused, params]).toEqual(['document_changed', { document: 'SP-F5-w1' }])
  })

  test('cleans what is typed, as imports do: line ends, NUL, halves of characters', async () => {
    const { host, road } = await study()
    const now = await correct(host, road, '后来呢？', '后来\r\n呢\u0000？\ud83d')
    expect(now.text).toContain('后来\n呢\ufffd？\ufffd')
    await sound(host)
  })

  test('never cuts a character in two, whatever the range does', async () => {
    const { host, road } = await study()
    const at = road.text.indexOf('😀') + 1
    const apply = async (start: number, end: number, revisionId: number) => {
      const range = { start: utf16(start), end: utf16(end) }
      await host.call('correction.apply', { documentId: road.id, revisionId, range, text: '啊', confirmLost: true })
      return openTranscript(host, road.id)
    }
    const inserted = await apply(at, at, road.revisionId)
    expect(inserted.text).toBe(`${road.text.slice(0, at - 1)}啊${road.text.slice(at - 1)}`)
    const replaced = await apply(at, at + 1, inserted.revisionId)
    expect(replaced.text.isWellFormed()).toBe(true)
    expect(replaced.text).toBe(`${road.text.slice(0, at - 1)}啊啊${road.text.slice(at + 1)}`)
    await sound(host)
  })

  test('of the other coder’s words counts them in, and blocks no one from seeing whose they are', async () => {
    const { host, road, a } = await study()
    const mine = await code(host, road, '凑了车', a)
    host.signInAs('Ben')
    await correct(host, road, '凑了车', '凑钱租了车')
    const { codings } = await host.call('coding.inRange', {
      documentId: road.id,
      layer: mine.coderId,
      range: { start: 0, end: 1000 },
    })
    expect(codings).toMatchObject([{ id: mine.id, coderId: mine.coderId }])
  })
})

describe('with hundreds of codings behind it', () => {
  /** Fifty codes on each of eleven passages behind the words that are corrected. */
  async function crowded(): Promise<{ host: TestHost; road: OpenedTranscript; a: number }> {
    const { host, road, a } = await study()
    const codeIds: number[] = []
    for (let index = 0; index < 50; index++) codeIds.push(await makeCode(host, `C${index}`))
    const start = road.range('我们几户没签').start
    for (let index = 0; index < 11; index++)
      await host.call('coding.apply', {
        documentId: road.id,
        revisionId: road.revisionId,
        range: { start: utf16(start + 3 * index), end: utf16(start + 3 * index + 2) },
        codeIds,
      })
    return { host, road, a }
  }

  test('is undone and redone row for row', async () => {
    const { host, road } = await crowded()
    const before = dump(host.study.db)
    await correct(host, road, '贴了张单子', '贴了好多张单子')
    const after = dump(host.study.db)
    await sound(host)
    for (let times = 0; times < 2; times++) {
      await host.call('history.undo', {})
      expect(dump(host.study.db)).toEqual(before)
      await host.call('history.redo', {})
      expect(dump(host.study.db)).toEqual(after)
    }
    await sound(host)
  })

  test('is not undone beneath another’s correction, and is after that was undone', async () => {
    const { host, road } = await crowded()
    const before = dump(host.study.db)
    const now = await correct(host, road, '贴了张单子', '贴了好多张单子')
    host.signInAs('Ben')
    await correct(host, now, '让三天内签字', '让大伙三天内签字')
    const during = dump(host.study.db)
    host.signInAs('Ana')
    expect(await refusal(host.call('history.undo', {}))).toMatchObject({
      code: 'undo_blocked',
      params: { coder: 'Ben' },
    })
    expect(dump(host.study.db)).toEqual(during)
    host.signInAs('Ben')
    await host.call('history.undo', {})
    host.signInAs('Ana')
    await host.call('history.undo', {})
    const { coder: _, ...rows } = dump(host.study.db)
    expect(rows).toEqual(Object.fromEntries(Object.entries(before).filter(([table]) => table !== 'coder')))
  })
})

describe('undo beside others', () => {
  test('a correction is not taken back beneath what another has coded on the corrected text', async () => {
    const { host, road, a } = await study()
    const now = await correct(host, road, '贴了张单子', '贴了好多张单子')
    host.signInAs('Ben')
    await code(host, now, '凑了车', a)
    host.signInAs('Ana')
    expect(await refusal(host.call('history.undo', {}))).toMatchObject({
      code: 'undo_blocked',
      params: { object: 'document', name: 'SP-F5-w1', coder: 'Ben' },
    })
    host.signInAs('Ben')
    await host.call('history.undo', {})
    host.signInAs('Ana')
    await host.call('history.undo', {})
    await sound(host)
  })

  test('a coding deleted before another’s correction does not come back to other words', async () => {
    const { host, road, a } = await study()
    const { id } = await code(host, road, '凑了车', a)
    await host.call('coding.remove', { ids: [id] })
    host.signInAs('Ben')
    await correct(host, road, '贴了张单子', '贴了好多张单子')
    host.signInAs('Ana')
    expect((await refusal(host.call('history.undo', {}))).code).toBe('undo_blocked')
    host.signInAs('Ben')
    await host.call('history.undo', {})
    host.signInAs('Ana')
    await host.call('history.undo', {})
    expect(await quotes(host)).toEqual(['凑了车'])
    await sound(host)
  })
})

describe('what loses all its words', () => {
  test('is kept, counted by nothing, listed with its words, and put back where they stand again', async () => {
    const { host, road, a } = await study()
    const { id } = await code(host, road, '凑了车去县里', a)
    await code(host, road, '贴了张单子', a)
    const { code: refused, params } = await refusal(correct(host, road, '，凑了车去县里问占地的钱。', '。'))
    expect([refused, params]).toEqual(['correction_loses', { count: 1 }])
    const now = await correct(host, road, '，凑了车去县里问占地的钱。', '。', true)

    expect(await quotes(host)).toEqual(['贴了张单子'])
    expect((await host.call('code.counts', { layer: 'study', documentId: null })).counts).toContainEqual(
      expect.objectContaining({ codeId: a, own: 1 }),
    )
    expect((await host.call('document.list', {})).documents[0]!.codings).toMatchObject([{ count: 1 }])
    const layer = (await host.call('coder.list', {})).currentId!
    const everywhere = { start: 0, end: now.text.length }
    expect((await host.call('coding.inRange', { documentId: road.id, layer, range: everywhere })).codings).toHaveLength(
      1,
    )
    await sound(host)

    const { total, lost } = await host.call('correction.lost', { documentId: road.id })
    expect(total).toBe(1)
    expect(lost).toMatchObject([
      {
        table: 'coding',
        id,
        codeId: a,
        own: true,
        quote: '凑了车去县里',
        at: now.text.indexOf('没签。') + 2,
        candidates: [],
      },
    ])

    const again = await correct(host, now, '投票定了路线', '投票定了路线，还凑了车去县里')
    const [found] = (await host.call('correction.lost', { documentId: null })).lost
    expect(found!.candidates).toMatchObject([{ quote: '凑了车去县里', exact: true, turnRef: 'T05' }])
    host.signInAs('Ben')
    const range = { start: found!.candidates[0]!.start, end: found!.candidates[0]!.end }
    const put = { table: 'coding', id, revisionId: again.revisionId, range } as const
    expect((await refusal(host.call('correction.reanchor', put))).code).toBe('not_your_coding')
    host.signInAs('Ana')
    await host.call('correction.reanchor', put)
    expect(await quotes(host)).toEqual(['贴了张单子', '凑了车去县里'])
    expect((await host.call('correction.lost', { documentId: null })).total).toBe(0)
    await sound(host)
    await host.call('history.undo', {})
    expect((await host.call('correction.lost', { documentId: null })).total).toBe(1)
    await sound(host)
  })

  test('a correction that empties every coding says so, and can be undone', async () => {
    const { host, road, a, b } = await study()
    for (const words of ['贴了张单子', '让三天内签字', '老𠮷说']) {
      await code(host, road, words, a)
      await code(host, road, words, b)
    }
    const range = road.range('贴了张单子，让三天内签字。😀老𠮷说没签的要停补助。')
    const { counts } = await host.call('correction.preview', {
      documentId: road.id,
      revisionId: road.revisionId,
      change: { kind: 'edit', range, text: '' },
    })
    expect(counts.find(({ table }) => table === 'coding')).toMatchObject({ lost: 6, changed: 0, moved: 0 })
    await correct(host, road, '贴了张单子，让三天内签字。😀老𠮷说没签的要停补助。', '', true)
    expect(await quotes(host)).toEqual([])
    expect((await host.call('correction.lost', { documentId: road.id })).lost).toHaveLength(6)
    await sound(host)
    await host.call('history.undo', {})
    expect(await quotes(host)).toHaveLength(6)
    await sound(host)
  })
})

describe('the history of a text', () => {
  test('says who changed which words when, with where they are now', async () => {
    const { host, road } = await study()
    const second = await correct(host, road, '凑了车', '凑钱租了车')
    host.signInAs('Ben')
    const third = await correct(host, second, '贴了张单子', '贴了好多单子')
    const { revisions } = await host.call('correction.revisions', { documentId: road.id })
    expect(revisions.map(({ id, coderName, isCurrent }) => [id, coderName, isCurrent])).toEqual([
      [third.revisionId, 'Ben', true],
      [second.revisionId, 'Ana', false],
      [road.revisionId, 'Ana', false],
    ])
    expect(revisions[0]!.changes).toMatchObject([{ removed: '张', inserted: '好多', turnRef: 'T02' }])
    const [change] = revisions[1]!.changes
    expect(change).toMatchObject({ removed: '', inserted: '钱租', turnRef: 'T03' })
    expect(third.text.slice(change!.start, change!.end)).toBe('钱租了'.slice(0, change!.end - change!.start))
    expect(change!.before.endsWith('凑')).toBe(true)
    const page = await host.call('correction.revisions', { documentId: road.id, before: third.revisionId, limit: 1 })
    expect([page.revisions.map(({ id }) => id), page.more]).toEqual([[second.revisionId], true])
    expect(page.revisions[0]).toEqual(revisions[1])
  })

  test('gives an earlier text back as a new version, codings included', async () => {
    const { host, road, a } = await study()
    await code(host, road, '凑了车', a)
    const second = await correct(host, road, '凑了车', '凑钱租了车')
    const third = await correct(host, second, '贴了张单子', '贴了好多单子')
    await host.call('correction.restore', { documentId: road.id, revisionId: third.revisionId, to: road.revisionId })
    const now = await openTranscript(host, road.id)
    expect(now.text).toBe(road.text)
    expect(now.revisionId).not.toBe(road.revisionId)
    expect(await quotes(host)).toEqual(['凑了车'])
    await sound(host)
    await host.call('history.undo', {})
    expect((await openTranscript(host, road.id)).text).toBe(third.text)
    expect(await quotes(host)).toEqual(['凑钱租了车'])
    await sound(host)
  })
})

interface OpenedTurn {
  readonly ref: string
  readonly speech: string
}

async function openedTurns(host: TestHost, id: number): Promise<OpenedTurn[]> {
  const { text, turns } = await host.call('document.open', { id })
  return turns.map(({ ref, speechStart, end }) => ({ ref, speech: text.slice(speechStart, end) }))
}
