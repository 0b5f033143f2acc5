import { z } from 'zod'
import { utf16OffsetSchema } from '../text/offsets.ts'
import { command, query } from './define.ts'
import { doneSchema, idSchema, layerSchema, nameSchema, rangeSchema } from './values.ts'

/** Episodes: stretches in which one affair is talked about; the unit of an interaction profile (E1). */

/** A coding inside an episode, as much of it as it takes to name and to open it. */
const codingInsideSchema = z.strictObject({
  id: idSchema,
  codeId: idSchema,
  start: utf16OffsetSchema,
  end: utf16OffsetSchema,
})
export type CodingInside = z.output<typeof codingInsideSchema>

/** What an episode shows in one dimension of the framework. */
export const episodeDimensionSchema = z.strictObject({
  id: z.string(),
  /** The one category; null for none and for several. */
  categoryId: z.string().nullable(),
  /** Every category with evidence that counts. */
  present: z.array(z.strictObject({ categoryId: z.string(), codings: z.array(codingInsideSchema) })),
  /** The code that a coder has decided for, and whether that changes what the codings alone would say. */
  primary: z.strictObject({ codeId: idSchema, isDecisive: z.boolean() }).nullable(),
})
export type EpisodeDimensionRow = z.output<typeof episodeDimensionSchema>

export const episodeRowSchema = z.strictObject({
  id: idSchema,
  documentId: idSchema,
  start: utf16OffsetSchema,
  end: utf16OffsetSchema,
  coderId: idSchema,
  affairId: idSchema.nullable(),
  affair: z.string().nullable(),
  eventTime: z.string().nullable(),
  /** What the study's framework makes of it now: by dimension, in the framework's order; empty without a framework. */
  dimensions: z.array(episodeDimensionSchema),
  /** Cell id where determinate, else how it fails. */
  cell: z.string().nullable(),
  status: z.enum(['determinate', 'mixed', 'incomplete', 'not_asked', 'no_framework']),
  /** Reasons given, where the episode falls into the category that has reasons. */
  reasons: z.array(z.string()),
  /** Codings inside that would say something and do not count, and why. */
  excluded: z.array(codingInsideSchema.extend({ causes: z.array(z.string()) })),
})
export type EpisodeRow = z.output<typeof episodeRowSchema>

export const affairRowSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  /** Episodes and codings about it, in the whole study. */
  episodes: z.int(),
  codings: z.int(),
  /** Where it is talked about, seen from the document that was asked for. */
  near: z.enum(['document', 'village', 'elsewhere']),
})
export type AffairRow = z.output<typeof affairRowSchema>

export const episode = {
  'episode.inDocument': query(
    z.strictObject({ documentId: idSchema, layer: layerSchema }),
    z.strictObject({ episodes: z.array(episodeRowSchema) }),
    (input) => [
      `episodes:document/${input.documentId}`,
      `codings:document/${input.documentId}`,
      'documents',
      'study',
      'codes',
      'cases',
    ],
  ),
  /** Affairs to choose from: those of the document first, then those of its village, then the others, each by name. */
  'episode.affairs': query(
    z.strictObject({ documentId: idSchema }),
    z.strictObject({ affairs: z.array(affairRowSchema) }),
    () => ['episodes', 'codings', 'documents', 'cases'],
  ),
  /** The range is widened to whole turns where it touches them. Errors: `episode_overlaps` (own episodes may not). */
  'episode.create': command(
    'episodeCreate',
    z.strictObject({
      documentId: idSchema,
      revisionId: idSchema,
      range: rangeSchema,
      affair: nameSchema.nullable().default(null),
      eventTime: z.string().max(100).nullable().default(null),
    }),
    z.strictObject({ id: idSchema }),
  ),
  'episode.update': command(
    'episodeUpdate',
    z.strictObject({
      id: idSchema,
      range: rangeSchema.optional(),
      affair: nameSchema.nullable().optional(),
      eventTime: z.string().max(100).nullable().optional(),
    }),
    doneSchema,
  ),
  /**
   * Decides what an episode chiefly is in one dimension of the framework, by a code that expresses one of its
   * categories; null takes the decision back. Errors: `primary_not_in_dimension`.
   */
  'episode.setPrimary': command(
    'episodePrimary',
    z.strictObject({ id: idSchema, dimension: z.string().min(1).max(40), codeId: idSchema.nullable() }),
    doneSchema,
  ),
  'episode.remove': command('episodeRemove', z.strictObject({ ids: z.array(idSchema).min(1).max(1000) }), doneSchema),
  /** Renames an affair everywhere. Where the name belongs to another one, the two become that one. */
  'episode.renameAffair': command(
    'affairRename',
    z.strictObject({ affairId: idSchema, name: nameSchema }),
    z.strictObject({ id: idSchema }),
  ),
} as const
