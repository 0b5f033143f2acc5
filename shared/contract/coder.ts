import { z } from 'zod'
import { command, query } from './define.ts'
import { colourSchema, doneSchema, emptySchema, idSchema, nameSchema } from './values.ts'

/** Who codes: the persons of a study, and the consensus that they decide on. */

export const coderRowSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  initials: z.string(),
  colour: z.string(),
  kind: z.enum(['person', 'consensus']),
  codings: z.int(),
})
export type CoderRow = z.output<typeof coderRowSchema>

/** As a stripe's margin has room for. */
export const initialsSchema = nameSchema.pipe(z.string().max(20))

export const coder = {
  'coder.list': query(
    emptySchema,
    z.strictObject({ coders: z.array(coderRowSchema), currentId: idSchema.nullable() }),
    () => ['coders', 'codings', 'settings'],
  ),
  /** A person who is to code here, before they have. Errors: `coder_name_taken`. */
  'coder.add': command(
    'coderAdd',
    z.strictObject({ name: nameSchema, initials: initialsSchema, colour: colourSchema }),
    z.strictObject({ id: idSchema }),
  ),
  /**
   * Corrects how a coder is called and shown. Who signs by that name goes on signing by the new one, also when it is
   * undone: the user's own settings follow. Errors: `coder_gone`, `coder_name_taken`.
   */
  'coder.update': command(
    'coderUpdate',
    z.strictObject({
      id: idSchema,
      name: nameSchema.optional(),
      initials: initialsSchema.optional(),
      colour: colourSchema.optional(),
    }),
    doneSchema,
  ),
} as const
