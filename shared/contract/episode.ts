import { z } from 'zod'
import { utf16OffsetSchema } from '../text/offsets.ts'
import { command, query } from './define.ts'
import { doneSchema, idSchema, layerSchema, nameSchema, rangeSchema } from './values.ts'

/** Episodes: stretches in which one affair is talked about; the unit of an interaction profile (E1). */

export const episodeRowSchema = z.strictObject({
  id: idSchema,
  documentId: idSchema,
  start: utf16OffsetSchema,
  end: utf16OffsetSchema,
  coderId: idSchema,
  affairId: idSchema.nullable(),
  affair: z.string().nullable(),
  eventTime: z.string().nullable(),
  /** What the study's framework makes of it now: category id per dimension, or null; cell id, or how it fails. */
  categories: z.record(z.string(), z.string().nullable()),
  cell: z.string().nullable(),
  status: z.enum(['determinate', 'mixed', 'incomplete', 'not_asked', 'no_framework']),
})
export type EpisodeRow = z.output<typeof episodeRowSchema>

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
  'episode.remove': command('episodeRemove', z.strictObject({ ids: z.array(idSchema).min(1).max(1000) }), doneSchema),
} as const
