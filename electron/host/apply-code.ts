import { quoteHash } from '../../shared/text/quote.ts'
import { span, type Span } from '../../shared/text/span.ts'
import { overlappingRuns, unite } from './coding-merge.ts'
import type { CommandContext } from './context.ts'
import type { ReadableDb } from './database/db.ts'
import { insert } from './database/rows.ts'
import { fail } from './errors.ts'
import { nameOf } from './code-rows.ts'
import { codingRowsById } from './handlers/coding-rows.ts'
import type { CodingRow } from '../../shared/contract/coding.ts'

/**
 * Puts a code on passages of one document as the current coder. A new coding takes no attributes; where the coder has
 * put the code on overlapping text already, likewise without attributes, that coding grows instead. Passages must be
 * ones that `codableSpan` gave; those that overlap each other become one.
 *
 * To be called once per code and document in an operation: it sees the codings as they were before the operation.
 * Returns the ids of the codings the passages now lie in, in the order of the text. Throws `code_gone`,
 * `code_not_codable` (code).
 */
export function applyCode(
  context: CommandContext,
  documentId: number,
  passages: readonly Span[],
  codeId: number,
): number[] {
  needCodable(context.db, codeId)
  const { spans } = context.study.index
  const near = new Set(passages.flatMap(({ start, end }) => spans.overlapping(documentId, context.coderId, start, end)))
  const own = codingRowsById(context.db, [...near]).filter((row) => row.codeId === codeId && isPlain(row))
  const parts: (Span | CodingRow)[] = [...passages, ...own].toSorted((a, b) => a.start - b.start || b.end - a.end)
  return overlappingRuns(parts).flatMap((run) => {
    const rows = run.filter((part) => 'id' in part)
    if (rows.length === run.length) return []
    const whole = span(Math.min(...run.map(({ start }) => start)), Math.max(...run.map(({ end }) => end)))
    return [rows.length > 0 ? unite(context, rows, whole) : insertPlain(context, documentId, whole, codeId)]
  })
}

/** Throws `code_gone`, `code_not_codable` (code) where a code cannot be put on text. */
export function needCodable(db: ReadableDb, codeId: number): void {
  const codable = db.pluck<number>('SELECT codable FROM code WHERE id = ?', codeId)
  if (codable === undefined) fail('code_gone')
  if (codable === 0) fail('code_not_codable', { code: nameOf(db, codeId) })
}

function insertPlain(
  { db, study, coderId, now }: CommandContext,
  documentId: number,
  { start, end }: Span,
  codeId: number,
): number {
  return insert(db, 'coding', {
    document_id: documentId,
    start,
    end,
    code_id: codeId,
    coder_id: coderId,
    polarity: 'affirmed',
    evidence: 'self',
    actor: null,
    referent_case_id: null,
    affair_id: null,
    event_time: null,
    certainty: null,
    quote_hash: quoteHash(study.index.texts.of(documentId).slice(start, end)),
    decision_id: null,
    created_at: now,
    modified_at: now,
  })
}

function isPlain(row: CodingRow): boolean {
  return (
    row.polarity === 'affirmed' &&
    row.evidence === 'self' &&
    row.actor === null &&
    row.referentCaseId === null &&
    row.affairId === null &&
    row.eventTime === null &&
    row.certainty === null
  )
}
