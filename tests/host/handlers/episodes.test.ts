import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dump } from '../database/dump.ts'
import { openHost, type TestHost } from '../open-host.ts'
import { refusal } from '../refusal.ts'
import { code, codesByLabel, importTexts, INTERVIEW, SECOND_INTERVIEW, type OpenedTranscript } from '../transcripts.ts'

async function study(): Promise<{
  host: TestHost
  road: OpenedTranscript
  codes: Map<string, number>
  episodeId: number
  read: () => Promise<Awaited<ReturnType<typeof episodesOf>>[number]>
}> {
  const host = await openHost({ framework: 'mobilization-participation' })
  const [road] = await importTexts(host, INTERVIEW, SECOND_INTERVIEW)
  const { id } = await host.call('episode.create', {
    documentId: road!.id,
    revisionId: road!.revisionId,
    range: road!.range('贴了张单子'),
    affair: '修路',
  })
  return {
    host,
    road: road!,
    codes: await codesByLabel(host),
    episodeId: id,
    read: async () => (await episodesOf(host, road!.id))[0]!,
  }
}

const episodesOf = async (host: TestHost, documentId: number) =>
  (await host.call('episode.inDocument', { documentId, layer: 'study' })).episodes

test('an episode shows at every coding what it is: incomplete, a cell, mixed, and decided', async () => {
  const { host, road, codes, episodeId, read } = await study()
  const range = { start: road.range('贴了张单子').start, end: road.range('投票定了').end }
  await host.call('episode.update', { id: episodeId, range })
  expect(await read()).toMatchObject({ status: 'incomplete', cell: null })
  const order = await code(host, road, '让三天内签字', codes.get('M.A')!)
  expect(await read()).toMatchObject({
    status: 'incomplete',
    dimensions: [
      { id: 'mobilization', categoryId: 'administrative', present: [{ codings: [{ id: order.id }] }], primary: null },
      { id: 'participation', categoryId: null, present: [] },
    ],
  })
  await code(host, road, '凑了车去县里问占地的钱', codes.get('P.D')!)
  expect(await read()).toMatchObject({ status: 'determinate', cell: 'T2' })
  await code(host, road, '大伙投票定了', codes.get('P.G')!)
  expect(await read()).toMatchObject({ status: 'mixed', cell: null })

  const mixed = dump(host.study.db)
  await host.call('episode.setPrimary', { id: episodeId, dimension: 'participation', codeId: codes.get('P.G')! })
  expect(await read()).toMatchObject({
    status: 'determinate',
    cell: 'X2',
    dimensions: [{}, { categoryId: 'governance', primary: { codeId: codes.get('P.G'), isDecisive: true } }],
  })
  await host.call('history.undo', {})
  expect(dump(host.study.db)).toEqual(mixed)
  expect(await read()).toMatchObject({ status: 'mixed' })
})

test('what does not count is listed with the reason', async () => {
  const { host, road, codes, read } = await study()
  const { id } = await code(host, road, '让三天内签字', codes.get('M.A')!)
  await host.call('coding.setAttributes', { ids: [id], evidence: 'hearsay' })
  expect(await read()).toMatchObject({ status: 'incomplete', excluded: [{ id, causes: ['hearsay'] }] })
})

test('a decision must be for a code of that dimension, and is taken back', async () => {
  const { host, codes, episodeId, read } = await study()
  const decide = (codeId: number | null) =>
    host.call('episode.setPrimary', { id: episodeId, dimension: 'participation', codeId })
  expect((await refusal(decide(codes.get('M.R')!))).code).toBe('primary_not_in_dimension')
  // A code below a category's says the same as that category.
  await decide(codes.get('P.NC')!)
  expect((await read()).dimensions[1]).toMatchObject({ categoryId: 'non-participation' })
  await decide(codes.get('P.D')!)
  await decide(null)
  expect((await read()).dimensions[1]).toMatchObject({ categoryId: null, primary: null })
})

test('an affair is renamed everywhere; under another one’s name the two become one; each is one step of undo', async () => {
  const { host, road, codes, episodeId, read } = await study()
  const coding = await code(host, road, '贴了张单子', codes.get('M.A')!)
  await host.call('coding.setAttributes', { ids: [coding.id], affair: '修路' })
  const named = dump(host.study.db)
  const affairId = (await read()).affairId!
  await host.call('episode.renameAffair', { affairId, name: '扩路' })
  expect(await read()).toMatchObject({ affairId, affair: '扩路' })
  await host.call('history.undo', {})
  expect(dump(host.study.db)).toEqual(named)

  await host.call('episode.create', {
    documentId: road.id,
    revisionId: road.revisionId,
    range: road.range('大伙投票'),
    affair: '占地补偿',
  })
  const two = dump(host.study.db)
  const { id: united } = await host.call('episode.renameAffair', { affairId, name: '占地补偿' })
  const episodes = await episodesOf(host, road.id)
  expect(episodes.map(({ affair }) => affair)).toEqual(['占地补偿', '占地补偿'])
  expect(episodes.find(({ id }) => id === episodeId)?.affairId).toBe(united)
  const { affairs } = await host.call('episode.affairs', { documentId: road.id })
  expect(affairs).toEqual([{ id: united, name: '占地补偿', episodes: 2, codings: 1, near: 'document' }])
  await host.call('history.undo', {})
  expect(dump(host.study.db)).toEqual(two)
})

test('affairs are offered from near to far: this interview’s, its village’s, others’', async () => {
  const { host, road } = await study()
  const village = INTERVIEW.replaceAll('SP-F5', 'SP-F6').replaceAll('F5', 'F6').replace('问占地', '再问占地')
  const [neighbour] = await importTexts(host, village)
  const { documents } = await host.call('document.list', {})
  const far = documents.find(({ name }) => name === 'SG-F7-w1')!
  const mark = async (id: number, affair: string): Promise<void> => {
    const { revisionId, turns } = await host.call('document.open', { id })
    const { start, end } = turns.at(-1)!
    await host.call('episode.create', { documentId: id, revisionId, range: { start, end }, affair })
  }
  await mark(neighbour!.id, '占地')
  await mark(far.id, '大棚')
  const { affairs } = await host.call('episode.affairs', { documentId: road.id })
  expect(affairs.map(({ name, near }) => [name, near])).toEqual([
    ['修路', 'document'],
    ['占地', 'village'],
    ['大棚', 'elsewhere'],
  ])
})

test('a table that decides in no known way, or for no known code, is refused row by row', async () => {
  const { host, road } = await study()
  const from = [...road.text.slice(0, road.range('后来开了会').start)].length
  const row = (primary: string) => `SP-F5-w1,${from},${from + 5},Ana,${primary}`
  const load = async (primary: string) => {
    const path = join(host.folder, 'episodes.csv')
    writeFileSync(path, `doc_id,start_cp,end_cp,coder,primary\n${row(primary)}\n`)
    return host.call('import.episodes', { handle: host.handle(path) })
  }
  for (const [primary, code] of [
    ['P.G', 'bad_value'],
    ['participation=P.G; participation=P.D', 'bad_value'],
    ['participation=P.Q', 'unknown_code'],
  ] as const) {
    const { added, failed } = await load(primary)
    expect(added).toBe(0)
    expect(failed.map(({ error }) => error.code)).toEqual([code])
  }
  expect(await load('participation=P.G')).toMatchObject({ added: 1 })
  expect(await load('participation=P.G')).toMatchObject({ unchanged: 1 })
  const { failed } = await load('participation=P.D')
  expect(failed).toHaveLength(1)
})
