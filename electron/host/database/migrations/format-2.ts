import type { Migration } from './migrations.ts'

/**
 * Format 2: conflicts of bring-backs, kept until somebody decides them.
 *
 * `theirs` is the row as the returning coder left it, as JSON with guids in the place of ids (null: they deleted it);
 * `coder_id` is who returned it, `verdict` null while it is open. The row is named by its guid and not by a reference:
 * a conflict outlives what it is about, and deleting that row must not be refused for its sake.
 */
export const format2: Migration = {
  to: 2,
  up(db) {
    db.exec(`CREATE TABLE conflict (id INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT NOT NULL UNIQUE,
      table_name TEXT NOT NULL, row_guid TEXT NOT NULL, theirs TEXT, coder_id INTEGER NOT NULL REFERENCES coder (id),
      verdict TEXT CHECK (verdict IN ('ours', 'theirs')), decided_by INTEGER REFERENCES coder (id),
      at INTEGER NOT NULL, CHECK ((verdict IS NULL) = (decided_by IS NULL))) STRICT`)
    db.exec('CREATE INDEX conflict_row ON conflict (row_guid)')
    db.exec('CREATE INDEX conflict_by_coder_id ON conflict (coder_id)')
    db.exec('CREATE INDEX conflict_by_decided_by ON conflict (decided_by) WHERE decided_by IS NOT NULL')
  },
}
