import { z } from 'zod'
import { memoBodySchema } from '../memo/memo-body.ts'
import { command, job, query } from './define.ts'
import { doneSchema, fileHandleSchema, idSchema, languageTagSchema } from './values.ts'

/** Memos: what a coder writes on an object of the study, and the journal. Everyone reads all; one changes one's own. */

export const memoOwnerKindSchema = z.enum(['study', 'document', 'case', 'code', 'coding', 'episode'])
export type MemoOwnerKind = z.output<typeof memoOwnerKindSchema>

/** What a memo is on. The study has any id: a file holds one. */
export const memoOwnerSchema = z.strictObject({ kind: memoOwnerKindSchema, id: idSchema })
export type MemoOwner = z.output<typeof memoOwnerSchema>

/** Milliseconds since 1970 UTC. */
const momentSchema = z.int().min(0)

/** The user's local day of a journal entry: `2026-11-23`. */
const daySchema = z.iso.date()

const titleSchema = z
  .string()
  .max(500)
  .transform((raw) =>
    raw
      .toWellFormed()
      .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
      .trim(),
  )

/** How the object is called and where it is; names of codes are the codebook's, in the reader's language. */
export const memoPlaceSchema = z.strictObject({
  /** Of the study, the transcript, the case, the affair; null for codes, codings, and episodes without an affair. */
  name: z.string().nullable(),
  codeId: idSchema.nullable(),
  documentId: idSchema.nullable(),
  document: z.string().nullable(),
  /** UTF-16 code units, half-open; null for what is no stretch of a transcript. */
  start: z.int().nullable(),
  end: z.int().nullable(),
  turnRef: z.string().nullable(),
})
export type MemoPlace = z.output<typeof memoPlaceSchema>

const memoFields = {
  id: idSchema,
  owner: memoOwnerSchema,
  /** null: a note, no journal entry. */
  day: daySchema.nullable(),
  /** Empty for most: a memo is called after what it is on. */
  title: z.string(),
  coderId: idSchema,
  /** Milliseconds since 1970 UTC. */
  createdAt: z.number(),
  modifiedAt: z.number(),
}

export const memoSchema = z.strictObject({
  ...memoFields,
  /** null: what is stored is not what Tianye writes; `plain` is shown instead. */
  body: memoBodySchema.nullable(),
  plain: z.string(),
})
export type Memo = z.output<typeof memoSchema>

export const memoLineSchema = z.strictObject({
  ...memoFields,
  place: memoPlaceSchema,
  /** The first words, in one line. */
  excerpt: z.string(),
  /** UTF-16 code units of the whole. */
  length: z.int(),
})
export type MemoLine = z.output<typeof memoLineSchema>

export const memoFilterSchema = z.strictObject({
  /** `journal`: journal entries, which `study` does not include. Empty: all. */
  owners: z.array(z.enum([...memoOwnerKindSchema.options, 'journal'])).default([]),
  coderIds: z.array(idSchema).default([]),
  /** Last changed at or after, and before: milliseconds since 1970 UTC. */
  from: momentSchema.nullable().default(null),
  until: momentSchema.nullable().default(null),
  /** Words that all occur in title or text, whatever their case and width. */
  text: z.string().max(200).default(''),
})
/** `place`: by kind of object, then in the order of codebook and transcripts. The others: latest first. */
export const memoSortSchema = z.enum(['modified', 'created', 'place'])

export const memo = {
  'memo.list': query(
    z.strictObject({
      filter: memoFilterSchema,
      sort: memoSortSchema.default('modified'),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    z.strictObject({
      /** That fit the filter, and all. */
      total: z.int(),
      all: z.int(),
      memos: z.array(memoLineSchema),
    }),
    () => ['memos', 'codes', 'documents', 'cases', 'episodes', 'text', 'study'],
  ),
  /** One memo. Errors: `memo_gone`. */
  'memo.get': query(z.strictObject({ id: idSchema }), memoSchema, () => ['memos']),
  /** All memos on an object (`day`: that day's journal entries), oldest first. Errors: `memo_owner_gone`. */
  'memo.on': query(
    z.strictObject({ owner: memoOwnerSchema, day: daySchema.nullable().default(null) }),
    z.strictObject({ place: memoPlaceSchema, memos: z.array(memoSchema) }),
    () => ['memos', 'codes', 'documents', 'cases', 'episodes', 'text', 'study'],
  ),
  /** What has a memo with words in it, for marks: in one transcript, or anywhere. */
  'memo.owners': query(
    z.strictObject({ documentId: idSchema.nullable() }),
    z.strictObject({
      codings: z.array(idSchema),
      episodes: z.array(idSchema),
      documents: z.array(idSchema),
      codes: z.array(idSchema),
      cases: z.array(idSchema),
    }),
    () => ['memos'],
  ),
  /**
   * Writes a memo of the current coder's. `id` null: a new one. `base`: when the text that was changed had last been
   * changed; where the memo has been changed since (in another window, by an undo), nothing is overwritten.
   * Errors: `memo_gone`, `memo_owner_gone`, `not_your_memo` (coder), `memo_changed`.
   */
  'memo.save': command(
    'memoSave',
    z.strictObject({
      id: idSchema.nullable(),
      owner: memoOwnerSchema,
      day: daySchema.nullable().default(null),
      title: titleSchema.default(''),
      body: memoBodySchema,
      base: momentSchema.nullable().default(null),
    }),
    z.strictObject({ id: idSchema, modifiedAt: z.number() }),
  ),
  /** Errors: `memo_gone`, `not_your_memo` (coder). */
  'memo.remove': command('memoRemove', z.strictObject({ id: idSchema }), doneSchema),
  /** Writes one memo (`ids`) or all that fit the filter as a document, in the order of the list. */
  'memo.export': job(
    null,
    z.strictObject({
      handle: fileHandleSchema,
      format: z.enum(['docx', 'markdown']),
      ids: z.array(idSchema).min(1).max(10_000).nullable().default(null),
      filter: memoFilterSchema.default({ owners: [], coderIds: [], from: null, until: null, text: '' }),
      sort: memoSortSchema.default('place'),
      /** Of headings, dates and code names. */
      language: languageTagSchema.default('en'),
    }),
    z.strictObject({ memos: z.int(), fileName: z.string() }),
  ),
} as const
