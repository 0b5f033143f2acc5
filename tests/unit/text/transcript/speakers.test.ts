import { describe, expect, test } from 'vitest'
import { span } from '../../../../shared/text/span.ts'
import { exchanges } from '../../../../shared/text/transcript/exchanges.ts'
import { recogniseTranscript } from '../../../../shared/text/transcript/recognise.ts'

/** Speakers as `label kind evidence respondent`. */
function speakersOf(text: string): string[] {
  return recogniseTranscript(text).speakers.map(({ label, kind, evidence, respondent }) =>
    [label, kind, evidence ?? '–', respondent ?? '–'].join(' '),
  )
}

describe('the kind of a speaker', () => {
  test('comes from the word on the label, and answers belong to the header’s respondent', () => {
    expect(speakersOf('doc: A | respondent: F5\n问：咋说？\n答：没说。')).toEqual([
      '问 interviewer label –',
      '答 respondent label F5',
    ])
    expect(speakersOf('Moderator: Go.\nParticipant 1: Hi.\nParticipant 2: Hey.')).toEqual([
      'Moderator interviewer label –',
      'Participant 1 respondent label –',
      'Participant 2 respondent label –',
    ])
    expect(speakersOf('I: Why?\nR: So.\nI: Oh?\nR: Yes.')).toEqual(['I interviewer label –', 'R respondent label –'])
  })

  test('comes from the header, by code or by name', () => {
    const header = 'doc: A | respondent: F5 李大爷 | interviewer: 王明'
    expect(speakersOf(`${header}\n王明：咋说？\n李大爷：没说。\n邻居：说了。\n邻居：真的。`)).toEqual([
      '王明 interviewer header –',
      '李大爷 respondent header F5 李大爷',
      '邻居 other – –',
    ])
  })

  test('comes from the other one of a pair', () => {
    expect(speakersOf('doc: A | respondent: F5\nInterviewer: Why?\nAnna: So.\nAnna: Yes.')).toEqual([
      'Interviewer interviewer label –',
      'Anna respondent pair F5',
    ])
  })

  test('comes from who asks the questions', () => {
    expect(speakersOf('Ben: Why?\nAnna: So.\nBen: 真的吗？\nAnna: Yes.\nBen: Oh.')).toEqual([
      'Ben interviewer questions –',
      'Anna respondent pair –',
    ])
  })

  test('stays open where nothing speaks for it', () => {
    expect(speakersOf('Ben: Well.\nAnna: So?\nBen: Why?\nAnna: Yes.')).toEqual(['Ben other – –', 'Anna other – –'])
  })
})

describe('exchanges', () => {
  const speakers = [
    { label: 'I', kind: 'interviewer' as const },
    { label: 'F', kind: 'respondent' as const },
    { label: 'K', kind: 'other' as const },
  ]
  const turns = (labels: string) =>
    [...labels].map((label, index) => ({
      ...span(index * 10, index * 10 + 9),
      speakerLabel: label === '-' ? null : label,
    }))

  test('run from a question over all answers to the next question', () => {
    expect(exchanges(turns('IFFIK-'), speakers)).toEqual([
      { ...span(0, 29), questions: [0], answers: [1, 2] },
      { ...span(30, 59), questions: [3], answers: [4, 5] },
    ])
  })

  test('take several questions in a row as one, and leave out one without an answer', () => {
    expect(exchanges(turns('IIFI'), speakers)).toEqual([{ ...span(0, 29), questions: [0, 1], answers: [2] }])
  })

  test('keep what is said before the first question', () => {
    expect(exchanges(turns('FIF'), speakers)).toEqual([
      { ...span(0, 9), questions: [], answers: [0] },
      { ...span(10, 29), questions: [1], answers: [2] },
    ])
  })

  test('cannot be told without an interviewer', () => {
    expect(exchanges(turns('FKF'), speakers)).toEqual([])
    expect(exchanges([], speakers)).toEqual([])
  })
})
