import type { ReadableDb } from '../database/db.ts'
import type { RowTable } from './merge-tables.ts'
import type { Row } from './references.ts'

/** How rows are found that mean the same thing and were made twice: both say, or need, that there is only one such. */
const FOUND_BY: Partial<Record<RowTable, string>> = {
  coder: `SELECT guid FROM coder WHERE name = :name AND kind = 'person' ORDER BY id`,
  wave: 'SELECT guid FROM wave WHERE name = :name ORDER BY id',
  affair: 'SELECT guid FROM affair WHERE name = :name ORDER BY id',
  case_unit: 'SELECT guid FROM case_unit WHERE kind = :kind AND name = :name AND parent_id IS :parent_id ORDER BY id',
  code_text: 'SELECT guid FROM code_text WHERE code_id = :code_id AND language = :language',
  attribute: 'SELECT guid FROM attribute WHERE owner_kind = :owner_kind AND name = :name',
  attribute_value: `SELECT guid FROM attribute_value
    WHERE attribute_id = :attribute_id AND case_id IS :case_id AND document_id IS :document_id ORDER BY id`,
  // A transcript lies in one village.
  case_span: `SELECT s.guid FROM case_span s JOIN case_unit c ON c.id = s.case_id AND c.kind = 'village'
    WHERE s.document_id = :document_id AND s.start IS NULL AND :start IS NULL ORDER BY s.id`,
  episode_primary: 'SELECT guid FROM episode_primary WHERE episode_id = :episode_id AND dimension = :dimension',
  summary_coding: 'SELECT guid FROM summary_coding WHERE summary_id = :summary_id AND coding_id = :coding_id',
  assignment: 'SELECT guid FROM assignment WHERE coder_id = :coder_id AND document_id = :document_id',
}

/** Guid of the row here that means the same as `row`, which has the ids of this file. */
export function twinOf(db: ReadableDb, table: RowTable, row: Row): string | undefined {
  const statement = FOUND_BY[table]
  if (statement === undefined) return undefined
  const names: string[] = []
  const sql = statement.replace(/:(\w+)/g, (_, name: string) => {
    names.push(name)
    return '?'
  })
  return db.pluck<string>(sql, ...names.map((name) => row[name] ?? null))
}
