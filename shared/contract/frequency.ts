import { z } from 'zod'
import { command, job, query } from './define.ts'
import { speechFilterSchema } from './search.ts'
import { doneSchema, emptySchema, idSchema, versionSchema } from './values.ts'

/** How often which words and phrases are said, by whom. */

export const frequencyBySchema = z.enum(['village', 'respondent', 'role', 'document'])

export const frequencyInputSchema = z.strictObject({
  version: versionSchema.default('originals'),
  filter: speechFilterSchema.prefault({}),
  by: frequencyBySchema,
  /** Words of a phrase: 1 counts words. */
  length: z.int().min(1).max(4).default(1),
  /** Leaves out words of the stop list, and phrases that begin or end with one. */
  useStopList: z.boolean().default(true),
  /** Rarer ones are not listed. */
  minimum: z.int().min(1).max(100_000).default(2),
  /** Only words in which this stands; empty = all. */
  contains: z.string().max(200).default(''),
})
export type FrequencyInput = z.output<typeof frequencyInputSchema>

export const frequencySchema = z.strictObject({
  columns: z.array(
    z.strictObject({
      /** Village, person, role or transcript; null = not stated. */
      key: z.union([idSchema, z.string()]).nullable(),
      name: z.string().nullable(),
      /** All words said there, those of the stop list too: what shares are out of. */
      words: z.int(),
      documents: z.int(),
    }),
  ),
  /** Most frequent first; of equally frequent ones in alphabetical order. */
  rows: z.array(
    z.strictObject({
      text: z.string(),
      total: z.int(),
      /** In how many transcripts. */
      documents: z.int(),
      /** Column, count, column, count, …: where it is said at all. */
      cells: z.array(z.int()),
    }),
  ),
  /** How many different ones there are; `rows` holds the most frequent of them. */
  types: z.int(),
  words: z.int(),
  documents: z.int(),
  /** Words of interviewers and of speakers who are filtered out. */
  leftOut: z.strictObject({ interviewers: z.int(), otherSpeakers: z.int() }),
})
export type Frequency = z.output<typeof frequencySchema>

const wordSchema = z.string().trim().min(1).max(100)

export const frequency = {
  /** Progress counts transcripts. */
  'frequency.count': job(null, z.strictObject({ input: frequencyInputSchema }), frequencySchema),
  'frequency.stopList': query(
    emptySchema,
    z.strictObject({ builtIn: z.array(z.string()), added: z.array(z.string()), removed: z.array(z.string()) }),
    () => ['study'],
  ),
  /** What the study adds to the built-in list and takes from it. */
  'frequency.setStopList': command(
    'stopListSet',
    z.strictObject({ added: z.array(wordSchema).max(5000), removed: z.array(wordSchema).max(5000) }),
    doneSchema,
  ),
} as const
