import { z } from 'zod'
import { utf16OffsetSchema } from '../text/offsets.ts'
import { leftOutReasonSchema } from './agreement.ts'
import { agreementSettingsSchema } from './agreement-settings.ts'
import { codingRowSchema } from './coding.ts'
import { command, query } from './define.ts'
import { idSchema, proseSchema, rangeSchema, versionSchema } from './values.ts'

/**
 * Where two coders differ, and what was decided on it. What they agree on and what is decided make the consensus of a
 * transcript; the layer `study` reads it once the transcript is adjudicated. The coders' own rows stay as they are.
 */

/**
 * Own overlapping and touching codings of a code are one passage. Passages of the same code that overlap are a pair, one
 * to one, and as many pairs as there can be.
 * - `missing`: a passage that the other coder has nothing like.
 * - `boundary`: the same code on overlapping text, from or to elsewhere (attributes may differ, too).
 * - `code`: other codes on overlapping text, neither with a counterpart of its own; codes of one branch are paired first,
 *   then those that overlap most.
 * - `attribute`: the same code on the same text, but polarity, evidence, actor, referent, affair or time differ.
 *   How certain a coder is of their own coding is no disagreement.
 * - `episode`: an episode that only one of them drew, or drew elsewhere, or with another affair, time or main code.
 */
export const disagreementKindSchema = z.enum(['missing', 'boundary', 'code', 'attribute', 'episode'])
export type DisagreementKind = z.output<typeof disagreementKindSchema>

/**
 * What goes into the consensus:
 * - `a`, `b`: what that coder has (of a `missing` passage, the one who left it out has nothing).
 * - `both`: at a `boundary` the text that either of them marked, once; of `code` both codings, each where it is; of an
 *   `episode` drawn elsewhere the stretch that either of them drew. Not for `missing` and `attribute`.
 * - `span`: a new passage with the codes chosen (an episode: a new stretch, no codes).
 * - `open`: nothing; it was talked about and stays open.
 */
export const verdictSchema = z.enum(['a', 'b', 'both', 'span', 'open'])
export type Verdict = z.output<typeof verdictSchema>

/** `outdated`: decided, but one of the coders has changed what it was about since. The decision stands until renewed. */
export const disagreementStatusSchema = z.enum(['undecided', 'decided', 'left_open', 'outdated'])
export type DisagreementStatus = z.output<typeof disagreementStatusSchema>

export const differenceSchema = z.enum([
  'bounds',
  'code',
  'polarity',
  'evidence',
  'actor',
  'referent',
  'affair',
  'event_time',
  'primary',
])
export type Difference = z.output<typeof differenceSchema>

const episodeInsideSchema = z.strictObject({
  id: idSchema,
  start: utf16OffsetSchema,
  end: utf16OffsetSchema,
  affairId: idSchema.nullable(),
  affair: z.string().nullable(),
  eventTime: z.string().nullable(),
  primaries: z.array(z.strictObject({ dimension: z.string(), codeId: idSchema })),
})
export type EpisodeInside = z.output<typeof episodeInsideSchema>

/** What one coder has there: codings of one code that make one passage, or an episode. */
export const disagreementSideSchema = z.strictObject({
  start: utf16OffsetSchema,
  end: utf16OffsetSchema,
  /** null: an episode. */
  codeId: idSchema.nullable(),
  codings: z.array(codingRowSchema),
  episode: episodeInsideSchema.nullable(),
})
export type DisagreementSide = z.output<typeof disagreementSideSchema>

export const decisionSchema = z.strictObject({
  id: idSchema,
  verdict: verdictSchema,
  note: z.string(),
  /** Who decided. */
  coderId: idSchema,
  /** Milliseconds since 1970 UTC. */
  at: z.int(),
  /** What it put into the consensus. */
  codings: z.array(codingRowSchema),
  episodes: z.array(episodeInsideSchema),
})
export type Decision = z.output<typeof decisionSchema>

