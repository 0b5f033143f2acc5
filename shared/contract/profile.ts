import { z } from 'zod'
import { frameworkSchema } from '../framework/framework-schema.ts'
import { query } from './define.ts'
import { emptySchema, idSchema, layerSchema, versionSchema } from './values.ts'

/**
 * Interaction profiles, as `shared/interaction/output.ts` describes them. The types are the engine's own; here is the
 * shape that is promised to the renderer and to scripts, figure by figure with the evidence behind it.
 */
const evidenceSchema = z.strictObject({ episodes: z.array(z.string()), codings: z.array(idSchema) })

const figureSchema = z.strictObject({
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  evidence: evidenceSchema,
})

/** `case:7` a person, `speaker:12` a voice not tied to a person, `document:3` an interview without known speakers. */
const respondentKeySchema = z.templateLiteral([z.enum(['case', 'speaker', 'document']), ':', z.int()])

const causeSchema = z.enum([
  'affirmed',
  'negated',
  'hypothetical',
  'self',
  'other_report',
  'hearsay',
  'other_village',
  'switched_off',
  'interviewer',
  'other_speaker',
  'no_speaker',
])

const classifiedEpisodeSchema = z.strictObject({
  key: z.string(),
  unit: z.enum(['E1', 'E3']),
  episodeId: idSchema.nullable(),
  documentId: idSchema,
  start: z.int(),
  end: z.int(),
  status: z.enum(['determinate', 'mixed', 'not_asked', 'incomplete', 'empty']),
  cellId: z.string().nullable(),
  dimensions: z.array(
    z.strictObject({
      dimensionId: z.string(),
      categoryId: z.string().nullable(),
      present: z.array(z.strictObject({ categoryId: z.string(), codings: z.array(idSchema) })),
      primary: z.strictObject({ codeId: idSchema, categoryId: z.string(), decisive: z.boolean() }).nullable(),
    }),
  ),
  reasons: z.array(z.strictObject({ reasonId: z.string(), codings: z.array(idSchema) })),
  reasonId: z.string().nullable(),
  respondents: z.array(z.strictObject({ key: respondentKeySchema, codings: z.array(idSchema) })),
  excluded: z.array(z.strictObject({ codingId: idSchema, causes: z.array(causeSchema) })),
})

const intervalShape = { low: z.number(), high: z.number() }

const indexProfileSchema = z.strictObject({
  indexId: z.string(),
  equal: figureSchema,
  pooled: figureSchema,
  respondents: z.array(z.strictObject({ key: respondentKeySchema, figure: figureSchema, counted: z.boolean() })),
})

const gapFigureSchema = z.strictObject({
  value: z.number().nullable(),
  first: z.number().nullable(),
  second: z.number().nullable(),
  evidence: evidenceSchema,
})

