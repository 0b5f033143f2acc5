import { z } from 'zod'
import { query } from './define.ts'
import { idSchema, layerSchema, versionSchema } from './values.ts'

/** Codes × villages, documents or roles. Every cell opens its passages. */

export const measureSchema = z.enum(['passages', 'respondents', 'amount'])
export type Measure = z.output<typeof measureSchema>
export const columnsSchema = z.enum(['village', 'document', 'role'])

export const matrixInputSchema = z.strictObject({
  rows: z.literal('code'),
  columns: columnsSchema,
  measure: measureSchema,
  layer: layerSchema,
  version: versionSchema.default('originals'),
  /** A code also counts the passages of its descendants; overlapping passages of a branch count once in `amount`. */
  rollUp: z.boolean().default(true),
})
export type MatrixInput = z.output<typeof matrixInputSchema>

export const matrixSchema = z.strictObject({
  rows: z.array(z.strictObject({ codeId: idSchema, depth: z.int() })),
  columns: z.array(
    z.strictObject({
      /** Village, document or role; null = not stated. */
      key: z.union([z.string(), idSchema]).nullable(),
      name: z.string().nullable(),
      /** What the numbers are out of: transcripts read, respondents interviewed, and the respondents' own speech. */
      documents: z.int(),
      respondents: z.int(),
      /** Own speech in `unit`; null where languages mix (amounts never add across languages). */
      amount: z.int().nullable(),
      unit: z.enum(['characters', 'words']).nullable(),
      /** Transcripts of the column in which the layer has not coded anything. */
      uncoded: z.int(),
      /** Those in which it has, without having said yet that they are finished: a 0 there is 0 so far. */
      unfinished: z.int(),
    }),
  ),
  /** cells[row][column]; null = undefined ("–"), which is not 0: nobody interviewed, or nothing coded there yet. */
  cells: z.array(z.array(z.number().nullable())),
  leftOut: z.array(z.strictObject({ id: idSchema, name: z.string() })),
})
export type Matrix = z.output<typeof matrixSchema>

export const matrix = {
  'matrix.compute': query(matrixInputSchema, matrixSchema, () => ['codings', 'codes', 'documents', 'cases', 'text']),
  'matrix.cell': query(
    z.strictObject({
      matrix: matrixInputSchema,
      codeId: idSchema,
      column: z.union([z.string(), idSchema]).nullable(),
    }),
    z.strictObject({ codingIds: z.array(idSchema) }),
    () => ['codings', 'codes', 'documents', 'cases', 'text'],
  ),
} as const
