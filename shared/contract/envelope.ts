import { z } from 'zod'
import type { Topic } from './topics.ts'
import { messageSchema } from './values.ts'
import { codingRowSchema } from './coding.ts'
import { documentWorkSchema } from './document.ts'
import { historyStateSchema } from './history.ts'

/**
 * What travels between renderer and host. Both transports (MessagePort on the desktop, WebSocket in the browser mode)
 * carry exactly these values as JSON.
 */
export const requestSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('call'), v: z.literal(1), id: z.int(), name: z.string(), input: z.unknown() }),
  /** Asks a running job to stop; the job's own reply then says `cancelled`. */
  z.strictObject({ type: z.literal('cancel'), v: z.literal(1), id: z.int() }),
])
export type Request = z.output<typeof requestSchema>

export type Reply =
  | { readonly type: 'reply'; readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly type: 'reply'; readonly id: number; readonly ok: false; readonly error: WireError }

/** Errors are codes with parameters; the renderer translates them (`errors.<code>`). */
export const wireErrorSchema = messageSchema
export type WireError = z.output<typeof wireErrorSchema>

export const changedEventSchema = z.strictObject({
  type: z.literal('changed'),
  /** The operation in the change log, or null where nothing logged changed (settings, another study opened). */
  operationId: z.int().nullable(),
  topics: z.array(z.custom<Topic>((value) => typeof value === 'string')),
  /** True for the window that caused it. */
  own: z.boolean(),
  /**
   * Changed codings of one document, so that the reader can patch what it shows instead of asking again.
   * Absent where many rows changed: then the topics say what to ask for again.
   */
  codings: z
    .array(
      z.strictObject({
        documentId: z.int(),
        upserted: z.array(codingRowSchema),
        removed: z.array(z.int()),
      }),
    )
    .optional(),
  /** How far the documents are in which codings or episodes changed; absent where many rows changed. */
  documents: z.array(documentWorkSchema).optional(),
  history: historyStateSchema,
})
export type ChangedEvent = z.output<typeof changedEventSchema>

export const progressEventSchema = z.strictObject({
  type: z.literal('progress'),
  /** The call's id. */
  id: z.int(),
  done: z.number(),
  total: z.number().nullable(),
  message: messageSchema.nullable(),
})
export type ProgressEvent = z.output<typeof progressEventSchema>

/** Whether everything typed so far is in the file on disk (`saved`), or a write is under way or has failed. */
export const savedEventSchema = z.strictObject({
  type: z.literal('saved'),
  state: z.enum(['saved', 'saving', 'failed']),
})
export type SavedEvent = z.output<typeof savedEventSchema>

export type HostEvent = ChangedEvent | ProgressEvent | SavedEvent
