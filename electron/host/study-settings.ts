import { z } from 'zod'
import { drawRecordSchema } from '../../shared/contract/assignment.ts'
import type { ReadableDb, WritableDb } from './database/db.ts'
import { update } from './database/rows.ts'

/** Settings that belong to the study (column `meta.settings`), not to a user. Unknown ones are kept as they are. */
const studySettingsSchema = z.object({
  stopList: z.object({ added: z.array(z.string()), removed: z.array(z.string()) }).catch({ added: [], removed: [] }),
  /** Drawings of samples for double coding, the oldest first. */
  draws: z.array(drawRecordSchema).catch([]),
  /** Whether colleagues' work is hidden until both have finished a transcript; see `sight/`. */
  blind: z.boolean().catch(false),
})
export type StudySettings = z.output<typeof studySettingsSchema>

/** The settings, each with its default where it is missing or unreadable. */
export function studySettings(db: ReadableDb): StudySettings {
  return studySettingsSchema.parse({ stopList: null, draws: null, blind: false, ...storedSettings(db) })
}

export function updateStudySettings(db: WritableDb, change: Partial<StudySettings>): void {
  update(db, 'meta', 1, { settings: JSON.stringify({ ...storedSettings(db), ...change }) })
}

/** The stored settings as they go to a colleague: without what names transcripts that may stay here. */
export function settingsToHandOut(stored: string): string {
  const { draws: _, ...rest } = parsed(stored)
  return JSON.stringify(rest)
}

function storedSettings(db: ReadableDb): Record<string, unknown> {
  return parsed(db.pluck<string>('SELECT settings FROM meta WHERE id = 1') ?? '{}')
}

function parsed(text: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).catch({}).parse(JSON.parse(text))
  } catch {
    return {}
  }
}
