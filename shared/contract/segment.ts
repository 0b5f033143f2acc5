import { z } from 'zod'
import { utf16OffsetSchema } from '../text/offsets.ts'
import { query } from './define.ts'
import { idSchema, layerSchema, versionSchema } from './values.ts'
import { codingRowSchema } from './coding.ts'

/** Coded segments: codings with their words, listed, filtered, and opened from any number. */

export const segmentRowSchema = z.strictObject({
  coding: codingRowSchema,
  document: z.string(),
  village: z.string().nullable(),
  wave: z.string().nullable(),
  turnRef: z.string().nullable(),
  /** Who speaks there, as shown to the user: respondent name, else label. */
  speaker: z.string().nullable(),
  role: z.string().nullable(),
  before: z.string(),
  quote: z.string(),
  after: z.string(),
})
export type SegmentRow = z.output<typeof segmentRowSchema>

export const segmentFilterSchema = z.strictObject({
  layer: layerSchema,
  version: versionSchema.default('originals'),
  /** Empty = all. Descendants count with their code. */
  codeIds: z.array(idSchema).default([]),
  /** Empty = all; null = documents without a village. */
  villageIds: z.array(idSchema.nullable()).default([]),
  documentIds: z.array(idSchema).default([]),
  roles: z.array(z.string()).default([]),
  polarity: z.array(z.enum(['affirmed', 'negated', 'hypothetical'])).default([]),
})

export const segment = {
  'segment.list': query(
    z.strictObject({ filter: segmentFilterSchema, offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    z.strictObject({
      total: z.int(),
      /** In how many documents the passages lie. */
      documents: z.int(),
      /** Documents the layer leaves out: coded by several, neither adjudicated nor with a coder of record. */
      leftOut: z.array(z.strictObject({ id: idSchema, name: z.string() })),
      segments: z.array(segmentRowSchema),
    }),
    () => ['codings', 'documents', 'cases', 'codes', 'text'],
  ),
  /**
   * A stretch of a transcript with the turns around it, to judge it without leaving for the reader. Long turns are cut
   * where they are far from the stretch. Errors: `document_gone`.
   */
  'segment.surroundings': query(
    z.strictObject({ documentId: idSchema, start: utf16OffsetSchema, end: utf16OffsetSchema }),
    z.strictObject({
      document: z.string(),
      language: z.string(),
      village: z.string().nullable(),
      wave: z.string().nullable(),
      turns: z.array(
        z.strictObject({
          ref: z.string(),
          speaker: z.string().nullable(),
          isInterviewer: z.boolean(),
          /** Of `text`, in the transcript. */
          start: utf16OffsetSchema,
          text: z.string(),
          /** Whether words of the turn are left out before and after. */
          isCutBefore: z.boolean(),
          isCutAfter: z.boolean(),
        }),
      ),
    }),
    ({ documentId }) => [`text:document/${documentId}`, 'documents', 'cases'],
  ),
  /** The evidence behind a number: codings and stretches (episodes) by id, in reading order. Unknown ids are left out. */
  'segment.evidence': query(
    z.strictObject({
      codingIds: z.array(idSchema).max(20_000).default([]),
      stretches: z
        .array(z.strictObject({ documentId: idSchema, start: utf16OffsetSchema, end: utf16OffsetSchema }))
        .max(5000)
        .default([]),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    z.strictObject({
      total: z.int(),
      segments: z.array(segmentRowSchema),
      stretches: z.array(
        z.strictObject({
          documentId: idSchema,
          start: utf16OffsetSchema,
          end: utf16OffsetSchema,
          document: z.string(),
          village: z.string().nullable(),
          wave: z.string().nullable(),
          turnRef: z.string().nullable(),
          text: z.string(),
        }),
      ),
    }),
    () => ['codings', 'documents', 'cases', 'text'],
  ),
} as const
