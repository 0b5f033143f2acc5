import { describe, expect, it } from 'vitest'
import type { ClassifiedEpisode } from '../../../shared/interaction/classify.ts'
import type { VillageProfile } from '../../../shared/interaction/output.ts'
import { profile } from '../../../shared/interaction/profile.ts'
import { builtInFile } from '../framework/built-in.ts'
import { interviewer, StudyBuilder } from './study-builder.ts'

function only(study: StudyBuilder): VillageProfile {
  const [village] = profile(study.input()).profiles
  if (village === undefined) throw new Error('no profile')
  return village
}

function classify(labels: string[], primaries: Record<string, string> = {}): ClassifiedEpisode {
  const study = new StudyBuilder()
  const document = study.document(1, 1, ['F1'])
  const span = study.turn(document, 'F1')
  study.episode(document, span, primaries)
  for (const label of labels) study.code(document, label, { start: span.start + 3, end: span.end })
  const [episode] = only(study).episodes
  if (episode === undefined) throw new Error('no episode')
  return episode
}

const outcome = (labels: string[], primaries?: Record<string, string>) => {
  const { status, cellId, reasonId } = classify(labels, primaries)
  return [status, cellId, reasonId]
}

describe('an episode', () => {
  it('falls into the cell where its one mobilization and its one participation meet', () => {
    expect(outcome(['M.R', 'P.G'])).toEqual(['determinate', 'T1', null])
    expect(outcome(['M.R2', 'M.R', 'M.R2', 'P.G'])).toEqual(['determinate', 'T1', null])
    expect(outcome(['M.A', 'P.D'])).toEqual(['determinate', 'T2', null])
    expect(outcome(['M.R', 'P.D'])).toEqual(['determinate', 'X1', null])
  })

  it('is mixed where both modes or several forms of participation meet, without priority among them', () => {
    expect(outcome(['M.R', 'M.A', 'P.G'])).toEqual(['mixed', null, null])
    expect(outcome(['M.R', 'P.G', 'P.D'])).toEqual(['mixed', null, null])
    expect(outcome(['M.R', 'M.A'])).toEqual(['mixed', null, null])
  })

  it('is incomplete where one side is missing', () => {
    expect(outcome(['M.R'])).toEqual(['incomplete', null, null])
    expect(outcome(['P.NW'])).toEqual(['incomplete', null, 'willingness'])
    expect(outcome([])).toEqual(['incomplete', null, null])
  })

  it('stands beside the grid where nobody was asked', () => {
    expect(outcome(['M.0', 'P.N'])).toEqual(['not_asked', null, null])
    expect(outcome(['M.0'])).toEqual(['not_asked', null, null])
    expect(outcome(['M.0', 'M.R', 'P.G'])).toEqual(['mixed', null, null])
  })

  it('keeps the reason apart from the cell', () => {
    expect(outcome(['M.R', 'P.N'])).toEqual(['determinate', 'T3', null])
    expect(outcome(['M.R', 'P.NC'])).toEqual(['determinate', 'T3', 'capacity'])
    expect(outcome(['M.A', 'P.NC'])).toEqual(['determinate', 'T4', 'capacity'])
    expect(outcome(['M.A', 'P.N', 'P.NU'])).toEqual(['determinate', 'T4', 'not-stated'])
    const several = classify(['M.A', 'P.NC', 'P.NW'])
    expect([several.cellId, several.reasonId]).toEqual(['T4', null])
    expect(several.reasons.map((reason) => reason.reasonId)).toEqual(['capacity', 'willingness'])
  })

  it('follows a primary code, and says that it did', () => {
    const episode = classify(['M.R', 'M.A', 'P.G'], { mobilization: 'M.A' })
    expect([episode.status, episode.cellId]).toEqual(['determinate', 'X2'])
    expect(episode.dimensions[0]?.primary).toMatchObject({ categoryId: 'administrative', decisive: true })
    expect(episode.dimensions[0]?.present.map((one) => one.categoryId)).toEqual(['administrative', 'responsive'])
    expect(classify(['M.R', 'P.G'], { mobilization: 'M.R1' }).dimensions[0]?.primary?.decisive).toBe(false)
    expect(outcome(['M.A', 'P.NC', 'P.NW'], { participation: 'P.NW' })).toEqual(['determinate', 'T4', 'willingness'])
  })

  it('counts for those who speak in it where a coder decided it by primary codes alone', () => {
    const episode = classify([], { mobilization: 'M.R', participation: 'P.G' })
    expect([episode.status, episode.cellId]).toEqual(['determinate', 'T1'])
    expect(episode.respondents).toEqual([{ key: 'case:100', codings: [] }])
  })

  it('ignores a passage that only touches it', () => {
    const study = new StudyBuilder()
    const document = study.document(1, 1, ['F1'])
    const first = study.turn(document, 'F1')
    const second = study.turn(document, 'F1')
    study.episode(document, first)
    study.code(document, 'M.R', { start: first.end, end: second.end })
    study.code(document, 'P.G', { start: first.end - 1, end: second.end })
    const [episode] = only(study).episodes
    expect(episode?.dimensions.map((dimension) => dimension.categoryId)).toEqual([null, 'governance'])
  })
})

