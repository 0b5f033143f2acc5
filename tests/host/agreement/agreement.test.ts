import { describe, expect, test } from 'vitest'
import type { In } from '../../../shared/contract/contract.ts'
import { code, openTranscript } from '../transcripts.ts'
import { finish, rowOf, study, talk } from './coded-study.ts'

describe('two coders', () => {
  test('the four counts by turn, and every coefficient worked out by hand', async () => {
    const coded = await study([talk('R1', 'SP'), talk('R2', 'SP')])
    const { A } = coded.codes
    await coded.apply('Ana', 0, A, 'alpha', 'bravo', 'charlie', 'delta')
    await coded.apply('Ben', 0, A, 'alpha', 'bravo', 'charlie', 'echo')
    await coded.apply('Ana', 1, A, 'foxtrot')
    await coded.apply('Ben', 1, A, 'foxtrot')
    const result = await coded.compute()
    // Six answers in each of two interviews; the interviewer's turns do not count.
    expect(result.units).toBe(12)
    const row = rowOf(result, A)
    expect(row).toMatchObject({ both: 4, onlyFirst: 1, onlySecond: 1, neither: 6, appliedUnits: 6, hasHeadline: true })
    expect(row.percent.value).toBeCloseTo(10 / 12, 12)
    expect(row.positive.value).toBeCloseTo(8 / 10, 12)
    expect(row.negative.value).toBeCloseTo(12 / 14, 12)
    expect(row.prevalence.value).toBeCloseTo(10 / 24, 12)
    const chance = (5 / 12) ** 2 + (7 / 12) ** 2
    expect(row.kappa.value).toBeCloseTo((10 / 12 - chance) / (1 - chance), 12)
    // o_c = 4 differing ratings of 24: α = 1 − 23 · 2 / (10 · 14).
    expect(row.alpha.value).toBeCloseTo(1 - (23 * 2) / (10 * 14), 12)
    const ac1 = 2 * (10 / 24) * (14 / 24)
    expect(row.ac1.value).toBeCloseTo((10 / 12 - ac1) / (1 - ac1), 12)
    expect(result.table!.kappa).toBe('cohen_one_versus_rest')
  })

  test('a code that hardly anybody used has counts and no figure, one that nobody used says so', async () => {
    const coded = await study()
    await coded.apply('Ana', 0, coded.codes.A, 'alpha')
    await coded.apply('Ben', 0, coded.codes.A, 'alpha')
    const result = await coded.compute()
    expect(rowOf(result, coded.codes.A)).toMatchObject({
      both: 1,
      neither: 5,
      hasHeadline: false,
      alpha: { value: null, reason: 'too_few_units' },
      percent: { value: null, reason: 'too_few_units' },
    })
    expect(rowOf(result, coded.codes.B)).toMatchObject({ both: 0, neither: 6, alpha: { reason: 'never_applied' } })
    expect(result.table!.macro.alpha).toMatchObject({ value: null, of: 0 })
  })

  test('where both applied a code everywhere there is no chance to correct for: not estimable, never 1', async () => {
    const coded = await study()
    const all = ['alpha', 'bravo', 'charlie', 'delta', 'echo', 'foxtrot']
    await coded.apply('Ana', 0, coded.codes.A, ...all)
    await coded.apply('Ben', 0, coded.codes.A, ...all)
    const row = rowOf(await coded.compute(), coded.codes.A)
    expect(row).toMatchObject({ both: 6, percent: { value: 1 }, positive: { value: 1 } })
    expect(row.kappa).toMatchObject({ value: null, reason: 'no_variation' })
    expect(row.alpha).toMatchObject({ value: null, reason: 'no_variation' })
    expect(row.negative).toMatchObject({ value: null, reason: 'always_applied' })
  })

  test('overlapping passages of one coder count once', async () => {
    const coded = await study()
    await coded.apply('Ana', 0, coded.codes.A, 'alpha one', 'pha on')
    await coded.apply('Ben', 0, coded.codes.A, 'alpha')
    const result = await coded.compute({ unit: 'character' })
    expect(rowOf(result, coded.codes.A)).toMatchObject({ both: 5, onlyFirst: 4, onlySecond: 0 })
  })

  test('interviewers count only where asked for', async () => {
    const coded = await study()
    await coded.apply('Ana', 0, coded.codes.A, 'question zero', 'alpha')
    await coded.apply('Ben', 0, coded.codes.A, 'alpha')
    expect(rowOf(await coded.compute(), coded.codes.A)).toMatchObject({ both: 1, onlyFirst: 0, neither: 5 })
    const all = await coded.compute({ interviewers: true })
    expect(rowOf(all, coded.codes.A)).toMatchObject({ both: 1, onlyFirst: 1, neither: 6 })
    expect(rowOf(await coded.compute({ unit: 'document' }), coded.codes.A)).toMatchObject({ both: 1, neither: 0 })
  })

  test('touching a character is enough, or half of the unit is asked for', async () => {
    const coded = await study()
    await coded.apply('Ana', 0, coded.codes.A, 'a on')
    await coded.apply('Ben', 0, coded.codes.A, 'alpha on')
    expect(rowOf(await coded.compute(), coded.codes.A)).toMatchObject({ both: 1, onlySecond: 0 })
    expect(rowOf(await coded.compute({ touch: 'half' }), coded.codes.A)).toMatchObject({ both: 0, onlySecond: 1 })
  })

  test('a code counts where one below it does, unless each stands for itself; depth folds what lies deeper', async () => {
    const coded = await study()
    await coded.apply('Ana', 0, coded.codes.A1, 'alpha')
    await coded.apply('Ben', 0, coded.codes.A2, 'alpha')
    const rolled = await coded.compute()
    expect(rowOf(rolled, coded.codes.A)).toMatchObject({ both: 1, depth: 0 })
    expect(rowOf(rolled, coded.codes.A1)).toMatchObject({ onlyFirst: 1, depth: 1 })
    expect(rowOf(await coded.compute({ rollUp: false }), coded.codes.A)).toMatchObject({ both: 0, neither: 6 })
    const top = await coded.compute({ depth: 1 })
    expect(top.table!.rows.map(({ codeId }) => codeId)).toEqual([coded.codes.A, coded.codes.B])
    // Sets at the top level are the same, below it they differ.
    expect(top.table!.sets!.exact).toMatchObject({ value: 1 })
    expect(rolled.table!.sets!.exact.value).toBeLessThan(1)
  })

  test('denied passages count as applied, or only affirmed ones do', async () => {
    const coded = await study()
    await coded.apply('Ben', 0, coded.codes.A, 'alpha')
    coded.host.signInAs('Ana')
    const made = await code(coded.host, coded.transcripts[0]!, 'alpha', coded.codes.A)
    await coded.host.call('coding.setAttributes', { ids: [made.id], polarity: 'negated' })
    expect(rowOf(await coded.compute(), coded.codes.A)).toMatchObject({ both: 1 })
    expect(rowOf(await coded.compute({ polarity: 'affirmed' }), coded.codes.A)).toMatchObject({
      both: 0,
      onlySecond: 1,
    })
  })

  test('units that nobody coded raise the agreement of sets: counted or left out, and their number is said', async () => {
    const coded = await study()
    await coded.apply('Ana', 0, coded.codes.A1, 'alpha')
    await coded.apply('Ana', 0, coded.codes.B, 'alpha', 'bravo')
    await coded.apply('Ben', 0, coded.codes.A1, 'alpha', 'bravo')
    const counted = (await coded.compute()).table!.sets!
    const left = (await coded.compute({ emptyUnits: 'left_out' })).table!.sets!
    expect(counted).toMatchObject({ units: 6, emptyUnits: 4 })
    expect(left).toMatchObject({ units: 2, emptyUnits: 4 })
    expect(left.masi.value!).toBeLessThan(counted.masi.value!)
    expect((await coded.compute({ sets: false })).table!.sets).toBeNull()
  })
})

