import { describe, expect, test } from 'vitest'
import type { In } from '../../../shared/contract/contract.ts'
import { openHost, type TestHost } from '../open-host.ts'
import { code, codesByLabel, importTexts, INTERVIEW, makeCode, SECOND_INTERVIEW } from '../transcripts.ts'

/** A third interview in the second village that nobody has coded. */
const UNCODED = `doc: LW-F1-w1 | village: LW 柳湾 | respondent: F1 | role: villager | lang: zh-CN

[T01] 访谈者：辣椒种了吗？
[T02] F1：没种。
`

async function study(): Promise<{ host: TestHost; a: number; a1: number }> {
  const host = await openHost()
  const [road, greenhouse] = await importTexts(host, INTERVIEW, SECOND_INTERVIEW, UNCODED)
  const a = await makeCode(host, 'A')
  const a1 = await makeCode(host, 'A1', a)
  await code(host, road!, '我们几户没签，凑了车去县里问占地的钱', a)
  await code(host, road!, '凑了车', a1)
  await code(host, road!, '后来呢', a)
  await code(host, greenhouse!, '家里就我一个', a1)
  return { host, a, a1 }
}

const compute = (host: TestHost, change: Partial<In<'matrix.compute'>> = {}) =>
  host.call('matrix.compute', { rows: 'code', columns: 'village', measure: 'passages', layer: 'study', ...change })

describe('the matrix', () => {
  test('counts passages by village, and leaves a village undefined where nothing is coded yet', async () => {
    const { host } = await study()
    const { columns, cells } = await compute(host, { rollUp: false })
    expect(columns.map(({ name, documents, uncoded }) => [name, documents, uncoded])).toEqual([
      ['SP 石坡', 1, 0],
      ['SG 沙岗', 1, 0],
      ['LW 柳湾', 1, 1],
    ])
    expect(cells).toEqual([
      [2, 0, null],
      [1, 1, null],
    ])
  })

  test('counts subcodes with their parents on request', async () => {
    const { host } = await study()
    expect((await compute(host)).cells).toEqual([
      [3, 1, null],
      [1, 1, null],
    ])
  })

  test('counts respondents by their own words: an interviewer’s question is nobody’s', async () => {
    const { host } = await study()
    const { cells } = await compute(host, { measure: 'respondents' })
    expect(cells[0]).toEqual([1, 1, null])
    const { cells: byRole, columns } = await compute(host, { columns: 'role' })
    expect(columns.map(({ key }) => key)).toEqual(['villager'])
    expect(byRole).toEqual([[3], [2]])
  })

  test('measures characters of speech, overlapping passages once, beside all that was said', async () => {
    const { host } = await study()
    const { cells, columns } = await compute(host, { measure: 'amount' })
    const passage = '我们几户没签凑了车去县里问占地的钱'
    expect(cells).toEqual([
      [passage.length, '家里就我一个'.length, null],
      ['凑了车'.length, '家里就我一个'.length, null],
    ])
    expect(columns[1]).toMatchObject({ unit: 'characters', amount: '想参加可家里就我一个腰还不行'.length })
  })

  test('opens every cell: the passages it names are as many as it counts', async () => {
    const { host, a } = await study()
    const { rows, columns, cells } = await compute(host)
    for (const [line, { codeId }] of rows.entries())
      for (const [at, { key }] of columns.entries()) {
        const matrix: In<'matrix.compute'> = { rows: 'code', columns: 'village', measure: 'passages', layer: 'study' }
        const { codingIds } = await host.call('matrix.cell', { matrix, codeId, column: key })
        expect(codingIds).toHaveLength(cells[line]![at] ?? 0)
      }
    const { segments } = await host.call('segment.list', {
      filter: { layer: 'study', codeIds: [a] },
      offset: 0,
      limit: 100,
    })
    expect(segments.map(({ quote }) => quote)).toEqual([
      '我们几户没签，凑了车去县里问占地的钱',
      '凑了车',
      '后来呢',
      '家里就我一个',
    ])
  })
})

