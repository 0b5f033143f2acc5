import { z } from 'zod'
import { job, query } from './define.ts'
import { emptySchema, idSchema, messageSchema } from './values.ts'

/** Undo, redo and the audit trail, all read off the one change log. */

export const undoEntrySchema = z.strictObject({ operationId: idSchema, label: messageSchema, at: z.number() })

/** What the current coder can undo and redo next. */
export const historyStateSchema = z.strictObject({
  undo: undoEntrySchema.nullable(),
  redo: undoEntrySchema.nullable(),
})
export type HistoryState = z.output<typeof historyStateSchema>

export const operationRowSchema = z.strictObject({
  id: idSchema,
  coderId: idSchema.nullable(),
  coderName: z.string().nullable(),
  label: messageSchema,
  /** Whether it did something, took it back, or did it again; for the latter two the label is that of the first. */
  kind: z.enum(['change', 'undo', 'redo']),
  at: z.number(),
  /** The operation that this one undid or redid. */
  undoes: idSchema.nullable(),
  /** Whether its effect stands (false: undone). */
  stands: z.boolean(),
  barrier: z.boolean(),
  changes: z.int(),
})

/** Where an undone or redone change happened, so that the view can show it. */
export const changePlaceSchema = z.strictObject({
  operationId: idSchema,
  label: messageSchema,
  documentId: idSchema.nullable(),
  start: z.int().nullable(),
})

export const history = {
  'history.state': query(emptySchema, historyStateSchema, () => ['history']),
  'history.list': query(
    z.strictObject({ before: idSchema.nullable(), limit: z.int().min(1).max(500) }),
    z.strictObject({ operations: z.array(operationRowSchema), more: z.boolean() }),
    () => ['history'],
  ),
  /** Errors: `nothing_to_undo`, `undo_blocked` (object, coder) where another coder's later change stands on it. */
  'history.undo': job(null, emptySchema, changePlaceSchema),
  'history.redo': job(null, emptySchema, changePlaceSchema),
} as const