const villageProfileSchema = z.strictObject({
  villageId: idSchema,
  waveId: idSchema.nullable(),
  unit: z.enum(['E1', 'E3']),
  documents: z.array(idSchema),
  episodes: z.array(classifiedEpisodeSchema),
  respondents: z.array(
    z.strictObject({
      key: respondentKeySchema,
      role: z.string().nullable(),
      sideId: z.string().nullable(),
      documents: z.array(idSchema),
      determinate: figureSchema,
      cells: z.array(z.strictObject({ cellId: z.string(), count: figureSchema })),
    }),
  ),
  determinate: figureSchema,
  respondentsCounted: figureSchema,
  respondentsInterviewed: figureSchema,
  effectiveRespondents: figureSchema,
  dominance: z.strictObject({ respondent: respondentKeySchema.nullable(), figure: figureSchema }),
  cells: z.array(
    z.strictObject({
      cellId: z.string(),
      count: figureSchema,
      pooled: figureSchema,
      equal: figureSchema,
      balanced: figureSchema,
      leaveOneOut: z.strictObject(intervalShape).nullable(),
      interval: z.strictObject({ ...intervalShape, illustrative: z.boolean() }).nullable(),
      prevalence: figureSchema.extend({ low: z.number().nullable(), high: z.number().nullable() }),
    }),
  ),
  statuses: z.strictObject({
    mixed: figureSchema,
    incomplete: figureSchema,
    notAsked: figureSchema,
    empty: figureSchema,
  }),
  outside: z.array(z.strictObject({ dimensionId: z.string(), categoryId: z.string(), figure: figureSchema })),
  matched: z.strictObject({ count: figureSchema, pooled: figureSchema, equal: figureSchema }),
  indices: z.array(indexProfileSchema),
  sides: z.array(
    z.strictObject({
      sideId: z.string().nullable(),
      respondentsInterviewed: z.int(),
      respondentsCounted: z.int(),
      determinate: figureSchema,
      cells: z.array(
        z.strictObject({ cellId: z.string(), count: figureSchema, pooled: figureSchema, equal: figureSchema }),
      ),
      indices: z.array(indexProfileSchema),
    }),
  ),
  gap: z
    .strictObject({
      first: z.string(),
      second: z.string(),
      cells: z.array(z.strictObject({ cellId: z.string(), figure: gapFigureSchema })),
      indices: z.array(z.strictObject({ indexId: z.string(), figure: gapFigureSchema })),
    })
    .nullable(),
  groupings: z.array(
    z.strictObject({ groupingId: z.string(), count: figureSchema, pooled: figureSchema, equal: figureSchema }),
  ),
  expectedReasons: z.array(
    z.strictObject({
      cellId: z.string(),
      reasonId: z.string(),
      figure: figureSchema,
      byReason: z.array(z.strictObject({ reasonId: z.string(), count: figureSchema })),
      several: figureSchema,
      none: figureSchema,
    }),
  ),
  negativeCases: z.array(
    z.strictObject({
      kind: z.enum(['off_typology', 'contrary_reason', 'denial', 'other_village', 'hearsay', 'hypothetical']),
      documentId: idSchema,
      cellId: z.string().nullable(),
      reasonId: z.string().nullable(),
      dimensionId: z.string().nullable(),
      categoryId: z.string().nullable(),
      respondents: z.array(respondentKeySchema),
      evidence: evidenceSchema,
    }),
  ),
  excluded: z.array(
    z.strictObject({
      codingId: idSchema,
      documentId: idSchema,
      codeId: idSchema,
      dimensionId: z.string().nullable(),
      categoryId: z.string().nullable(),
      causes: z.array(causeSchema),
      respondents: z.array(respondentKeySchema),
    }),
  ),
  outsideEpisodes: figureSchema,
  primaryChoices: figureSchema,
  verdict: z.strictObject({
    status: z.enum(['called', 'provisional', 'undetermined', 'insufficient']),
    cellId: z.string().nullable(),
    leading: z.array(z.strictObject({ cellId: z.string(), share: z.number() })),
    gap: z.number().nullable(),
    criteria: z.array(
      z.strictObject({
        kind: z.enum(['episodes', 'respondents', 'side_respondents', 'share', 'gap', 'leave_one_out', 'bootstrap']),
        sideId: z.string().nullable(),
        required: z.number(),
        actual: z.number().nullable(),
        met: z.boolean(),
      }),
    ),
    bootstrap: z.strictObject({ draws: z.int(), seed: z.int(), leads: z.number() }).nullable(),
    leaders: z.strictObject({
      equal: z.string().nullable(),
      pooled: z.string().nullable(),
      balanced: z.string().nullable(),
    }),
  }),
  flags: z.array(
    z.strictObject({
      kind: z.enum([
        'dominance',
        'few_effective_respondents',
        'pooled_leads_differently',
        'balanced_leads_differently',
        'leave_one_out_changes_leader',
      ]),
      cells: z.array(z.string()),
      respondents: z.array(respondentKeySchema),
      figure: figureSchema,
      threshold: z.number().nullable(),
    }),
  ),
})

const nameTable = <T extends z.ZodType>(id: T) => z.array(z.strictObject({ id, name: z.string() }))

export const profileOutputSchema = z.strictObject({
  /** The theory that was read, with its names in all languages. null: the study has none, and `result` is null too. */
  framework: frameworkSchema.nullable(),
  result: z
    .strictObject({
      frameworkId: z.string(),
      requestedUnit: z.enum(['E1', 'E3', 'auto']),
      profiles: z.array(villageProfileSchema),
      unplacedDocuments: z.array(idSchema),
    })
    .nullable(),
  /** What the ids above are called. */
  villages: nameTable(idSchema),
  waves: nameTable(idSchema),
  documents: nameTable(idSchema),
  respondents: nameTable(respondentKeySchema),
  /** Documents the layer leaves out: coded by several, neither adjudicated nor with a coder of record. */
  leftOut: nameTable(idSchema),
  /** Documents read that nobody has coded to the end in this layer: what is absent there may still come. */
  unfinished: nameTable(idSchema),
  /** Codes that the framework names and the study no longer has. */
  missingCodes: z.array(z.string()),
})
export type ProfileOutput = z.output<typeof profileOutputSchema>

export const profile = {
  /** The theory the study reads by, for its names; null where it has none. */
  'profile.framework': query(emptySchema, z.strictObject({ framework: frameworkSchema.nullable() }), () => ['study']),
  'profile.compute': query(
    z.strictObject({
      /** E1 explicit episodes, E3 question–answer exchanges, auto: per village and wave what is there; null: as the framework says. */
      unit: z.enum(['auto', 'E1', 'E3']).nullable().default(null),
      layer: layerSchema,
      version: versionSchema.default('originals'),
    }),
    profileOutputSchema,
    () => ['codings', 'episodes', 'codes', 'documents', 'cases', 'text', 'study'],
  ),
} as const
