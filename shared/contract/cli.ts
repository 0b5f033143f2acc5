import { z } from 'zod'
import {
  agreementAttributesSchema,
  agreementBreakdownSchema,
  agreementResultSchema,
  profileChangeSchema,
} from './agreement.ts'
import { matrixInputSchema, matrixSchema } from './matrix.ts'
import { handOutResultSchema, mergeResultSchema } from './merge.ts'
import { profileOutputSchema } from './profile.ts'
import { exportFormatSchema, importResultSchema, tableImportResultSchema } from './transfer.ts'
import { idSchema, layerSchema, messageSchema } from './values.ts'

/**
 * What the command line prints with `--json`: one document per call, described in `docs/cli.md`. `tianye` is the version
 * of these shapes: it goes up when a field goes or changes its meaning; new fields may come at any time.
 */
export const CLI_VERSION = 1

const tianye = z.literal(CLI_VERSION)

/** An error or a problem: its code with its parameters, and the same as an English sentence. */
export const cliMessageSchema = messageSchema.extend({ message: z.string() })

const studySchema = z.strictObject({ name: z.string(), file: z.string() })

/** The layer that was read: `study`, or one coder by id, with the name. */
const cliLayerSchema = z.strictObject({ id: layerSchema, name: z.string() })

/** What a code is called: its label, and its names by language. */
const cliCodeSchema = z.strictObject({
  id: idSchema,
  parentId: idSchema.nullable(),
  label: z.string().nullable(),
  names: z.record(z.string(), z.string()),
})

export const newOutputSchema = z.strictObject({
  tianye,
  command: z.literal('new'),
  study: studySchema,
  framework: z.string().nullable(),
  languages: z.array(z.string()),
  codes: z.int(),
})

const failedRowSchema = z.strictObject({ line: z.int(), error: cliMessageSchema })
const tableOutputSchema = tableImportResultSchema.extend({ file: z.string(), failed: z.array(failedRowSchema) })

export const importOutputSchema = z.strictObject({
  tianye,
  command: z.literal('import'),
  study: studySchema,
  /** null: nothing of the kind was asked for. */
  documents: importResultSchema
    .extend({ failed: z.array(z.strictObject({ fileName: z.string(), error: cliMessageSchema })) })
    .nullable(),
  attributes: tableOutputSchema.nullable(),
  codings: tableOutputSchema.nullable(),
  episodes: tableOutputSchema.nullable(),
})

export const matrixOutputSchema = z.strictObject({
  tianye,
  command: z.literal('matrix'),
  study: studySchema,
  layer: cliLayerSchema,
  /** What was asked for. */
  input: matrixInputSchema,
  /** Line by line what `cells` belong to; `depth` is the place in the codebook's tree, 0 at the top. */
  rows: z.array(cliCodeSchema.extend({ depth: z.int() })),
  columns: matrixSchema.shape.columns,
  cells: matrixSchema.shape.cells,
  leftOut: matrixSchema.shape.leftOut,
})

export const profileCommandOutputSchema = z.strictObject({
  tianye,
  command: z.literal('profile'),
  study: studySchema,
  layer: cliLayerSchema,
  ...profileOutputSchema.shape,
})

/** With `--by` the groups, with `--profiles` what changes in the villages' profiles; null where not asked for. */
export const agreementOutputSchema = z.strictObject({
  tianye,
  command: z.literal('agreement'),
  study: studySchema,
  result: agreementResultSchema,
  attributes: agreementAttributesSchema,
  breakdown: agreementBreakdownSchema.nullable(),
  profiles: profileChangeSchema.nullable(),
})

export const exportOutputSchema = z.strictObject({
  tianye,
  command: z.literal('export'),
  study: studySchema,
  layer: cliLayerSchema,
  format: exportFormatSchema,
  file: z.string(),
  /** Rows below the heading. */
  rows: z.int(),
})

export const checkOutputSchema = z.strictObject({
  tianye,
  command: z.literal('check'),
  study: studySchema,
  sound: z.boolean(),
  problems: z.array(cliMessageSchema),
  /** How many of what were looked at. */
  checked: z.record(z.string(), z.int()),
})

export const handOutOutputSchema = z.strictObject({
  tianye,
  command: z.literal('hand-out'),
  study: studySchema,
  coder: z.string(),
  others: z.enum(['blind', 'shown']),
  file: z.string(),
  ...handOutResultSchema.omit({ fileName: true }).shape,
})

/** What the bring-back did or, with `--dry-run`, would do. */
export const mergeOutputSchema = z.strictObject({
  tianye,
  command: z.literal('merge'),
  study: studySchema,
  dryRun: z.boolean(),
  file: z.string(),
  ...mergeResultSchema.omit({ fileName: true }).shape,
})
