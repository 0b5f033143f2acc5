import { describe, expect, it } from 'vitest'
import type { VillageProfile } from '../../../shared/interaction/output.ts'
import { profile } from '../../../shared/interaction/profile.ts'
import { addKey, StudyBuilder } from './study-builder.ts'

/** The planned villages of the demo corpus (method/interaction.md 5), respondent by respondent. */
const keys = {
  'LW-1': `
    C1 AN2(NW) RG1
    C2 AN3(NW)
    K1 AN2(NW) AG1
    F1 AN3(NW)
    F2 AN2(NW) AD1
    F3 AN2(NW) RN1(NC)`,
  'LW-2': `
    C1 RG4
    F1 RG3 RN1(NC)
    F2 RG2 AN1(NW)
    F3 RG3`,
  SP: `
    C3 RG2 AD1 AG1
    C4 AD3 AN1(NW)
    K2 AD3
    F4 AD4
    F5 AD3 AG1
    F6 AD2 AN1(NW)`,
  SG: `
    C5 RN4(NC)
    C6 RN3(NC) RG1
    K3 RN3(NC)
    F7 AD20 RN1(NC)
    F8 RN3(NC)
    F9 RN1(NC) RN1(NW) RD1`,
}

function studyOfKeys(): StudyBuilder {
  const study = new StudyBuilder()
  addKey(study, 1, 1, keys['LW-1'])
  addKey(study, 1, 2, keys['LW-2'])
  addKey(study, 2, 1, keys.SP)
  addKey(study, 3, 1, keys.SG)
  return study
}

const study = studyOfKeys()
const result = profile(study.input())
const [lw1, lw2, sp, sg] = result.profiles as [VillageProfile, VillageProfile, VillageProfile, VillageProfile]

/** As printed in the answer key: three decimals. */
const print = (value: number | null | undefined): string => (value == null ? '–' : value.toFixed(3))
const cell = (of: VillageProfile, id: string) => of.cells.find(({ cellId }) => cellId === id)
const index = (of: VillageProfile, id: string) => of.indices.find(({ indexId }) => indexId === id)?.equal.value

function row(of: VillageProfile): string[] {
  const pooled = of.verdict.leaders.pooled ?? ''
  const [first] = of.verdict.leading
  return [
    `${of.determinate.value}`,
    of.effectiveRespondents.value?.toFixed(2) ?? '–',
    `${pooled} ${print(cell(of, pooled)?.pooled.value)}`,
    `${first?.cellId} ${print(first?.share)}, ${print(of.verdict.gap)}`,
    `${of.verdict.status} ${of.verdict.cellId}`,
    print(index(of, 'RI')),
    print(index(of, 'GI')),
    print(of.gap?.indices.find(({ indexId }) => indexId === 'RI')?.figure.value),
  ]
}

