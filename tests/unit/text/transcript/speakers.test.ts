import { describe, expect, test } from 'vitest'
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
