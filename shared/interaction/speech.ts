import { firstIndex } from '../text/offsets.ts'
import type { Span } from '../text/span.ts'
import { clip } from '../text/span.ts'
import type { InterviewDocument, Speaker, Turn } from './input.ts'
import type { RespondentKey } from './respondent-key.ts'
import { compareRespondentKeys } from './respondent-key.ts'

/** A respondent's words within a span; UTF-16, half-open. */
export interface SpeechPart extends Span<number> {
  respondent: RespondentKey
}

/** Why a span holds no respondent's words. */
export type SilenceCause = 'interviewer' | 'other_speaker' | 'no_speaker'

/** Who speaks where in one document. */
export interface Speech {
  turns: readonly Turn[]
  /** All who answer in the document, by key. */
  respondents: readonly RespondentKey[]
  /** Roles given to respondents by their speakers in this document. */
  roles: ReadonlyMap<RespondentKey, string>
  isInterviewer(turn: Turn): boolean
  isAnswer(turn: Turn): boolean
  /** The respondents' words within the span, without labels and without the interviewer's words. */
  partsOf(span: Span<number>): SpeechPart[]
  /** Why `partsOf` the span is empty. */
  silenceIn(span: Span<number>): SilenceCause
}

/**
 * Reads who speaks in a document. A document without turns is taken as one respondent's words throughout; in one with
 * turns, what lies outside them (headers, notes) is nobody's. `other` voices count only where they are tied to a person.
 */
export function readSpeech(
  document: InterviewDocument,
  turnsOfDocument: readonly Turn[],
  speakers: ReadonlyMap<number, Speaker>,
): Speech {
  const turns = turnsOfDocument.toSorted((a, b) => a.start - b.start || a.end - b.end)
  const [only, ...more] = document.respondents
  const whole: RespondentKey = only !== undefined && more.length === 0 ? `case:${only}` : `document:${document.id}`
  const voices = new Set(turns.map((turn) => turn.speakerId))
  const tied = new Set([...voices].map((id) => (id === null ? null : (speakers.get(id)?.caseId ?? null))))
  const isOnlyRespondentTied = only !== undefined && tied.has(only)

  const keyOf = (turn: Turn): RespondentKey | null => {
    const speaker = turn.speakerId === null ? undefined : speakers.get(turn.speakerId)
    if (speaker === undefined) return whole
    if (speaker.kind === 'interviewer') return null
    if (speaker.caseId !== null) return `case:${speaker.caseId}`
    if (speaker.kind === 'other') return null
    return whole.startsWith('case:') && !isOnlyRespondentTied ? whole : `speaker:${speaker.id}`
  }
  const isInterviewer = (turn: Turn): boolean =>
    turn.speakerId !== null && speakers.get(turn.speakerId)?.kind === 'interviewer'

  const roles = new Map<RespondentKey, string>()
  const respondents = new Set<RespondentKey>(document.respondents.map((id): RespondentKey => `case:${id}`))
  if (turns.length === 0) respondents.add(whole)
  for (const turn of turns) {
    const key = keyOf(turn)
    if (key === null) continue
    respondents.add(key)
    const role = turn.speakerId === null ? null : (speakers.get(turn.speakerId)?.role ?? null)
    if (role !== null && !roles.has(key)) roles.set(key, role)
  }

  const turnsIn = (span: Span<number>): Turn[] => {
    const found: Turn[] = []
    for (let index = firstIndex(turns.length, (i) => turns[i]!.end > span.start); index < turns.length; index++) {
      const turn = turns[index]!
      if (turn.start >= span.end) break
      found.push(turn)
    }
    return found
  }

  return {
    turns,
    respondents: [...respondents].sort(compareRespondentKeys),
    roles,
    isInterviewer,
    isAnswer: (turn) => keyOf(turn) !== null,
    partsOf(span) {
      if (turns.length === 0) return span.start < span.end ? [{ ...spanOf(span), respondent: whole }] : []
      return turnsIn(span).flatMap((turn) => {
        const respondent = keyOf(turn)
        const words = respondent && clip(span, { start: turn.speechStart, end: turn.end })
        return respondent && words ? [{ ...words, respondent }] : []
      })
    },
    silenceIn(span) {
      const silent = turnsIn(span).filter((turn) => clip(span, { start: turn.speechStart, end: turn.end }) !== null)
      if (silent.some(isInterviewer)) return 'interviewer'
      return silent.length > 0 ? 'other_speaker' : 'no_speaker'
    },
  }
}

function spanOf({ start, end }: Span<number>): Span<number> {
  return { start, end }
}
