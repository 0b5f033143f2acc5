import { describe, expect, test } from 'vitest'
import type { AgreementCell } from '../../../shared/contract/agreement.ts'
import type { In } from '../../../shared/contract/contract.ts'
import { code } from '../transcripts.ts'
import { finish, rowOf, study, talk, type Coded } from './coded-study.ts'

type Settings = Partial<In<'agreement.compute'>['settings']>

const CELLS = ['both', 'onlyFirst', 'onlySecond', 'applied'] as const

/** The quotations behind each count: coder and words. */
async function evidence(
  coded: Coded,
  codeId: number,
  settings: Settings = {},
  coders = ['Ana', 'Ben'],
  group: In<'agreement.evidence'>['group'] = null,
) {
  const ids = await coded.ids()
  const names = new Map([...ids].map(([name, id]) => [id, name]))
  const of = async (cell: AgreementCell) => {
    const { codingIds } = await coded.host.call('agreement.evidence', {
      settings: { coderIds: coders.map((name) => ids.get(name)!), ...settings },
      codeId,
      cell,
      group,
    })
    const { segments } = await coded.host.call('segment.evidence', { codingIds, offset: 0, limit: 100 })
    return segments.map(({ coding, quote }) => `${names.get(coding.coderId)}: ${quote}`).sort()
  }
  const [both, onlyFirst, onlySecond, applied] = await Promise.all(CELLS.map(of))
  return { both, onlyFirst, onlySecond, applied }
}

