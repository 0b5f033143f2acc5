import { z } from 'zod'
import { utf16OffsetSchema } from '../text/offsets.ts'
import { job, query } from './define.ts'
import { doneSchema, idSchema, versionSchema } from './values.ts'

/** Finding words in transcripts, memos, codes and cases, and coding what was found. */

/** Whose words are read. Empty = all. */
export const speechFilterSchema = z.strictObject({
  /** null = transcripts without a village. */
  villageIds: z.array(idSchema.nullable()).max(5000).default([]),
  documentIds: z.array(idSchema).max(5000).default([]),
  /** Cases of the kind person. */
  respondentIds: z.array(idSchema).max(5000).default([]),
  roles: z.array(z.string().max(500)).max(1000).default([]),
  /** Whether interviewers' turns are read as well. */
  interviewers: z.boolean().default(false),
})
export type SpeechFilter = z.output<typeof speechFilterSchema>

export const searchQuerySchema = z.strictObject({
  text: z.string().max(1000),
  mode: z.enum(['text', 'words', 'regex']).default('text'),
  matchCase: z.boolean().default(false),
  filter: speechFilterSchema.prefault({}),
  /** With `words`: how many words a hit has, so that a counted word opens what was counted. null: any number. */
  wordCount: z.int().min(1).max(4).nullable().default(null),
})
export type SearchQuery = z.output<typeof searchQuerySchema>

/** A hit outside the transcripts; the first of its text. */
export const objectHitSchema = z.strictObject({
  id: idSchema,
  /** Where it stands: `name`, `definition`, `label`, …; of a memo `title` or `body`, of a case `name`, `role`, `attribute`. */
  field: z.string(),
  /** Of codes: BCP 47. */
  language: z.string().nullable(),
  /** The memo's title, the code's label and name, the case's name. */
  title: z.string(),
  /** What a memo hangs on; of a case its kind. */
  owner: z.strictObject({ kind: z.string(), id: idSchema }).nullable(),
  before: z.string(),
  hit: z.string(),
  after: z.string(),
})
export type ObjectHit = z.output<typeof objectHitSchema>

/** The first of them, and how many there are. */
const objectHitsSchema = z.strictObject({ total: z.int(), first: z.array(objectHitSchema) })

export const searchSummarySchema = z.strictObject({
  searchId: z.int().positive(),
  /** False while it still goes on. */
  isComplete: z.boolean(),
  /** True where it stopped because nobody reads that many. */
  isTruncated: z.boolean(),
  hits: z.int(),
  /** Transcripts with hits, village by village; hits are numbered in this order. */
  documents: z.array(
    z.strictObject({
      documentId: idSchema,
      name: z.string(),
      villageId: idSchema.nullable(),
      village: z.string().nullable(),
      hits: z.int(),
    }),
  ),
  /** What was read, as a denominator. */
  searched: z.strictObject({ documents: z.int(), outOf: z.int() }),
  /** Hits that are not listed, and why. */
  leftOut: z.strictObject({ interviewers: z.int(), otherSpeakers: z.int(), labels: z.int() }),
  codes: objectHitsSchema,
  memos: objectHitsSchema,
  cases: objectHitsSchema,
})
export type SearchSummary = z.output<typeof searchSummarySchema>

export const searchHitSchema = z.strictObject({
  documentId: idSchema,
  start: utf16OffsetSchema,
  end: utf16OffsetSchema,
  turnRef: z.string().nullable(),
  speaker: z.string().nullable(),
  role: z.string().nullable(),
  before: z.string(),
  hit: z.string(),
  after: z.string(),
})
export type SearchHit = z.output<typeof searchHitSchema>

const searchIdSchema = z.int().positive()

export const codeHitsSchema = z.strictObject({
  searchId: searchIdSchema,
  /** All of them, or those with these numbers. */
  hits: z.union([z.literal('all'), z.array(z.int().min(0)).min(1).max(200_000)]),
  /** What gets the code: the hit itself, the sentence it stands in, or the speaker's turn. */
  unit: z.enum(['hit', 'sentence', 'turn']),
  codeId: idSchema,
})
export type CodeHits = z.output<typeof codeHitsSchema>

export const codeHitsCountSchema = z.strictObject({
  hits: z.int(),
  /** Hits in one sentence or turn make one passage. */
  passages: z.int(),
  documents: z.int(),
  /** Passages that lie wholly within the coder's own passages of this code, without attributes. */
  already: z.int(),
  /** Passages by which such a one grows. */
  extending: z.int(),
  added: z.int(),
  /** UTF-16 code units of all passages. */
  characters: z.int(),
})

export const search = {
  /** Reads ahead: called when somebody is about to search, and over as soon as somebody does. */
  'search.prepare': job(null, z.strictObject({ version: versionSchema.default('originals') }), doneSchema),
  /**
   * Looks for a pattern and answers with the first hits; the rest follows under the same id. A new search does not end
   * an older one: its owner cancels that. Errors: `regex_invalid` (pattern), `search_timeout` (pattern, seconds).
   */
  'search.start': job(
    null,
    z.strictObject({ query: searchQuerySchema, version: versionSchema.default('originals') }),
    searchSummarySchema,
  ),
  /** Waits until a search is complete; progress counts transcripts. Cancelling ends the search. Errors: as above, `search_gone`. */
  'search.finish': job(null, z.strictObject({ searchId: searchIdSchema }), searchSummarySchema),
  /** Hits by number. Errors: `search_gone` where the study has forgotten the search or a text has been corrected since. */
  'search.page': query(
    z.strictObject({ searchId: searchIdSchema, offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    z.strictObject({ hits: z.array(searchHitSchema) }),
    () => [],
  ),
  /** Where the hits of one transcript stand: start, end, start, end, … Empty where the search is gone. */
  'search.inDocument': query(
    z.strictObject({ searchId: searchIdSchema, documentId: idSchema }),
    z.strictObject({ first: z.int(), offsets: z.array(z.int()) }),
    (input) => [`text:document/${input.documentId}`],
  ),
  /** What coding the hits would do. Errors: `search_gone`, `code_gone`, `code_not_codable` (code). */
  'search.previewCoding': job(null, codeHitsSchema, codeHitsCountSchema),
  /** Codes the hits as the current coder, in one step. Errors: as above. */
  'search.codeHits': job('codeHits', codeHitsSchema, codeHitsCountSchema),
} as const