describe('which transcripts', () => {
  test('those of some villages, or some by themselves; a code that is not asked for has no row', async () => {
    const coded = await study([talk('R1', 'SP'), talk('R2', 'SG'), talk('R3', 'SG')])
    for (const coder of ['Ana', 'Ben'])
      for (const transcript of [0, 1, 2]) await coded.apply(coder, transcript, coded.codes.A, 'alpha')
    const read = async (documents: In<'agreement.compute'>['settings']['documents']) =>
      (await coded.compute({ documents, codeIds: [coded.codes.A] })).documents.map(({ name }) => name)
    const { villageId } = (await coded.compute()).documents[1]!
    expect(await read({ kind: 'villages', villageIds: [villageId] })).toEqual(['R2', 'R3'])
    expect(
      await read({ kind: 'documents', documentIds: [coded.transcripts[2]!.id, coded.transcripts[0]!.id] }),
    ).toEqual(['R1', 'R3'])
    await expect(read({ kind: 'villages', villageIds: [null] })).rejects.toMatchObject({ code: 'agreement_no_common' })
    expect((await coded.compute({ codeIds: [coded.codes.B] })).table!.rows.map(({ codeId }) => codeId)).toEqual([
      coded.codes.B,
    ])
  })

  test('undo takes a coder’s work out of the figures again', async () => {
    const coded = await study()
    await coded.apply('Ana', 0, coded.codes.A, 'alpha')
    await coded.apply('Ben', 0, coded.codes.A, 'alpha', 'bravo')
    expect(rowOf(await coded.compute(), coded.codes.A)).toMatchObject({ both: 1, onlySecond: 1 })
    await coded.host.call('history.undo', {})
    expect(rowOf(await coded.compute(), coded.codes.A)).toMatchObject({ both: 1, onlySecond: 0 })
  })
})

