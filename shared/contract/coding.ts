import { z } from 'zod'
import { utf16OffsetSchema } from '../text/offsets.ts'
import { command, query } from './define.ts'
import { doneSchema, evidenceSchema, idSchema, layerSchema, polaritySchema, rangeSchema } from './values.ts'

/** Codings: a code applied by a coder to a range of a document. Offsets are UTF-16 code units, half-open. */

export const codingRowSchema = z.strictObject({
  id: idSchema,
  documentId: idSchema,
  start: utf16OffsetSchema,
  end: utf16OffsetSchema,
  codeId: idSchema,
  coderId: idSchema,
  polarity: polaritySchema,
  evidence: evidenceSchema,
  actor: z.string().nullable(),
  referentCaseId: idSchema.nullable(),
  affairId: idSchema.nullable(),
  eventTime: z.string().nullable(),
  certainty: z.int().min(1).max(3).nullable(),
})
export type CodingRow = z.output<typeof codingRowSchema>

export const coding = {
  /**
   * The codings of a layer that overlap [start, end), ordered by start, then longer first. The reader asks for what is
   * near the viewport. `coderId` null: the layer `study`.
   */
  'coding.inRange': query(
    z.strictObject({ documentId: idSchema, layer: layerSchema, range: rangeSchema }),
    z.strictObject({ codings: z.array(codingRowSchema) }),
    (input) => [`codings:document/${input.documentId}`, 'documents'],
  ),
  /**
   * Applies each code to the range as the current coder. The range is widened to grapheme clusters and trimmed of
   * white space at both ends. A code the coder already put on overlapping text with the same attributes is extended.
   * Errors: `range_empty`, `range_outside`, `code_not_codable` (code), `document_changed`.
   */
  'coding.apply': command(
    'codingApply',
    z.strictObject({
      documentId: idSchema,
      revisionId: idSchema,
      range: rangeSchema,
      codeIds: z.array(idSchema).min(1).max(50),
    }),
    z.strictObject({ codings: z.array(codingRowSchema) }),
  ),
  /** Removes the current coder's own codings. Errors: `not_your_coding` (coder). */
  'coding.remove': command('codingRemove', z.strictObject({ ids: z.array(idSchema).min(1).max(10_000) }), doneSchema),
  'coding.resize': command(
    'codingResize',
    z.strictObject({ id: idSchema, range: rangeSchema }),
    z.strictObject({ coding: codingRowSchema }),
  ),
  'coding.setAttributes': command(
    'codingSetAttributes',
    z.strictObject({
      ids: z.array(idSchema).min(1).max(10_000),
      polarity: polaritySchema.optional(),
      evidence: evidenceSchema.optional(),
      certainty: z.int().min(1).max(3).nullable().optional(),
      actor: z.string().max(100).nullable().optional(),
      referentCaseId: idSchema.nullable().optional(),
    }),
    doneSchema,
  ),
} as const
