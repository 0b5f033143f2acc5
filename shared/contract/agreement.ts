import { z } from 'zod'
import { agreementSettingsSchema } from './agreement-settings.ts'
import { job, query } from './define.ts'
import { idSchema, languageTagSchema } from './values.ts'

/**
 * How far coders agree, from their own layers, never from `study`. Every choice that moves a figure is a setting, is
 * stored with the result and is named in the methods sentence. "Did not work on this transcript" is missing; "worked on
 * it and did not apply the code" is 0.
 */

export const notEstimableSchema = z.enum([
  'no_pairs',
  'no_variation',
  'never_applied',
  'always_applied',
  'empty',
  'too_few_units',
  'not_on_scale',
  'overlapping_values',
  'too_large',
])

/** A number, or the reason why there is none. Never both, never neither. */
export const agreementFigureSchema = z.strictObject({
  value: z.number().nullable(),
  reason: notEstimableSchema.nullable(),
})
export type AgreementFigure = z.output<typeof agreementFigureSchema>
/** With its interval; null bounds where there is none (see `interval` of the settings and `warnings`). */
export const agreementEstimateSchema = agreementFigureSchema.extend({
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Bootstrap replicates in which the figure could not be estimated. */
  undefinedReplicates: z.int().nullable(),
})
export type AgreementEstimate = z.output<typeof agreementEstimateSchema>

const countsShape = {
  /** Two coders: both, the first alone, the second alone, neither. More: sums over all pairs of coders. */
  both: z.int(),
  onlyFirst: z.int(),
  onlySecond: z.int(),
  neither: z.int(),
  /** Units to which somebody applied the code. */
  appliedUnits: z.int(),
}

export const agreementRowSchema = z.strictObject({
  codeId: idSchema,
  /** Place in the codebook's tree, 0 at the top. */
  depth: z.int(),
  ...countsShape,
  /** Whether there are enough applied units for more than counts; else all figures say why there are none. */
  hasHeadline: z.boolean(),
  prevalence: agreementFigureSchema,
  percent: agreementEstimateSchema,
  /** Positive agreement, the same as F1. */
  positive: agreementEstimateSchema,
  negative: agreementEstimateSchema,
  /** One-versus-rest, see `kappa` of the table. */
  kappa: agreementEstimateSchema,
  alpha: agreementEstimateSchema,
  ac1: agreementEstimateSchema,
})
export type AgreementRow = z.output<typeof agreementRowSchema>

/** `of`: codes it is the mean of. */
const macroSchema = agreementEstimateSchema.extend({ of: z.int() })

export const agreementTableSchema = z.strictObject({
  rows: z.array(agreementRowSchema),
  /** Means over the codes with a headline whose figure can be estimated. */
  macro: z.strictObject({
    percent: macroSchema,
    positive: macroSchema,
    kappa: macroSchema,
    alpha: macroSchema,
    ac1: macroSchema,
  }),
  /** De Vries' pooled κ over the codes with a headline. */
  pooled: agreementFigureSchema,
  /** Which κ stands in the rows: one code against all others by Cohen (two coders) or Conger (more). */
  kappa: z.enum(['cohen_one_versus_rest', 'conger_one_versus_rest']),
  /** α of the sets of codes on a unit, each passage under its own code; null for characters, and where not asked for. */
  sets: z
    .strictObject({
      exact: agreementEstimateSchema,
      jaccard: agreementEstimateSchema,
      dice: agreementEstimateSchema,
      masi: agreementEstimateSchema,
      /** Units that count, and those of all that nobody coded. */
      units: z.int(),
      emptyUnits: z.int(),
    })
    .nullable(),
})
export type AgreementTable = z.output<typeof agreementTableSchema>

const matchShape = {
  matches: z.int(),
  first: z.int(),
  second: z.int(),
  f1: agreementFigureSchema,
  /** Share of the first coder's passages, and of the second's, that have a counterpart. */
  precision: agreementFigureSchema,
  recall: agreementFigureSchema,
}

/** Passages matched one to one; more than two coders: sums over all pairs. Not corrected for chance. */
export const agreementSpansSchema = z.strictObject({
  rows: z.array(z.strictObject({ codeId: idSchema, depth: z.int(), ...matchShape })),
  total: z.strictObject(matchShape),
})

/** A passage of one coder, where it stands in the text: UTF-16 code units, half-open. */
const passageSchema = z.strictObject({ codingId: idSchema, codeId: idSchema, start: z.int(), end: z.int() })

