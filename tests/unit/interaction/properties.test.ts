import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Framework } from '../../../shared/framework/framework-schema.ts'
import { validateFramework } from '../../../shared/framework/validate-framework.ts'
import type { InteractionInput } from '../../../shared/interaction/input.ts'
import type { InteractionProfiles, VillageProfile } from '../../../shared/interaction/output.ts'
import { profile } from '../../../shared/interaction/profile.ts'
import { builtInFile } from '../framework/built-in.ts'
import { interviewer, StudyBuilder } from './study-builder.ts'

const labels = ['M.R', 'M.R2', 'M.A', 'M.0', 'P.G', 'P.D', 'P.N', 'P.NC', 'P.NW', 'E.G.+']
const names = ['C1', 'C2', 'K1', 'F1', 'F2', 'F3']

const codingArb = fc.record({
  label: fc.constantFrom(...labels),
  start: fc.nat(60),
  length: fc.integer({ min: 1, max: 25 }),
  polarity: fc.constantFrom('affirmed' as const, 'affirmed' as const, 'negated' as const, 'hypothetical' as const),
  evidence: fc.constantFrom('self' as const, 'self' as const, 'other' as const, 'hearsay' as const),
})

const documentArb = fc.record({
  village: fc.constantFrom(1, 2),
  wave: fc.constantFrom(null, 1),
  people: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }),
  turns: fc.array(fc.nat(3), { maxLength: 4 }),
  episodes: fc.array(fc.record({ start: fc.nat(60), length: fc.integer({ min: 1, max: 40 }) }), { maxLength: 3 }),
  codings: fc.array(codingArb, { maxLength: 12 }),
})

const studyArb = fc.array(documentArb, { maxLength: 8 }).map((documents) => {
  const study = new StudyBuilder(quick(builtInFile().framework))
  for (const { village, wave, people, turns, episodes, codings } of documents) {
    const document = study.document(village, wave, people)
    for (const turn of turns) study.turn(document, turn === 3 ? interviewer : (people[turn % people.length] ?? null))
    for (const { start, length } of episodes) study.episode(document, { start, end: start + length })
    for (const { label, start, length, ...attributes } of codings) {
      study.code(document, label, { start, end: start + length }, attributes)
    }
  }
  return study.input()
})

/** Fewer draws, so that hundreds of studies are quick. */
function quick(framework: Framework): Framework {
  const stability = { ...framework.rules.stability, draws: 100 }
  return { ...framework, rules: { ...framework.rules, stability } }
}

function everyVillage(result: InteractionProfiles, check: (village: VillageProfile) => void): void {
  result.profiles.forEach(check)
}

const sum = (values: readonly (number | null)[]): number => values.reduce<number>((all, value) => all + (value ?? 0), 0)

describe('any study', () => {
  it('has shares that add up to one wherever anything is determinate', () => {
    fc.assert(
      fc.property(studyArb, (input) => {
        everyVillage(profile(input), ({ cells, determinate }) => {
          for (const kind of ['pooled', 'equal'] as const) {
            const shares = cells.map((cell) => cell[kind].value)
            if (determinate.value === 0) expect(shares.every((share) => share === null)).toBe(true)
            else expect(sum(shares)).toBeCloseTo(1, 9)
          }
          expect(sum(cells.map((cell) => cell.count.value))).toBe(determinate.value)
        })
      }),
    )
  })

  it('has every determinate episode in exactly one cell, and nothing else in any', () => {
    fc.assert(
      fc.property(studyArb, (input) => {
        everyVillage(profile(input), ({ cells, episodes }) => {
          const listed = cells.flatMap((cell) => cell.count.evidence.episodes)
          const determinate = episodes.filter((episode) => episode.status === 'determinate')
          expect(listed.toSorted()).toEqual(determinate.map((episode) => episode.key).toSorted())
        })
      }),
    )
  })

  it('gives the same profile whatever the order of its rows', () => {
    const shuffled = studyArb.chain((input) =>
      fc
        .tuple(
          fc.shuffledSubarray([...input.documents], { minLength: input.documents.length }),
          fc.shuffledSubarray([...input.turns], { minLength: input.turns.length }),
          fc.shuffledSubarray([...input.codings], { minLength: input.codings.length }),
          fc.shuffledSubarray([...input.episodes], { minLength: input.episodes.length }),
          fc.shuffledSubarray([...input.speakers], { minLength: input.speakers.length }),
        )
        .map(([documents, turns, codings, episodes, speakers]): [InteractionInput, InteractionInput] => [
          input,
          { ...input, documents, turns, codings, episodes, speakers },
        ]),
    )
    fc.assert(
      fc.property(shuffled, ([input, other]) => {
        expect(profile(other)).toEqual(profile(input))
      }),
    )
  })

  it('counts the same when a denial is added, and lists it', () => {
    fc.assert(
      fc.property(studyArb, codingArb, fc.nat(), (input, extra, pick) => {
        const document = input.documents[pick % Math.max(1, input.documents.length)]
        fc.pre(document !== undefined)
        const id = 10_000
        const codeId = input.codings[0]?.codeId ?? 2
        const denial = { id, codeId, documentId: document.id, start: extra.start, end: extra.start + extra.length }
        const attributes = { polarity: 'negated', evidence: 'self', referentVillageId: null } as const
        const after = profile({ ...input, codings: [...input.codings, { ...denial, ...attributes }] })
        expect(figuresOf(after)).toEqual(figuresOf(profile(input)))
      }),
    )
  })

  it('is plain data without undefined values', () => {
    fc.assert(
      fc.property(studyArb, fc.constantFrom('auto', 'E1', 'E3'), (input, unit) => {
        const result = profile(input, unit)
        expect(JSON.parse(JSON.stringify(result))).toEqual(result)
      }),
    )
  })

  it('gives each figure its evidence: none without quotations, none with quotations that are not in the study', () => {
    fc.assert(
      fc.property(studyArb, (input) => {
        const ids = new Set(input.codings.map((coding) => coding.id))
        everyVillage(profile(input), (village) => {
          const keys = new Set(village.episodes.map((episode) => episode.key))
          for (const { count } of village.cells) {
            expect(count.evidence.episodes.length > 0).toBe((count.value ?? 0) > 0)
            expect(count.evidence.codings.length >= 2 * Math.min(1, count.evidence.episodes.length)).toBe(true)
            for (const key of count.evidence.episodes) expect(keys.has(key)).toBe(true)
            for (const id of count.evidence.codings) expect(ids.has(id)).toBe(true)
          }
        })
      }),
    )
  })
})

