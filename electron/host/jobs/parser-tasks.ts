import type { TranscriptOptions } from '../../../shared/text/transcript/types.ts'
import type { ReadTable } from '../importers/read-table.ts'
import type { ReadTranscript } from '../importers/read-transcript.ts'

/** What the parser worker does for the host, and what goes over to it and back. */
export interface TaskResults {
  readonly transcript: ReadTranscript
  readonly table: ReadTable
}

export type ParserTask =
  | {
      readonly kind: 'transcript'
      readonly path: string
      readonly options: TranscriptOptions
      readonly withContent: boolean
    }
  | { readonly kind: 'table'; readonly path: string }

export type ParserReply =
  | { readonly ok: true; readonly value: TaskResults[keyof TaskResults] }
  /** For the user. */
  | { readonly ok: false; readonly code: string; readonly params: Record<string, string | number> }
  /** A defect. */
  | { readonly ok: false; readonly error: Error }
