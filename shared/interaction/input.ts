import type { EvidenceKind, Polarity } from '../contract/values.ts'
import type { SpeakerKind } from '../contract/document.ts'
import type { Span } from '../text/span.ts'
import type { ResolvedFramework } from '../framework/resolve-framework.ts'

/**
 * What an interaction profile is computed from: one layer's rows, originals or one language, never both (DESIGN 5).
 * Ids are those of one study; offsets are UTF-16 code units, half-open. Rows may come in any order.
 */
export interface InteractionInput {
  framework: ResolvedFramework
  documents: readonly InterviewDocument[]
  respondents: readonly Respondent[]
  speakers: readonly Speaker[]
  turns: readonly Turn[]
  codings: readonly Coding[]
  episodes: readonly ExplicitEpisode[]
}

export interface InterviewDocument {
  id: number
  /** Null: the document belongs to no village and enters no profile. */
  villageId: number | null
  waveId: number | null
  /** Case ids of the persons interviewed. */
  respondents: readonly number[]
}

export interface Respondent {
  /** Case id of the person. */
  id: number
  role: string | null
}

export interface Speaker {
  id: number
  kind: SpeakerKind
  caseId: number | null
  /** Role in this interview; null: the person's. */
  role: string | null
}

export interface Turn {
  documentId: number
  start: number
  /** Where the speech begins, behind the label. */
  speechStart: number
  end: number
  speakerId: number | null
}

export interface Coding extends Span<number> {
  id: number
  documentId: number
  codeId: number
  polarity: Polarity
  evidence: EvidenceKind
  /** The village that the passage is about (that of the referent case); null: the document's own. */
  referentVillageId: number | null
}

export interface ExplicitEpisode extends Span<number> {
  id: number
  documentId: number
  /** The coder's own decision what the episode chiefly is, for some or all dimensions. */
  primaries: readonly PrimaryCode[]
}

export interface PrimaryCode {
  dimensionId: string
  codeId: number
}

/** E1: episodes drawn by a coder. E3: an interviewer's question with all answers up to the next question. */
export type EpisodeUnit = 'E1' | 'E3'
/** `auto`: per village and wave, E1 where an episode was drawn, else E3. */
export type RequestedUnit = EpisodeUnit | 'auto'