describe('missing is not zero', () => {
  test('who did not work on a transcript is missing there; who finished it without a passage said no everywhere', async () => {
    const coded = await study([talk('R1', 'SP'), talk('R2', 'SP')])
    await coded.apply('Ana', 0, coded.codes.A, 'alpha')
    await coded.apply('Ben', 0, coded.codes.A, 'alpha')
    await coded.apply('Ana', 1, coded.codes.A, 'bravo')
    const before = await coded.compute()
    expect(before.leftOut).toEqual([{ id: coded.transcripts[1]!.id, name: 'R2', reason: 'one_coder' }])
    expect(rowOf(before, coded.codes.A)).toMatchObject({ both: 1, onlyFirst: 0, neither: 5 })

    await finish(coded, 'Ben', coded.transcripts[1]!)
    const after = await coded.compute()
    expect(after.leftOut).toEqual([])
    expect(rowOf(after, coded.codes.A)).toMatchObject({ both: 1, onlyFirst: 1, neither: 10 })
    expect(after.warnings).toContain('unfinished')
  })

  test('to be assigned is not yet work, and only finished work counts where that is asked for', async () => {
    const coded = await study([talk('R1', 'SP'), talk('R2', 'SP')])
    await coded.apply('Ana', 0, coded.codes.A, 'alpha')
    await coded.apply('Ben', 0, coded.codes.A, 'alpha')
    await coded.apply('Ana', 1, coded.codes.A, 'alpha')
    coded.host.signInAs('Ben')
    await coded.host.call('document.setState', { ids: [coded.transcripts[1]!.id], state: 'assigned' })
    expect((await coded.compute()).documents.map(({ name }) => name)).toEqual(['R1'])
    await expect(coded.compute({ work: 'finished' })).rejects.toMatchObject({ code: 'agreement_no_common' })
    await finish(coded, 'Ana', ...coded.transcripts)
    await finish(coded, 'Ben', coded.transcripts[0]!)
    const result = await coded.compute({ work: 'finished' })
    expect(result.documents.map(({ name }) => name)).toEqual(['R1'])
    expect(result.warnings).not.toContain('unfinished')
  })

  test('three coders: pairs over those who worked there', async () => {
    const coded = await study([talk('R1', 'SP'), talk('R2', 'SG')])
    for (const coder of ['Ana', 'Ben']) await coded.apply(coder, 0, coded.codes.A, 'alpha', 'bravo', 'charlie', 'delta')
    await coded.apply('Cai', 0, coded.codes.A, 'alpha')
    await coded.apply('Ana', 1, coded.codes.A, 'alpha')
    await coded.apply('Cai', 1, coded.codes.A, 'alpha', 'bravo')
    const result = await coded.compute({}, ['Ana', 'Ben', 'Cai'])
    // R1: three pairs; Ana–Ben agree on 6 units, the other two pairs on 3. R2: Ana–Cai alone.
    expect(rowOf(result, coded.codes.A)).toMatchObject({
      both: 4 + 1 + 1 + 1,
      onlyFirst: 3 + 3,
      onlySecond: 1,
      neither: 2 + 2 + 2 + 4,
      appliedUnits: 6,
    })
    expect(result.documents.map(({ coderIds }) => coderIds.length)).toEqual([3, 2])
    expect(result.warnings).toContain('missing_ratings')
    expect(result.table!.kappa).toBe('conger_one_versus_rest')
  })

  test('one coder, a coder who is not there, and coders of different transcripts are refused with a reason', async () => {
    const coded = await study([talk('R1', 'SP'), talk('R2', 'SP')])
    await coded.apply('Ana', 0, coded.codes.A, 'alpha')
    await coded.apply('Ben', 1, coded.codes.A, 'alpha')
    await expect(coded.compute({}, ['Ana'])).rejects.toMatchObject({ code: 'agreement_one_coder' })
    await expect(coded.compute({ coderIds: [1, 999] })).rejects.toMatchObject({ code: 'agreement_coder_gone' })
    await expect(coded.compute()).rejects.toMatchObject({
      code: 'agreement_no_common',
      params: { coders: 'Ana, Ben' },
    })
    await expect(coded.compute({ codeIds: [999] })).rejects.toMatchObject({ code: 'agreement_no_codes' })
  })
})

