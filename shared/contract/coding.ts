import { z } from 'zod'
import { utf16OffsetSchema } from '../text/offsets.ts'
import { command, query } from './define.ts'
import {
  doneSchema,
  evidenceSchema,
  idSchema,
  languageTagSchema,
  layerSchema,
  nameSchema,
  polaritySchema,
  rangeSchema,
} from './values.ts'

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

/** A code there is, or one to be made in the same step, under `parentId` (null: at the top). */
const codeGoalSchema = z.union([
  z.strictObject({ codeId: idSchema }),
  z.strictObject({ name: nameSchema, language: languageTagSchema, parentId: idSchema.nullable().default(null) }),
])
const idsSchema = z.array(idSchema).min(1).max(10_000)

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
  /**
   * Makes a code under `parentId` (null: at the top) and applies it to the range, together with codes there are already:
   * one step of undo. Errors: as `apply`, and `code_gone` for the parent.
   */
  'coding.applyNew': command(
    'codingApplyNew',
    z.strictObject({
      documentId: idSchema,
      revisionId: idSchema,
      range: rangeSchema,
      codeIds: z.array(idSchema).max(50).default([]),
      name: nameSchema,
      language: languageTagSchema,
      parentId: idSchema.nullable().default(null),
    }),
    z.strictObject({ codeId: idSchema, codings: z.array(codingRowSchema) }),
  ),
  /** Removes the current coder's own codings. Errors: `not_your_coding` (coder). */
  'coding.remove': command('codingRemove', z.strictObject({ ids: idsSchema }), doneSchema),
  /** Gives one's own coding another extent, widened and trimmed as for `apply`. Errors: `not_your_coding`, `range_empty`. */
  'coding.resize': command(
    'codingResize',
    z.strictObject({ id: idSchema, range: rangeSchema }),
    z.strictObject({ coding: codingRowSchema }),
  ),
  /**
   * Sets the attributes that are named, on each of the current coder's own codings. An affair is called by its name and
   * made where there is none; an empty actor or time is none. Errors: `not_your_coding` (coder), `case_gone`.
   */
  'coding.setAttributes': command(
    'codingSetAttributes',
    z.strictObject({
      ids: idsSchema,
      polarity: polaritySchema.optional(),
      evidence: evidenceSchema.optional(),
      certainty: z.int().min(1).max(3).nullable().optional(),
      actor: z.string().max(100).nullable().optional(),
      referentCaseId: idSchema.nullable().optional(),
      affair: nameSchema.nullable().optional(),
      eventTime: z.string().max(100).nullable().optional(),
    }),
    doneSchema,
  ),
  /**
   * Puts another code in place of the one that each coding has. What then overlaps an equal coding of the same coder
   * becomes one with it. Errors: `not_your_coding` (coder), `code_gone`, `code_not_codable` (code).
   */
  'coding.recode': command(
    'codingRecode',
    z.strictObject({ ids: idsSchema, to: codeGoalSchema }),
    z.strictObject({ codings: z.array(codingRowSchema) }),
  ),
  /** Puts another code beside each coding's, with the same extent and attributes. Memos stay where they are. Errors as `recode`. */
  'coding.duplicate': command(
    'codingDuplicate',
    z.strictObject({ ids: idsSchema, to: codeGoalSchema }),
    z.strictObject({ codings: z.array(codingRowSchema) }),
  ),
  /**
   * Says that the coder has looked at codings and lets them stand: they count as changed now, so a redefined code no
   * longer asks for them. Errors: `not_your_coding` (coder).
   */
  'coding.confirm': command('codingConfirm', z.strictObject({ ids: idsSchema }), doneSchema),
  /** How many codings a transcript has, by code, coder and polarity; all layers. */
  'coding.tally': query(
    z.strictObject({ documentId: idSchema }),
    z.strictObject({
      counts: z.array(
        z.strictObject({ codeId: idSchema, coderId: idSchema, polarity: polaritySchema, count: z.int() }),
      ),
    }),
    () => ['codings'],
  ),
  /** What a coding may refer to: villages in the study's order and affairs by name. */
  'coding.references': query(
    z.strictObject({}),
    z.strictObject({
      villages: z.array(z.strictObject({ id: idSchema, name: z.string() })),
      affairs: z.array(z.strictObject({ id: idSchema, name: z.string() })),
    }),
    () => ['cases', 'episodes'],
  ),
  /** What has been written as actor and as time of the event, the most used first, at most 200 of each. */
  'coding.usedWords': query(
    z.strictObject({}),
    z.strictObject({ actors: z.array(z.string()), eventTimes: z.array(z.string()) }),
    () => ['codings'],
  ),
} as const
