import { z } from 'zod'
import { job } from './define.ts'
import { fileHandleSchema, idSchema, nameSchema } from './values.ts'

/** Handing transcripts out to a colleague, as a study file of their own. */

export const handOutResultSchema = z.strictObject({
  fileName: z.string(),
  documents: z.int(),
  codings: z.int(),
  episodes: z.int(),
  memos: z.int(),
})

export const merge = {
  'merge.handOut': job(
    null,
    z.strictObject({
      handle: fileHandleSchema,
      /** The colleague's name; someone new becomes a coder of the study. */
      coder: nameSchema,
      /** null: every transcript. */
      documentIds: z.array(idSchema).min(1).max(100_000).nullable().default(null),
      /** `blind`: without what other coders have marked, written and decided. */
      others: z.enum(['blind', 'shown']).default('blind'),
      memos: z.enum(['included', 'left_out']).default('included'),
    }),
    handOutResultSchema,
  ),
} as const