describe('layers never add up', () => {
  test('two coders of one transcript, nobody decided: left out of the study layer, and named', async () => {
    const { host, a } = await study()
    host.signInAs('Ben')
    const [road] = (await host.call('document.list', {})).documents
    const { revisionId } = await host.call('document.open', { id: road!.id })
    await host.call('coding.apply', { documentId: road!.id, revisionId, range: { start: 60, end: 70 }, codeIds: [a] })
    const inStudy = await compute(host)
    expect(inStudy.leftOut).toEqual([{ id: road!.id, name: 'SP-F5-w1' }])
    expect(inStudy.columns.map(({ name }) => name)).not.toContain('SP 石坡')
    const { coders } = await host.call('coder.list', {})
    const ben = coders.find(({ name }) => name === 'Ben')!
    expect((await compute(host, { layer: ben.id })).cells[0]).toEqual([1, null, null])
  })
})

describe('segments', () => {
  test('are filtered by village, role and polarity, and say who speaks where', async () => {
    const { host, a } = await study()
    const list = (filter: object) =>
      host.call('segment.list', { filter: { layer: 'study', ...filter }, offset: 0, limit: 100 })
    const villages = (await host.call('case.list', {})).cases.filter(({ kind }) => kind === 'village')
    const inVillage = await list({ villageIds: [villages[1]!.id] })
    expect(inVillage.segments).toMatchObject([
      { quote: '家里就我一个', village: 'SG 沙岗', turnRef: 'T02', speaker: 'F7', role: 'villager' },
    ])
    expect((await list({ roles: ['villager'] })).total).toBe(3)
    expect((await list({ polarity: ['negated'] })).total).toBe(0)
    expect((await list({ codeIds: [a] })).total).toBe(4)
  })

  test('come page by page with the total', async () => {
    const { host } = await study()
    const page = await host.call('segment.list', { filter: { layer: 'study' }, offset: 1, limit: 2 })
    expect(page.total).toBe(4)
    expect(page.segments.map(({ quote }) => quote)).toEqual(['凑了车', '后来呢'])
  })
})

describe('episodes and the profile', () => {
  test('an episode goes by whole turns, is read by the framework, and enters its village’s profile', async () => {
    const host = await openHost({ framework: 'mobilization-participation' })
    const [road] = await importTexts(host, INTERVIEW)
    const codes = await codesByLabel(host)
    await code(host, road!, '让三天内签字', codes.get('M.A')!)
    await code(host, road!, '去县里问占地的钱', codes.get('P.D')!)
    await host.call('episode.create', {
      documentId: road!.id,
      revisionId: road!.revisionId,
      range: { start: road!.range('贴了张单子').start, end: road!.range('凑了车').end },
      affair: 'road',
    })
    const { episodes } = await host.call('episode.inDocument', { documentId: road!.id, layer: 'study' })
    expect(episodes).toMatchObject([{ affair: 'road', status: 'determinate', cell: 'T2' }])
    expect(road!.text.slice(episodes[0]!.start, episodes[0]!.end)).toBe(
      road!.text.slice(road!.range('[T02]').start, road!.range('[T04]').start - 1),
    )
    const { result, villages } = await host.call('profile.compute', { layer: 'study' })
    const [profile] = result!.profiles
    expect(villages.map(({ name }) => name)).toEqual(['SP 石坡'])
    expect(profile!.unit).toBe('E1')
    const cell = profile!.cells.find(({ cellId }) => cellId === 'T2')!
    expect(cell.count.value).toBe(1)
    expect(cell.count.evidence.codings).toHaveLength(2)
  })

  test('without drawn episodes the question and its answers are the unit', async () => {
    const host = await openHost({ framework: 'mobilization-participation' })
    const [road] = await importTexts(host, INTERVIEW)
    const codes = await codesByLabel(host)
    await code(host, road!, '让三天内签字', codes.get('M.A')!)
    await code(host, road!, '去县里问占地的钱', codes.get('P.D')!)
    const { result } = await host.call('profile.compute', { layer: 'study', unit: 'auto' })
    expect(result!.profiles[0]).toMatchObject({ unit: 'E3', determinate: { value: 1 } })
  })
})
