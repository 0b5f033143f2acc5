import { expect, test } from 'vitest'
import { dump } from '../database/dump.ts'
import { openHost } from '../open-host.ts'
import { code, importTexts, INTERVIEW, makeCode, SECOND_INTERVIEW } from '../transcripts.ts'

test('header lines become village, respondent, role and wave, and can be corrected', async () => {
  const host = await openHost()
  const [transcript] = await importTexts(host, INTERVIEW)
  const [row] = (await host.call('document.list', {})).documents
  expect(row).toMatchObject({ name: 'SP-F5-w1', village: 'SP 石坡', wave: '1', language: 'zh-CN', turns: 5 })
  expect(row!.respondents).toMatchObject([{ name: 'F5', role: 'villager' }])
  await host.call('document.update', { id: transcript!.id, village: 'SG 沙岗', wave: '2', interviewDate: '2024-06-11' })
  const [corrected] = (await host.call('document.list', {})).documents
  expect(corrected).toMatchObject({ village: 'SG 沙岗', wave: '2', interviewDate: '2024-06-11' })
  await host.call('history.undo', {})
  expect((await host.call('document.list', {})).documents).toEqual([row])
})

test('a speaker is corrected without touching the text', async () => {
  const host = await openHost()
  const [transcript] = await importTexts(host, INTERVIEW)
  const before = await host.call('document.open', { id: transcript!.id })
  const speaker = before.speakers.find(({ label }) => label === 'F5')!
  await host.call('speaker.update', { id: speaker.id, kind: 'respondent', respondent: 'F6', role: 'elder' })
  const after = await host.call('document.open', { id: transcript!.id })
  expect(after.text).toBe(before.text)
  expect(after.speakers.find(({ id }) => id === speaker.id)).toMatchObject({ caseName: 'F6', role: 'elder' })
})

test('a deleted transcript takes its codings and episodes along, and undo brings all of it back', async () => {
  const host = await openHost()
  const [transcript] = await importTexts(host, INTERVIEW, SECOND_INTERVIEW)
  await code(host, transcript!, '后来开了会', await makeCode(host, 'A'))
  await host.call('episode.create', {
    documentId: transcript!.id,
    revisionId: transcript!.revisionId,
    range: transcript!.range('后来开了会'),
    affair: 'road',
  })
  const before = dump(host.study.db)
  await host.call('document.delete', { ids: [transcript!.id] })
  expect((await host.call('document.list', {})).documents.map(({ name }) => name)).toEqual(['SG-F7-w1'])
  await host.call('history.undo', {})
  expect(dump(host.study.db)).toEqual(before)
})
