import type { SpeechFilter } from '../../../shared/contract/search.ts'
import type { RespondentKey } from '../../../shared/interaction/respondent-key.ts'
import { firstIndex } from '../../../shared/text/offsets.ts'
import type { LeftOut } from './tasks.ts'

/** Who speaks in a turn. */
export interface Voice {
  readonly isInterviewer: boolean
  /** null: an interviewer, or another voice that is nobody's. */
  readonly respondent: RespondentKey | null
  readonly caseId: number | null
  readonly name: string
  readonly role: string | null
}

export interface VoicedTurn {
  readonly start: number
  readonly speechStart: number
  readonly end: number
  readonly voice: Voice
}

/** Why words are not read; null where they are. */
export type Reason = keyof LeftOut | null

/** Who speaks where in a document, for many questions about places. */
export class Voices {
  readonly turns: readonly VoicedTurn[]
  /** Who speaks throughout, in a document without turns. */
  readonly only: Voice | null

  constructor(turns: readonly VoicedTurn[], only: Voice | null) {
    this.turns = turns
    this.only = only
  }

  /** The turn that holds the offset. */
  turnAt(offset: number): VoicedTurn | undefined {
    const turn = this.turns[firstIndex(this.turns.length, (index) => this.turns[index]!.end > offset)]
    return turn !== undefined && turn.start <= offset ? turn : undefined
  }

  /** Whether what begins at the offset is read, or why not. Labels of speakers are nobody's words. */
  reasonAt(offset: number, filter: SpeechFilter): Reason {
    if (this.only !== null) return reasonFor(this.only, filter)
    const turn = this.turnAt(offset)
    if (turn === undefined) return hasPersons(filter) ? 'otherSpeakers' : null
    if (offset < turn.speechStart) return 'labels'
    return reasonFor(turn.voice, filter)
  }
}

/** Whether a speaker's words are read, or why not. */
export function reasonFor(voice: Voice, filter: SpeechFilter): Reason {
  if (voice.isInterviewer && !filter.interviewers) return 'interviewers'
  if (!hasPersons(filter)) return null
  const isPerson =
    filter.respondentIds.length === 0 || (voice.caseId !== null && filter.respondentIds.includes(voice.caseId))
  const isRole = filter.roles.length === 0 || (voice.role !== null && filter.roles.includes(voice.role))
  return !voice.isInterviewer && isPerson && isRole ? null : 'otherSpeakers'
}

/** Whether a document is read at all. */
export function isWithin(filter: SpeechFilter, document: { id: number; villageId: number | null }): boolean {
  return (
    (filter.documentIds.length === 0 || filter.documentIds.includes(document.id)) &&
    (filter.villageIds.length === 0 || filter.villageIds.includes(document.villageId))
  )
}

function hasPersons(filter: SpeechFilter): boolean {
  return filter.respondentIds.length > 0 || filter.roles.length > 0
}
