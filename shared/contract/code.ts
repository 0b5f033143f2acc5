import { z } from 'zod'
import { utf16OffsetSchema } from '../text/offsets.ts'
import { command, job, query } from './define.ts'
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

const idsSchema = z.array(idSchema).min(1).max(10_000)

/** What becomes of the definitions of codes that are merged into another. */
export const mergedWordsSchema = z.enum(['drop', 'definition', 'memo'])
export type MergedWords = z.output<typeof mergedWordsSchema>

/** Passages and in how many transcripts they lie. */
const amountSchema = z.strictObject({ passages: z.int(), documents: z.int() })

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
  /** A name given here is one step with the rest. Errors: `label_taken`, `shortcut_taken` (code). */
  'code.update': command(
    'codeUpdate',
    z.strictObject({
      id: idSchema,
      label: labelSchema.nullable().optional(),
      colour: colourSchema.optional(),
      shortcut: shortcutSchema.nullable().optional(),
      codable: z.boolean().optional(),
      name: z.strictObject({ language: languageTagSchema, text: nameSchema }).optional(),
    }),
    doneSchema,
  ),
  /** What several codes can have in common. */
  'code.updateMany': command(
    'codeUpdateMany',
    z.strictObject({ ids: idsSchema, colour: colourSchema.optional(), codable: z.boolean().optional() }),
    doneSchema,
  ),
  /** The words of a code. Whether they change its meaning, only a person can say: `code.redefine`. */
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
  /**
   * The code means something else from now on (or is to be split): every coding made before is to be looked at again by
   * its coder, see `code.reviewQueue`.
   */
  'code.redefine': command('codeRedefine', z.strictObject({ id: idSchema }), doneSchema),
  /**
   * Puts codes, in the order given, under `parentId` (null = top) at `position` among the siblings that do not move. A
   * code below another of them stays where it is in its branch. Errors: `code_in_itself`.
   */
  'code.move': command(
    'codeMove',
    z.strictObject({ ids: idsSchema, parentId: idSchema.nullable(), position: z.int().min(0) }),
    doneSchema,
  ),
  /** What goes with codes and their descendants, to be shown before they are deleted. */
  'code.dependants': query(
    z.strictObject({ ids: idsSchema }),
    z.strictObject({
      codes: z.int(),
      codings: z.int(),
      coders: z.int(),
      documents: z.int(),
      /** On the codes and on their codings. */
      memos: z.int(),
      /** Work that is hidden from who asks goes too (blind coding), beside what is counted here. */
      hidden: z.boolean(),
      inFramework: z.boolean(),
    }),
    () => ['codes', 'codings', 'memos', 'study'],
  ),
  /** Deletes codes with their descendants and all their codings. The framework forgets them in the same operation. */
  'code.delete': job(
    'codeDelete',
    z.strictObject({ ids: idsSchema }),
    z.strictObject({ codes: z.int(), codings: z.int() }),
  ),
  /** What `code.merge` would do. Errors as there. */
  'code.mergePreview': query(
    z.strictObject({ ids: idsSchema, into: idSchema }),
    z.strictObject({
      /** Codings that get the other code; and how many, of either code, disappear into an equal one that they overlap. */
      coders: z.array(z.strictObject({ coderId: idSchema, codings: z.int(), united: z.int() })),
      documents: z.int(),
      /** Codes below the merged ones, which go below the other. */
      children: z.int(),
      memos: z.int(),
      /** Work that is hidden from who asks is concerned too (blind coding), beside what is counted here. */
      hidden: z.boolean(),
      /** Whether the merged codes have definitions that could be kept. */
      hasWords: z.boolean(),
      /** `takes`: the code stands in the framework where the merged ones stood; `keeps`: it stays where it stands. */
      framework: z.enum(['none', 'takes', 'keeps']),
    }),
    () => ['codings', 'codes', 'memos', 'study'],
  ),
  /**
   * Makes one code of several: codings, subcodes, memos, summaries and decisions on episodes go over to `into`, the
   * framework and the mentions in memos follow, the others are deleted. Codings of one coder that then overlap and are
   * equal in every attribute become one. Errors: `merge_into_itself` (code), `merge_into_below` (code, into),
   * `code_not_codable` (code), `code_gone`.
   */
  'code.merge': job(
    'codeMerge',
    z.strictObject({
      ids: idsSchema,
      into: idSchema,
      words: mergedWordsSchema.default('drop'),
      /** Of the memo that keeps the definitions. */
      language: languageTagSchema.default('en'),
    }),
    z.strictObject({ codings: z.int(), united: z.int() }),
  ),
  /** Where a code is used in a layer: itself, and with its descendants; and by whom, whatever the layer. */
  'code.usage': query(
    z.strictObject({ id: idSchema, layer: layerSchema }),
    z.strictObject({
      own: amountSchema,
      branch: amountSchema,
      /** The denominators: original transcripts the layer reads, has nothing of, and leaves undecided. */
      read: z.int(),
      uncoded: z.int(),
      undecided: z.int(),
      /** `inVersions`: passages in other language versions, which no layer counts. */
      coders: z.array(amountSchema.extend({ coderId: idSchema, inVersions: z.int() })),
      /** Milliseconds since 1970 UTC; null: it means what it always meant. */
      redefinedAt: z.number().nullable(),
    }),
    () => ['codings', 'codes', 'documents'],
  ),
  /** Codes with codings from before their redefinition: the current coder's, and those of others. */
  'code.reviews': query(
    emptySchema,
    z.strictObject({ reviews: z.array(z.strictObject({ codeId: idSchema, own: z.int(), others: z.int() })) }),
    () => ['codings', 'codes', 'coders'],
  ),
  /** The current coder's codings from before the code's redefinition, in reading order. */
  'code.reviewQueue': query(
    z.strictObject({ id: idSchema }),
    z.strictObject({
      items: z.array(
        z.strictObject({
          codingId: idSchema,
          documentId: idSchema,
          start: utf16OffsetSchema,
          end: utf16OffsetSchema,
        }),
      ),
    }),
    () => ['codings', 'codes', 'documents'],
  ),
} as const