/** What is counted, without what is listed beside it. */
function figuresOf({ profiles }: InteractionProfiles): unknown {
  return profiles.map(({ cells, statuses, indices, sides, matched, gap, verdict, determinate }) => ({
    ...{ cells, statuses, indices, sides, matched, gap, verdict, determinate },
  }))
}

describe('another theory', () => {
  it('of one by three categories works without a change of code', () => {
    const framework = schoolFramework()
    const study = new StudyBuilder(framework)
    const document = study.document(1, null, ['F1'])
    study.answer(document, 'F1', ['M.R1', 'I.P'])
    study.answer(document, 'F1', ['M.A', 'I.C'])
    study.answer(document, 'F1', ['M.A', 'I.S', 'I.C'])
    const [village] = profile(study.input()).profiles
    expect(village?.cells.map((cell) => [cell.cellId, cell.count.value])).toEqual([
      ['a', 1],
      ['b', 0],
      ['c', 1],
    ])
    expect(village?.statuses.mixed.value).toBe(1)
    expect([village?.gap, village?.expectedReasons, village?.indices]).toEqual([null, [], []])
    expect(village?.verdict).toMatchObject({ status: 'undetermined', leading: [{ cellId: 'a' }, { cellId: 'c' }] })
  })
})

/** A theory with one kind of request and three of response, no reasons, no sides, and only English. */
function schoolFramework(): Framework {
  const { codes, framework } = builtInFile()
  const ref = (label: string) => ({ label, guid: codes.find((code) => code.label === label)?.guid ?? '' })
  const category = (id: string, ...labels: string[]) => ({ id, name: { en: id }, inGrid: true, codes: labels.map(ref) })
  const cell = (id: string, response: string) => ({
    ...{ id, name: { en: id }, kind: 'typed', note: null, categories: { request: 'any', response } },
  })
  const result = validateFramework({
    ...{ format: 1, id: 'school', name: { en: 'School' }, description: { en: 'Requests and responses' } },
    languages: ['en'],
    dimensions: [
      { id: 'request', name: { en: 'Request' }, categories: [category('any', 'M.R', 'M.A')] },
      {
        id: 'response',
        name: { en: 'Response' },
        categories: [category('warm', 'I.P'), category('cool', 'I.S'), category('cold', 'I.C')],
      },
    ],
    cells: [cell('a', 'warm'), cell('b', 'cool'), cell('c', 'cold')],
    ...{ matchedCells: [], reasons: null, expectedReasons: [], optionalCodes: [], sides: [], gapBetween: null },
    ...{ actors: [], indices: [], outcomes: [], checks: [], mechanism: [], groupings: [] },
    evidenceFilter: framework.evidenceFilter,
    rules: { ...framework.rules, minimum: { episodes: 1, respondents: 1, sides: [] } },
  })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.framework
}