describe('the passages behind the four counts', () => {
  test('by turn: each passage stands in the cells whose units it touches', async () => {
    const coded = await study([talk('R1', 'SP')])
    const { A } = coded.codes
    await coded.apply('Ana', 0, A, 'alph', 'bravo', 'charlie')
    await coded.apply('Ben', 0, A, 'a one', 'delta', 'echo')
    expect(rowOf(await coded.compute(), A)).toMatchObject({ both: 1, onlyFirst: 2, onlySecond: 2 })
    expect(await evidence(coded, A)).toEqual({
      both: ['Ana: alph', 'Ben: a one'],
      onlyFirst: ['Ana: bravo', 'Ana: charlie'],
      onlySecond: ['Ben: delta', 'Ben: echo'],
      applied: ['Ana: alph', 'Ana: bravo', 'Ana: charlie', 'Ben: a one', 'Ben: delta', 'Ben: echo'],
    })
  })

  test('by character the same word is agreed on or not, whatever else its turn has', async () => {
    const coded = await study([talk('R1', 'SP')])
    const { A } = coded.codes
    await coded.apply('Ana', 0, A, 'alph')
    await coded.apply('Ben', 0, A, 'a one')
    const { both, onlyFirst, onlySecond } = await evidence(coded, A, { unit: 'character' })
    expect({ both, onlyFirst, onlySecond }).toEqual({ both: [], onlyFirst: ['Ana: alph'], onlySecond: ['Ben: a one'] })
  })

  test('a passage that is half agreed on stands in both cells', async () => {
    const coded = await study([talk('R1', 'SP')])
    const { A } = coded.codes
    coded.host.signInAs('Ana')
    await code(coded.host, coded.transcripts[0]!, 'alpha one', A)
    await coded.apply('Ben', 0, A, 'alpha')
    const found = await evidence(coded, A, { unit: 'character' })
    expect(found).toMatchObject({ both: ['Ana: alpha one', 'Ben: alpha'], onlyFirst: ['Ana: alpha one'] })
  })

  test('passages matched one to one: pairs, and those without a counterpart', async () => {
    const coded = await study([talk('R1', 'SP')])
    const { A } = coded.codes
    await coded.apply('Ana', 0, A, 'alpha', 'bravo')
    await coded.apply('Ben', 0, A, 'alpha', 'charlie')
    expect(await evidence(coded, A, { unit: 'spans' })).toMatchObject({
      both: ['Ana: alpha', 'Ben: alpha'],
      onlyFirst: ['Ana: bravo'],
      onlySecond: ['Ben: charlie'],
    })
  })

  test('a code above has the passages of those below it where codes are rolled up, and not otherwise', async () => {
    const coded = await study([talk('R1', 'SP')])
    const { A, A1, A2 } = coded.codes
    await coded.apply('Ana', 0, A1, 'alpha')
    await coded.apply('Ben', 0, A2, 'alpha')
    expect((await evidence(coded, A)).both).toEqual(['Ana: alpha', 'Ben: alpha'])
    expect((await evidence(coded, A1)).both).toEqual([])
    expect((await evidence(coded, A, { rollUp: false })).applied).toEqual([])
  })

  test('in a group of a breakdown, only those that the group counts', async () => {
    const coded = await study([talk('R1', 'SP'), talk('R2', 'SG', 'cadre')])
    const { A } = coded.codes
    for (const transcript of [0, 1]) {
      await coded.apply('Ana', transcript, A, 'alpha', 'bravo')
      await coded.apply('Ben', transcript, A, transcript === 0 ? 'alpha' : 'charlie')
    }
    const [, second] = coded.transcripts
    const { villageId } = (await coded.compute()).documents[1]!
    const ofSecond = { both: [], onlyFirst: ['Ana: alpha', 'Ana: bravo'], onlySecond: ['Ben: charlie'] }
    for (const group of [
      { by: 'village', key: villageId },
      { by: 'document', key: second!.id },
      { by: 'role', key: 'cadre' },
    ] as const)
      expect(await evidence(coded, A, {}, ['Ana', 'Ben'], group), group.by).toMatchObject(ofSecond)
    expect(await evidence(coded, A, {}, ['Ana', 'Ben'], { by: 'role', key: 'villager' })).toMatchObject({
      both: ['Ana: alpha', 'Ben: alpha'],
      onlyFirst: ['Ana: bravo'],
    })
    await expect(
      evidence(coded, A, { unit: 'continuum' }, ['Ana', 'Ben'], { by: 'village', key: villageId }),
    ).rejects.toMatchObject({ code: 'agreement_by_unit' })
  })

  test('of three coders, every pair counts; who did not work there is no disagreement', async () => {
    const coded = await study([talk('R1', 'SP'), talk('R2', 'SP')])
    const { A } = coded.codes
    await coded.apply('Ana', 0, A, 'alpha')
    await coded.apply('Ben', 0, A, 'alpha')
    await coded.apply('Cai', 0, A, 'bravo')
    await coded.apply('Ana', 1, A, 'foxtrot')
    await finish(coded, 'Ben', coded.transcripts[1]!)
    const found = await evidence(coded, A, {}, ['Ana', 'Ben', 'Cai'])
    expect(found).toMatchObject({
      both: ['Ana: alpha', 'Ben: alpha'],
      onlyFirst: ['Ana: alpha', 'Ana: foxtrot', 'Ben: alpha'],
      onlySecond: ['Cai: bravo'],
    })
  })
})

test('transcripts that each of the coders was given: those not begun are left out and named', async () => {
  const coded = await study([talk('R1', 'SP'), talk('R2', 'SP'), talk('R3', 'SP')])
  const { A } = coded.codes
  await coded.apply('Ana', 0, A, 'alpha')
  await coded.apply('Ben', 0, A, 'alpha')
  await coded.apply('Ana', 1, A, 'alpha')
  await coded.apply('Ana', 2, A, 'alpha')
  coded.host.signInAs('Ben')
  await coded.host.call('document.setState', { ids: [coded.transcripts[1]!.id], state: 'assigned' })
  const result = await coded.compute({ documents: { kind: 'assigned' } })
  expect(result.documents.map(({ name }) => name)).toEqual(['R1'])
  expect(result.leftOut).toMatchObject([{ name: 'R2', reason: 'one_coder' }])
})

test('a code that is no row of the analysis has no passages to open: it says so', async () => {
  const coded = await study()
  await coded.apply('Ana', 0, coded.codes.A, 'alpha')
  await coded.apply('Ben', 0, coded.codes.A, 'alpha')
  await expect(evidence(coded, coded.codes.B, { codeIds: [coded.codes.A] })).rejects.toMatchObject({
    code: 'code_gone',
  })
})
