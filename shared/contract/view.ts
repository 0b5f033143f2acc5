import { z } from 'zod'
import { agreementSettingsSchema } from './agreement-settings.ts'
import { command, query } from './define.ts'
import { searchQuerySchema } from './search.ts'
import { doneSchema, idSchema, nameSchema } from './values.ts'

/** Saved views: what somebody set up to look at again. They belong to the study, so colleagues have them too. */

/** What is kept, by kind. A new kind of saved view is one line here. */
export const viewBodySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('search'), query: searchQuerySchema }),
  z.strictObject({ kind: z.literal('agreement'), settings: agreementSettingsSchema }),
])
export type ViewBody = z.output<typeof viewBodySchema>
export type ViewKind = ViewBody['kind']

export const viewKindSchema = z.enum(['search', 'agreement'])

export const viewRowSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  body: viewBodySchema,
  /** Who saved it. */
  coder: z.string().nullable(),
})
export type ViewRow = z.output<typeof viewRowSchema>

export const view = {
  /** By name. One that this version cannot read is not listed. */
  'view.list': query(
    z.strictObject({ kind: viewKindSchema }),
    z.strictObject({ views: z.array(viewRowSchema) }),
    () => ['views', 'coders'],
  ),
  /** Takes the place of the one with the same kind and name. */
  'view.save': command(
    'viewSave',
    z.strictObject({ name: nameSchema, body: viewBodySchema }),
    z.strictObject({ id: idSchema }),
  ),
  /** Errors: `view_gone`, `view_name_taken` (name). */
  'view.rename': command('viewRename', z.strictObject({ id: idSchema, name: nameSchema }), doneSchema),
  'view.remove': command('viewRemove', z.strictObject({ id: idSchema }), doneSchema),
} as const
