import { z } from 'zod'
import { command, query } from './define.ts'
import {
  colourSchema,
  doneSchema,
  emptySchema,
  idSchema,
  languageTagSchema,
  layerSchema,
  nameSchema,
  proseSchema,
} from './values.ts'

/** The codebook. */

export const codeTextSchema = z.strictObject({
  language: languageTagSchema,
  name: z.string(),
  definition: z.string(),
  include: z.string(),
  exclude: z.string(),
  example: z.string(),
})

export const codeRowSchema = z.strictObject({
  id: idSchema,
  parentId: idSchema.nullable(),
  /** Short stable label such as `M.R`; null for codes made on the way. */
  label: z.string().nullable(),
  colour: z.string(),
  /** `KeyboardEvent.code` without its prefix: `1` for Digit1, `q` for KeyQ. */
  shortcut: z.string().nullable(),
  codable: z.boolean(),
  /** Position among its siblings. */
  position: z.int(),
  texts: z.array(codeTextSchema),
})
export type CodeRow = z.output<typeof codeRowSchema>
export type CodeText = z.output<typeof codeTextSchema>

export const shortcutSchema = z.string().regex(/^[a-z0-9]$/)
export const labelSchema = z
  .string()
  .trim()
  .regex(/^[^\s|,;]{1,40}$/u)

export const code = {
  'code.list': query(emptySchema, z.strictObject({ codes: z.array(codeRowSchema) }), () => ['codes']),
  /** Passages per code in a layer: own, and with its descendants (a passage under two of them counts twice). */
  'code.counts': query(
    z.strictObject({ layer: layerSchema, documentId: idSchema.nullable() }),
    z.strictObject({ counts: z.array(z.strictObject({ codeId: idSchema, own: z.int(), branch: z.int() })) }),
    (input) =>
      input.documentId === null
        ? ['codings', 'codes', 'documents']
        : [`codings:document/${input.documentId}`, 'codes', 'documents'],
  ),
  'code.create': command(
    'codeCreate',
    z.strictObject({
      parentId: idSchema.nullable(),
      label: labelSchema.nullable().default(null),
      name: nameSchema,
      language: languageTagSchema,
      colour: colourSchema.nullable().default(null),
      shortcut: shortcutSchema.nullable().default(null),
      codable: z.boolean().default(true),
    }),
    z.strictObject({ id: idSchema }),
  ),
  /** Errors: `label_taken`, `shortcut_taken` (code). */
  'code.update': command(
    'codeUpdate',
    z.strictObject({
      id: idSchema,
      label: labelSchema.nullable().optional(),
      colour: colourSchema.optional(),
      shortcut: shortcutSchema.nullable().optional(),
      codable: z.boolean().optional(),
    }),
    doneSchema,
  ),
  'code.setText': command(
    'codeSetText',
    z.strictObject({
      id: idSchema,
      language: languageTagSchema,
      name: nameSchema.optional(),
      definition: proseSchema.optional(),
      include: proseSchema.optional(),
      exclude: proseSchema.optional(),
      example: proseSchema.optional(),
    }),
    doneSchema,
  ),
  /** Puts a code under `parentId` (null = top) at `position` among its siblings. Errors: `code_in_itself`. */
  'code.move': command(
    'codeMove',
    z.strictObject({ id: idSchema, parentId: idSchema.nullable(), position: z.int().min(0) }),
    doneSchema,
  ),
  /** What goes with a code and its descendants, to be shown before it is deleted. */
  'code.dependants': query(
    z.strictObject({ id: idSchema }),
    z.strictObject({
      codes: z.int(),
      codings: z.int(),
      coders: z.int(),
      documents: z.int(),
      inFramework: z.boolean(),
    }),
    () => ['codes', 'codings', 'study'],
  ),
  /** Deletes a code with its descendants and all their codings. The framework forgets it in the same operation. */
  'code.delete': command(
    'codeDelete',
    z.strictObject({ id: idSchema }),
    z.strictObject({ codes: z.int(), codings: z.int() }),
  ),
} as const