export const agreementContinuumSchema = z.strictObject({
  /** L: characters of the text that counts, interviewers as set. */
  length: z.int(),
  /** |uα per code: where. */
  rows: z.array(
    z.strictObject({
      codeId: idSchema,
      depth: z.int(),
      codedOrNot: agreementFigureSchema,
      /** Characters under the code, summed over coders. */
      codedLength: z.int(),
    }),
  ),
  branches: z.array(
    z.strictObject({
      codeId: idSchema,
      /** uα and |uα of the branch as a whole, then cuα. */
      all: agreementFigureSchema,
      codedOrNot: agreementFigureSchema,
      coding: agreementFigureSchema,
      codedLength: z.int(),
      /** (k)uα, and the share of the code's text that another coder coded in this branch too. */
      values: z.array(
        z.strictObject({ codeId: idSchema, alpha: agreementFigureSchema, coverage: agreementFigureSchema }),
      ),
      /** Passages of one coder that overlap although they should exclude each other: then nothing above is estimable. */
      overlaps: z.array(
        z.strictObject({ documentId: idSchema, coderId: idSchema, one: passageSchema, other: passageSchema }),
      ),
      /** How many there are; `overlaps` holds the first of them. */
      overlapCount: z.int(),
    }),
  ),
})
export type AgreementContinuum = z.output<typeof agreementContinuumSchema>

/** Why a transcript that was asked for is not in the figures. */
export const leftOutReasonSchema = z.enum([
  'nobody',
  'one_coder',
  'not_all_coders',
  'no_text',
  'no_episodes',
  'episodes_overlap',
  /** Work of some of the coders is hidden from who asks, until both have finished (blind coding). */
  'blind',
])

export const agreementWarningSchema = z.enum([
  /** Fewer than ten transcripts: units are drawn within them, so the interval is too narrow. */
  'few_documents',
  /** Analytic intervals take turns of one interview for independent. */
  'units_not_independent',
  /** Characters depend on their neighbours: no analytic interval is given. */
  'no_analytic_characters',
  /** These figures come without an interval. */
  'no_interval',
  /** Some coder did not work on some of the transcripts: missing, not 0. */
  'missing_ratings',
  /** Some coder has not said of some transcript that they are finished. */
  'unfinished',
])

export const agreementResultSchema = z.strictObject({
  settings: agreementSettingsSchema,
  study: z.string(),
  /** Of Tianye. */
  version: z.string(),
  coders: z.array(z.strictObject({ id: idSchema, name: z.string() })),
  codes: z.array(
    z.strictObject({ id: idSchema, label: z.string().nullable(), names: z.record(languageTagSchema, z.string()) }),
  ),
  documents: z.array(
    z.strictObject({
      id: idSchema,
      name: z.string(),
      villageId: idSchema.nullable(),
      village: z.string().nullable(),
      /** SHA-256 of the text that was read. */
      textHash: z.string(),
      /** Who worked on it: the others' ratings are missing. */
      coderIds: z.array(idSchema),
      /** Units of analysis, or characters. */
      units: z.int(),
    }),
  ),
  leftOut: z.array(z.strictObject({ id: idSchema, name: z.string(), reason: leftOutReasonSchema })),
  /** Units of analysis (of characters: their number) rated by two coders or more. */
  units: z.int(),
  /** What intervals drew from; null without a bootstrap. */
  cluster: z.enum(['document', 'unit']).nullable(),
  warnings: z.array(agreementWarningSchema),
  /** Not null for units that are rated. */
  table: agreementTableSchema.nullable(),
  /** Not null for the unit `spans`. */
  spans: agreementSpansSchema.nullable(),
  /** Not null for the unit `continuum`. */
  continuum: agreementContinuumSchema.nullable(),
  sentences: z.strictObject({ en: z.string(), 'zh-CN': z.string() }),
})
export type AgreementResult = z.output<typeof agreementResultSchema>

export const agreementBySchema = z.enum(['village', 'document', 'language', 'role'])
export type AgreementBy = z.output<typeof agreementBySchema>

export const agreementGroupSchema = z.strictObject({
  /** Village, transcript, language or role; null = not stated. */
  key: z.union([idSchema, z.string()]).nullable(),
  name: z.string().nullable(),
  documents: z.int(),
  units: z.int(),
  /** Units on which a pair of coders differs about a code, over all codes and pairs: of all disagreement, its share here. */
  disagreements: z.int(),
  /** Codes that somebody applied here. */
  rows: z.array(
    z.strictObject({
      codeId: idSchema,
      ...countsShape,
      percent: agreementFigureSchema,
      positive: agreementFigureSchema,
      kappa: agreementFigureSchema,
      alpha: agreementFigureSchema,
    }),
  ),
  macro: z.strictObject({
    percent: agreementFigureSchema,
    positive: agreementFigureSchema,
    kappa: agreementFigureSchema,
    alpha: agreementFigureSchema,
  }),
  pooled: agreementFigureSchema,
})
export type AgreementGroup = z.output<typeof agreementGroupSchema>

