import type { HistoryState } from '../../../shared/contract/history.ts'
import type { Message } from '../../../shared/contract/values.ts'
import type { HandlersOf } from '../context.ts'
import { documentOf } from '../changed.ts'
import { changesOf } from '../database/change-log.ts'
import type { ReadableDb } from '../database/db.ts'
import type { Study } from '../study.ts'

/** What the coder can undo and redo next. */
export function historyState(study: Study, coderId: number): HistoryState {
  return { undo: entry(study, coderId, 'undo'), redo: entry(study, coderId, 'redo') }
}

function entry({ db, undoLog }: Study, coderId: number, direction: 'undo' | 'redo'): HistoryState['undo'] {
  const next = undoLog.next(coderId, direction)
  if (next === undefined) return null
  const operationId = undoLog.rootOf(next)
  const row = db.get<{ label: string; at: number }>('SELECT label, at FROM operation WHERE id = ?', operationId)
  return row === undefined ? null : { operationId, label: JSON.parse(row.label) as Message, at: row.at }
}

const ANCHORED = `('coding', 'episode', 'turn', 'decision')`

/**
 * Where an operation has to do with a text, so that the view can go there: the words it corrected, else the first row of
 * those that point into a text.
 */
function placeOf(db: ReadableDb, operationId: number): { documentId: number | null; start: number | null } {
  const corrected = correctedAt(db, operationId)
  if (corrected !== null) return corrected
  const [change] = changesOf(db, operationId, `AND table_name IN ${ANCHORED}`, 1)
  if (change === undefined) return { documentId: null, start: null }
  const start =
    change.before?.['start'] ?? db.pluck<number>(`SELECT start FROM ${change.table} WHERE id = ?`, change.pk) ?? null
  return { documentId: documentOf(db, change), start: typeof start === 'number' ? start : null }
}

/** Where the first splice of a revision lies that an operation made or took back: the same in the text before and after. */
function correctedAt(db: ReadableDb, operationId: number): { documentId: number; start: number } | null {
  const [row] = db.rows<[number, number]>(
    `SELECT coalesce(r.document_id, c.before ->> 'document_id'), coalesce(r.splices, c.before ->> 'splices') ->> '$[0].at'
     FROM change c LEFT JOIN document_revision r ON r.id = c.pk
     WHERE c.operation_id = ? AND c.table_name = 'document_revision' LIMIT 1`,
    operationId,
  )
  return row === undefined || row[1] === null ? null : { documentId: row[0], start: row[1] }
}

const KINDS = new Map<string, 'undo' | 'redo'>([
  ['history.undo', 'undo'],
  ['history.redo', 'redo'],
])

export const historyHandlers: HandlersOf<'history'> = {
  'history.state': ({ study, coderId }) =>
    coderId === null ? { undo: null, redo: null } : historyState(study, coderId),

  'history.list': ({ db, study }, { before, limit }) => {
    const rows = db.all<{
      id: number
      coderId: number | null
      coderName: string | null
      name: string
      label: string
      at: number
      undoes: number | null
      barrier: number
      changes: number
    }>(
      `SELECT o.id, o.coder_id AS coderId, c.name AS coderName, o.name, o.label, o.at, o.undoes, o.barrier,
              (SELECT count(*) FROM change h WHERE h.operation_id = o.id) AS changes
       FROM operation o LEFT JOIN coder c ON c.id = o.coder_id WHERE o.id < ? ORDER BY o.id DESC LIMIT ?`,
      before ?? Number.MAX_SAFE_INTEGER,
      limit + 1,
    )
    return {
      operations: rows.slice(0, limit).map(({ name, ...row }) => ({
        ...row,
        kind: KINDS.get(name) ?? ('change' as const),
        label: JSON.parse(row.label) as Message,
        barrier: row.barrier === 1,
        stands: study.undoLog.stands(row.id),
      })),
      more: rows.length > limit,
    }
  },

  'history.undo': (context) => undoOrRedo(context, 'history.undo'),
  'history.redo': (context) => undoOrRedo(context, 'history.redo'),
}

function undoOrRedo(
  context: Parameters<HandlersOf<'history'>['history.undo']>[0],
  name: 'history.undo' | 'history.redo',
): ReturnType<HandlersOf<'history'>['history.undo']> {
  const { operationId, label } = context.undo(name)
  return { operationId, label, ...placeOf(context.study().db, operationId) }
}
