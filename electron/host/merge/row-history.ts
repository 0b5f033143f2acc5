import { anchoredTables } from '../../../shared/text/anchored-tables.ts'
import type { LoggedTable } from '../database/schema.ts'
import type { LoggedChange, MergeSide, RevisionChange } from './merge-side.ts'
import { isPlaced, placeOf, type Place } from './merge-tables.ts'
import type { Row } from './references.ts'

/** What a row said at a time, and where it stood in each revision of its text that it lived through unchanged. */
export interface Version {
  readonly row: Row
  /** By guid of the revision, the latest first; empty for rows that stand on no words. */
  readonly places: ReadonlyMap<string, Place>
}

export interface RowHistory {
  /** null: the row is not there now. */
  readonly current: Version | null
  /** The latest first, the current one included; the last is what the row was when the file's log began. */
  readonly versions: readonly Version[]
  /** The log knows a change of the row other than by a correction of its text. */
  readonly touched: boolean
  /** The operation that deleted it last. */
  readonly deletedBy: number | null
}

interface RowChange extends Omit<LoggedChange, 'before'> {
  readonly before: Row | null
}

/** What a correction of the text changes in the rows that stand on it. */
const MOVED: ReadonlySet<string> = new Set(['quote_hash', ...anchoredTables.flatMap(({ offsets }) => offsets)])

/** Reads a row's life backwards out of the log of its file. */
export function rowHistory(side: MergeSide, table: LoggedTable, guid: string): RowHistory {
  const now = side.row(table, guid)
  const pk = typeof now?.['id'] === 'number' ? now['id'] : side.deleted(table).get(guid)
  const changes = pk === undefined ? [] : changesOfRow(side, table, pk)
  return readBackwards(side, table, now ?? null, changes)
}

function changesOfRow(side: MergeSide, table: LoggedTable, pk: number): RowChange[] {
  return side
    .changesOf(table, pk)
    .map((change) => ({ ...change, before: change.before === null ? null : (JSON.parse(change.before) as Row) }))
}

function readBackwards(
  side: MergeSide,
  table: LoggedTable,
  now: Row | null,
  changes: readonly RowChange[],
): RowHistory {
  const documentId = (now ?? changes.findLast(({ kind }) => kind === 'delete')?.before)?.['document_id']
  const corrections = isPlaced(table) && typeof documentId === 'number' ? side.revisionChanges(documentId) : []
  const document = typeof documentId === 'number' ? side.guidOf('document', documentId) : null
  let revision = isPlaced(table) && document !== null ? (side.revisionOf(document) ?? null) : null

  const versions: { row: Row; places: Map<string, Place> }[] = []
  let state = now
  const open = (): void => {
    if (state !== null)
      versions.push({ row: state, places: new Map(revision === null ? [] : [[revision, placeOf(table, state)]]) })
  }
  open()
  const current = versions[0] ?? null
  const moves = new Set<number>()
  let touched = false

  const operations = new Set([...changes, ...corrections].map(({ operationId }) => operationId))
  for (const operationId of [...operations].sort((a, b) => b - a)) {
    const own = changes.filter((change) => change.operationId === operationId)
    // One operation may correct a text more than once (merges); before all of it there was the first one's revision.
    const correction = corrections.find((candidate) => candidate.operationId === operationId)
    const move = correction === undefined ? undefined : moveIn(own, correction)
    if (move !== undefined) moves.add(move.id)
    for (const change of own.toReversed()) {
      if (change.kind !== 'insert') state = change.kind === 'delete' ? change.before : { ...state, ...change.before }
      else state = null
      if (moves.has(change.id)) continue
      touched = true
      open()
    }
    if (correction === undefined || revision === null) continue
    revision = correction.before
    if (state !== null) versions.at(-1)?.places.set(revision, placeOf(table, state))
  }
  return {
    current,
    versions,
    touched,
    deletedBy: now === null ? (changes.findLast(({ kind }) => kind === 'delete')?.operationId ?? null) : null,
  }
}

/** The change by which a correction took the row along: its first in the operation, in an undo its last. */
function moveIn(changes: readonly RowChange[], { isUndo }: RevisionChange): RowChange | undefined {
  const moves = changes.filter(
    ({ kind, before }) => kind === 'update' && Object.keys(before ?? {}).every((column) => MOVED.has(column)),
  )
  return isUndo ? moves.at(-1) : moves[0]
}
