import type { AffairRow } from '../../../shared/contract/episode.ts'
import type { ReadableDb, WritableDb } from '../database/db.ts'
import { remove, update } from '../database/rows.ts'
import { fail } from '../errors.ts'
import type { DocumentFacts } from '../index/document-facts.ts'

/** Affairs: the projects and matters that episodes and codings are about. */

const NEARNESS = ['document', 'village', 'elsewhere'] as const

/** The affairs that are talked about somewhere: first in this interview, then in its village, then elsewhere. */
export function affairsNear(
  db: ReadableDb,
  documents: ReadonlyMap<number, DocumentFacts>,
  document: DocumentFacts,
): AffairRow[] {
  const found = new Map<number, AffairRow>()
  for (const [id, name, kind, documentId, count] of db.rows<[number, string, 'episodes' | 'codings', number, number]>(
    `SELECT a.id, a.name, 'episodes', e.document_id, count(*) FROM affair a JOIN episode e ON e.affair_id = a.id
     GROUP BY a.id, e.document_id
     UNION ALL
     SELECT a.id, a.name, 'codings', c.document_id, count(*) FROM affair a JOIN coding c ON c.affair_id = a.id
     GROUP BY a.id, c.document_id`,
  )) {
    const row = found.get(id) ?? { id, name, episodes: 0, codings: 0, near: 'elsewhere' }
    row[kind] += count
    const near = nearness(documents.get(documentId), document)
    if (NEARNESS.indexOf(near) < NEARNESS.indexOf(row.near)) row.near = near
    found.set(id, row)
  }
  return [...found.values()].sort(
    (a, b) => NEARNESS.indexOf(a.near) - NEARNESS.indexOf(b.near) || a.name.localeCompare(b.name) || a.id - b.id,
  )
}

/** Language versions are the same interview. */
function nearness(other: DocumentFacts | undefined, document: DocumentFacts): AffairRow['near'] {
  if (other?.originalId === document.originalId) return 'document'
  return other !== undefined && other.villageId !== null && other.villageId === document.villageId
    ? 'village'
    : 'elsewhere'
}

export function affairName(db: ReadableDb, id: number): string {
  return db.pluck<string>('SELECT name FROM affair WHERE id = ?', id) ?? fail('affair_gone')
}

/** Gives an affair another name. If that is another affair's, everything about the one becomes about the other. */
export function renameAffair(db: WritableDb, id: number, name: string): number {
  const other = db.pluck<number>('SELECT id FROM affair WHERE name = ? AND id <> ? ORDER BY id LIMIT 1', name, id)
  if (other === undefined) {
    update(db, 'affair', id, { name })
    return id
  }
  db.run('UPDATE episode SET affair_id = ? WHERE affair_id = ?', other, id)
  db.run('UPDATE coding SET affair_id = ? WHERE affair_id = ?', other, id)
  remove(db, 'affair', id)
  return other
}
