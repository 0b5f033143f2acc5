import { describe, expect, it } from 'vitest'
import { profile } from '../../../shared/interaction/profile.ts'
import { interviewer, StudyBuilder, turnLength } from './study-builder.ts'

/** Exchanges as [first turn, turn behind the last], for turns given as a string: I interviewer, F respondent, o other. */
function exchanges(turns: string): number[][] {
  const study = new StudyBuilder()
  const document = study.document(1, 1, ['F1'])
  for (const who of turns) {
    if (who === 'I') study.turn(document, interviewer)
    else study.turn(document, who === 'F' ? 'F1' : 'neighbour', who === 'F' ? 'respondent' : 'other')
  }
  const [village] = profile(study.input(), 'E3').profiles
  return (village?.episodes ?? []).map(({ start, end }) => [start / turnLength, end / turnLength])
}

describe('question–answer exchanges', () => {
  it('run from a question to the next one, with all answers', () => {
    expect(exchanges('IFIFFIF')).toEqual([
      [0, 2],
      [2, 5],
      [5, 7],
    ])
  })

  it('join questions asked in a row, and keep what bystanders say', () => {
    expect(exchanges('IIFoF')).toEqual([[0, 5]])
  })

  it('begin with an answer where nothing was asked before', () => {
    expect(exchanges('FFIF')).toEqual([
      [0, 2],
      [2, 4],
    ])
  })

  it('need an answer', () => {
    expect(exchanges('IFI')).toEqual([[0, 2]])
    expect(exchanges('II')).toEqual([])
    expect(exchanges('')).toEqual([])
  })
})

describe('the unit of a profile', () => {
  function twoVillages(): StudyBuilder {
    const study = new StudyBuilder()
    for (const village of [1, 2]) {
      const document = study.document(village, 1, ['F1'])
      study.turn(document, interviewer)
      const answer = study.turn(document, 'F1')
      study.code(document, 'M.R', answer)
      study.code(document, 'P.G', answer)
      study.turn(document, interviewer)
      study.turn(document, 'F1')
      if (village === 1) study.episode(document, answer)
    }
    return study
  }

  it('is drawn episodes where there are any and exchanges elsewhere, village by village', () => {
    const { profiles, requestedUnit } = profile(twoVillages().input())
    expect(requestedUnit).toBe('auto')
    expect(profiles.map((one) => [one.unit, one.determinate.value])).toEqual([
      ['E1', 1],
      ['E3', 1],
    ])
  })

  it('gives exchanges stable keys, and sets those without evidence apart', () => {
    const [, village] = profile(twoVillages().input(), 'E3').profiles
    expect(village?.episodes.map((one) => [one.key, one.episodeId, one.status, one.cellId])).toEqual([
      ['E3:2:0', null, 'determinate', 'T1'],
      ['E3:2:40', null, 'empty', null],
    ])
    expect([village?.statuses.empty.value, village?.statuses.incomplete.value]).toEqual([1, 0])
  })

  it('can be asked for, and then says honestly that nothing was drawn', () => {
    const [, village] = profile(twoVillages().input(), 'E1').profiles
    expect([village?.unit, village?.episodes, village?.verdict.status]).toEqual(['E1', [], 'insufficient'])
    expect(village?.cells.map((cell) => cell.equal.value)).toEqual([null, null, null, null, null, null])
    expect(village?.outsideEpisodes.value).toBe(2)
  })
})
