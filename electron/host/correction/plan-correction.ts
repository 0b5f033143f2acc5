import type { z } from 'zod'
import type { correctionChangeSchema } from '../../../shared/contract/correction.ts'
import { cleanText } from '../../../shared/text/clean.ts'
import { isInsideSurrogatePair } from '../../../shared/text/offsets.ts'
import { forbiddenSplice } from '../../../shared/text/correctable.ts'
import { paragraphAround } from '../../../shared/text/paragraphs.ts'
import { diffText } from '../../../shared/text/splice-diff.ts'
import {
  applySplices,
  composeSplices,
  invertSplices,
  splicesSchema,
  type Splice,
} from '../../../shared/text/splices.ts'
import type { QueryContext } from '../context.ts'
import type { ReadableDb } from '../database/db.ts'
import { fail } from '../errors.ts'
import { openedText } from '../handlers/coding.ts'
import { turnsOf } from '../index/turns.ts'

export type CorrectionChange = z.output<typeof correctionChangeSchema>

export interface CorrectionPlan {
  readonly documentId: number
  readonly document: string
  readonly revisionId: number
  readonly before: string
  readonly after: string
  readonly splices: readonly Splice[]
  /** Ref of the turn in which the first change lies, else an empty string. */
  readonly turnRef: string
}

/** Offsets must fit the index's arrays (`coding-table.ts`); imports are limited alike. */
const LONGEST = 2 ** 26

/**
 * What a correction makes of the text, as splices. Throws `document_gone`, `document_changed`, `correction_outside`,
 * `correction_turns`, `revision_gone`, `text_too_long`.
 */
export function planCorrection(
  context: QueryContext,
  documentId: number,
  revisionId: number,
  change: CorrectionChange,
): CorrectionPlan {
  const { text: before, name } = openedText(context, documentId, revisionId)
  const splices =
    change.kind === 'edit'
      ? splicesOfEdit(before, change.range, change.text)
      : splicesBackTo(context.db, documentId, revisionId, change.revisionId)
  const turns = turnsOf(context.db, documentId)
  const forbidden = forbiddenSplice(before, turns, splices)
  if (forbidden !== null) fail('correction_turns', { ref: turns[forbidden.turn]?.ref ?? '' })
  const after = applySplices(before, splices)
  if (after.length > LONGEST) fail('text_too_long', { document: name })
  const first = splices[0]?.at ?? 0
  const turn = turns.findLast(({ start, end }) => start <= first && first <= end)
  return { documentId, document: name, revisionId, before, after, splices, turnRef: turn?.ref ?? '' }
}

/**
 * The difference is taken of whole paragraphs: there both versions begin and end between characters, whatever the range
 * cuts and whatever combining mark was typed at its edge.
 */
function splicesOfEdit(text: string, range: { start: number; end: number }, words: string): Splice[] {
  if (range.start > range.end || range.end > text.length) fail('correction_outside')
  const from = paragraphAround(text, range.start).start
  const to = paragraphAround(text, range.end).end
  // Half a character is none that a file could keep.
  const start = range.start - (isInsideSurrogatePair(text, range.start) ? 1 : 0)
  const end = range.start === range.end ? start : range.end + (isInsideSurrogatePair(text, range.end) ? 1 : 0)
  const edited = text.slice(from, start) + cleanText(words).text + text.slice(end, to)
  return diffText(text.slice(from, to), edited, from)
}

/** Everything since `to`, taken back in one. `to` must be a revision from which the current one comes. */
function splicesBackTo(db: ReadableDb, documentId: number, current: number, to: number): Splice[] {
  let back: Splice[] = []
  for (let at: number | null = current; at !== to;) {
    const revision: { parentId: number | null; splices: string | null } | undefined = db.get(
      'SELECT parent_id AS parentId, splices FROM document_revision WHERE id = ? AND document_id = ?',
      at ?? 0,
      documentId,
    )
    if (revision === undefined) fail('revision_gone')
    back = composeSplices(back, invertSplices(readSplices(revision.splices)))
    at = revision.parentId
  }
  return back
}

/** The splices of a revision as they are stored; none for a first one. */
export function readSplices(stored: string | null): Splice[] {
  return stored === null ? [] : splicesSchema.parse(JSON.parse(stored))
}
