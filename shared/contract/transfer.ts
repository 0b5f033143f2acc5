import { z } from 'zod'
import { agreementSettingsSchema } from './agreement-settings.ts'
import { job } from './define.ts'
import { speakerKindSchema } from './document.ts'
import { frequencyInputSchema } from './frequency.ts'
import { matrixInputSchema } from './matrix.ts'
import {
  fileHandleSchema,
  idSchema,
  languageTagSchema,
  layerSchema,
  messageSchema,
  nameSchema,
  versionSchema,
} from './values.ts'

/** Files in (transcripts, codings, episodes, attributes) and files out (segments, episodes, matrices). */

/** What was recognised in one file, for the user to see and correct before anything is imported. */
export const importItemSchema = z.strictObject({
  handle: fileHandleSchema,
  fileName: z.string(),
  /** Not null: this file cannot be imported, and why. The others can. */
  error: messageSchema.nullable(),
  warnings: z.array(messageSchema),
  name: z.string(),
  language: z.string(),
  encoding: z.string(),
  length: z.int(),
  village: z.string().nullable(),
  wave: z.string().nullable(),
  interviewDate: z.string().nullable(),
  /** Name of the document (in the study or in this batch) of which this is another language version. */
  parallelOf: z.string().nullable(),
  speakers: z.array(
    z.strictObject({
      label: z.string(),
      kind: speakerKindSchema,
      respondent: z.string().nullable(),
      role: z.string().nullable(),
      turns: z.int(),
    }),
  ),
  /** The first turns, to check the recognition by eye. */
  sample: z.array(z.strictObject({ ref: z.string(), speaker: z.string().nullable(), text: z.string() })),
  turns: z.int(),
})
export type ImportItem = z.output<typeof importItemSchema>

/** What the user decided on one file. Absent fields stay as recognised. */
export const importDecisionSchema = z.strictObject({
  handle: fileHandleSchema,
  include: z.boolean().default(true),
  name: nameSchema.optional(),
  language: languageTagSchema.optional(),
  village: nameSchema.nullable().optional(),
  wave: nameSchema.nullable().optional(),
  interviewDate: z.iso.date().nullable().optional(),
  parallelOf: nameSchema.nullable().optional(),
  speakers: z
    .array(
      z.strictObject({
        label: z.string(),
        /** A corrected label shown for it; the text itself never changes. */
        name: nameSchema.optional(),
        kind: speakerKindSchema,
        respondent: nameSchema.nullable(),
        role: nameSchema.nullable(),
        /** Not a speaker after all: its lines belong to the turn before. */
        ignored: z.boolean().default(false),
      }),
    )
    .optional(),
})
export type ImportDecision = z.output<typeof importDecisionSchema>

export const importResultSchema = z.strictObject({
  imported: z.array(z.strictObject({ documentId: idSchema, name: z.string() })),
  failed: z.array(z.strictObject({ fileName: z.string(), error: messageSchema })),
})

export const tableImportResultSchema = z.strictObject({
  added: z.int(),
  /** Rows that were already there, to the letter. */
  unchanged: z.int(),
  failed: z.array(z.strictObject({ line: z.int(), error: messageSchema })),
})

export const exportFormatSchema = z.enum([
  'segments-csv',
  'episodes-csv',
  'matrix-csv',
  'matrix-xlsx',
  'frequency-csv',
  'frequency-xlsx',
  'codebook-docx',
  'agreement-csv',
  'agreement-xlsx',
  'agreement-json',
])
/** `excel`: UTF-8 with BOM, formula-like text guarded. `tidy`: UTF-8 without BOM, text as it is, for R, Python, fsQCA. */
export const csvFlavourSchema = z.enum(['excel', 'tidy'])

export const transfer = {
  'import.preview': job(
    null,
    z.strictObject({
      handles: z.array(fileHandleSchema).min(1).max(5000),
      decisions: z.array(importDecisionSchema).default([]),
    }),
    z.strictObject({ items: z.array(importItemSchema) }),
  ),
  'import.documents': job(
    'importDocuments',
    z.strictObject({
      handles: z.array(fileHandleSchema).min(1).max(5000),
      decisions: z.array(importDecisionSchema).default([]),
    }),
    importResultSchema,
  ),
  'import.attributes': job('importAttributes', z.strictObject({ handle: fileHandleSchema }), tableImportResultSchema),
  'import.codings': job('importCodings', z.strictObject({ handle: fileHandleSchema }), tableImportResultSchema),
  'import.episodes': job('importEpisodes', z.strictObject({ handle: fileHandleSchema }), tableImportResultSchema),
  'export.file': job(
    null,
    z.strictObject({
      handle: fileHandleSchema,
      format: exportFormatSchema,
      flavour: csvFlavourSchema.default('tidy'),
      layer: layerSchema.default('study'),
      version: versionSchema.default('originals'),
      /** For the two matrix formats. */
      matrix: matrixInputSchema.nullable().default(null),
      /** For the two formats of word frequencies. */
      frequency: frequencyInputSchema.nullable().default(null),
      /** For the three formats of agreement between coders; they are computed anew. */
      agreement: agreementSettingsSchema.nullable().default(null),
      /** Of the codebook's words, in this order; empty: `language`. */
      languages: z.array(languageTagSchema).max(20).default([]),
      /** Language of headings and code names in workbooks. */
      language: languageTagSchema.default('en'),
    }),
    z.strictObject({ rows: z.int(), fileName: z.string() }),
  ),
} as const
