import { describe, expect, it } from 'vitest'
import type { VillageProfile } from '../../../shared/interaction/output.ts'
import { profile } from '../../../shared/interaction/profile.ts'
import { addKey, StudyBuilder } from './study-builder.ts'

function village(key: string): VillageProfile {
  const study = new StudyBuilder()
  addKey(study, 1, 1, key)
  const [only] = profile(study.input()).profiles
  if (only === undefined) throw new Error('no profile')
  return only
}

const unmet = (of: VillageProfile) =>
  of.verdict.criteria.filter((criterion) => !criterion.met).map(({ kind, sideId }) => sideId ?? kind)

describe('a verdict', () => {
  it('is withheld below the minimum evidence, and says what is missing', () => {
    const few = village(`
      C1 RG2
      F1 RG2
      F2 RG3`)
    expect([few.verdict.status, few.verdict.cellId, unmet(few)]).toEqual(['insufficient', null, ['episodes']])
    const oneSided = village(`
      C1 RG4
      C2 RG4
      F1 RG4`)
    expect([oneSided.verdict.status, unmet(oneSided)]).toEqual(['insufficient', ['farmer']])
    expect(oneSided.verdict.leading[0]).toEqual({ cellId: 'T1', share: 1 })
  })

  it('is provisional with three or four respondents', () => {
    expect(
      village(`
        C1 RG3
        F1 RG3
        F2 RG2`).verdict,
    ).toMatchObject({ status: 'provisional', cellId: 'T1', bootstrap: null })
  })

  it('is undetermined without a majority, with the two leading cells named', () => {
    const split = village(`
      C1 RG2 AD2
      F1 RG3 AD3
      F2 RG2 AD2`)
    expect([split.verdict.status, split.verdict.cellId, split.verdict.gap]).toEqual(['undetermined', null, 0])
    expect(split.verdict.leading).toEqual([
      { cellId: 'T1', share: 0.5 },
      { cellId: 'T2', share: 0.5 },
    ])
    expect(split.verdict.leaders).toEqual({ equal: null, pooled: null, balanced: null })
  })

  it('is undetermined where one respondent decides', () => {
    const shaky = village(`
      C1 RG4
      F1 RG4
      F2 AD4`)
    expect(unmet(shaky)).toEqual(['leave_one_out'])
    expect(shaky.flags.find((flag) => flag.kind === 'leave_one_out_changes_leader')?.respondents).toEqual([
      'case:100',
      'case:101',
    ])
  })

  it('needs nine draws in ten from five respondents on', () => {
    const loose = village(`
      C1 RG2
      F1 RG2
      F2 RG2
      F3 AD2
      F4 AD1 RG1`)
    expect(unmet(loose)).toEqual(['bootstrap'])
    expect(loose.verdict.status).toBe('undetermined')
  })

  it('can fall on a cell the theory does not name', () => {
    expect(
      village(`
        C1 AG3
        F1 AG3
        F2 AG3`).verdict.cellId,
    ).toBe('X2')
  })
})