describe('what counts as evidence', () => {
  function causeOf(label: string, attributes: Parameters<StudyBuilder['code']>[3]): unknown[] {
    const study = new StudyBuilder()
    const document = study.document(7, 1, ['F1'])
    const span = study.answer(document, 'F1', ['P.G'])
    study.code(document, label, span, attributes)
    const village = only(study)
    return [village.episodes[0]?.status, village.excluded[0]?.causes, village.negativeCases[0]?.kind]
  }

  it('leaves out denials, suppositions, hearsay and other villages, and lists them', () => {
    expect(causeOf('M.R', { polarity: 'negated' })).toEqual(['incomplete', ['negated'], 'denial'])
    expect(causeOf('M.R', { polarity: 'hypothetical' })).toEqual(['incomplete', ['hypothetical'], 'hypothetical'])
    expect(causeOf('M.R', { evidence: 'hearsay' })).toEqual(['incomplete', ['hearsay'], 'hearsay'])
    expect(causeOf('M.R', { referentVillageId: 8 })).toEqual(['incomplete', ['other_village'], 'other_village'])
    expect(causeOf('M.R', { referentVillageId: 8, evidence: 'hearsay' })).toEqual([
      'incomplete',
      ['hearsay', 'other_village'],
      'other_village',
    ])
  })

  it('takes reports about others and passages that name the own village', () => {
    expect(causeOf('M.R', { evidence: 'other' })).toEqual(['determinate', undefined, undefined])
    expect(causeOf('M.R', { referentVillageId: 7 })).toEqual(['determinate', undefined, undefined])
  })

  it('follows the filter of the framework', () => {
    const { framework } = builtInFile()
    const study = new StudyBuilder({
      ...framework,
      evidenceFilter: { polarity: ['affirmed', 'negated'], evidence: ['self'], village: 'any' },
    })
    const document = study.document(7, 1, ['F1'])
    const span = study.answer(document, 'F1', [])
    study.code(document, 'M.R', span, { polarity: 'negated', referentVillageId: 8 })
    study.code(document, 'P.G', span, { evidence: 'other' })
    expect(only(study).episodes[0]?.dimensions.map((one) => one.categoryId)).toEqual(['responsive', null])
    expect(only(study).excluded.map((one) => one.causes)).toEqual([['other_report']])
  })

  it('counts an optional code only once it is switched on', () => {
    const { framework } = builtInFile()
    const statusWith = (enabled: boolean): unknown[] => {
      const optionalCodes = framework.optionalCodes.map((optional) => ({ ...optional, enabled }))
      const study = new StudyBuilder({ ...framework, optionalCodes })
      study.answer(study.document(1, 1, ['F1']), 'F1', ['M.A', 'P.NX'])
      const village = only(study)
      return [village.episodes[0]?.cellId, village.episodes[0]?.reasonId, village.excluded[0]?.causes]
    }
    expect(statusWith(false)).toEqual([null, null, ['switched_off']])
    expect(statusWith(true)).toEqual(['T4', 'not-invited', undefined])
  })

  it("never takes the interviewer's words", () => {
    const study = new StudyBuilder()
    const document = study.document(1, 1, ['F1'])
    const question = study.turn(document, interviewer)
    const answer = study.turn(document, 'F1')
    study.episode(document, { start: question.start, end: answer.end })
    study.code(document, 'M.A', question)
    study.code(document, 'P.G', { start: question.start + 5, end: answer.start + 6 })
    const village = only(study)
    expect(village.episodes[0]?.dimensions.map((one) => one.categoryId)).toEqual([null, 'governance'])
    expect(village.excluded.map((one) => one.causes)).toEqual([['interviewer']])
    expect(village.negativeCases).toEqual([])
  })

  it('does not take a coding of a label, or of text between the turns, for speech', () => {
    const study = new StudyBuilder()
    const document = study.document(1, 1, ['F1'])
    const answer = study.turn(document, 'F1')
    study.episode(document, { start: 0, end: 100 })
    study.code(document, 'M.A', { start: answer.start, end: answer.start + 2 })
    study.code(document, 'P.G', { start: 60, end: 80 })
    expect(only(study).excluded.map((one) => one.causes)).toEqual([['no_speaker'], ['no_speaker']])
  })

  it('lists codings that would count and lie in no episode', () => {
    const study = new StudyBuilder()
    const document = study.document(1, 1, ['F1'])
    study.answer(document, 'F1', ['M.R', 'P.G'])
    const loose = study.code(document, 'P.D', study.turn(document, 'F1'))
    expect(only(study).outsideEpisodes).toMatchObject({ value: 1, evidence: { codings: [loose] } })
  })
})

