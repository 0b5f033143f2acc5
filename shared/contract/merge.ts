import { z } from 'zod'
import { command, job, query } from './define.ts'
import { doneSchema, fileHandleSchema, idSchema, nameSchema } from './values.ts'

/**
 * Handing transcripts out to a colleague, as a study file of their own, and bringing the work back. The colleague's own
 * codings, episodes, memos, summaries, decisions and states come in as they are; changes of what belongs to everybody
 * (codebook, texts, cases) are proposals to accept or refuse; what both changed is kept as it is here, as a conflict, until
 * somebody decides it.
 */

export const handOutResultSchema = z.strictObject({
  fileName: z.string(),
  documents: z.int(),
  codings: z.int(),
  episodes: z.int(),
  memos: z.int(),
})

/** What a row of the study is. `text`: the words of a transcript, corrected. */
export const mergedTableSchema = z.enum([
  'coder',
  'wave',
  'case_unit',
  'affair',
  'code',
  'code_text',
  'framework',
  'document',
  'text',
  'speaker',
  'case_span',
  'attribute',
  'attribute_value',
  'decision',
  'coding',
  'episode',
  'episode_primary',
  'memo',
  'summary',
  'summary_coding',
  'assignment',
])
export type MergedTable = z.output<typeof mergedTableSchema>

/**
 * One difference of a row, in words: objects by their names, memos by their plain text, a place (`passage`) by the words on
 * it, a text by the words that change. null: nothing there.
 */
export const mergedFieldSchema = z.strictObject({
  /** The row that differs, where it is a part of what is named: the wording of a code in one language, a speaker. */
  table: mergedTableSchema,
  part: z.string(),
  column: z.string(),
  ours: z.union([z.string(), z.number()]).nullable(),
  theirs: z.union([z.string(), z.number()]).nullable(),
})
export type MergedField = z.output<typeof mergedFieldSchema>

/**
 * Why something cannot be taken over as things are: another code has its label; something here hangs on what they removed;
 * what it belongs to is not here; a text whose turns are others.
 */
export const mergeObstacleSchema = z.enum(['label_taken', 'in_use', 'missing', 'turns'])
export type MergeObstacle = z.output<typeof mergeObstacleSchema>

export const mergeProposalSchema = z.strictObject({
  /** Names it to `merge.apply`: the same at every reading of the file. */
  key: z.string(),
  table: mergedTableSchema,
  change: z.enum(['added', 'changed', 'removed']),
  /** How it is called here or, where new, there. */
  name: z.string(),
  /** Of what belongs to one transcript. */
  document: z.string().nullable(),
  fields: z.array(mergedFieldSchema),
  /** Of a text: in how many places it differs; `fields` shows the first of them. Else 0. */
  splices: z.int(),
  /** Rows that come with it: a code's wording, a transcript's turns. */
  rows: z.int(),
  /** The colleague's own rows that come only if it is accepted. */
  waiting: z.int(),
  blocked: mergeObstacleSchema.nullable(),
  accepted: z.boolean(),
})
export type MergeProposal = z.output<typeof mergeProposalSchema>

export const mergeCountsSchema = z.strictObject({ added: z.int(), changed: z.int(), removed: z.int() })

/** Where in the study a row lies: UTF-16 code units of the text as it is here, half-open; null: on no words of a transcript. */
const whereSchema = z.strictObject({
  documentId: idSchema.nullable(),
  document: z.string().nullable(),
  start: z.int().nullable(),
  end: z.int().nullable(),
})

/** How many rows of one table that come, change or go alike are told one by one. */
export const ROWS_TOLD = 200

/** One row that comes, changes or goes. */
export const mergedRowSchema = z.strictObject({
  table: mergedTableSchema,
  change: z.enum(['added', 'changed', 'removed']),
  name: z.string(),
  ...whereSchema.shape,
  /** The words it lies on (with the texts that are accepted), shortened. */
  quote: z.string().nullable(),
})
export type MergedRow = z.output<typeof mergedRowSchema>

export const mergeConflictSchema = z.strictObject({
  /**
   * `changed`: both changed it. `removed_there`: removed there, and changed or needed here. Ours stays.
   */
  kind: z.enum(['changed', 'removed_there']),
  table: mergedTableSchema,
  name: z.string(),
  ...whereSchema.shape,
  fields: z.array(mergedFieldSchema),
})
export type MergeConflict = z.output<typeof mergeConflictSchema>

