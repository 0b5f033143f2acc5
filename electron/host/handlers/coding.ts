import { randomUUID } from 'node:crypto'
import type { CodingRow } from '../../../shared/contract/coding.ts'
import type { Out, Parsed } from '../../../shared/contract/contract.ts'
import { codableSpan } from '../../../shared/text/codable-span.ts'
import type { Span } from '../../../shared/text/span.ts'
import { applyCode, needCodable } from '../apply-code.ts'
import { nameOf } from '../code-rows.ts'
import { place, uniteEqualCodings } from '../coding-merge.ts'
import type { CommandContext, HandlersOf, QueryContext } from '../context.ts'
import type { SqlValue } from '../database/db.ts'
import { insert, update } from '../database/rows.ts'
import { fail } from '../errors.ts'
import { maySee } from '../sight/hidden-rows.ts'
import { affairCalled } from './cases.ts'
import { createCode } from './code.ts'
import { codingRowsById } from './coding-rows.ts'
import { deleteCodings } from './dependants.ts'

export const codingHandlers: HandlersOf<'coding'> = {
  'coding.inRange': ({ db, study }, { documentId, layer, range }) => {
    const coderId = study.index.coderIdIn(layer, documentId)
    if (coderId === null) return { codings: [] }
    return { codings: codingRowsById(db, study.index.spans.overlapping(documentId, coderId, range.start, range.end)) }
  },

  'coding.apply': (context, { documentId, revisionId, range, codeIds }) => {
    const { text, name } = openedText(context, documentId, revisionId)
    const passage = passageOf(text, range)
    const distinct = [...new Set(codeIds)]
    const ids = distinct.flatMap((codeId) => applyCode(context, documentId, [passage], codeId))
    context.describe({ code: distinct.map((id) => nameOf(context.db, id)).join(', '), document: name })
    return { codings: codingRowsById(context.db, ids) }
  },

  'coding.applyNew': (context, { documentId, revisionId, range, codeIds, ...wanted }) => {
    const { text, name } = openedText(context, documentId, revisionId)
    const passage = passageOf(text, range)
    const codeId = createCode(context, wanted)
    const distinct = [codeId, ...new Set(codeIds)]
    const ids = distinct.flatMap((id) => applyCode(context, documentId, [passage], id))
    context.describe({ code: distinct.map((id) => nameOf(context.db, id)).join(', '), document: name })
    return { codeId, codings: codingRowsById(context.db, ids) }
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
    const passage = passageOf(context.study.index.texts.of(row.documentId), range)
    describeCodings(context, [row])
    if (passage.start !== row.start || passage.end !== row.end) place(context, row, passage)
    const [coding] = codingRowsById(context.db, [id])
    return { coding: coding ?? fail('coding_gone') }
  },

  'coding.setAttributes': (context, { ids, ...change }) => {
    const { db, now } = context
    const rows = ownCodings(context, ids)
    describeCodings(context, rows)
    if (rows.length === 0) return {}
    const { polarity, evidence, certainty, actor, referentCaseId, affair, eventTime } = change
    if (typeof referentCaseId === 'number' && db.pluck('SELECT 1 FROM case_unit WHERE id = ?', referentCaseId) !== 1)
      fail('case_gone')
    const columns: Record<string, SqlValue> = {
      ...(polarity !== undefined && { polarity }),
      ...(evidence !== undefined && { evidence }),
      ...(certainty !== undefined && { certainty }),
      ...(actor !== undefined && { actor: wordsOrNone(actor) }),
      ...(referentCaseId !== undefined && { referent_case_id: referentCaseId }),
      ...(affair !== undefined && { affair_id: affair === null ? null : affairCalled(db, affair) }),
      ...(eventTime !== undefined && { event_time: wordsOrNone(eventTime) }),
    }
    const names = Object.keys(columns)
    for (const { id } of rows) {
      const before = db.get<Record<string, SqlValue>>('SELECT * FROM coding WHERE id = ?', id)
      if (names.some((name) => before?.[name] !== columns[name]))
        update(db, 'coding', id, { ...columns, modified_at: now })
    }
    return {}
  },

  'coding.recode': (context, { ids, to }) => {
    const { db, now } = context
    const rows = ownCodings(context, ids)
    const codeId = goalCode(context, to)
    describeCodings(context, rows)
    context.describe({ to: nameOf(db, codeId) })
    const moving = rows.filter((row) => row.codeId !== codeId).map(({ id }) => id)
    for (const id of moving) update(db, 'coding', id, { code_id: codeId, modified_at: now })
    const became = uniteEqualCodings(context, moving)
    return { codings: codingRowsById(db, [...new Set(rows.map(({ id }) => became.get(id) ?? id))]) }
  },

  'coding.duplicate': (context, { ids, to }) => {
    const { db, now } = context
    const rows = ownCodings(context, ids)
    const codeId = goalCode(context, to)
    describeCodings(context, rows)
    context.describe({ to: nameOf(db, codeId) })
    const made = rows
      .filter((row) => row.codeId !== codeId)
      .map(({ id }) =>
        insert(db, 'coding', {
          ...db.get<Record<string, SqlValue>>(`SELECT ${COPIED} FROM coding WHERE id = ?`, id),
          guid: randomUUID(),
          code_id: codeId,
          decision_id: null,
          created_at: now,
          modified_at: now,
        }),
      )
    const became = uniteEqualCodings(context, made)
    return { codings: codingRowsById(db, [...new Set(became.values())]) }
  },

  'coding.confirm': (context, { ids }) => {
    const rows = ownCodings(context, ids)
    describeCodings(context, rows)
    for (const { id } of rows) update(context.db, 'coding', id, { modified_at: context.now })
    return {}
  },

  'coding.tally': ({ db }, { documentId }) => ({
    counts: db.all<Out<'coding.tally'>['counts'][number]>(
      `SELECT code_id AS codeId, coder_id AS coderId, polarity, count(*) AS count FROM coding WHERE document_id = ? AND start < "end"
       GROUP BY code_id, coder_id, polarity ORDER BY code_id, coder_id, polarity`,
      documentId,
    ),
  }),

  'coding.references': ({ db }) => ({
    villages: db.all<{ id: number; name: string }>(
      `SELECT id, name FROM case_unit WHERE kind = 'village' ORDER BY sort_key, id`,
    ),
    affairs: db.all<{ id: number; name: string }>('SELECT id, name FROM affair ORDER BY name, id'),
  }),

  'coding.usedWords': ({ db }) => {
    const used = (column: 'actor' | 'event_time') =>
      db.pluckAll<string>(
        `SELECT ${column} FROM coding WHERE ${column} IS NOT NULL GROUP BY ${column} ORDER BY count(*) DESC, ${column} LIMIT 200`,
      )
    return { actors: used('actor'), eventTimes: used('event_time') }
  },
}

