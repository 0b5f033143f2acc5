import { createHash } from 'node:crypto'
import { paragraphAround } from '../../../shared/text/paragraphs.ts'
import { quoteHash } from '../../../shared/text/quote.ts'
import { readHeading } from '../../../shared/text/transcript/sections.ts'
import type { CommandContext } from '../context.ts'
import type { WritableDb } from '../database/db.ts'
import { insert, update } from '../database/rows.ts'
import { mapAnchors, type AnchorMapping, type MappedRow } from './map-anchors.ts'
import type { CorrectionPlan } from './plan-correction.ts'

/** What a correction does to a text, whatever it was planned from. */
export type CorrectedText = Pick<CorrectionPlan, 'documentId' | 'revisionId' | 'before' | 'after' | 'splices'>

/** A revision that was made in another copy of the study: it stays the one it was. */
export interface RevisionOrigin {
  readonly guid: string
  readonly coderId: number | null
  readonly at: number
}

/** Makes the new revision and takes every anchored row along. Returns its id. */
export function writeCorrection(
  { db, coderId, now }: Pick<CommandContext, 'db' | 'coderId' | 'now'>,
  plan: CorrectedText,
  mappings: readonly AnchorMapping[] = mapAnchors(db, plan),
  origin: RevisionOrigin | null = null,
): number {
  const { documentId, after } = plan
  const hash = createHash('sha256').update(after).digest('hex')
  db.run('INSERT INTO text (hash, content) VALUES (?, ?) ON CONFLICT DO NOTHING', hash, after)
  const revisionId = insert(db, 'document_revision', {
    document_id: documentId,
    parent_id: plan.revisionId,
    text_hash: hash,
    length: after.length,
    splices: JSON.stringify(plan.splices),
    coder_id: origin === null ? coderId : origin.coderId,
    at: origin?.at ?? now,
    ...(origin !== null && { guid: origin.guid }),
  })
  update(db, 'document', documentId, { revision_id: revisionId })
  for (const mapping of mappings) moveRows(db, plan, mapping)
  return revisionId
}

function moveRows(db: WritableDb, plan: CorrectedText, { table, offsets, shift, rows }: AnchorMapping): void {
  // First those behind, so that none that is moved behind now is moved twice.
  if (shift.by !== 0 && shift.count > 0)
    db.run(
      `UPDATE ${table} SET ${offsets.map((column) => `"${column}" = "${column}" + ?`).join(', ')}
       WHERE document_id = ? AND start > ?`,
      ...offsets.map(() => shift.by),
      plan.documentId,
      shift.behind,
    )
  for (const row of rows) update(db, table, row.id, { ...row.changes, ...wordsOf(db, plan, table, row) })
}

/** What else a row says of its words. A lost passage keeps the checksum of the words it stood on: so it is known again. */
function wordsOf(
  db: WritableDb,
  { before, after }: CorrectedText,
  table: AnchorMapping['table'],
  { id, from, to, effect }: MappedRow,
): Record<string, string> {
  if (table === 'coding' && effect === 'changed') return { quote_hash: quoteHash(after.slice(to.start, to.end)) }
  if (table !== 'section') return {}
  const line = lineAt(after, to.start)
  const title = readHeading(line, 0, true)?.title ?? line
  if (line === lineAt(before, from.start) || title === '') return {}
  return db.pluck<string>('SELECT title FROM section WHERE id = ?', id) === title ? {} : { title }
}

function lineAt(text: string, offset: number): string {
  const { start, end } = paragraphAround(text, offset)
  return text.slice(start, end).trim()
}
