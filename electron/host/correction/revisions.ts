import type { Out } from '../../../shared/contract/contract.ts'
import type { RevisionRow } from '../../../shared/contract/correction.ts'
import { contextOf, type QuoteContext } from '../../../shared/text/quote.ts'
import { span, type Span } from '../../../shared/text/span.ts'
import { spliceMap } from '../../../shared/text/splice-map.ts'
import { composeSplices, invertSplices, type Splice } from '../../../shared/text/splices.ts'
import type { QueryContext } from '../context.ts'
import type { ReadableDb } from '../database/db.ts'
import { fail } from '../errors.ts'
import { turnAt } from '../handlers/segment.ts'
import { turnsOf } from '../index/turns.ts'
import { readSplices } from './plan-correction.ts'

/** Differences of one revision that are listed, and code units of each. */
const LISTED = 100
const QUOTED = 500

interface Revision {
  readonly id: number
  readonly parentId: number | null
  readonly coderName: string | null
  readonly at: number
  readonly length: number
  readonly splices: string | null
}

/** The revisions from the current one back to the first, each with how it differs from the one before it. */
export function revisionsOf(
  { db, study }: QueryContext,
  documentId: number,
  before: number | null,
  limit: number,
): Out<'correction.revisions'> {
  const document = study.index.documents.get(documentId) ?? fail('document_gone')
  const turns = turnsOf(db, documentId)
  const revisions: RevisionRow[] = []
  /** From the revision that is read to the current one. */
  let ahead: Splice[] = []
  let isListed = before === null
  for (let id: number | null = document.revisionId; id !== null;) {
    const revision = revisionOf(db, id)
    if (isListed && revisions.length === limit) return { revisions, more: true }
    const splices = readSplices(revision.splices)
    if (isListed)
      revisions.push({
        id,
        coderName: revision.coderName,
        at: revision.at,
        isCurrent: id === document.revisionId,
        length: revision.length,
        changes: changesIn(db, id, splices, ahead, turns),
        more: Math.max(0, splices.length - LISTED),
      })
    if (id === before) isListed = true
    ahead = composeSplices(splices, ahead)
    id = revision.parentId
  }
  return { revisions, more: false }
}

function revisionOf(db: ReadableDb, id: number): Revision {
  return (
    db.get<Revision>(
      `SELECT r.id, r.parent_id AS parentId, c.name AS coderName, r.at, r.length, r.splices
       FROM document_revision r LEFT JOIN coder c ON c.id = r.coder_id WHERE r.id = ?`,
      id,
    ) ?? fail('revision_gone')
  )
}

function changesIn(
  db: ReadableDb,
  revisionId: number,
  splices: readonly Splice[],
  ahead: readonly Splice[],
  turns: ReturnType<typeof turnsOf>,
): RevisionRow['changes'] {
  if (splices.length === 0) return []
  const text = textOfRevision(db, revisionId) ?? ''
  const now = spliceMap(ahead)
  return invertSplices(splices)
    .slice(0, LISTED)
    .map(({ at, removed: inserted, inserted: removed }) => {
      const there = span(at, at + inserted.length)
      const start = now.offset(there.start, 'before')
      const { prefix, suffix } = lineContext(text, there)
      return {
        start,
        end: now.offset(there.end, 'after'),
        turnRef: turnRefAt(turns, start),
        before: prefix,
        removed: removed.slice(0, QUOTED),
        inserted: inserted.slice(0, QUOTED),
        after: suffix,
      }
    })
}

/** The turn in which a place lies, its edges included: also of a turn in which nothing is left. */
export function turnRefAt(turns: ReturnType<typeof turnsOf>, at: number): string | null {
  return (turns.findLast(({ start, end }) => start <= at && at <= end) ?? turnAt(turns, at))?.ref ?? null
}

/** What stands around a stretch in its lines. */
export function lineContext(text: string, stretch: Span): QuoteContext {
  const { prefix, suffix } = contextOf(text, stretch)
  return { prefix: prefix.slice(prefix.lastIndexOf('\n') + 1), suffix: suffix.split('\n', 1)[0] ?? '' }
}

/** The text of a revision; undefined where there is no such revision (it was undone). */
export function textOfRevision(db: ReadableDb, revisionId: number): string | undefined {
  return db.pluck<string>(
    'SELECT t.content FROM document_revision r JOIN text t ON t.hash = r.text_hash WHERE r.id = ?',
    revisionId,
  )
}