describe('a group interview', () => {
  it('counts an episode once for each respondent whose words carry evidence', () => {
    const study = new StudyBuilder()
    const document = study.document(1, 1, ['F1', 'F2', 'F3'])
    const one = study.turn(document, 'F1')
    const two = study.turn(document, 'F2')
    const three = study.turn(document, 'F3')
    study.episode(document, { start: one.start, end: three.end })
    study.code(document, 'M.R', one)
    study.code(document, 'M.R', one)
    study.code(document, 'P.G', { start: one.start, end: two.end })
    const village = only(study)
    expect(village.episodes[0]?.respondents.map((who) => [who.key, who.codings])).toEqual([
      ['case:100', [1, 2, 3]],
      ['case:101', [3]],
    ])
    expect([village.determinate.value, village.respondentsCounted.value, village.respondentsInterviewed.value]).toEqual(
      [2, 2, 3],
    )
    expect(village.cells.find(({ cellId }) => cellId === 'T1')?.count).toMatchObject({
      value: 2,
      evidence: { episodes: ['E1:1'], codings: [1, 2, 3] },
    })
  })

  it('leaves bystanders out, unless they are tied to a person', () => {
    const study = new StudyBuilder()
    const document = study.document(1, 1, ['F1'])
    study.turn(document, 'F1')
    const bystander = study.turn(document, 'the neighbour', 'other')
    study.episode(document, bystander)
    study.code(document, 'M.R', bystander)
    expect(only(study).excluded.map((one) => one.causes)).toEqual([['other_speaker']])
    const voice = study.speakers.at(-1)
    if (voice) voice.caseId = study.caseId('F2')
    expect(only(study).episodes[0]?.respondents.map((who) => who.key)).toEqual([`case:${study.caseId('F2')}`])
  })
})

describe('speakers that are not known', () => {
  it('takes an untied voice for the one respondent of the interview', () => {
    const study = new StudyBuilder()
    study.answer(study.document(1, 1, ['F1']), 'F1', ['M.R', 'P.G'])
    for (const speaker of study.speakers) speaker.caseId = null
    expect(only(study).respondents.map((row) => [row.key, row.sideId])).toEqual([['case:100', 'farmer']])
  })

  it('counts an untied voice of a group as a respondent of its own', () => {
    const study = new StudyBuilder()
    const document = study.document(1, 1, ['F1', 'F2'])
    study.answer(document, 'F1', ['M.R', 'P.G'])
    for (const speaker of study.speakers) speaker.caseId = null
    expect(only(study).episodes[0]?.respondents.map((who) => who.key)).toEqual(['speaker:500'])
  })

  it('reads a document without turns as one respondent throughout', () => {
    const study = new StudyBuilder()
    const known = study.document(1, 1, ['F1'])
    const unknown = study.document(1, 1, [])
    for (const document of [known, unknown]) {
      study.episode(document, { start: 0, end: 10 })
      for (const label of ['M.R', 'P.G']) study.code(document, label, { start: 0, end: 10 })
    }
    expect(only(study).respondents.map((row) => [row.key, row.determinate.value])).toEqual([
      ['case:100', 1],
      ['document:2', 1],
    ])
  })
})
