import type { CodingRow } from '../../shared/contract/coding.ts'
import type { ChangedEvent } from '../../shared/contract/envelope.ts'
import type { Topic } from '../../shared/contract/topics.ts'
import type { ChangeRow } from './database/change-log.ts'
import type { ReadableDb } from './database/db.ts'
import type { LoggedTable } from './database/schema.ts'
import { changesWorkState } from './index/layers.ts'
import { codingRowsById } from './handlers/coding-rows.ts'
import type { Study } from './study.ts'

/**
 * What an operation changed, as topics and as rows, read off the change log: one rule for commands, undo, redo and
 * imports, so none of them can forget a view.
 */

/** Topics by table; `perDocument` tables also name their document. */
const topicOf: Record<LoggedTable, { topics: readonly Topic[]; perDocument?: 'codings' | 'episodes' | 'text' }> = {
  meta: { topics: ['study'] },
  framework: { topics: ['study'] },
  coder: { topics: ['coders'] },
  wave: { topics: ['documents'] },
  affair: { topics: ['episodes'] },
  case_unit: { topics: ['cases'] },
  case_span: { topics: ['cases', 'documents'] },
  attribute: { topics: ['cases', 'documents'] },
  attribute_value: { topics: ['cases', 'documents'] },
  code: { topics: ['codes'] },
  code_text: { topics: ['codes'] },
  document: { topics: ['documents'] },
  document_revision: { topics: [], perDocument: 'text' },
  speaker: { topics: [], perDocument: 'text' },
  turn: { topics: [], perDocument: 'text' },
  section: { topics: [], perDocument: 'text' },
  coding: { topics: [], perDocument: 'codings' },
  decision: { topics: [], perDocument: 'codings' },
  episode: { topics: [], perDocument: 'episodes' },
  episode_primary: { topics: ['episodes'] },
  memo: { topics: ['memos'] },
  summary: { topics: ['memos'] },
  summary_coding: { topics: ['memos'] },
  assignment: { topics: ['documents'] },
  saved_view: { topics: ['views'] },
  conflict: { topics: ['conflicts'] },
}

/** Above this many changed rows, whole kinds are named instead of documents, and no rows are sent along. */
export const MANY_CHANGES = 500

export function topicsOf(db: ReadableDb, changes: readonly ChangeRow[]): Topic[] {
  const topics = new Set<Topic>(['history'])
  for (const change of changes) {
    // A verdict is a new time of the consensus' assignment, which no list shows: two thousand would be asked for anew.
    if (change.table === 'assignment' && !changesWorkState(change)) continue
    const { topics: whole, perDocument } = topicOf[change.table]
    for (const topic of whole) topics.add(topic)
    if (perDocument === undefined || topics.has(perDocument)) continue
    const documentId = changes.length > MANY_CHANGES ? null : documentOf(db, change)
    topics.add(documentId === null ? perDocument : `${perDocument}:document/${documentId}`)
  }
  return [...topics]
}

export function documentOf(db: ReadableDb, change: ChangeRow): number | null {
  const before = change.before?.['document_id']
  if (typeof before === 'number') return before
  return db.pluck<number>(`SELECT document_id FROM ${change.table} WHERE id = ?`, change.pk) ?? null
}

/** The changed codings themselves, for the reader to patch; undefined where there are many. */
export function changedCodings(db: ReadableDb, changes: readonly ChangeRow[]): ChangedEvent['codings'] {
  const codings = changes.filter((change) => change.table === 'coding')
  if (codings.length === 0 || codings.length > MANY_CHANGES) return undefined
  const present = new Map<number, CodingRow>(
    codingRowsById(db, [...new Set(codings.map((c) => c.pk))]).map((row) => [row.id, row]),
  )
  const documents = new Map<number, { documentId: number; upserted: Set<number>; removed: Set<number> }>()
  for (const change of codings) {
    const row = present.get(change.pk)
    const documentId = row?.documentId ?? documentOf(db, change)
    if (documentId === null) continue
    const entry = documents.get(documentId) ?? { documentId, upserted: new Set(), removed: new Set() }
    documents.set(documentId, entry)
    if (row === undefined) entry.removed.add(change.pk)
    else entry.upserted.add(change.pk)
  }
  return [...documents.values()].map((entry) => ({
    documentId: entry.documentId,
    upserted: [...entry.upserted].flatMap((id) => present.get(id) ?? []),
    removed: [...entry.removed],
  }))
}

/** How far the documents are in which codings or episodes changed, for lists to patch; undefined where there are many. */
export function changedDocuments(study: Study, changes: readonly ChangeRow[]): ChangedEvent['documents'] {
  const work = changes.filter(({ table }) => table === 'coding' || table === 'episode')
  if (work.length === 0 || work.length > MANY_CHANGES) return undefined
  return [...new Set(work.map((change) => documentOf(study.db, change)))].flatMap((id) =>
    id === null || !study.index.documents.has(id) ? [] : study.index.workOf(id),
  )
}
