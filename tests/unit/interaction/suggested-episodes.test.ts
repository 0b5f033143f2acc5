import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exchangesOf } from '../../../shared/interaction/exchange.ts'
import type { Speech } from '../../../shared/interaction/speech.ts'
import { readSpeech } from '../../../shared/interaction/speech.ts'
import { suggestedEpisodes } from '../../../shared/interaction/suggested-episodes.ts'
import { cleanText } from '../../../shared/text/clean.ts'
import { overlaps, type Span } from '../../../shared/text/span.ts'
import { recogniseTranscript } from '../../../shared/text/transcript/recognise.ts'

const SAMPLE = new URL('../../../resources/sample/transcripts/', import.meta.url)
const FIXTURES = new URL('../../../../shared/fixtures/transcripts/', import.meta.url)

interface Read {
  readonly speech: Speech
  readonly refs: readonly string[]
}

function read(file: URL): Read {
  const { text } = cleanText(readFileSync(file, 'utf8'))
  const { turns, speakers } = recogniseTranscript(text)
  const ids = new Map(speakers.map(({ label }, index) => [label, index + 1]))
  const speech = readSpeech(
    { id: 1, villageId: null, waveId: null, respondents: [] },
    turns.map(({ start, speechStart, end, speakerLabel }) => ({
      ...{ documentId: 1, start, speechStart, end },
      speakerId: speakerLabel === null ? null : (ids.get(speakerLabel) ?? null),
    })),
    new Map(
      speakers.map(({ label, kind }) => [ids.get(label)!, { id: ids.get(label)!, kind, caseId: null, role: null }]),
    ),
  )
  return { speech, refs: turns.map(({ ref }) => ref) }
}

/** Suggestions as `T01–T04`, where the turns with these references are episodes already. */
function suggestions({ speech, refs }: Read, drawn: readonly (readonly [string, string])[] = []): string[] {
  const turn = (ref: string) => speech.turns[refs.indexOf(ref)]!
  const spans = drawn.map(([first, last]) => ({ start: turn(first).start, end: turn(last).end }))
  return suggestedEpisodes(speech, spans).map(({ start, end }) => {
    const first = speech.turns.findIndex((candidate) => candidate.start === start)
    const last = speech.turns.findIndex((candidate) => candidate.end === end)
    return `${refs[first]}–${refs[last]}`
  })
}

const F5 = ['T01–T04', 'T05–T06', 'T07–T08', 'T09–T10', 'T11–T12', 'T13–T14', 'T15–T16', 'T17–T18']

describe('the exchanges of an interview are suggested', () => {
  test('with all answers to a question, the same in both languages', () => {
    for (const language of ['zh', 'en'])
      expect(suggestions(read(new URL(`SP-F5-w1.${language}.txt`, SAMPLE)))).toEqual(F5)
  })

  test('except what an episode covers', () => {
    const interview = read(new URL('SP-F5-w1.zh.txt', SAMPLE))
    expect(suggestions(interview, [['T05', 'T08']])).toEqual([F5[0], ...F5.slice(3)])
    expect(suggestions(interview, [['T01', 'T18']])).toEqual([])
  })

  test('of an exchange that is covered in part, what is left of its answers; a question left alone is none', () => {
    const interview = read(new URL('SP-F5-w1.zh.txt', SAMPLE))
    expect(suggestions(interview, [['T03', 'T03']])).toEqual(['T01–T02', 'T04–T04', ...F5.slice(1)])
    expect(suggestions(interview, [['T06', 'T06']])).toEqual([F5[0], ...F5.slice(2)])
  })

  test.skipIf(!existsSync(FIXTURES))('but not where nobody is known to ask', () => {
    // Three people talk with each other: none is an interviewer.
    expect(suggestions(read(new URL('qualcoder-examples/transcript.txt', FIXTURES)))).toEqual([])
  })
})

test('suggestions lie in exchanges, hold an answer, and neither overlap nor touch what is drawn', () => {
  const kinds = fc.array(fc.constantFrom('interviewer', 'respondent', 'other'), { maxLength: 30 })
  const drawing = fc.array(fc.tuple(fc.nat(29), fc.nat(3)), { maxLength: 4 })
  fc.assert(
    fc.property(kinds, drawing, (voices, marks) => {
      const speech = readSpeech(
        { id: 1, villageId: null, waveId: null, respondents: [] },
        voices.map((kind, index) => ({
          documentId: 1,
          start: index * 10,
          speechStart: index * 10 + 2,
          end: index * 10 + 9,
          speakerId: ['interviewer', 'respondent', 'other'].indexOf(kind) + 1,
        })),
        new Map(
          (['interviewer', 'respondent', 'other'] as const).map((kind, index) => [
            index + 1,
            { id: index + 1, kind, caseId: null, role: null },
          ]),
        ),
      )
      const drawn: Span<number>[] = marks.map(([first, more]) => ({ start: first * 10, end: (first + more) * 10 + 9 }))
      const found = suggestedEpisodes(speech, drawn)
      if (!voices.includes('interviewer')) expect(found).toEqual([])
      found.forEach((suggestion, index) => {
        expect(drawn.some((episode) => overlaps(episode, suggestion))).toBe(false)
        expect(speech.turns.some((turn) => speech.isAnswer(turn) && overlaps(turn, suggestion))).toBe(true)
        expect(
          exchangesOf(speech).some((whole) => whole.start <= suggestion.start && suggestion.end <= whole.end),
        ).toBe(true)
        expect(suggestion.start).toBeGreaterThan(found[index - 1]?.end ?? -1)
      })
      // Every answer is in a suggestion or in an episode.
      if (voices.includes('interviewer'))
        for (const turn of speech.turns.filter((candidate) => speech.isAnswer(candidate)))
          expect([...found, ...drawn].some((stretch) => overlaps(stretch, turn))).toBe(true)
    }),
  )
})
