import { expect, test } from 'vitest'
import { runOperation } from '../../../electron/host/database/operation.ts'
import { openTranscript } from '../transcripts.ts'
import { rowOf, study, talk } from './coded-study.ts'

/** The first interview in another language, with a turn less. */
const CHINESE = `doc: R1 中文 | respondent: R1 | lang: zh-CN

[T01] 访谈者：第一问
[T02] R1：甲一
[T03] R1：乙二
[T05] R1：丙三
[T06] R1：丁四
[T07] R1：戊五
`

test('agreement is read from the originals, or from one language: an interview counts once, in the chosen version', async () => {
  const coded = await study([talk('R1', 'SP'), CHINESE, talk('R2', 'SP')])
  const [original, chinese, other] = coded.transcripts
  await coded.host.call('document.link', { id: chinese!.id, originalId: original!.id })
  const { A } = coded.codes
  await coded.apply('Ana', 0, A, 'alpha')
  await coded.apply('Ben', 0, A, 'bravo')
  await coded.apply('Ana', 2, A, 'alpha')
  await coded.apply('Ben', 2, A, 'alpha')
  await coded.apply('Ana', 1, A, '甲一', '乙二')
  await coded.apply('Ben', 1, A, '甲一')

  const originals = await coded.compute()
  expect(originals.documents.map(({ id }) => id)).toEqual([original!.id, other!.id])
  expect(rowOf(originals, A)).toMatchObject({ both: 1, onlyFirst: 1, onlySecond: 1, neither: 9 })
  expect(originals.sentences.en).not.toContain('version')

  // `zh` and `zh-CN` are one language; interviews without a version in it are not asked for, so not left out either.
  for (const version of ['zh-CN', 'zh']) {
    const translated = await coded.compute({ version })
    expect(translated.documents.map(({ id, village }) => [id, village])).toEqual([[chinese!.id, 'SP']])
    expect(translated.leftOut).toEqual([])
    expect(rowOf(translated, A)).toMatchObject({ both: 1, onlyFirst: 1, onlySecond: 0, neither: 3 })
    expect(translated.sentences.en).toContain(`“${version}”`)
    expect(translated.sentences['zh-CN']).toContain(`“${version}”`)
  }
  await expect(coded.compute({ version: 'bo' })).rejects.toMatchObject({ code: 'agreement_no_common' })
})

test('a transcript whose episodes overlap has no units: it is left out with the reason, the others count', async () => {
  const coded = await study([talk('R1', 'SP'), talk('R2', 'SP')])
  for (const [place, transcript] of coded.transcripts.entries()) {
    await coded.apply('Ben', place, coded.codes.A, 'bravo')
    await coded.apply('Ana', place, coded.codes.A, 'alpha')
    const { revisionId } = await openTranscript(coded.host, transcript.id)
    for (const words of ['alpha', 'charlie'])
      await coded.host.call('episode.create', {
        documentId: transcript.id,
        revisionId,
        range: transcript.range(words),
      })
  }
  const settings = { unit: 'episode' as const, episodesOf: (await coded.ids()).get('Ana')! }
  expect((await coded.compute(settings)).units).toBe(4)

  // No command makes episodes of one coder overlap; a file that was written elsewhere may hold such.
  const { id } = coded.transcripts[1]!
  const db = coded.host.study.writable()
  const { operationId } = runOperation(db, { coderId: null, name: 'test.overlap', at: 1 }, () => {
    db.run(
      `UPDATE episode SET "end" = (SELECT max("end") FROM episode WHERE document_id = ?) WHERE document_id = ?`,
      id,
      id,
    )
    return { value: null, label: { code: 'overlap', params: {} } }
  })
  coded.host.host.announce(operationId, null)
  const result = await coded.compute(settings)
  expect(result.leftOut).toEqual([{ id, name: 'R2', reason: 'episodes_overlap' }])
  expect(result.documents.map(({ name }) => name)).toEqual(['R1'])
  expect(result.units).toBe(2)
})