export const mergeResultSchema = z.strictObject({
  fileName: z.string(),
  /** Whose work it is: who it was handed to, and who joined in that copy. */
  coders: z.array(z.string()),
  /** Milliseconds since 1970 UTC. */
  handedOutAt: z.number(),
  /** Rows that come, change and go, by table, without tables in which nothing does; proposals only where accepted. */
  counts: z.array(z.strictObject({ table: mergedTableSchema, ...mergeCountsSchema.shape })),
  /**
   * The first of the rows of each table that come, change and go, in the order of transcripts and places; while coding is
   * blind, only those that the user may see once they are here.
   */
  rows: z.array(mergedRowSchema),
  /** The colleague's codings and episodes by transcript, and the state that it gets from them (null: as it was). */
  documents: z.array(
    z.strictObject({
      id: idSchema,
      name: z.string(),
      ...mergeCountsSchema.shape,
      state: z.enum(['assigned', 'in_progress', 'finished']).nullable(),
    }),
  ),
  proposals: z.array(mergeProposalSchema),
  /** Conflicts that are not listed yet. */
  conflicts: z.array(mergeConflictSchema),
  /** Conflicts of this copy that an earlier bring-back has listed, decided or not. */
  known: z.int(),
  /** The colleague's own rows that stay out, because what they belong to is not here and no proposal brings it. */
  missing: z.array(
    z.strictObject({ table: mergedTableSchema, needs: mergedTableSchema, name: z.string(), rows: z.int() }),
  ),
  /** Passages that lose all their words on the way to the text that is here. */
  lost: z.int(),
  /** Changes there of other coders' rows; they stay out. */
  others: z.int(),
})
export type MergeResult = z.output<typeof mergeResultSchema>

const acceptSchema = z.union([z.literal('all'), z.array(z.string().max(200)).max(100_000)]).default([])

/**
 * Errors of both: those of opening a study, `merge_same_copy`, `merge_other_study`, `merge_not_handed_out`, and
 * `merge_unsound` (table) where rows are not such as Tianye writes.
 */
const bringBack = z.strictObject({
  handle: fileHandleSchema,
  /** Keys of the proposals that are accepted. */
  accept: acceptSchema,
})

export const merge = {
  'merge.handOut': job(
    null,
    z.strictObject({
      handle: fileHandleSchema,
      /** The colleague's name; someone new becomes a coder of the study. */
      coder: nameSchema,
      /** null: every transcript. */
      documentIds: z.array(idSchema).min(1).max(100_000).nullable().default(null),
      /** `blind`: without what other coders have marked, written and decided. Else, in a study coded blind, `hand_out_blind`. */
      others: z.enum(['blind', 'shown']).default('blind'),
      memos: z.enum(['included', 'left_out']).default('included'),
    }),
    handOutResultSchema,
  ),
  /** All that `merge.apply` would do with the same input. Writes nothing, also not into the colleague's file. */
  'merge.preview': job(null, bringBack, mergeResultSchema),
  /** Brings the work back as one operation. What came before is in a backup. */
  'merge.apply': job('mergeApply', bringBack, mergeResultSchema),
} as const

export const conflictRowSchema = z.strictObject({
  id: idSchema,
  ...mergeConflictSchema.shape,
  /** Who brought it back, and when. */
  coderId: idSchema,
  coder: z.string(),
  at: z.number(),
  /** null: to be decided. */
  verdict: z.enum(['ours', 'theirs']).nullable(),
  decidedBy: z.string().nullable(),
  /**
   * `differs`: both versions are there to choose from. `equal`: what is here says the same as theirs by now. `gone`: it has
   * been removed here since; theirs would bring it back.
   */
  now: z.enum(['differs', 'equal', 'gone']),
  /** Why theirs cannot be taken as things are. */
  blocked: mergeObstacleSchema.nullable(),
})
export type ConflictRow = z.output<typeof conflictRowSchema>

export const conflict = {
  /** The open ones first, then by age. */
  'conflict.list': query(
    z.strictObject({
      status: z.enum(['open', 'decided', 'all']).default('open'),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.strictObject({ total: z.int(), open: z.int(), conflicts: z.array(conflictRowSchema) }),
    () => ['conflicts', 'codings', 'episodes', 'memos', 'codes', 'cases', 'documents', 'text', 'coders'],
  ),
  /**
   * `ours` closes it; `theirs` writes their version. Errors: `conflict_gone`, `conflict_decided`, `conflict_in_use`,
   * `conflict_missing`, `conflict_label_taken`, `conflict_turns` (name).
   */
  'conflict.decide': command(
    'conflictDecide',
    z.strictObject({ id: idSchema, verdict: z.enum(['ours', 'theirs']) }),
    doneSchema,
  ),
} as const
