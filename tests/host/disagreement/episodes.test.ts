import { expect, test } from 'vitest'
import { talk } from '../agreement/coded-study.ts'
import { dump } from '../database/dump.ts'
import { openHost } from '../open-host.ts'
import { refusal } from '../refusal.ts'
import { codesByLabel, importTexts } from '../transcripts.ts'

async function study() {
  const host = await openHost({ framework: 'mobilization-participation' })
  const [transcript] = await importTexts(host, talk('R1', 'SP'))
  const { id: documentId, revisionId, range } = transcript!
  const words = (from: string, to: string) => ({ start: range(from).start, end: range(to).end })
  const draw = async (coder: string, from: string, to: string, affair: string | null = 'road') => {
    host.signInAs(coder)
    return (await host.call('episode.create', { documentId, revisionId, range: words(from, to), affair })).id
  }
  // Both have begun, in this order.
  await draw('Ana', 'alpha one', 'bravo two')
  await draw('Ben', 'alpha one', 'bravo two')
  const { coders } = await host.call('coder.list', {})
  const coderIds = ['Ana', 'Ben'].map((name) => coders.find((coder) => coder.name === name)!.id) as [number, number]
  return {
    host,
    documentId,
    words,
    draw,
    coderIds,
    codes: await codesByLabel(host),
    rows: async () => (await host.call('disagreement.list', { coderIds })).rows,
    decide: async (key: string, verdict: 'a' | 'b' | 'both' | 'span' | 'open', more: object = {}) =>
      host.call('disagreement.decide', { coderIds, keys: [key], verdict, ...more }),
    progress: async () => (await host.call('disagreement.progress', { coderIds })).documents[0]!,
    inConsensus: async () => {
      const consensus = (await host.call('coder.list', {})).coders.find(({ kind }) => kind === 'consensus')!.id
      const { episodes } = await host.call('episode.inDocument', { documentId, layer: consensus })
      return episodes.map(({ affair, dimensions }) => [
        affair,
        ...dimensions.flatMap(({ primary }) => primary?.codeId ?? []),
      ])
    },
  }
}

test('episodes that differ in place, affair or main code are disagreements, those alike are agreed', async () => {
  const { host, draw, rows, progress, codes, documentId } = await study()
  expect(await rows()).toEqual([])
  expect(await progress()).toMatchObject({ agreed: 1, disagreements: 0 })
  await draw('Ana', 'charlie three', 'delta four', 'well')
  const bens = await draw('Ben', 'charlie three', 'charlie three', 'well')
  await draw('Ana', 'foxtrot six', 'foxtrot six', null)
  const first = (
    await host.call('episode.inDocument', { documentId, layer: (await host.call('coder.list', {})).currentId! })
  ).episodes[0]!
  await host.call('episode.setPrimary', { id: first.id, dimension: 'mobilization', codeId: codes.get('M.R')! })
  expect(
    (await rows()).map(({ kind, differs, verdicts, a, b, codeId }) => [
      kind,
      differs,
      verdicts.length,
      !!a,
      !!b,
      codeId,
    ]),
  ).toEqual([
    ['episode', ['primary'], 4, true, true, null],
    ['episode', ['bounds'], 5, true, true, null],
    ['episode', [], 4, true, false, null],
  ])
  expect((await rows())[1]).toMatchObject({
    a: { codings: [], codeId: null, episode: { affair: 'well', primaries: [] } },
    b: { episode: { id: bens } },
  })
})

test('verdicts on episodes bring affair and main codes into the consensus; each is undone exactly', async () => {
  const { host, draw, rows, decide, codes, inConsensus, coderIds, words, progress } = await study()
  const bens = await draw('Ben', 'charlie three', 'charlie three', 'well')
  await host.call('episode.setPrimary', { id: bens, dimension: 'mobilization', codeId: codes.get('M.A')! })
  await draw('Ana', 'charlie three', 'delta four', 'dam')
  await draw('Ana', 'foxtrot six', 'foxtrot six', null)
  const [apart, only] = await rows()
  const before = dump(host.study.db)
  // Over both: whose affair it gets has to be said.
  expect(await refusal(decide(apart!.key, 'both'))).toMatchObject({ code: 'disagreement_verdict' })
  await decide(apart!.key, 'both', { attributesOf: 'b' })
  expect(await inConsensus()).toEqual([['road'], ['well', codes.get('M.A')]])
  await decide(apart!.key, 'a')
  expect(await inConsensus()).toEqual([['road'], ['dam']])
  expect((await rows())[0]).toMatchObject({
    status: 'decided',
    decision: { episodes: [{ affair: 'dam', primaries: [] }] },
  })
  // A new stretch goes by whole turns and may not reach into another episode of the consensus.
  expect(await refusal(decide(only!.key, 'span', { range: words('delta four', 'foxtrot six') }))).toEqual({
    code: 'consensus_episode_overlaps',
    params: {},
  })
  await decide(only!.key, 'span', { range: words('echo', 'foxtrot') })
  expect(await inConsensus()).toEqual([['road'], ['dam'], [null]])
  expect((await host.call('history.state', {})).undo?.label).toMatchObject({
    code: 'disagreementDecide',
    params: { context: 'episode', document: 'R1', count: 1 },
  })
  expect(await progress()).toMatchObject({ state: 'finished', decided: 2 })
  const layer = (await host.call('episode.inDocument', { documentId: apart!.documentId, layer: 'study' })).episodes
  expect(layer.map(({ affair }) => affair)).toEqual(['road', 'dam', null])
  for (let steps = 0; steps < 3; steps++) await host.call('history.undo', {})
  expect(dump(host.study.db)).toEqual(before)
  // Where the other names the affair as well, it is agreed, and the decision is out of date.
  await decide(apart!.key, 'a')
  host.signInAs('Ben')
  await host.call('episode.update', { id: bens, affair: 'dam', range: words('charlie three', 'delta four') })
  await host.call('episode.setPrimary', { id: bens, dimension: 'mobilization', codeId: null })
  expect((await rows()).map(({ status, a, b }) => [status, a === null, b === null])).toEqual([
    ['outdated', true, true],
    ['undecided', false, true],
  ])
  await host.call('disagreement.reopen', { coderIds, keys: [(await rows())[0]!.key] })
  expect(await progress()).toMatchObject({ state: 'untouched', agreed: 2, disagreements: 1 })
})