describe('passages and the continuum', () => {
  test('passages are matched one to one, and their attributes compared', async () => {
    const coded = await study()
    coded.host.signInAs('Ana')
    const made = await code(coded.host, coded.transcripts[0]!, 'alpha one', coded.codes.A)
    await coded.host.call('coding.setAttributes', { ids: [made.id], polarity: 'negated', evidence: 'hearsay' })
    await coded.apply('Ana', 0, coded.codes.A, 'bravo', 'echo five')
    await coded.apply('Ben', 0, coded.codes.A, 'alpha', 'bravo', 'charlie')
    const spans = await coded.compute({ unit: 'spans' })
    // "alpha" is 5 of 9 characters of "alpha one".
    expect(spans.spans!.total).toMatchObject({ matches: 2, first: 3, second: 3, f1: { value: 2 / 3 } })
    expect(spans.table).toBeNull()
    expect((await coded.compute({ unit: 'spans', overlap: 0.9 })).spans!.total.matches).toBe(1)

    const byName = await coded.ids()
    const attributes = await coded.host.call('agreement.attributes', {
      settings: { coderIds: [byName.get('Ana')!, byName.get('Ben')!] },
    })
    expect(attributes.matches).toBe(2)
    const [polarity, evidence, actor] = attributes.rows
    expect(polarity).toMatchObject({ attribute: 'polarity', pairs: 2, percent: { value: 0.5 } })
    expect(evidence).toMatchObject({ attribute: 'evidence', pairs: 2, percent: { value: 0.5 } })
    expect(actor).toMatchObject({ attribute: 'actor', pairs: 0, unstated: 2, percent: { value: null } })
  })

  test('where codes exclude each other, what is asked apart from where; overlaps are refused and listed', async () => {
    const coded = await study()
    const { A, A1, A2 } = coded.codes
    await coded.apply('Ana', 0, A1, 'alpha', 'bravo')
    await coded.apply('Ana', 0, A2, 'charlie', 'delta')
    await coded.apply('Ben', 0, A1, 'alpha', 'bravo', 'charlie')
    await coded.apply('Ben', 0, A2, 'delta')
    const settings = { unit: 'continuum' as const, exclusiveBranches: [A] }
    const result = await coded.compute(settings)
    const [branch] = result.continuum!.branches
    // Six answers without their labels: 9 + 9 + 13 + 10 + 9 + 11 characters.
    expect(result.continuum!.length).toBe(61)
    expect(branch).toMatchObject({ codeId: A, codedOrNot: { value: 1 }, overlapCount: 0 })
    expect(branch!.coding.value!).toBeGreaterThan(0)
    expect(branch!.coding.value!).toBeLessThan(1)
    expect(branch!.values.map(({ coverage }) => coverage.value)).toEqual([1, 1])
    expect(result.continuum!.rows.find(({ codeId }) => codeId === coded.codes.B)).toMatchObject({
      codedOrNot: { value: null, reason: 'never_applied' },
    })

    await coded.apply('Ben', 0, A1, 'delta four')
    const refused = (await coded.compute(settings)).continuum!.branches[0]!
    const text = coded.transcripts[0]!.text
    expect(refused).toMatchObject({ coding: { value: null, reason: 'overlapping_values' }, overlapCount: 1 })
    const [overlap] = refused.overlaps
    expect([overlap!.one, overlap!.other].map(({ start, end }) => text.slice(start, end)).sort()).toEqual([
      'delta',
      'delta four',
    ])
    expect(overlap!.coderId).toBe((await coded.ids()).get('Ben'))
  })

  test('a passage across the interviewer’s words is one passage of the continuum', async () => {
    const coded = await study()
    const [transcript] = coded.transcripts
    const range = {
      start: transcript!.range('bravo').start,
      end: transcript!.range('charlie').end,
    }
    for (const coder of ['Ana', 'Ben']) {
      coded.host.signInAs(coder)
      await coded.host.call('coding.apply', {
        documentId: transcript!.id,
        revisionId: transcript!.revisionId,
        range,
        codeIds: [coded.codes.A],
      })
    }
    const { continuum } = await coded.compute({ unit: 'continuum' })
    // "bravo two" and "charlie", without labels and the question in between.
    expect(continuum!.rows.find(({ codeId }) => codeId === coded.codes.A)).toMatchObject({
      codedOrNot: { value: 1 },
      codedLength: 2 * 16,
    })
  })

  test('episodes are the units once they are drawn', async () => {
    const coded = await study()
    await coded.apply('Ana', 0, coded.codes.A, 'alpha')
    await coded.apply('Ben', 0, coded.codes.A, 'bravo')
    await expect(coded.compute({ unit: 'episode' })).rejects.toMatchObject({ code: 'agreement_no_common' })
    const [transcript] = coded.transcripts
    coded.host.signInAs('Ana')
    for (const [from, to] of [
      ['alpha', 'bravo'],
      ['charlie', 'delta'],
    ] as const)
      await coded.host.call('episode.create', {
        documentId: transcript!.id,
        revisionId: (await openTranscript(coded.host, transcript!.id)).revisionId,
        range: { start: transcript!.range(from).start, end: transcript!.range(to).end },
      })
    const result = await coded.compute({ unit: 'episode', episodesOf: (await coded.ids()).get('Ana')! })
    expect(rowOf(result, coded.codes.A)).toMatchObject({ both: 1, neither: 1 })
  })
})
