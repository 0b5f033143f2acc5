import { z } from 'zod'
import { evidenceSchema, languageTagSchema, polaritySchema } from '../contract/values.ts'

/**
 * The shape of a framework: the theory of a study, as data. The engines read only what is named here, so another
 * theory with its own two dimensions, of any sizes, needs no change of code. Meaning beyond the shape (do the cells
 * cover the grid, does every name exist) is checked by `validateFramework`.
 */

/** Names of a framework's own parts: stable, never shown, unique among their like. */
export const partIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/)

export const guidSchema = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)

/** One text in each language of the framework. */
export const localisedSchema = z.record(languageTagSchema, z.string().min(1).max(4000))

/** A code is meant by its guid; the label beside it is for people who read the file. */
export const codeRefSchema = z.strictObject({ guid: guidSchema, label: z.string().max(40) })

const codes = z.array(codeRefSchema)

export const categorySchema = z.strictObject({
  id: partIdSchema,
  name: localisedSchema,
  /** False: recognised and counted beside the grid (for example, farmers were not asked at all). */
  inGrid: z.boolean(),
  /**
   * A descendant of one of these counts too, unless it is itself named somewhere in the grid's dimensions. May be
   * empty: a framework outlives the deletion of a code.
   */
  codes,
})

export const dimensionSchema = z.strictObject({
  id: partIdSchema,
  name: localisedSchema,
  categories: z.array(categorySchema).min(1),
})

export const cellSchema = z.strictObject({
  id: partIdSchema,
  /** Dimension id → category id; one for each dimension. */
  categories: z.record(partIdSchema, partIdSchema),
  name: localisedSchema,
  /** Off-typology: the theory is silent about this combination. It is counted like the others and listed as a negative case. */
  kind: z.enum(['typed', 'off-typology']),
  note: localisedSchema.nullable(),
})

export const reasonSchema = z.strictObject({ id: partIdSchema, name: localisedSchema, codes })

/** A claim of the theory that is tested, never assumed: in this cell this reason outweighs the others of `among`. */
export const expectedReasonSchema = z.strictObject({
  cell: partIdSchema,
  reason: partIdSchema,
  among: z.array(partIdSchema).min(2),
})

export const sideSchema = z.strictObject({
  id: partIdSchema,
  name: localisedSchema,
  /** Roles of respondents that belong here, compared without regard to case and surrounding space. */
  roles: z.array(z.string().trim().min(1).max(100)).min(1),
  /** Whether the side's mean enters the role-balanced share. */
  balanced: z.boolean(),
})

export const indexSchema = z.strictObject({
  id: partIdSchema,
  name: localisedSchema,
  note: localisedSchema.nullable(),
  dimension: partIdSchema,
  /** Categories of the dimension; the numerator's are among the denominator's. */
  numerator: z.array(partIdSchema).min(1),
  denominator: z.array(partIdSchema).min(1),
  /** A respondent with fewer episodes in the denominator does not enter the village's mean. */
  minimumEpisodes: z.int().min(1),
})

export const outcomeSchema = z.strictObject({
  id: partIdSchema,
  name: localisedSchema,
  valences: z.strictObject({ positive: codes, negative: codes, mixed: codes }),
})

const share = z.number().min(0).max(1)

export const rulesSchema = z.strictObject({
  /** Unit of interaction: explicit episodes, question-answer exchanges, or per village and wave whichever is there. */
  unit: z.enum(['auto', 'E1', 'E3']),
  minimum: z.strictObject({
    episodes: z.int().min(1),
    respondents: z.int().min(1),
    sides: z.array(z.strictObject({ side: partIdSchema, respondents: z.int().min(1) })),
  }),
  /** Least respondent-equal share of the leading cell, and its least lead over the next. */
  share,
  gap: share,
  stability: z.strictObject({
    /** The leading cell must lead whichever respondent is left out. */
    leaveOneOut: z.boolean(),
    /** From this many respondents on, it must also lead in `bootstrapShare` of the draws over respondents. */
    bootstrapFrom: z.int().min(2),
    bootstrapShare: share,
    draws: z.int().min(100).max(20_000),
    seed: z.int().min(0).max(0xffff_ffff),
    /** Below this many respondents, bootstrap intervals are marked as illustrative. */
    illustrativeBelow: z.int().min(2),
  }),
  /** With at most this many respondents a verdict is provisional. */
  provisionalUpTo: z.int().min(0),
  flags: z.strictObject({
    /** One respondent holds more than this share of the episodes. */
    dominance: share,
    /** Effective respondents fall below this share of the respondents. */
    effectiveShare: share,
  }),
})

export const frameworkSchema = z.strictObject({
  format: z.literal(1),
  id: z.string().regex(/^[a-z0-9-]{1,80}$/),
  name: localisedSchema,
  description: localisedSchema,
  languages: z.array(languageTagSchema).min(1),
  dimensions: z.array(dimensionSchema).length(2),
  cells: z.array(cellSchema).min(1),
  /** Cells in which the two dimensions fit each other; their share is the primary measure of synergy. */
  matchedCells: z.array(partIdSchema),
  /** Why an episode fell into one category, coded apart from it. Null: the theory asks for no reasons. */
  reasons: z
    .strictObject({ dimension: partIdSchema, category: partIdSchema, items: z.array(reasonSchema).min(1) })
    .nullable(),
  expectedReasons: z.array(expectedReasonSchema),
  /** Codes that ship with the codebook and count only where switched on, each with its descendants. */
  optionalCodes: z.array(z.strictObject({ code: codeRefSchema, enabled: z.boolean() })),
  sides: z.array(sideSchema),
  /** Perspective gap = the first side's value minus the second's. */
  gapBetween: z.strictObject({ first: partIdSchema, second: partIdSchema }).nullable(),
  /** Whose act a passage tells of: the values of a coding's `actor`. */
  actors: z.array(z.strictObject({ id: partIdSchema, name: localisedSchema, side: partIdSchema.nullable() })),
  evidenceFilter: z.strictObject({
    polarity: z.array(polaritySchema).min(1),
    evidence: z.array(evidenceSchema).min(1),
    /** `own`: only passages about the document's own village. */
    village: z.enum(['own', 'any']),
  }),
  indices: z.array(indexSchema),
  outcomes: z.array(outcomeSchema),
  /** Direct judgements by a coder, set beside the derived cells and never counted into them. */
  checks: z.array(z.strictObject({ code: codeRefSchema, cells: z.array(partIdSchema) })),
  /** Steps of the supposed mechanism, in order. */
  mechanism: z.array(z.strictObject({ id: partIdSchema, name: localisedSchema, codes })),
  /** Named sets of cells, reported where enabled. */
  groupings: z.array(
    z.strictObject({
      id: partIdSchema,
      name: localisedSchema,
      note: localisedSchema.nullable(),
      cells: z.array(partIdSchema).min(1),
      enabled: z.boolean(),
    }),
  ),
  rules: rulesSchema,
})

export type CodeRef = z.output<typeof codeRefSchema>
export type Localised = z.output<typeof localisedSchema>
export type Category = z.output<typeof categorySchema>
export type Dimension = z.output<typeof dimensionSchema>
export type Cell = z.output<typeof cellSchema>
export type Side = z.output<typeof sideSchema>
export type FrameworkIndex = z.output<typeof indexSchema>
export type ExpectedReason = z.output<typeof expectedReasonSchema>
export type Rules = z.output<typeof rulesSchema>
export type Framework = z.output<typeof frameworkSchema>