export const disagreementRowSchema = z.strictObject({
  /** Stays the same while both coders' passages stay where they are, decided or not. */
  key: z.string(),
  kind: disagreementKindSchema,
  status: disagreementStatusSchema,
  documentId: idSchema,
  document: z.string(),
  /** From where the first of the two begins to where the last ends. */
  start: utf16OffsetSchema,
  end: utf16OffsetSchema,
  /** The turn in which it begins, and its first words (at most 160 units, whole characters), for the list. */
  turnRef: z.string().nullable(),
  quote: z.string(),
  /** The code it is listed under: of two, the one with less agreement. null: an episode. */
  codeId: idSchema.nullable(),
  /** null: that coder has nothing there. Both null: they agree by now, only the outdated decision is left. */
  a: disagreementSideSchema.nullable(),
  b: disagreementSideSchema.nullable(),
  /** In what the two differ; empty where one of them has nothing there. */
  differs: z.array(differenceSchema),
  /** The verdicts that can be given. */
  verdicts: z.array(verdictSchema),
  decision: decisionSchema.nullable(),
})
export type DisagreementRow = z.output<typeof disagreementRowSchema>

/** Agreement on one code (null: episodes) in the compared transcripts, as the coders have coded. */
export const disagreementGroupSchema = z.strictObject({
  codeId: idSchema.nullable(),
  /** Passages that both have alike, and how many each has. */
  agreed: z.int(),
  first: z.int(),
  second: z.int(),
  /**
   * 2 × agreed ÷ (first + second): the F1 of passages that are alike in place, code and attributes. null: neither has it,
   * an outdated decision is all that is left.
   */
  f1: z.number().nullable(),
  /** Disagreements listed under it, and those that still need a verdict. */
  disagreements: z.int(),
  undecided: z.int(),
  /** Rows of it in the list that was asked for: groups come in the list's order. */
  listed: z.int(),
})
export type DisagreementGroup = z.output<typeof disagreementGroupSchema>

export const adjudicationStateSchema = z.enum(['untouched', 'in_progress', 'finished'])
export type AdjudicationState = z.output<typeof adjudicationStateSchema>

export const adjudicationRowSchema = z.strictObject({
  documentId: idSchema,
  document: z.string(),
  state: adjudicationStateSchema,
  /** Passages and episodes that both have alike. */
  agreed: z.int(),
  disagreements: z.int(),
  /** Of these: with a verdict (`left_open` is one), and with one that is outdated. */
  decided: z.int(),
  leftOpen: z.int(),
  outdated: z.int(),
  /** The coders have changed what they agree on since; the next decision brings the consensus up to date. */
  isBehind: z.boolean(),
})
export type AdjudicationRow = z.output<typeof adjudicationRowSchema>

/** Beside the reasons of agreement: the consensus there is between other coders, or came with a file. */
export const disagreementLeftOutSchema = z.enum([...leftOutReasonSchema.options, 'other_coders', 'imported_consensus'])
export type DisagreementLeftOut = z.output<typeof disagreementLeftOutSchema>

/** A and B. */
const pairSchema = z.tuple([idSchema, idSchema]).refine(([a, b]) => a !== b, 'two coders')

/** Which transcripts are compared. */
const scope = {
  coderIds: pairSchema,
  documents: agreementSettingsSchema.shape.documents,
  version: versionSchema.default('originals'),
  work: agreementSettingsSchema.shape.work,
}
const scopeSchema = z.strictObject(scope)
export type DisagreementScope = z.output<typeof scopeSchema>

const filter = {
  /** Exactly these (a code's subcodes are not in it); with episodes only where `kinds` is asked for them. null: all. */
  codeIds: z.array(idSchema).min(1).nullable().default(null),
  kinds: z.array(disagreementKindSchema).min(1).nullable().default(null),
  status: z.array(disagreementStatusSchema).min(1).nullable().default(null),
}

