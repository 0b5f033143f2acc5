import type { CodeRow, CodeText } from '../../shared/contract/code.ts'
import type { ReadableDb } from './database/db.ts'
import { fail } from './errors.ts'

/** The codebook as the file has it. */

interface CodeTableRow {
  id: number
  parentId: number | null
  label: string | null
  colour: string
  shortcut: string | null
  codable: number
}

/** All codes, parents before children, siblings in their order. */
export function codeRows(db: ReadableDb): CodeRow[] {
  const texts = Map.groupBy(
    db.all<CodeText & { codeId: number }>(
      'SELECT code_id AS codeId, language, name, definition, include, exclude, example FROM code_text ORDER BY id',
    ),
    (text) => text.codeId,
  )
  const children = Map.groupBy(
    db.all<CodeTableRow>(
      `SELECT id, parent_id AS parentId, label, colour, shortcut, codable FROM code ORDER BY sort_key, id`,
    ),
    (code) => code.parentId,
  )
  const rows: CodeRow[] = []
  const visit = (parentId: number | null) => {
    for (const [position, code] of (children.get(parentId) ?? []).entries()) {
      rows.push({
        ...code,
        codable: code.codable === 1,
        position,
        texts: (texts.get(code.id) ?? []).map(({ codeId: _, ...text }) => text),
      })
      visit(code.id)
    }
  }
  visit(null)
  return rows
}

/** Ids and parents of all codes in tree order. */
export function codeTree(db: ReadableDb): { id: number; parentId: number | null }[] {
  const children = childrenByParent(db)
  const visit = (parentId: number | null): { id: number; parentId: number | null }[] =>
    (children.get(parentId) ?? []).flatMap((id) => [{ id, parentId }, ...visit(id)])
  return visit(null)
}

/** Throws `code_gone`. */
export function needCode(db: ReadableDb, id: number): CodeTableRow {
  return (
    db.get<CodeTableRow>(
      'SELECT id, parent_id AS parentId, label, colour, shortcut, codable FROM code WHERE id = ?',
      id,
    ) ?? fail('code_gone')
  )
}

/** How a code is called in messages: its label, else its first name. */
export function nameOf(db: ReadableDb, id: number): string {
  return (
    db.pluck<string>(
      `SELECT coalesce(c.label, (SELECT t.name FROM code_text t WHERE t.code_id = c.id ORDER BY t.id LIMIT 1))
       FROM code c WHERE c.id = ?`,
      id,
    ) ?? '?'
  )
}

export function childrenByParent(db: ReadableDb): Map<number | null, number[]> {
  const children = new Map<number | null, number[]>()
  for (const [id, parentId] of db.rows<[number, number | null]>(
    'SELECT id, parent_id FROM code ORDER BY sort_key, id',
  )) {
    const siblings = children.get(parentId)
    if (siblings === undefined) children.set(parentId, [id])
    else siblings.push(id)
  }
  return children
}

/** A code and all its descendants. */
export function branchIds(db: ReadableDb, id: number): number[] {
  return db.pluckAll<number>(
    `WITH RECURSIVE branch (id) AS (SELECT ? UNION SELECT c.id FROM code c JOIN branch b ON c.parent_id = b.id)
     SELECT id FROM branch`,
    id,
  )
}

/** In their order. */
export function siblingIds(db: ReadableDb, parentId: number | null): number[] {
  return db.pluckAll<number>('SELECT id FROM code WHERE parent_id IS ? ORDER BY sort_key, id', parentId)
}
