import type { SpeakerKind } from '../../contract/document.ts'
import type { Utf16Offset } from '../offsets.ts'
import type { Span } from '../span.ts'

/** What is recognised in a transcript. All offsets are UTF-16, half-open, into the cleaned text, which never changes. */
export interface RecognisedTranscript {
  header: TranscriptHeader | null
  turns: RecognisedTurn[]
  speakers: RecognisedSpeaker[]
  sections: RecognisedSection[]
  warnings: TranscriptWarning[]
}

export interface TranscriptHeader {
  /** From the first comment or header line to the end of the last header line. */
  span: Span
  document: string | null
  village: string | null
  respondent: string | null
  role: string | null
  wave: string | null
  /** ISO date; null with a warning where it cannot be read. */
  date: string | null
  /** BCP 47 tag; null with a warning where it cannot be read. */
  language: string | null
  /** Document of which this is another language version, as written. */
  parallelOf: string | null
  interviewer: string | null
  consent: string | null
  /** Fields of the header that have no meaning here, as written. */
  other: { name: string; value: string }[]
}

export interface RecognisedTurn {
  /** Unique in the transcript: the given one (`T01` of `[T01]`) or a generated one. */
  ref: string
  /** Includes label and time stamp. */
  start: Utf16Offset
  /** Where the speech begins; equal to `end` where nothing is said. */
  speechStart: Utf16Offset
  /** Without trailing white space. */
  end: Utf16Offset
  speakerLabel: string | null
  fromMs: number | null
  toMs: number | null
}

/** Why a speaker's kind was guessed as it was; null where it was not. */
export type SpeakerEvidence = 'label' | 'header' | 'pair' | 'questions' | null

export interface RecognisedSpeaker {
  label: string
  turns: number
  kind: SpeakerKind
  evidence: SpeakerEvidence
  /** The header's respondent, where this speaker is that person. */
  respondent: string | null
}

export interface RecognisedSection {
  start: Utf16Offset
  /** 1 is the outermost. */
  level: number
  title: string
}

export interface TranscriptWarning {
  code:
    | 'empty'
    | 'no_speakers'
    | 'too_many_speakers'
    | 'unreadable_date'
    | 'unreadable_language'
    | 'duplicate_ref'
    | 'text_before_first_turn'
  params: Record<string, string | number>
}

export interface TranscriptOptions {
  /** Labels that are speakers whatever they look like. */
  speakers?: readonly string[]
  /** Labels that are none: their lines belong to the turn before. */
  ignoredLabels?: readonly string[]
  /** Headings that a word processor has marked: where their lines start, and their level, 1 the outermost. */
  headings?: readonly { readonly start: number; readonly level: number }[]
}
