import type { SpeakerKind } from '../../contract/document.ts'
import { namesOf } from './accept.ts'
import { labelKey } from './label.ts'
import { labelWord } from './label-words.ts'
import type { RecognisedSpeaker, RecognisedTurn, SpeakerEvidence, TranscriptHeader } from './types.ts'

interface Draft extends RecognisedSpeaker {
  key: string
  questions: number
}

/** Single letters that name the two sides when both occur. */
const LETTER_KINDS: { interviewer: string; respondent: string }[] = [
  { interviewer: 'i', respondent: 'r' },
  { interviewer: 'i', respondent: 'p' },
]

/**
 * The speakers of the turns in the order they first speak, each with a guessed kind and the evidence for it: the word
 * on the label, the header, the other one of a pair, or who asks the questions.
 */
export function speakersOf(
  text: string,
  turns: readonly RecognisedTurn[],
  header: TranscriptHeader | null,
): RecognisedSpeaker[] {
  const drafts = countTurns(text, turns)
  guessFromHeaderAndLabel(drafts, header)
  guessFromPair(drafts, header)
  guessFromQuestions(drafts, header)
  return drafts.map(({ label, turns, kind, evidence, respondent }) => ({ label, turns, kind, evidence, respondent }))
}

function countTurns(text: string, turns: readonly RecognisedTurn[]): Draft[] {
  const drafts = new Map<string, Draft>()
  for (const { speakerLabel, speechStart, end } of turns) {
    if (speakerLabel === null) continue
    let draft = drafts.get(speakerLabel)
    if (draft === undefined) {
      const key = labelKey(speakerLabel)
      draft = { label: speakerLabel, key, turns: 0, questions: 0, kind: 'other', evidence: null, respondent: null }
      drafts.set(speakerLabel, draft)
    }
    draft.turns++
    if (/[?？]["'”’」』)）\s]*$/.test(text.slice(Math.max(speechStart, end - 8), end))) draft.questions++
  }
  return [...drafts.values()]
}

function guessFromHeaderAndLabel(drafts: Draft[], header: TranscriptHeader | null): void {
  const respondents = new Set(namesOf(header?.respondent ?? null))
  const interviewers = new Set(namesOf(header?.interviewer ?? null))
  for (const draft of drafts) {
    const word = labelWord(draft.key)
    if (respondents.has(draft.key)) decide(draft, 'respondent', 'header', header?.respondent ?? null)
    else if (word === 'interviewer') decide(draft, 'interviewer', 'label')
    else if (interviewers.has(draft.key)) decide(draft, 'interviewer', 'header')
    else if (word === 'respondent') decide(draft, 'respondent', 'label')
  }
  for (const { interviewer, respondent } of LETTER_KINDS) {
    const asks = drafts.find(({ key, evidence }) => key === interviewer && evidence === null)
    const answers = drafts.find(({ key }) => key === respondent)
    if (asks !== undefined && answers !== undefined) {
      decide(asks, 'interviewer', 'label')
      if (answers.evidence === null) decide(answers, 'respondent', 'label')
    }
  }
  const [only, ...more] = drafts.filter(({ kind }) => kind === 'respondent')
  if (only !== undefined && more.length === 0) only.respondent ??= header?.respondent ?? null
}

function guessFromPair(drafts: Draft[], header: TranscriptHeader | null): void {
  const [one, other] = drafts
  if (drafts.length !== 2 || one === undefined || other === undefined) return
  for (const [known, open] of [
    [one, other],
    [other, one],
  ] as const) {
    if (known.kind === 'interviewer' && open.evidence === null) {
      decide(open, 'respondent', 'pair', header?.respondent ?? null)
    }
  }
}

const ASKS = 0.5
const ASKS_MUCH_MORE = 2
/** Enough where the other of the two is known to be the respondent. */
const ASKS_OF_PAIR = 0.3

/** Where no interviewer is known: the one undecided speaker who asks most turns, and far more often than the others. */
function guessFromQuestions(drafts: Draft[], header: TranscriptHeader | null): void {
  if (drafts.length < 2 || drafts.some(({ kind }) => kind === 'interviewer')) return
  const share = ({ questions, turns }: Draft): number => questions / turns
  const [most, second] = drafts.toSorted((a, b) => share(b) - share(a))
  if (most === undefined || second === undefined || most.evidence !== null || most.turns < 2) return
  const needed = drafts.length === 2 && second.kind === 'respondent' ? ASKS_OF_PAIR : ASKS
  if (share(most) < needed || share(most) < share(second) * ASKS_MUCH_MORE) return
  decide(most, 'interviewer', 'questions')
  guessFromPair(drafts, header)
}

function decide(draft: Draft, kind: SpeakerKind, evidence: SpeakerEvidence, respondent: string | null = null): void {
  draft.kind = kind
  draft.evidence = evidence
  draft.respondent = respondent
}
