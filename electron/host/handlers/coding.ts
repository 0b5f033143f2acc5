import type { CodingRow } from '../../../shared/contract/coding.ts'
import { codableSpan } from '../../../shared/text/codable-span.ts'
import { quoteHash } from '../../../shared/text/quote.ts'
import { span, type Span } from '../../../shared/text/span.ts'
import type { CommandContext, HandlersOf, QueryContext } from '../context.ts'
import { insert, update } from '../database/rows.ts'
import { fail } from '../errors.ts'
import { nameOf } from './code.ts'
import { codingRowsById, codingRowsInRange } from './coding-rows.ts'
import { deleteCodings } from './dependants.ts'

export const codingHandlers: HandlersOf<'coding'> = {
  'coding.inRange': ({ db, study }, { documentId, layer, range }) => {
    const coderId = study.index.coderIdIn(layer, documentId)
    return { codings: coderId === null ? [] : codingRowsInRange(db, documentId, coderId, range.start, range.end) }
  },

  'coding.apply': (context, { documentId, revisionId, range, codeIds }) => {
    const { text, name } = openedText(context, documentId, revisionId)
    const passage = passageOf(text, range)
    const codings = [...new Set(codeIds)].map((codeId) => applyOne(context, documentId, text, passage, codeId))
    context.describe({ code: [...new Set(codeIds)].map((id) => nameOf(context.db, id)).join(', '), document: name })
    return { codings: codingRowsById(context.db, codings) }
  },

  'coding.remove': (context, { ids }) => {
    const rows = ownCodings(context, ids)
    describeCodings(context, rows)
    deleteCodings(
      context.db,
      rows.map((row) => row.id),
    )
    return {}
  },

  'coding.resize': (context, { id, range }) => {
    const [row] = ownCodings(context, [id])
    if (row === undefined) fail('coding_gone')
    const text = context.study.index.texts.of(row.documentId)
    const passage = passageOf(text, range)
    describeCodings(context, [row])
    if (passage.start !== row.start || passage.end !== row.end) place(context, id, text, passage)
    const [coding] = codingRowsById(context.db, [id])
    return { coding: coding ?? fail('coding_gone') }
  },

  'coding.setAttributes': (context, { ids, ...change }) => {
    const rows = ownCodings(context, ids)
    describeCodings(context, rows)
    for (const row of rows)
      update(context.db, 'coding', row.id, {
        ...(change.polarity !== undefined && { polarity: change.polarity }),
        ...(change.evidence !== undefined && { evidence: change.evidence }),
        ...(change.certainty !== undefined && { certainty: change.certainty }),
        ...(change.actor !== undefined && { actor: change.actor }),
        ...(change.referentCaseId !== undefined && { referent_case_id: change.referentCaseId }),
        modified_at: context.now,
      })
    return {}
  },
}

/** The text that the caller saw. Throws `document_gone`, `document_changed` where it has been corrected since. */
export function openedText(
  { study }: QueryContext,
  documentId: number,
  revisionId: number,
): { text: string; name: string } {
  const document = study.index.documents.get(documentId) ?? fail('document_gone')
  if (document.revisionId !== revisionId) fail('document_changed', { document: document.name })
  return { text: study.index.texts.of(documentId), name: document.name }
}

/** The passage a selection means. Throws `range_outside`, `range_empty`. */
export function passageOf(text: string, range: Span): Span {
  if (range.start > range.end || range.end > text.length) fail('range_outside')
  return codableSpan(text, range) ?? fail('range_empty')
}

/** A new coding takes no attributes; another one of the same code with the same attributes on touched text grows. */
function applyOne(context: CommandContext, documentId: number, text: string, passage: Span, codeId: number): number {
  const { db, coderId, now } = context
  const codable = db.pluck<number>('SELECT codable FROM code WHERE id = ?', codeId)
  if (codable === undefined) fail('code_gone')
  if (codable === 0) fail('code_not_codable', { code: nameOf(db, codeId) })
  const [first, ...others] = codingRowsInRange(db, documentId, coderId, passage.start, passage.end).filter(
    (row) => row.codeId === codeId && isPlain(row),
  )
  if (first === undefined)
    return insert(db, 'coding', {
      document_id: documentId,
      start: passage.start,
      end: passage.end,
      code_id: codeId,
      coder_id: coderId,
      polarity: 'affirmed',
      evidence: 'self',
      actor: null,
      referent_case_id: null,
      affair_id: null,
      event_time: null,
      certainty: null,
      quote_hash: quoteHash(text.slice(passage.start, passage.end)),
      decision_id: null,
      created_at: now,
      modified_at: now,
    })
  const all = [first, ...others]
  const union = span(
    Math.min(passage.start, ...all.map((row) => row.start)),
    Math.max(passage.end, ...all.map((row) => row.end)),
  )
  // What hangs on the others (memos) moves to the one that stays.
  for (const other of others) db.run('UPDATE memo SET coding_id = ? WHERE coding_id = ?', first.id, other.id)
  deleteCodings(
    db,
    others.map((row) => row.id),
  )
  if (union.start !== first.start || union.end !== first.end) place(context, first.id, text, union)
  return first.id
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

function place({ db, now }: CommandContext, id: number, text: string, { start, end }: Span): void {
  update(db, 'coding', id, { start, end, quote_hash: quoteHash(text.slice(start, end)), modified_at: now })
}

/** The current coder's codings among `ids`; those already gone are passed over. Throws `not_your_coding`. */
function ownCodings({ db, coderId }: CommandContext, ids: readonly number[]): CodingRow[] {
  const rows = codingRowsById(db, ids)
  const foreign = rows.find((row) => row.coderId !== coderId)
  if (foreign !== undefined)
    fail('not_your_coding', { coder: db.pluck<string>('SELECT name FROM coder WHERE id = ?', foreign.coderId) ?? '' })
  return rows
}

function describeCodings(context: CommandContext, rows: readonly CodingRow[]): void {
  const codes = [...new Set(rows.map((row) => row.codeId))]
  context.describe({
    code: codes
      .slice(0, 5)
      .map((id) => nameOf(context.db, id))
      .join(', '),
    count: rows.length,
  })
}
