import type { Out } from '../../../shared/contract/contract.ts'
import { evidenceSchema, polaritySchema } from '../../../shared/contract/values.ts'
import { quoteHash } from '../../../shared/text/quote.ts'
import type { CommandContext, JobContext } from '../context.ts'
import { insert } from '../database/rows.ts'
import { fail } from '../errors.ts'
import { parsers } from '../jobs/parser-pool.ts'
import { codeLookup } from './code-lookup.ts'
import { coderLookup } from './coder-lookup.ts'
import { contentMatcher } from './content-matcher.ts'
import { documentLookup, locate } from './document-lookup.ts'
import { insertMemo } from './memo.ts'
import type { ReadTable } from './read-table.ts'
import { referenceLookup } from './reference-lookup.ts'
import { requireColumns, tableReader, takeRows, type RowOutcome, type TableRow } from './table-reader.ts'

/** `segments.csv` (exporters/segments-csv.ts); a subset of its columns is enough. */
const COLUMNS = {
  guid: ['seg_id', 'segment_id'],
  document: ['doc_id', 'document', 'doc'],
  turn: ['turn_id', 'turn'],
  start: ['start_cp', 'start'],
  end: ['end_cp', 'end'],
  text: ['text', 'quote'],
  code: ['code_id', 'code'],
  coder: ['coder', 'coder_id'],
  polarity: ['polarity'],
  evidence: ['source', 'evidence'],
  actor: ['actor'],
  referent: ['referent_village', 'referent_village_id', 'referent'],
  affair: ['affair_id', 'affair'],
  eventTime: ['event_time'],
  certainty: ['certainty'],
  memo: ['memo'],
  created: ['created_utc', 'created'],
} as const

/**
 * Imports codings, one operation for the file. A row is the coding with its `seg_id`, else the one with the same content;
 * a row that is in the study to the letter changes nothing, and one that is there with other content is refused
 * (`row_differs`), so that a file never overwrites work silently.
 */
export async function importCodings(context: JobContext, handle: string): Promise<Out<'import.codings'>> {
  context.study()
  const path = context.files.pathOf(handle)
  const table = await parsers.run<'table'>({ kind: 'table', path }, context.signal)
  context.signal.throwIfAborted()
  return context.write((write) => writeCodings(write, table))
}

function writeCodings(context: CommandContext, table: ReadTable): Out<'import.codings'> {
  const { db, now } = context
  const reader = tableReader(table, COLUMNS)
  requireColumns(table, reader, COLUMNS, ['document', 'code'])
  if (!reader.has('text')) requireColumns(table, reader, COLUMNS, ['start', 'end'])
  const documentCalled = documentLookup(context)
  const codeCalled = codeLookup(db)
  const coderCalled = coderLookup(context)
  const references = referenceLookup(db)
  const matcher = contentMatcher(db, 'coding', ['start', 'end', 'code_id', 'coder_id'])

  function take(row: TableRow<keyof typeof COLUMNS>): RowOutcome {
    const document = documentCalled(row.get('document') ?? fail('bad_value', { column: 'doc_id', value: '' }))
    const codeKey = row.get('code') ?? fail('unknown_code', { code: '' })
    const code = codeCalled(codeKey)
    const place = { start: row.get('start'), end: row.get('end'), text: row.exact('text'), turn: row.get('turn') }
    const { start, end } = locate(document, place)
    // Everything that can be wrong with a row is looked at before anything is made for it.
    const polarity = oneOf(polaritySchema.options, 'polarity', row.get('polarity') ?? 'affirmed')
    const evidence = oneOf(evidenceSchema.options, 'source', evidenceOf(row.get('evidence')))
    const certainty = certaintyOf(row.get('certainty'))
    const createdAt = momentOf(row.get('created')) ?? now
    const content = {
      document_id: document.id,
      start,
      end,
      code_id: code.id,
      coder_id: coderCalled(row.get('coder')),
      polarity,
      evidence,
      actor: row.get('actor'),
      referent_case_id: references.referent(row.get('referent')),
      affair_id: references.affair(row.get('affair')),
      event_time: row.get('eventTime'),
      certainty,
    }
    const given = {
      ...(reader.has('polarity') && { polarity }),
      ...(reader.has('evidence') && { evidence }),
      ...(reader.has('actor') && { actor: content.actor }),
      ...(reader.has('referent') && { referent_case_id: content.referent_case_id }),
      ...(reader.has('affair') && { affair_id: content.affair_id }),
      ...(reader.has('eventTime') && { event_time: content.event_time }),
      ...(reader.has('certainty') && { certainty }),
    }
    const memo = row.exact('memo')
    const guid = row.get('guid')
    if (matcher.isThere(guid, content, given, reader.has('memo') ? memo : null)) return 'unchanged'
    // Passages that a code was given before it was closed stay what they are.
    if (!code.codable) fail('code_not_codable', { code: codeKey })
    const codingId = insert(db, 'coding', {
      ...matcher.identity(guid),
      ...content,
      quote_hash: quoteHash(document.text.slice(start, end)),
      decision_id: null,
      created_at: createdAt,
      modified_at: createdAt,
    })
    if (memo.trim() !== '') insertMemo(context, { coding_id: codingId }, content.coder_id, memo, createdAt)
    matcher.made(guid, codingId, content, given, memo)
    return 'added'
  }

  const result = takeRows(reader.rows, take)
  context.describe({ count: result.added })
  return result
}

function oneOf<T extends string>(options: readonly T[], column: string, value: string): T {
  return options.find((option) => option === value.toLowerCase()) ?? fail('bad_value', { column, value })
}

/** Method 1.5 calls it `other-report`. */
function evidenceOf(written: string | null): string {
  return written === null ? 'self' : written.replace(/^other[-_ ]report$/i, 'other')
}

function certaintyOf(written: string | null): number | null {
  if (written === null) return null
  return /^[123]$/.test(written) ? Number(written) : fail('bad_value', { column: 'certainty', value: written })
}

function momentOf(written: string | null): number | null {
  if (written === null) return null
  const moment = /^\d{4}-\d{2}-\d{2}/.test(written) ? Date.parse(written) : NaN
  return Number.isNaN(moment) ? fail('bad_value', { column: 'created_utc', value: written }) : moment
}
