import type { CaseRow } from '../../../shared/contract/document.ts'
import type { ReadableDb } from '../database/db.ts'
import type { DocumentFacts } from '../index/document-facts.ts'

/** All cases in the user's order, each with the interviews held there or with them. */
export function casesOf(db: ReadableDb, documents: Iterable<DocumentFacts>): CaseRow[] {
  const cases = db.all<Omit<CaseRow, 'documentIds' | 'attributes'>>(
    'SELECT id, parent_id AS parentId, kind, name, role FROM case_unit ORDER BY sort_key, id',
  )
  const attributes = new Map(
    db.rows<[number, number]>(
      'SELECT case_id, count(*) FROM attribute_value WHERE case_id IS NOT NULL GROUP BY case_id',
    ),
  )
  const above = new Map(cases.map(({ id, parentId }) => [id, parentId]))
  const interviews = new Map<number, Set<number>>()
  for (const { id, parallelOf, villageId, respondents } of documents) {
    if (parallelOf !== null) continue
    const held = new Set<number>(villageId === null ? [] : [villageId])
    for (const { caseId } of respondents)
      for (let at: number | null = caseId; at !== null && !held.has(at); at = above.get(at) ?? null) held.add(at)
    for (const caseId of held) interviews.set(caseId, (interviews.get(caseId) ?? new Set()).add(id))
  }
  return cases.map((row) => ({
    ...row,
    documentIds: [...(interviews.get(row.id) ?? [])],
    attributes: attributes.get(row.id) ?? 0,
  }))
}
