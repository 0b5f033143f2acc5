import { describe, expect, test } from 'vitest'
import { openHost } from '../open-host.ts'
import { refusal } from '../refusal.ts'
import { code, importTexts, INTERVIEW, makeCode } from '../transcripts.ts'

describe('applying a code', () => {
  test('takes the words as selected, across an emoji and a rare character', async () => {
    const host = await openHost()
    const [transcript] = await importTexts(host, INTERVIEW)
    const codeId = await makeCode(host, 'A')
    const coding = await code(host, transcript!, '😀老𠮷说', codeId)
    expect(transcript!.text.slice(coding.start, coding.end)).toBe('😀老𠮷说')
  })

  test('widens a selection that cuts a character, and leaves white space outside', async () => {
    const host = await openHost()
    const [transcript] = await importTexts(host, INTERVIEW)
    const codeId = await makeCode(host, 'A')
    const emoji = transcript!.range('😀')
    const { codings } = await host.call('coding.apply', {
      documentId: transcript!.id,
      revisionId: transcript!.revisionId,
      range: { start: emoji.start + 1, end: transcript!.range('[T03] F5').start },
      codeIds: [codeId],
    })
    const [coding] = codings
    expect(transcript!.text.slice(coding!.start, coding!.end)).toBe('😀老𠮷说没签的要停补助。')
  })

  test('puts several codes on one passage as one step of undo', async () => {
    const host = await openHost()
    const [transcript] = await importTexts(host, INTERVIEW)
    const ids = [await makeCode(host, 'A'), await makeCode(host, 'B')]
    await host.call('coding.apply', {
      documentId: transcript!.id,
      revisionId: transcript!.revisionId,
      range: transcript!.range('凑了车去县里'),
      codeIds: ids,
    })
    const whole = { documentId: transcript!.id, layer: 'study' as const, range: { start: 0, end: 10_000 } }
    expect((await host.call('coding.inRange', whole)).codings.map((row) => row.codeId)).toEqual(ids)
    await host.call('history.undo', {})
    expect((await host.call('coding.inRange', whole)).codings).toEqual([])
  })

  test('extends one’s own coding of the same code that it touches, instead of adding a second', async () => {
    const host = await openHost()
    const [transcript] = await importTexts(host, INTERVIEW)
    const codeId = await makeCode(host, 'A')
    const first = await code(host, transcript!, '我们几户没签', codeId)
    const second = await code(host, transcript!, '没签，凑了车', codeId)
    expect(second.id).toBe(first.id)
    expect(transcript!.text.slice(second.start, second.end)).toBe('我们几户没签，凑了车')
  })

  test('leaves a negated coding alone: its attributes differ', async () => {
    const host = await openHost()
    const [transcript] = await importTexts(host, INTERVIEW)
    const codeId = await makeCode(host, 'A')
    const negated = await code(host, transcript!, '我们几户没签', codeId)
    await host.call('coding.setAttributes', { ids: [negated.id], polarity: 'negated' })
    const affirmed = await code(host, transcript!, '没签，凑了车', codeId)
    expect(affirmed.id).not.toBe(negated.id)
  })

  test('refuses white space, a place outside the text, a heading code, a code that is gone, an old text', async () => {
    const host = await openHost()
    const [transcript] = await importTexts(host, INTERVIEW)
    const codeId = await makeCode(host, 'A')
    const { id: heading } = await host.call('code.create', {
      parentId: null,
      name: 'Heading',
      language: 'en',
      codable: false,
    })
    const apply = (change: object) =>
      host.call('coding.apply', {
        documentId: transcript!.id,
        revisionId: transcript!.revisionId,
        range: transcript!.range('后来呢'),
        codeIds: [codeId],
        ...change,
      })
    const lineEnd = transcript!.text.indexOf('\n')
    expect(await refusal(apply({ range: { start: lineEnd, end: lineEnd + 1 } }))).toMatchObject({ code: 'range_empty' })
    expect(await refusal(apply({ range: { start: 0, end: 1_000_000 } }))).toMatchObject({ code: 'range_outside' })
    expect(await refusal(apply({ codeIds: [heading] }))).toMatchObject({ code: 'code_not_codable' })
    expect(await refusal(apply({ codeIds: [9999] }))).toMatchObject({ code: 'code_gone' })
    expect(await refusal(apply({ revisionId: transcript!.revisionId + 1 }))).toMatchObject({ code: 'document_changed' })
  })
})

test('a coding is changed and removed by its own coder only', async () => {
  const host = await openHost({ coder: 'Ana' })
  const [transcript] = await importTexts(host, INTERVIEW)
  const coding = await code(host, transcript!, '后来开了会', await makeCode(host, 'A'))
  host.signInAs('Ben')
  const ids = [coding.id]
  expect(await refusal(host.call('coding.remove', { ids }))).toMatchObject({
    code: 'not_your_coding',
    params: { coder: 'Ana' },
  })
  expect(await refusal(host.call('coding.setAttributes', { ids, certainty: 1 }))).toMatchObject({
    code: 'not_your_coding',
  })
})

test('the window is told which codings of which document changed', async () => {
  const host = await openHost()
  const [transcript] = await importTexts(host, INTERVIEW)
  const codeId = await makeCode(host, 'A')
  host.events.length = 0
  const coding = await code(host, transcript!, '后来开了会', codeId)
  await host.call('coding.remove', { ids: [coding.id] })
  const changed = host.events.filter((event) => event.type === 'changed')
  expect(changed.map((event) => event.codings)).toEqual([
    [{ documentId: transcript!.id, upserted: [coding], removed: [] }],
    [{ documentId: transcript!.id, upserted: [], removed: [coding.id] }],
  ])
  expect(changed[0]!.topics).toContain(`codings:document/${transcript!.id}`)
})