describe('the answer key of the demo corpus', () => {
  it('is reproduced to the printed digits', () => {
    expect(row(lw1)).toEqual(['18', '6.00', 'T4 0.778', 'T4 0.778, 0.722', 'called T4', '0.111', '0.111', '0.056'])
    expect(row(lw2)).toEqual(['14', '3.92', 'T1 0.857', 'T1 0.854, 0.771', 'provisional T1', '0.917', '0.854', '0.111'])
    expect(row(sp)).toEqual(['22', '5.90', 'T2 0.727', 'T2 0.736, 0.639', 'called T2', '0.083', '0.167', '0.250'])
    expect(row(sg)).toEqual(['38', '2.89', 'T2 0.526', 'T3 0.744, 0.585', 'called T3', '0.841', '0.042', '0.317'])
  })

  it('flags the village where one talkative respondent turns the pooled result, and no other', () => {
    expect(sg.flags.map((flag) => flag.kind)).toEqual([
      'dominance',
      'few_effective_respondents',
      'pooled_leads_differently',
    ])
    expect(print(sg.dominance.figure.value)).toBe('0.553')
    expect(sg.dominance.respondent).toBe(`case:${study.caseId('F7')}`)
    expect(sg.flags.at(-1)?.cells).toEqual(['T3', 'T2'])
    for (const other of [lw1, lw2, sp]) expect(other.flags).toEqual([])
  })

  it('lists the off-typology episodes and the contrary reason', () => {
    const who = (of: VillageProfile, kind: string): unknown[] =>
      of.negativeCases.filter((one) => one.kind === kind).flatMap((one) => one.respondents)
    const key = (name: string): string => `case:${study.caseId(name)}`
    expect(who(lw1, 'off_typology')).toEqual([key('K1')])
    expect(who(sp, 'off_typology')).toEqual([key('C3'), key('F5')])
    expect(who(sg, 'off_typology')).toEqual([key('F9')])
    expect(who(sg, 'contrary_reason')).toEqual([key('F9')])
    expect(sg.negativeCases[0]?.evidence.codings).toHaveLength(2)
  })

  it('counts the expected reasons, counts first', () => {
    const check = (of: VillageProfile, id: string) => {
      const found = of.expectedReasons.find(({ cellId }) => cellId === id)?.figure
      return [found?.numerator, found?.denominator, print(found?.value)]
    }
    expect(check(lw1, 'T4')).toEqual([14, 14, '1.000'])
    expect(check(lw1, 'T3')).toEqual([1, 1, '1.000'])
    expect(check(sg, 'T3')).toEqual([15, 16, '0.938'])
    expect(check(sg, 'T4')).toEqual([0, 0, '–'])
  })

  it('compares only those who answered twice when respondents differ by wave', () => {
    const panel = ['C1', 'F1', 'F2', 'F3'].map((name) => study.caseId(name))
    const input = study.input()
    const documents = input.documents.filter((d) => d.villageId === 1 && d.respondents.every((r) => panel.includes(r)))
    const waves = profile({ ...input, documents }).profiles.map((of) => print(index(of, 'RI')))
    expect(waves).toEqual(['0.167', '0.917'])
  })

  it('gives prevalence by respondents with its Wilson interval', () => {
    expect(cell(lw1, 'T4')?.prevalence).toMatchObject({ value: 1, numerator: 6, denominator: 6 })
    const adverse = cell(sp, 'T2')?.prevalence
    expect([adverse?.numerator, adverse?.denominator]).toEqual([6, 6])
    const one = cell(lw1, 'T2')?.prevalence
    expect([one?.numerator, one?.denominator, print(one?.low), print(one?.high)]).toEqual([1, 6, '0.030', '0.564'])
  })

  it('keeps the committee out of the balanced share and out of the gap', () => {
    // Cadres (1/3·... ): C1 2/3, C2 1 → 5/6; farmers 1, 2/3, 2/3 → 7/9; the mean of both is 29/36.
    expect(print(cell(lw1, 'T4')?.balanced.value)).toBe(print(29 / 36))
    expect(lw1.sides.map((side) => [side.sideId, side.respondentsCounted])).toEqual([
      ['cadre', 2],
      ['committee', 1],
      ['farmer', 3],
    ])
  })

  it('shows the range of the headline when each respondent is left out', () => {
    // Without F7: (1 + .75 + 1 + 1 + 2/3) / 5; without a full RN respondent: (4.4643 - 1) / 5.
    expect([print(cell(sg, 'T3')?.leaveOneOut?.low), print(cell(sg, 'T3')?.leaveOneOut?.high)]).toEqual([
      '0.693',
      '0.883',
    ])
  })

  it('has a bootstrap interval from five respondents on, and calls it illustrative below ten', () => {
    expect(cell(lw2, 'T1')?.interval).toBeNull()
    expect(lw2.verdict.bootstrap).toBeNull()
    const interval = cell(sg, 'T3')?.interval
    expect(interval?.illustrative).toBe(true)
    expect(interval?.low).toBeLessThan(0.744)
    expect(interval?.high).toBeGreaterThan(0.744)
    expect(sg.verdict.bootstrap?.leads).toBeGreaterThanOrEqual(0.9)
  })

  it('is data that survives JSON unchanged', () => {
    expect(JSON.parse(JSON.stringify(result))).toEqual(result)
  })
})
