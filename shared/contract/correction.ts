import { z } from 'zod'
import { utf16OffsetSchema } from '../text/offsets.ts'
import { spliceSchema } from '../text/splices.ts'
import { command, query } from './define.ts'
import { idSchema, rangeSchema } from './values.ts'

/**
 * Corrections of transcripts. A correction makes a new revision; every row that points into the text goes with it. What a
 * correction leaves nothing of stays in the study as a lost anchor, an empty range at the place where it was, which no
 * analysis counts, until someone puts it back or deletes it.
 */

/** The tables whose rows point into a text, as `shared/text/anchored-tables.ts` lists them. */
export const anchoredTableSchema = z.enum(['turn', 'section', 'case_span', 'coding', 'episode', 'decision'])

/** What a correction does: other words for a stretch of the text, or the words of an earlier revision. */
export const correctionChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('edit'), range: rangeSchema, text: z.string().max(5_000_000) }),
  z.strictObject({ kind: z.literal('restore'), revisionId: idSchema }),
])

/** A row whose words change, one that loses all of them, or one at whose edge words come or go. */
export const anchorChangeSchema = z.strictObject({
  kind: z.enum(['changed', 'lost', 'beside']),
  table: anchoredTableSchema,
  id: idSchema,
  codeId: idSchema.nullable(),
  coderId: idSchema.nullable(),
  /** In the new text. */
  start: utf16OffsetSchema,
  end: utf16OffsetSchema,
  /** Its words now, cut to 2,000 code units. */
  before: z.string(),
  after: z.string(),
})
export type AnchorChange = z.output<typeof anchorChangeSchema>

const anchorCountsSchema = z.strictObject({
  table: anchoredTableSchema,
  /** Rows whose place in the text changes and whose words do not. */
  moved: z.int(),
  changed: z.int(),
  lost: z.int(),
})

export const lostAnchorSchema = z.strictObject({
  table: anchoredTableSchema,
  id: idSchema,
  documentId: idSchema,
  document: z.string(),
  revisionId: idSchema,
  /** Where it was, in the current text. */
  at: utf16OffsetSchema,
  codeId: idSchema.nullable(),
  coderId: idSchema.nullable(),
  /** Whether the current coder may put it back. */
  own: z.boolean(),
  /** The words it stood on last; null where the study no longer knows them. */
  quote: z.string().nullable(),
  before: z.string(),
  after: z.string(),
  /** Where these words stand now, best first, at most five. */
  candidates: z.array(
    z.strictObject({
      start: utf16OffsetSchema,
      end: utf16OffsetSchema,
      exact: z.boolean(),
      turnRef: z.string().nullable(),
      before: z.string(),
      quote: z.string(),
      after: z.string(),
    }),
  ),
})
export type LostAnchor = z.output<typeof lostAnchorSchema>

export const revisionRowSchema = z.strictObject({
  id: idSchema,
  coderName: z.string().nullable(),
  at: z.number(),
  isCurrent: z.boolean(),
  /** UTF-16 code units. */
  length: z.int(),
  /** How it differs from the one before; empty for the first. */
  changes: z.array(
    z.strictObject({
      /** In the current text. */
      start: utf16OffsetSchema,
      end: utf16OffsetSchema,
      turnRef: z.string().nullable(),
      before: z.string(),
      removed: z.string(),
      inserted: z.string(),
      after: z.string(),
    }),
  ),
  /** Changes beyond those listed. */
  more: z.int(),
})
export type RevisionRow = z.output<typeof revisionRowSchema>

const doneCorrectionSchema = z.strictObject({
  revisionId: idSchema,
  splices: z.array(spliceSchema),
  changed: z.int(),
  lost: z.int(),
})

export const correction = {
  /**
   * What a correction would do, before it is made. Errors: `document_gone`, `document_changed`, `correction_outside`,
   * `correction_turns` (ref): it would change a speaker's label or part or join turns; `revision_gone`, `text_too_long`.
   */
  'correction.preview': query(
    z.strictObject({ documentId: idSchema, revisionId: idSchema, change: correctionChangeSchema }),
    z.strictObject({
      splices: z.array(spliceSchema),
      counts: z.array(anchorCountsSchema),
      /** In the order of the text, at most 500; `counts` say how many there are. */
      passages: z.array(anchorChangeSchema),
    }),
    ({ documentId }) => [
      `text:document/${documentId}`,
      `codings:document/${documentId}`,
      `episodes:document/${documentId}`,
    ],
  ),
  /** Errors: as of the preview; `correction_loses` (count) where passages would be lost and that was not confirmed. */
  'correction.apply': command(
    'correctionApply',
    z.strictObject({
      documentId: idSchema,
      revisionId: idSchema,
      range: rangeSchema,
      text: z.string().max(5_000_000),
      confirmLost: z.boolean().default(false),
    }),
    doneCorrectionSchema,
  ),
  /** Gives the text the words of an earlier revision, as a new one. Errors: as of `correction.apply`. */
  'correction.restore': command(
    'correctionRestore',
    z.strictObject({
      documentId: idSchema,
      revisionId: idSchema,
      to: idSchema,
      confirmLost: z.boolean().default(false),
    }),
    doneCorrectionSchema,
  ),
  /** The revisions of a transcript that stand, newest first. */
  'correction.revisions': query(
    z.strictObject({
      documentId: idSchema,
      before: idSchema.nullable().default(null),
      limit: z.int().min(1).max(100).default(30),
    }),
    z.strictObject({ revisions: z.array(revisionRowSchema), more: z.boolean() }),
    ({ documentId }) => [`text:document/${documentId}`, 'coders'],
  ),
  /** Passages and episodes that a correction left without words. `documentId` null: of the whole study. */
  'correction.lost': query(
    z.strictObject({ documentId: idSchema.nullable() }),
    z.strictObject({ total: z.int(), lost: z.array(lostAnchorSchema) }),
    ({ documentId }) =>
      documentId === null
        ? ['codings', 'episodes', 'text', 'documents']
        : [`codings:document/${documentId}`, `episodes:document/${documentId}`, `text:document/${documentId}`],
  ),
  /**
   * Puts a lost anchor on words again. Errors: `anchor_gone`, `not_your_coding` (coder), `range_empty`, `range_outside`,
   * `document_changed`, `episode_overlaps`.
   */
  'correction.reanchor': command(
    'correctionReanchor',
    z.strictObject({ table: anchoredTableSchema, id: idSchema, revisionId: idSchema, range: rangeSchema }),
    z.strictObject({ start: utf16OffsetSchema, end: utf16OffsetSchema }),
  ),
} as const
