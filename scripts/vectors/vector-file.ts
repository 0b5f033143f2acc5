import { z } from 'zod'

const number = z.number().nullable()

/** What a field should be: every value given here has to be met, each within its own tolerance. */
const expectedSchema = z.looseObject({
  field: z.string(),
  /** As printed, to the last of `decimals` or within `tolerance`. */
  published: number.optional(),
  /** By hand or from a definition. */
  derived: number.optional(),
  decimals: z.int().min(0).optional(),
  tolerance: z.number().min(0).optional(),
  /** By other software or exactly. */
  high_precision: number.optional(),
  hp_tolerance: z.number().min(0).optional(),
  range: z.tuple([z.number(), z.number()]).optional(),
})

const vectorSchema = z.looseObject({
  id: z.string(),
  coefficient: z.string(),
  dataset: z.string(),
  params: z.record(z.string(), z.unknown()).default({}),
  expected: z.array(expectedSchema),
  /** False for a record of what others get wrong. */
  implement: z.boolean().default(true),
})

const datasetSchema = z.looseObject({ type: z.string(), data: z.unknown() })

/** A file of figures to reproduce: data sets, and what each coefficient should give on them. */
export const vectorFileSchema = z.looseObject({
  datasets: z.record(z.string(), datasetSchema),
  vectors: z.array(vectorSchema),
})

export type Expected = z.infer<typeof expectedSchema>
export type Vector = z.infer<typeof vectorSchema>
export type Dataset = z.infer<typeof datasetSchema>
export type VectorFile = z.infer<typeof vectorFileSchema>