function goalCode(context: CommandContext, to: Parsed<'coding.recode'>['to']): number {
  if (!('codeId' in to)) return createCode(context, to)
  needCodable(context.db, to.codeId)
  return to.codeId
}

const COPIED = `document_id, start, "end", coder_id, polarity, evidence, actor, referent_case_id, affair_id, event_time,
  certainty, quote_hash`

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

function wordsOrNone(written: string | null): string | null {
  const trimmed = written?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}

/**
 * The current coder's codings among `ids`; those already gone are passed over, as are those that the coder cannot see.
 * Throws `not_your_coding`.
 */
function ownCodings({ db, seen, coderId }: CommandContext, ids: readonly number[]): CodingRow[] {
  const rows = codingRowsById(db, ids).filter((row) => row.coderId === coderId || maySee(seen.db, 'coding', row.id))
  const foreign = rows.find((row) => row.coderId !== coderId)
  if (foreign !== undefined)
    fail('not_your_coding', { coder: db.pluck<string>('SELECT name FROM coder WHERE id = ?', foreign.coderId) ?? '' })
  return rows
}

/** What the undo label says: which codes (five at most) and in which transcripts (two at most). */
function describeCodings({ db, study, describe }: CommandContext, rows: readonly CodingRow[]): void {
  const codes = [...new Set(rows.map((row) => row.codeId))]
  const documents = [...new Set(rows.map((row) => row.documentId))]
  const named = <T>(ids: readonly T[], most: number, name: (id: T) => string): string =>
    ids.slice(0, most).map(name).join(', ') + (ids.length > most ? ' …' : '')
  describe({
    code: named(codes, 5, (id) => nameOf(db, id)),
    document: named(documents, 2, (id) => study.index.documents.get(id)?.name ?? ''),
    count: rows.length,
  })
}