const keysSchema = z.array(z.string().max(200)).min(1).max(500)
const touched = () => ['codings', 'episodes', 'documents', 'codes', 'coders', 'study', 'text'] as const

export const disagreement = {
  /**
   * A page of the disagreements, worst codes first (lowest F1, then most passages that the two do not have alike, then the
   * codebook's order; episodes are one group among them), under a code in reading order.
   * `counts` and `groups` are of all in scope under the codes asked for, whatever `kinds` and `status` say.
   */
  'disagreement.list': query(
    z.strictObject({
      ...scope,
      ...filter,
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.strictObject({
      rows: z.array(disagreementRowSchema),
      /** How many there are to page through. */
      total: z.int(),
      counts: z.array(
        z.strictObject({ kind: disagreementKindSchema, status: disagreementStatusSchema, count: z.int() }),
      ),
      groups: z.array(disagreementGroupSchema),
    }),
    touched,
  ),
  /**
   * Where in the list of the same scope and filters: the row with the key (null: it is not in it), and the next row
   * behind `from` that needs a verdict (undecided or outdated), from the top again where there is none; null: none but
   * perhaps the one at `from`.
   */
  'disagreement.place': query(
    z.strictObject({ ...scope, ...filter, key: z.string().max(200).nullable(), from: z.int().min(0) }),
    z.strictObject({ index: z.int().nullable(), next: z.int().nullable() }),
    touched,
  ),
  /** How far the adjudication of each compared transcript is, in list order, and which are left out, with the reason. */
  'disagreement.progress': query(
    scopeSchema,
    z.strictObject({
      documents: z.array(adjudicationRowSchema),
      leftOut: z.array(z.strictObject({ id: idSchema, name: z.string(), reason: disagreementLeftOutSchema })),
    }),
    touched,
  ),
  /**
   * Gives a verdict, or another one, on each; one step of undo. The first in a transcript makes its consensus out of what
   * both agree on; the last finishes it.
   * Errors: `disagreement_gone` (the passages have changed), `disagreement_verdict` (not one of the row's verdicts),
   * `disagreement_left_out` (document), `disagreement_other_coders` (document), `disagreement_imported` (document),
   * `consensus_episode_overlaps`, `code_gone`, `code_not_codable` (code), `range_empty`, `range_outside`.
   */
  'disagreement.decide': command(
    'disagreementDecide',
    z
      .strictObject({
        coderIds: pairSchema,
        keys: keysSchema,
        verdict: verdictSchema,
        /** For `span`: where, widened and trimmed as for `coding.apply`, and as what. */
        range: rangeSchema.optional(),
        codeIds: z.array(idSchema).max(50).default([]),
        /**
         * Whose polarity, evidence, actor, … (or affair, time and main codes) a `span`, or a `both` where the two differ,
         * gets. Else a `span` gets those of the first side that has the code, or none; such a `both` is refused.
         */
        attributesOf: z.enum(['a', 'b']).optional(),
        /** Absent: an earlier note stays. */
        note: proseSchema.optional(),
      })
      .refine(({ verdict, range, keys }) => (verdict === 'span') === (range !== undefined && keys.length === 1), {
        message: 'a range for one new span',
      }),
    z.strictObject({
      /** Transcripts that it finished. */
      finished: z.array(idSchema),
    }),
  ),
  /** Takes verdicts back; their transcripts are in progress again. Without any verdict left, a consensus goes. */
  'disagreement.reopen': command(
    'disagreementReopen',
    z.strictObject({ coderIds: pairSchema, keys: keysSchema }),
    z.strictObject({}),
  ),
  /**
   * Calls transcripts adjudicated whether or not everything has a verdict, or takes that back. Those left out are passed
   * over. What has no verdict is not in the consensus.
   */
  'disagreement.finish': command(
    'disagreementFinish',
    z.strictObject({
      coderIds: pairSchema,
      documentIds: z.array(idSchema).min(1).max(2000),
      finished: z.boolean().default(true),
    }),
    z.strictObject({}),
  ),
} as const
