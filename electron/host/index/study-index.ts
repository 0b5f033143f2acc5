import type { ChangeRow } from '../database/change-log.ts'
import type { ReadableDb } from '../database/db.ts'

/**
 * Derived state of an open study: filled at first use, patched from the change log, dropped at will. Nothing here is
 * stored, and every part can be compared with a fresh one.
 */
export class StudyIndex {
  readonly db: ReadableDb

  constructor(db: ReadableDb) {
    this.db = db
  }

  /** Called after every committed operation with the rows it changed; null where there were too many to list. */
  apply(_changes: readonly ChangeRow[] | null): void {}
}
