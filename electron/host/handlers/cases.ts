import { leadingCode } from '../../../shared/text/leading-code.ts'
import type { ReadableDb, WritableDb } from '../database/db.ts'
import { insert } from '../database/rows.ts'

/** Finding and making cases and waves by the names that people and header lines use. */

/**
 * The village called `name`, made if there is none. `SP` and `SP 石坡` are the same village: a leading code of Latin
 * capitals and digits names it alone. The first full name wins over a bare code.
 */
export function villageCalled(db: WritableDb, name: string): number {
  const villages = db.all<{ id: number; name: string }>(
    `SELECT id, name FROM case_unit WHERE kind = 'village' ORDER BY id`,
  )
  const exact = villages.find((village) => village.name === name)
  if (exact !== undefined) return exact.id
  const code = leadingCode(name)
  const same = code === null ? undefined : villages.find((village) => leadingCode(village.name) === code)
  if (same === undefined) return addCase(db, { kind: 'village', name, parentId: null, role: null })
  if (same.name === code) db.run('UPDATE case_unit SET name = ? WHERE id = ?', name, same.id)
  return same.id
}

/** The person called `name` in a village (null: outside all villages), made if there is none. */
export function personCalled(db: WritableDb, villageId: number | null, name: string, role: string | null): number {
  const known = db.get<{ id: number; role: string | null }>(
    `SELECT id, role FROM case_unit WHERE kind = 'person' AND name = ? AND parent_id IS ? ORDER BY id LIMIT 1`,
    name,
    villageId,
  )
  if (known === undefined) return addCase(db, { kind: 'person', name, parentId: villageId, role })
  if (known.role === null && role !== null) db.run('UPDATE case_unit SET role = ? WHERE id = ?', role, known.id)
  return known.id
}

function addCase(
  db: WritableDb,
  row: { kind: string; name: string; parentId: number | null; role: string | null },
): number {
  return insert(db, 'case_unit', {
    parent_id: row.parentId,
    kind: row.kind,
    name: row.name,
    role: row.role,
    sort_key: nextSortKey(db, 'case_unit'),
  })
}

export function waveCalled(db: WritableDb, name: string): number {
  return (
    db.pluck<number>('SELECT id FROM wave WHERE name = ? ORDER BY id LIMIT 1', name) ??
    insert(db, 'wave', {
      name,
      position: (db.pluck<number>('SELECT coalesce(max(position), 0) FROM wave') ?? 0) + 1,
      from_date: null,
      to_date: null,
    })
  )
}

/** The affair (the project or matter that is talked about) called `name`, made if there is none. */
export function affairCalled(db: WritableDb, name: string): number {
  return (
    db.pluck<number>('SELECT id FROM affair WHERE name = ? ORDER BY id LIMIT 1', name) ??
    insert(db, 'affair', { case_id: null, name })
  )
}

export function nextSortKey(db: ReadableDb, table: 'case_unit' | 'document'): number {
  return (db.pluck<number>(`SELECT coalesce(max(sort_key), 0) FROM ${table}`) ?? 0) + 1
}

/** The village that a document's whole text belongs to. */
export function setVillage(db: WritableDb, documentId: number, villageId: number | null): void {
  const link = db.get<{ id: number; caseId: number }>(
    `SELECT s.id, s.case_id AS caseId FROM case_span s JOIN case_unit c ON c.id = s.case_id
     WHERE s.document_id = ? AND s.start IS NULL AND c.kind = 'village'`,
    documentId,
  )
  if (link !== undefined && villageId === null) db.run('DELETE FROM case_span WHERE id = ?', link.id)
  else if (link !== undefined && link.caseId !== villageId)
    db.run('UPDATE case_span SET case_id = ? WHERE id = ?', villageId, link.id)
  else if (link === undefined && villageId !== null)
    insert(db, 'case_span', { case_id: villageId, document_id: documentId, start: null, end: null })
}
