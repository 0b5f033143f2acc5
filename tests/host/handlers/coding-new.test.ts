import { describe, expect, test } from 'vitest'
import { openHost } from '../open-host.ts'
import { refusal } from '../refusal.ts'
import { importTexts, INTERVIEW, makeCode } from '../transcripts.ts'

describe('a code made while coding', () => {
  test('is made under its parent and applied with others, and one undo takes all of it back', async () => {
    const host = await openHost()
    const [transcript] = await importTexts(host, INTERVIEW)
    const parentId = await makeCode(host, 'P')
    const other = await makeCode(host, 'A')
    const { codeId, codings } = await host.call('coding.applyNew', {
      documentId: transcript!.id,
      revisionId: transcript!.revisionId,
      range: transcript!.range('凑了车去县里'),
      codeIds: [other],
      name: '凑车上访',
      language: 'zh-CN',
      parentId,
    })
    expect(new Set(codings.map((row) => row.codeId))).toEqual(new Set([codeId, other]))
    const made = (await host.call('code.list', {})).codes.find(({ id }) => id === codeId)
    expect(made).toMatchObject({
      parentId,
      label: null,
      codable: true,
      texts: [{ language: 'zh-CN', name: '凑车上访' }],
    })

    await host.call('history.undo', {})
    expect((await host.call('code.list', {})).codes.map(({ id }) => id)).toEqual([parentId, other])
    const whole = { documentId: transcript!.id, layer: 'study' as const, range: { start: 0, end: 10_000 } }
    expect((await host.call('coding.inRange', whole)).codings).toEqual([])
  })

  test('is not made where there is nothing to code, nor under a parent that is gone', async () => {
    const host = await openHost()
    const [transcript] = await importTexts(host, INTERVIEW)
    const at = transcript!.text.indexOf('\n')
    const input = { documentId: transcript!.id, revisionId: transcript!.revisionId, name: 'New', language: 'en' }
    const blank = host.call('coding.applyNew', { ...input, range: { start: at, end: at + 1 } })
    expect(await refusal(blank)).toMatchObject({ code: 'range_empty' })
    const orphan = host.call('coding.applyNew', { ...input, range: transcript!.range('凑了车去县里'), parentId: 99 })
    expect(await refusal(orphan)).toMatchObject({ code: 'code_gone' })
    expect((await host.call('code.list', {})).codes).toEqual([])
  })
})
