import { createHash } from 'node:crypto'
import { basename, extname } from 'node:path'
import type { Message } from '../../../shared/contract/values.ts'
import { cleanText, type CleanedText } from '../../../shared/text/clean.ts'
import { recogniseTranscript } from '../../../shared/text/transcript/recognise.ts'
import type {
  RecognisedSection,
  RecognisedSpeaker,
  RecognisedTurn,
  TranscriptHeader,
  TranscriptOptions,
} from '../../../shared/text/transcript/types.ts'
import { fail } from '../errors.ts'
import { decodeText } from './decode.ts'
import type { DocxText } from './docx-lines.ts'
import { guessLanguage } from './file-language.ts'
import { MAX_TRANSCRIPT_BYTES, readSourceFile } from './source-file.ts'

/** What a transcript's file says, small enough to keep for every file of a batch. */
export interface TranscriptFacts {
  readonly fileName: string
  readonly encoding: string
  /** UTF-16 code units of the cleaned text. */
  readonly length: number
  /** SHA-256 of the cleaned text in UTF-8, as hex digits. */
  readonly textHash: string
  /** By its script; null where that does not tell. */
  readonly guessedLanguage: string | null
  readonly header: TranscriptHeader | null
  readonly speakers: readonly RecognisedSpeaker[]
  readonly turns: number
  readonly sample: readonly { readonly ref: string; readonly speaker: string | null; readonly text: string }[]
  readonly warnings: readonly Message[]
}

export interface TranscriptContent {
  readonly text: string
  readonly turns: readonly RecognisedTurn[]
  readonly sections: readonly RecognisedSection[]
  /** The file as it came. */
  readonly source: Uint8Array
  /** SHA-256 of its bytes, as hex digits. */
  readonly sourceHash: string
}

export interface ReadTranscript {
  readonly facts: TranscriptFacts
  /** null where only the facts were asked for. */
  readonly content: TranscriptContent | null
}

const TEXT_TYPES = new Set(['.txt', '.text', '.md'])
const SAMPLE_TURNS = 8
/** UTF-16 code units of a sample turn's text. */
const SAMPLE_LENGTH = 160

/**
 * Reads a transcript: decodes, cleans and recognises it. Throws `unsupported_type`, `file_empty`, `not_text`, and what
 * reading files and .docx throws.
 */
export async function readTranscript(
  path: string,
  options: TranscriptOptions,
  withContent: boolean,
): Promise<ReadTranscript> {
  const fileName = basename(path)
  const type = extname(path).toLowerCase()
  if (type !== '.docx' && !TEXT_TYPES.has(type)) fail('unsupported_type', { file: fileName, type })
  const source = await readSourceFile(path, fileName, MAX_TRANSCRIPT_BYTES)
  if (source.length === 0) fail('file_empty', { file: fileName })
  const { raw, encoding, warnings, headings } = type === '.docx' ? await fromDocx(source, fileName) : fromText(source)
  const cleaned = cleanText(raw)
  const { text } = cleaned
  if (!/\S/.test(text)) fail('file_empty', { file: fileName })
  const replaced = replacedIn(cleaned)
  if (type !== '.docx' && replaced > text.length * 0.05) fail('not_text', { file: fileName })

  const { header, turns, speakers, sections, warnings: doubts } = recogniseTranscript(text, { ...options, headings })
  return {
    facts: {
      fileName,
      encoding,
      length: text.length,
      textHash: sha256(text),
      guessedLanguage: guessLanguage(text),
      header,
      speakers,
      turns: turns.length,
      sample: turns.slice(0, SAMPLE_TURNS).map((turn) => ({
        ref: turn.ref,
        speaker: turn.speakerLabel,
        text: text.slice(turn.speechStart, Math.min(turn.end, turn.speechStart + SAMPLE_LENGTH)).toWellFormed(),
      })),
      warnings: [
        ...warnings,
        ...(replaced > 0 ? [{ code: 'characters_replaced', params: { count: replaced } }] : []),
        ...doubts.map(({ code, params }) => ({ code, params })),
      ],
    },
    content: withContent ? { text, turns, sections, source, sourceHash: sha256(source) } : null,
  }
}

interface RawText {
  readonly raw: string
  readonly encoding: string
  readonly warnings: readonly Message[]
  readonly headings: DocxText['headings']
}

function fromText(source: Buffer): RawText {
  const { text, encoding, isCertain, errors } = decodeText(source)
  return {
    raw: text,
    encoding,
    warnings: [
      ...(isCertain ? [] : [{ code: 'encoding_uncertain', params: { encoding } }]),
      ...(errors > 0 ? [{ code: 'encoding_errors', params: { encoding, count: errors } }] : []),
    ],
    headings: [],
  }
}

async function fromDocx(source: Buffer, fileName: string): Promise<RawText> {
  // Loaded with the first .docx: it costs more than reading a hundred text files.
  const { readDocx } = await import('./docx.ts')
  const { text, headings, leftOut } = await readDocx(source, fileName)
  const isAny = leftOut.images + leftOut.notes + leftOut.comments > 0
  const warnings = isAny ? [{ code: 'docx_left_out', params: { ...leftOut } }] : []
  return { raw: text, encoding: 'DOCX', warnings, headings }
}

function replacedIn({ replaced }: CleanedText): number {
  return replaced.nul + replaced.controls + replaced.loneSurrogates
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
