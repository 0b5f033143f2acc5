import { z } from 'zod'

/** What the main process and a host process say to each other: windows, files, the end. No content of a study. */

const requestId = z.int()

export const toHostSchema = z.discriminatedUnion('type', [
  /** A window's port comes with the message. */
  z.strictObject({ type: z.literal('window') }),
  /** Asks for the handles of files that the user picked; answered with a list of strings. */
  z.strictObject({ type: z.literal('handle'), requestId, paths: z.array(z.string()) }),
  /** Opens a study (null: the sample) without a window's asking; answered with the study, or null where it failed. */
  z.strictObject({ type: z.literal('open'), requestId, path: z.string().nullable() }),
  z.strictObject({ type: z.literal('checkpoint') }),
  /** Close the study and end. */
  z.strictObject({ type: z.literal('close') }),
])
export type ToHost = z.output<typeof toHostSchema>

export const openStudySchema = z.strictObject({
  path: z.string(),
  name: z.string(),
  isSample: z.boolean(),
  documents: z.int(),
})
/** The open study as main knows it, for titles, recent files and a restart. */
export type OpenStudy = z.output<typeof openStudySchema>

export const toMainSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('handles'), requestId, handles: z.array(z.string()) }),
  z.strictObject({ type: z.literal('opened'), requestId, study: openStudySchema.nullable() }),
  /** Another study is open now, or none. */
  z.strictObject({ type: z.literal('study'), study: openStudySchema.nullable() }),
])
export type ToMain = z.output<typeof toMainSchema>
