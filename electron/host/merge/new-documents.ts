import { z } from 'zod'
import { languageTagSchema } from '../../../shared/contract/values.ts'
import type { WritableDb } from '../database/db.ts'
import { insert } from '../database/rows.ts'
import type { LoggedTable } from '../database/schema.ts'
import { nextSortKey } from '../handlers/cases.ts'
import type { MergeSide } from './merge-side.ts'
import type { Row } from './references.ts'

/** A transcript that is in the other file only, as it is there now: without its past and its source. */
export interface NewDocument {
  readonly language: string
  readonly sourceName: string | null
  readonly revision: string
  readonly hash: string
  readonly text: string
  /** Guid of who made this revision there, and when. */
  readonly coder: string | null
  readonly at: number
  readonly turns: readonly (z.output<typeof turnSchema> & { readonly speaker: string | null })[]
  readonly sections: readonly z.output<typeof sectionSchema>[]
}

/** Offsets must fit the index's arrays; imports are limited alike. */
const LONGEST = 2 ** 26

const words = z.string().max(2_000)
const offset = z.int().min(0)
const turnSchema = z.strictObject({
  ref: words,
  start: offset,
  speechStart: offset,
  end: offset,
  speakerId: z.int().positive().nullable(),
  fromMs: z.int().nullable(),
  toMs: z.int().nullable(),
})
const sectionSchema = z.strictObject({ start: offset, level: z.int().min(0).max(20), title: words })
const documentSchema = z.strictObject({
  language: languageTagSchema,
  sourceName: words.nullable(),
  revision: z.string().min(1),
  hash: z.string(),
  length: offset,
  coderId: z.int().nullable(),
  at: offset,
})

/** null: it is not such as Tianye writes. */
export function readNewDocument(side: MergeSide, guid: string): NewDocument | null {
  const id = side.idOf('document', guid) ?? 0
  const document = documentSchema.safeParse(
    side.db.get(
      `SELECT d.language, d.source_name AS sourceName, r.guid AS revision, r.text_hash AS hash, r.length,
         r.coder_id AS coderId, r.at
       FROM document d JOIN document_revision r ON r.id = d.revision_id AND r.document_id = d.id WHERE d.id = ?`,
      id,
    ),
  )
  const turns = z.array(turnSchema).safeParse(
    side.db.all(
      `SELECT ref, start, speech_start AS speechStart, "end", speaker_id AS speakerId, from_ms AS fromMs, to_ms AS toMs
         FROM turn WHERE document_id = ? ORDER BY start, id`,
      id,
    ),
  )
  const sections = z
    .array(sectionSchema)
    .safeParse(side.db.all('SELECT start, level, title FROM section WHERE document_id = ? ORDER BY start, id', id))
  if (!document.success || !turns.success || !sections.success) return null
  const { length, coderId, ...facts } = document.data
  const text = side.textOf(facts.revision)
  if (text === undefined || text.length !== length || length > LONGEST || !areInOrder(turns.data, length)) return null
  if (sections.data.some(({ start }) => start > length)) return null
  return {
    ...facts,
    text,
    coder: coderId === null ? null : side.guidOf('coder', coderId),
    turns: turns.data.map((turn) => ({
      ...turn,
      speaker: turn.speakerId === null ? null : side.guidOf('speaker', turn.speakerId),
    })),
    sections: sections.data,
  }
}

function areInOrder(turns: readonly z.output<typeof turnSchema>[], length: number): boolean {
  let last = 0
  for (const { start, speechStart, end } of turns) {
    if (start < last || speechStart < start || end < speechStart || end > length) return false
    last = end
  }
  return true
}

export interface DocumentPlace {
  readonly id: number
  readonly guid: string
  /** Columns that are merged: its name, wave and date. */
  readonly facts: Row
}

/** Writes the document with its text and headings; its turns come when its speakers are there (`writeTurns`). */
export function writeNewDocument(
  db: WritableDb,
  { language, sourceName, revision, hash, text, coder, at, sections }: NewDocument,
  { id, guid, facts }: DocumentPlace,
  idOf: (table: LoggedTable, guid: string) => number | null,
): void {
  db.run('INSERT INTO text (hash, content) VALUES (?, ?) ON CONFLICT DO NOTHING', hash, text)
  const revisionId = (db.pluck<number>(`SELECT seq FROM sqlite_sequence WHERE name = 'document_revision'`) ?? 0) + 1
  insert(db, 'document', {
    id,
    guid,
    language,
    revision_id: revisionId,
    source_hash: null,
    source_name: sourceName,
    parallel_of: null,
    coder_of_record_id: null,
    sort_key: nextSortKey(db, 'document'),
    ...facts,
  })
  insert(db, 'document_revision', {
    id: revisionId,
    guid: revision,
    document_id: id,
    parent_id: null,
    text_hash: hash,
    length: text.length,
    splices: null,
    coder_id: coder === null ? null : idOf('coder', coder),
    at,
  })
  for (const section of sections) insert(db, 'section', { document_id: id, ...section })
}

export function writeTurns(
  db: WritableDb,
  { turns }: NewDocument,
  documentId: number,
  idOf: (table: LoggedTable, guid: string) => number | null,
): void {
  for (const { ref, start, speechStart, end, speaker, fromMs, toMs } of turns)
    insert(db, 'turn', {
      document_id: documentId,
      ref,
      start,
      speech_start: speechStart,
      end,
      speaker_id: speaker === null ? null : idOf('speaker', speaker),
      from_ms: fromMs,
      to_ms: toMs,
    })
}
