import { z } from 'zod'
import { command, job, query } from './define.ts'
import { doneSchema, emptySchema, fileHandleSchema, languageTagSchema, messageSchema, nameSchema } from './values.ts'

/** The study file itself: create, open, close, what is open, whether it is sound. */

export const studyStatusSchema = z.strictObject({
  open: z
    .strictObject({
      name: z.string(),
      fileName: z.string(),
      guid: z.string(),
      languages: z.array(z.string()),
      framework: z.string().nullable(),
      isSample: z.boolean(),
      /** Whether colleagues' work in a transcript is hidden until both have finished it. */
      blind: z.boolean(),
      /** False where the file lies on a network folder or is read-only; says why. */
      warnings: z.array(messageSchema),
      counts: z.strictObject({
        documents: z.int(),
        codes: z.int(),
        codings: z.int(),
        episodes: z.int(),
        coders: z.int(),
        /** Of bring-backs, to be decided. */
        conflicts: z.int(),
      }),
    })
    .nullable(),
})
export type StudyStatus = z.output<typeof studyStatusSchema>

export const recentStudySchema = z.strictObject({
  /** Handle under which it can be opened again. */
  handle: fileHandleSchema,
  name: z.string(),
  fileName: z.string(),
  /** The folder, shortened for display. */
  folder: z.string(),
  openedAt: z.number(),
  exists: z.boolean(),
})

export const frameworkChoiceSchema = z.union([z.literal('blank'), z.string().regex(/^[a-z0-9-]+$/)])

export const problemSchema = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const study = {
  'study.status': query(emptySchema, studyStatusSchema, () => [
    'study',
    'documents',
    'codes',
    'codings',
    'episodes',
    'coders',
    'conflicts',
  ]),
  'study.recents': query(emptySchema, z.strictObject({ recents: z.array(recentStudySchema) }), () => ['settings']),
  'study.frameworks': query(
    emptySchema,
    z.strictObject({
      frameworks: z.array(
        z.strictObject({
          id: z.string(),
          name: z.record(z.string(), z.string()),
          description: z.record(z.string(), z.string()),
          codes: z.int(),
        }),
      ),
    }),
    () => [],
  ),
  /** Makes a new study file at `handle` (desktop: from the save dialog; browser mode: null = Tianye's own folder). */
  'study.create': job(
    null,
    z.strictObject({
      handle: fileHandleSchema.nullable(),
      name: nameSchema,
      framework: frameworkChoiceSchema,
      /** First = the study's main language: originals in another language become parallels of it. */
      languages: z.array(languageTagSchema).min(1),
    }),
    studyStatusSchema,
  ),
  'study.open': job(null, z.strictObject({ handle: fileHandleSchema }), studyStatusSchema),
  /** Opens the user's own copy of the fictional sample study, made on first use. */
  'study.openSample': job(null, z.strictObject({ fresh: z.boolean().default(false) }), studyStatusSchema),
  'study.close': job(null, emptySchema, doneSchema),
  'study.saveCopy': job(null, z.strictObject({ handle: fileHandleSchema }), doneSchema),
  'study.rename': command('studyRename', z.strictObject({ name: nameSchema }), doneSchema),
  /**
   * Blind coding: whatever is asked for leaves out what a colleague has done in a transcript (codings, episodes, memos, and
   * the history of all that), unless they have finished it and the asking coder has finished it too or has no part in it.
   */
  'study.setBlind': command('studySetBlind', z.strictObject({ blind: z.boolean() }), doneSchema),
  /** Integrity, anchors against quotes, orphans. An empty list is a sound study. */
  'study.check': job(
    null,
    emptySchema,
    z.strictObject({ problems: z.array(problemSchema), checked: z.record(z.string(), z.int()) }),
  ),
} as const

/** `none`: to whole grapheme clusters, which nothing ever cuts. */
export const snapSchema = z.enum(['none', 'word', 'sentence', 'turn'])
export type Snap = z.output<typeof snapSchema>

export const settingsSchema = z.strictObject({
  language: z.enum(['system', 'en', 'zh-CN']),
  theme: z.enum(['system', 'light', 'dark']),
  /** How the user signs: made a coder of a study with the first change there. */
  coder: z.strictObject({ name: nameSchema, initials: z.string().max(20), colour: z.string() }),
  reader: z.strictObject({
    fontSize: z.int().min(12).max(28),
    /** To what a selection is widened while it is made: dragged, or extended with Shift. */
    snap: snapSchema.default('none'),
  }),
  /** Command → its keys, for commands whose keys the user changed; an empty list: none. See renderer/app/keys.ts. */
  keys: z.record(z.string().max(80), z.array(z.string().min(1).max(40)).max(6)),
})
export type Settings = z.output<typeof settingsSchema>

export const settings = {
  'settings.get': query(emptySchema, settingsSchema, () => ['settings']),
  'settings.update': job(null, settingsSchema.partial(), settingsSchema),
} as const
