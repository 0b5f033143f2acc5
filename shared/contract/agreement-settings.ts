import { z } from 'zod'
import { idSchema, versionSchema } from './values.ts'

/** Every choice that moves a figure of agreement: stored with the result, and named in the methods sentence. */

/**
 * What one rating is of. Turns are taken without their labels; a transcript without turns is rated by paragraph.
 * `spans` matches passages one to one; `continuum` asks where passages lie and what they are called.
 */
export const agreementUnitSchema = z.enum([
  'document',
  'turn',
  'sentence',
  'episode',
  'character',
  'spans',
  'continuum',
])
export type AgreementUnit = z.output<typeof agreementUnitSchema>

export const coefficientSchema = z.enum(['percent', 'positive', 'negative', 'kappa', 'alpha', 'ac1'])
export type CoefficientName = z.output<typeof coefficientSchema>

export const scaleNameSchema = z.enum(['krippendorff', 'landisKoch', 'fleiss', 'altman', 'cicchetti'])

const unique = <T extends z.ZodType>(item: T) =>
  z.array(item).refine((values) => new Set(values).size === values.length, 'each once')

export const agreementSettingsSchema = z.strictObject({
  /**
   * Of these, those that two or more of the coders worked on. `villages`: null = those without a village. `assigned`:
   * those that each of the coders was given or has begun.
   */
  documents: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('all') }),
      z.strictObject({ kind: z.literal('assigned') }),
      z.strictObject({ kind: z.literal('villages'), villageIds: unique(idSchema.nullable()).min(1) }),
      z.strictObject({ kind: z.literal('documents'), documentIds: unique(idSchema).min(1) }),
    ])
    .default({ kind: 'all' }),
  /** `started`: a coder's work counts once they have coded there or said they began; `finished`: once they said so. */
  work: z.enum(['started', 'finished']).default('started'),
  /** In the order in which they are first and second; a single one is refused with a reason. */
  coderIds: unique(idSchema).min(1).max(30),
  /** null = the whole codebook. */
  codeIds: unique(idSchema).min(1).nullable().default(null),
  /** A code counts wherever any code below it does. */
  rollUp: z.boolean().default(true),
  /** Rows only down to this depth of the codebook; 1 = its top level. null = all. */
  depth: z.int().min(1).max(20).nullable().default(null),
  unit: agreementUnitSchema.default('turn'),
  /** Applied where a passage touches one character of the unit, or where passages cover half of it. */
  touch: z.enum(['any', 'half']).default('any'),
  /** Whether what interviewers say counts as text to be coded. */
  interviewers: z.boolean().default(false),
  /** Whether to give α of the sets of codes on a unit. */
  sets: z.boolean().default(true),
  /** For sets of codes: whether units that nobody coded count. They raise every coefficient of sets. */
  emptyUnits: z.enum(['counted', 'left_out']).default('counted'),
  polarity: z.enum(['any', 'affirmed']).default('any'),
  /** Least overlap (shared over joint length) of two matched passages; 0 = one character, 1 = the same bounds. */
  overlap: z.number().min(0).max(1).default(0.5),
  /** `continuum`: codes whose subcodes exclude each other, so that "what" can be asked apart from "where". */
  exclusiveBranches: unique(idSchema).default([]),
  /** `episode`: whose episodes are the units; null = those of the layer `study`. */
  episodesOf: idSchema.nullable().default(null),
  version: versionSchema.default('originals'),
  /** What is exported and named in the sentence, beside the counts; percent and F1 always stand beside the others. */
  coefficients: unique(coefficientSchema).default(['percent', 'positive', 'kappa', 'alpha', 'ac1']),
  interval: z
    .strictObject({
      method: z.enum(['bootstrap', 'analytic', 'none']).default('bootstrap'),
      replicates: z.int().min(100).max(20_000).default(2000),
      seed: z.int().min(0).max(2_147_483_647).default(1),
      level: z.number().gt(0.5).lt(1).default(0.95),
    })
    .prefault({}),
  /** A convention that puts values into words; off unless asked for. */
  scale: scaleNameSchema.nullable().default(null),
})
export type AgreementSettings = z.output<typeof agreementSettingsSchema>
