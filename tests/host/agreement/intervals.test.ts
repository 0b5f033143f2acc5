import { describe, expect, test } from 'vitest'
import type { In } from '../../../shared/contract/contract.ts'
import { rowOf, study, talk } from './coded-study.ts'

describe('intervals', () => {
  test('a bootstrap is the same for the same seed, and says that few transcripts make it too narrow', async () => {
    const coded = await study([talk('R1', 'SP'), talk('R2', 'SP')])
    for (const transcript of [0, 1]) {
      await coded.apply('Ana', transcript, coded.codes.A, 'alpha', 'bravo', 'charlie', 'delta')
      await coded.apply('Ben', transcript, coded.codes.A, 'alpha', 'bravo', 'charlie', 'echo')
    }
    const interval = { method: 'bootstrap', replicates: 200, seed: 3 } as const
    const seen: number[] = []
    const byName = await coded.ids()
    const settings = { coderIds: [byName.get('Ana')!, byName.get('Ben')!], interval }
    const first = await coded.host.call('agreement.compute', { settings }, { progress: (done) => seen.push(done) })
    const { alpha, positive } = rowOf(first, coded.codes.A)
    expect(alpha.low!).toBeLessThan(alpha.value!)
    expect(alpha.high!).toBeGreaterThan(alpha.value!)
    expect(positive.low!).toBeLessThanOrEqual(positive.value!)
    expect(first.cluster).toBe('unit')
    expect(first.warnings).toContain('few_documents')
    expect(seen.at(-1)).toBe(200)
    expect((await coded.compute({ interval })).table).toEqual(first.table)
    expect((await coded.compute({ interval: { ...interval, seed: 4 } })).table).not.toEqual(first.table)

    const analytic = await coded.compute({ interval: { method: 'analytic' } })
    expect(rowOf(analytic, coded.codes.A).alpha.low).not.toBeNull()
    expect(analytic.warnings).toContain('units_not_independent')
    const characters = await coded.compute({ unit: 'character', interval: { method: 'analytic' } })
    expect(rowOf(characters, coded.codes.A).alpha.low).toBeNull()
    expect(characters.warnings).toContain('no_analytic_characters')
  })

  test('can be cancelled', async () => {
    const coded = await study([talk('R1', 'SP'), talk('R2', 'SP')])
    for (const coder of ['Ana', 'Ben'])
      for (const transcript of [0, 1]) await coded.apply(coder, transcript, coded.codes.A, 'alpha', 'bravo', 'charlie')
    const stop = new AbortController()
    const byName = await coded.ids()
    const call = coded.host.call(
      'agreement.compute',
      {
        settings: {
          coderIds: [byName.get('Ana')!, byName.get('Ben')!],
          interval: { method: 'bootstrap', replicates: 20_000 },
        },
      },
      { signal: stop.signal },
    )
    stop.abort(new Error('not wanted'))
    await expect(call).rejects.toThrow('not wanted')
  })

  test('can be cancelled in the middle: it ends there, and the next one works', async () => {
    const coded = await study([talk('R1', 'SP'), talk('R2', 'SP')])
    for (const coder of ['Ana', 'Ben'])
      for (const transcript of [0, 1]) await coded.apply(coder, transcript, coded.codes.A, 'alpha', 'bravo', 'charlie')
    const stop = new AbortController()
    const seen: number[] = []
    const byName = await coded.ids()
    const call = coded.host.call(
      'agreement.compute',
      {
        settings: {
          coderIds: [byName.get('Ana')!, byName.get('Ben')!],
          interval: { method: 'bootstrap', replicates: 20_000 },
        },
      },
      {
        signal: stop.signal,
        progress: (done) => {
          seen.push(done)
          if (done >= 50) stop.abort(new Error('seen enough'))
        },
      },
    )
    await expect(call).rejects.toThrow('seen enough')
    // Nothing is reported after the replicate in which it was ended.
    expect(seen.filter((done) => done >= 50)).toHaveLength(1)
    const next = await coded.compute({ interval: { method: 'bootstrap', replicates: 200 } })
    expect(rowOf(next, coded.codes.A).percent.low).toBe(1)
  })
})

describe('where the disagreement is', () => {
  test('by village, transcript, language and role', async () => {
    const coded = await study([talk('R1', 'SP'), talk('R2', 'SG', 'cadre'), talk('R3', 'SG')])
    for (const transcript of [0, 1, 2]) {
      await coded.apply('Ana', transcript, coded.codes.A, 'alpha', 'bravo')
      await coded.apply('Ben', transcript, coded.codes.A, ...(transcript === 1 ? ['charlie'] : ['alpha', 'bravo']))
    }
    const byName = await coded.ids()
    const by = async (kind: In<'agreement.by'>['by']) =>
      (
        await coded.host.call('agreement.by', {
          settings: { coderIds: [byName.get('Ana')!, byName.get('Ben')!], interval: { method: 'none' } },
          by: kind,
        })
      ).groups.map(({ name, documents, units, disagreements }) => [name, documents, units, disagreements])
    expect(await by('village')).toEqual([
      ['SP', 1, 6, 0],
      ['SG', 2, 12, 3],
    ])
    expect(await by('document')).toEqual([
      ['R1', 1, 6, 0],
      ['R2', 1, 6, 3],
      ['R3', 1, 6, 0],
    ])
    expect(await by('language')).toEqual([['en', 3, 18, 3]])
    expect(await by('role')).toEqual([
      ['villager', 2, 12, 0],
      ['cadre', 1, 6, 3],
    ])
    await expect(
      coded.host.call('agreement.by', { settings: { coderIds: [1, 2], unit: 'continuum' }, by: 'village' }),
    ).rejects.toMatchObject({ code: 'agreement_by_unit' })
  })
})
