import type { z } from 'zod'
import type { In, Out, Parsed } from '../../../shared/contract/contract.ts'
import type { anchoredTableSchema, LostAnchor } from '../../../shared/contract/correction.ts'
import { utf16 } from '../../../shared/text/offsets.ts'
import { contextOf, quoteFinder, quoteHash } from '../../../shared/text/quote.ts'
import { span, type Span } from '../../../shared/text/span.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import type { ReadableDb } from '../database/db.ts'
import { nameOfRow } from '../database/names.ts'
import { update } from '../database/rows.ts'
import { fail } from '../errors.ts'
import { openedText, passageOf } from '../handlers/coding.ts'
import { turnsOf } from '../index/turns.ts'
import { maySee } from '../sight/hidden-rows.ts'
import { lineContext, textOfRevision, turnRefAt } from './revisions.ts'

type Table = z.output<typeof anchoredTableSchema>

/** What people marked and a correction can leave without words. Turns keep their labels, headings are places. */
const LOSABLE = ['coding', 'episode', 'decision', 'case_span'] as const
type LosableTable = (typeof LOSABLE)[number]

const MOST_LISTED = 200
const MOST_CANDIDATES = 5
/** Code units of a quotation that are sent. */
const QUOTED = 2000

interface LostRow {
  readonly table: LosableTable
  readonly id: number
  readonly documentId: number
  readonly at: number
  readonly codeId: number | null
  readonly coderId: number | null
}

/** Rows that stand on nothing, in the order of the documents and of the text, with where their words stand now. */
export function lostAnchors(context: QueryContext, documentId: number | null): Out<'correction.lost'> {
  const rows = LOSABLE.flatMap((table) => lostRows(context.db, table, { documentId }))
  const listed = rows.toSorted((a, b) => a.documentId - b.documentId || a.at - b.at).slice(0, MOST_LISTED)
  const lost = [...Map.groupBy(listed, (row) => row.documentId)].flatMap(([id, own]) => describe(context, id, own))
  return { total: rows.length, lost }
}

function lostRows(
  db: ReadableDb,
  table: LosableTable,
  only: { readonly documentId?: number | null; readonly id?: number },
): LostRow[] {
  const codeId = table === 'coding' ? 'code_id' : 'NULL'
  const coderId = table === 'case_span' ? 'NULL' : 'coder_id'
  return db.all<LostRow>(
    `SELECT '${table}' AS "table", id, document_id AS documentId, start AS "at", ${codeId} AS codeId, ${coderId} AS coderId
     FROM ${table} WHERE start = "end" AND (? IS NULL OR document_id = ?) AND (? IS NULL OR id = ?) ORDER BY start, id`,
    only.documentId ?? null,
    only.documentId ?? null,
    only.id ?? null,
    only.id ?? null,
  )
}

function describe(context: QueryContext, documentId: number, rows: readonly LostRow[]): LostAnchor[] {
  const { db, study, coderId } = context
  const document = study.index.documents.get(documentId)
  if (document === undefined) return []
  const text = study.index.texts.of(documentId)
  const turns = turnsOf(db, documentId)
  const find = quoteFinder(text)
  const texts = new Map<number, string | undefined>()
  return rows.map(({ at, ...row }) => {
    const last = lastPlace(db, row.table, row.id, at)
    if (last !== null && !texts.has(last.revisionId)) texts.set(last.revisionId, textOfRevision(db, last.revisionId))
    const was = last === null ? undefined : texts.get(last.revisionId)
    const quote = last === null || was === undefined ? null : was.slice(last.place.start, last.place.end)
    const around = last === null || was === undefined ? contextOf(text, span(at, at)) : contextOf(was, last.place)
    const shown = last === null || was === undefined ? lineContext(text, span(at, at)) : lineContext(was, last.place)
    return {
      ...row,
      at: utf16(at),
      document: document.name,
      revisionId: document.revisionId,
      own: isOwn(row.table, row.coderId, coderId),
      quote: quote?.slice(0, QUOTED) ?? null,
      before: shown.prefix,
      after: shown.suffix,
      candidates: (quote === null ? [] : find(quote, { near: at, ...around }))
        .slice(0, MOST_CANDIDATES)
        .map(({ start, end, exact }) => {
          const { prefix, suffix } = lineContext(text, { start, end })
          const turnRef = turnRefAt(turns, start)
          return {
            start,
            end,
            exact,
            turnRef,
            before: prefix,
            quote: text.slice(start, end).slice(0, QUOTED),
            after: suffix,
          }
        }),
    }
  })
}

/** The last place at which a row had words, and the revision in which it had them: read off the change log. */
function lastPlace(db: ReadableDb, table: Table, id: number, at: number): { place: Span; revisionId: number } | null {
  let place = span(at, at)
  for (const [operationId, before] of db.rows<[number, string]>(
    `SELECT operation_id, before FROM change WHERE table_name = ? AND pk = ? AND kind = 'update' ORDER BY id DESC`,
    table,
    id,
  )) {
    const { start, end } = JSON.parse(before) as { start?: number; end?: number }
    place = span(start ?? place.start, end ?? place.end)
    if (place.start >= place.end) continue
    const revisionId = db.pluck<number>(
      `SELECT before ->> 'revision_id' FROM change WHERE operation_id = ? AND table_name = 'document' AND kind = 'update'`,
      operationId,
    )
    return revisionId === undefined ? null : { place, revisionId }
  }
  return null
}

/** Codings and episodes are their coder's; cases and decisions are the study's. */
function isOwn(table: LosableTable, owner: number | null, coderId: number | null): boolean {
  return table === 'case_span' || table === 'decision' || owner === coderId
}

/** Puts a lost row on words. Throws `anchor_gone`, `document_changed`, `not_your_coding`, `range_empty`, `range_outside`. */
export function reanchor(
  context: CommandContext,
  { table, id, revisionId, range }: Parsed<'correction.reanchor'>,
): Out<'correction.reanchor'> {
  const { db, seen, coderId, now } = context
  if (!isLosable(table) || !maySee(seen.db, table, id)) fail('anchor_gone')
  const [row] = lostRows(db, table, { id })
  if (row === undefined) fail('anchor_gone')
  const { text, name } = openedText(context, row.documentId, revisionId)
  if (!isOwn(table, row.coderId, coderId))
    fail('not_your_coding', { coder: db.pluck<string>('SELECT name FROM coder WHERE id = ?', row.coderId) ?? '' })
  const place = passageOf(text, range)
  if (table === 'episode' && episodeThere(db, row, place)) fail('episode_overlaps')
  context.describe({ name: nameOfRow(db, table, id), document: name })
  update(db, table, id, {
    start: place.start,
    end: place.end,
    ...(table === 'coding' && { quote_hash: quoteHash(text.slice(place.start, place.end)), modified_at: now }),
  })
  return place
}

function isLosable(table: In<'correction.reanchor'>['table']): table is LosableTable {
  return (LOSABLE as readonly string[]).includes(table)
}

function episodeThere(db: ReadableDb, row: LostRow, { start, end }: Span): boolean {
  const taken = db.pluck<number>(
    `SELECT id FROM episode WHERE document_id = ? AND coder_id = ? AND start < ? AND "end" > ? AND start < "end"`,
    row.documentId,
    row.coderId,
    end,
    start,
  )
  return taken !== undefined
}