export const agreementBreakdownSchema = z.strictObject({ by: agreementBySchema, groups: z.array(agreementGroupSchema) })
export type AgreementBreakdown = z.output<typeof agreementBreakdownSchema>

export const attributeNameSchema = z.enum([
  'polarity',
  'evidence',
  'actor',
  'referent',
  'affair',
  'event_time',
  'certainty',
])

/** Agreement on what is noted of a passage, over the pairs of passages that two coders matched. */
export const agreementAttributesSchema = z.strictObject({
  matches: z.int(),
  rows: z.array(
    z.strictObject({
      attribute: attributeNameSchema,
      /** Matched pairs in which at least one coder states it, and a passage does not state two things at once. */
      pairs: z.int(),
      /** Pairs left out because nobody states it, and because a passage of several codings states different things. */
      unstated: z.int(),
      mixed: z.int(),
      percent: agreementFigureSchema,
      /** Nominal; ordinal for certainty. */
      alpha: agreementFigureSchema,
    }),
  ),
})
export type AgreementAttributes = z.output<typeof agreementAttributesSchema>

const verdictSchema = z.strictObject({
  coderId: idSchema,
  status: z.enum(['called', 'provisional', 'undetermined', 'insufficient']),
  cellId: z.string().nullable(),
  /** Determinate episodes, in the unit of analysis that the framework chose for this coder's rows. */
  determinate: z.number().nullable(),
  unit: z.enum(['E1', 'E3']),
})

/** The same profiles, read from each coder's own rows in the transcripts that all of them worked on. */
export const profileChangeSchema = z.strictObject({
  /** null: the study has no framework, so there are no profiles. */
  frameworkId: z.string().nullable(),
  documents: z.array(z.strictObject({ id: idSchema, name: z.string() })),
  leftOut: z.array(z.strictObject({ id: idSchema, name: z.string(), reason: leftOutReasonSchema })),
  rows: z.array(
    z.strictObject({
      villageId: idSchema,
      village: z.string(),
      waveId: idSchema.nullable(),
      wave: z.string().nullable(),
      documents: z.int(),
      verdicts: z.array(verdictSchema),
      /** Whether the coders' verdicts differ: in what is called, and in whether it may be called. */
      cellChanges: z.boolean(),
      statusChanges: z.boolean(),
    }),
  ),
})
export type ProfileChange = z.output<typeof profileChangeSchema>

const request = z.strictObject({ settings: agreementSettingsSchema })

/** A count of a code; `applied`: wherever any of the coders applied it. */
export const agreementCellSchema = z.enum(['both', 'onlyFirst', 'onlySecond', 'applied'])
export type AgreementCell = z.output<typeof agreementCellSchema>

const evidenceRequest = request.extend({
  codeId: idSchema,
  cell: agreementCellSchema,
  /** Of a breakdown; null: everywhere. */
  group: z.strictObject({ by: agreementBySchema, key: agreementGroupSchema.shape.key }).nullable().default(null),
})
export type AgreementEvidenceRequest = z.output<typeof evidenceRequest>

/**
 * Errors of all: `agreement_one_coder`, `agreement_coder_gone`, `agreement_no_common` and `agreement_blind` (coders),
 * `agreement_no_codes`.
 */
export const agreement = {
  /** Progress counts bootstrap replicates. */
  'agreement.compute': job(null, request, agreementResultSchema),
  /** Where the disagreement is. For units that are rated; errors: `agreement_by_unit`, `agreement_role_of_episodes`. */
  'agreement.by': job(null, request.extend({ by: agreementBySchema }), agreementBreakdownSchema),
  'agreement.attributes': job(null, request, agreementAttributesSchema),
  /** Does any village's profile change under the other coder? `unit` as in `profile.compute`. */
  'agreement.profileChange': job(
    null,
    request.extend({ unit: z.enum(['auto', 'E1', 'E3']).nullable().default(null) }),
    profileChangeSchema,
  ),
  /**
   * The codings behind a count of a row, in reading order; with more than two coders, of all pairs. Errors: also
   * `code_gone`, and those of `agreement.by` for a group.
   */
  'agreement.evidence': query(evidenceRequest, z.strictObject({ codingIds: z.array(idSchema) }), () => [
    'codings',
    'codes',
    'documents',
    'text',
    'episodes',
    'cases',
    'coders',
  ]),
} as const
