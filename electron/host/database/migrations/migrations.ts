import type { WritableDb } from '../db.ts'
import { format2 } from './format-2.ts'

/**
 * A step from one format of the study file to the next. Released steps are never edited: what a released file becomes
 * must not depend on the version of Tianye that opens it.
 */
export interface Migration {
  /** The format it makes, from the one before. */
  readonly to: number
  /** Runs in one transaction with all later steps, foreign keys off (they are checked at the end), nothing logged. */
  readonly up: (db: WritableDb) => void
}

/** Format 1 is `schema.ts`; the steps to later formats stand here in order. */
export const MIGRATIONS: readonly Migration[] = [format2]
