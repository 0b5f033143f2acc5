import type { Out } from '../../../shared/contract/contract.ts'
import type { CommandContext, JobContext } from '../context.ts'
import { insert } from '../database/rows.ts'
import { fail } from '../errors.ts'
import { parsers } from '../jobs/parser-pool.ts'
import { coderLookup } from './coder-lookup.ts'
import { contentMatcher } from './content-matcher.ts'
import { PRIMARIES, primaryReader } from './episode-primaries.ts'
import { documentLookup, locate } from './document-lookup.ts'
import { insertMemo } from './memo.ts'
import type { ReadTable } from './read-table.ts'
import { referenceLookup } from './reference-lookup.ts'
import { requireColumns, tableReader, takeRows, type RowOutcome, type TableRow } from './table-reader.ts'

/** `episodes.csv` (exporters/episodes-csv.ts); what the framework makes of an episode is worked out, not read. */
const COLUMNS = {
  guid: ['episode_id'],
  mode: ['mode'],
  document: ['doc_id', 'document', 'doc'],
  turn: ['turn_id', 'turn'],
  start: ['start_cp', 'start'],
  end: ['end_cp', 'end'],
  text: ['text', 'quote'],
  affair: ['affair_id', 'affair'],
  eventTime: ['event_time'],
  coder: ['coder', 'coder_id'],
  memo: ['memo'],
  primary: ['primary'],
} as const

/** Imports drawn episodes, one operation for the file, by the same rules as codings. */
export async function importEpisodes(context: JobContext, handle: string): Promise<Out<'import.episodes'>> {
  context.study()
  const path = context.files.pathOf(handle)
  const table = await parsers.run<'table'>({ kind: 'table', path }, context.signal)
  context.signal.throwIfAborted()
  return context.write((write) => writeEpisodes(write, table))
}

function writeEpisodes(context: CommandContext, table: ReadTable): Out<'import.episodes'> {
  const { db, now } = context
  const reader = tableReader(table, COLUMNS)
  requireColumns(table, reader, COLUMNS, ['document'])
  if (!reader.has('text')) requireColumns(table, reader, COLUMNS, ['start', 'end'])
  const documentCalled = documentLookup(context)
  const coderCalled = coderLookup(context)
  const references = referenceLookup(db)
  const primariesOf = primaryReader(db)
  const matcher = contentMatcher(db, 'episode', ['start', 'end', 'coder_id'], PRIMARIES)

  function take(row: TableRow<keyof typeof COLUMNS>): RowOutcome {
    const mode = row.get('mode')
    if (mode !== null && mode !== 'E1') fail('not_a_drawn_episode', { mode })
    const document = documentCalled(row.get('document') ?? fail('bad_value', { column: 'doc_id', value: '' }))
    const place = { start: row.get('start'), end: row.get('end'), text: row.exact('text'), turn: row.get('turn') }
    const { start, end } = locate(document, place)
    const content = {
      document_id: document.id,
      start,
      end,
      coder_id: coderCalled(row.get('coder')),
      affair_id: references.affair(row.get('affair')),
      event_time: row.get('eventTime'),
    }
    const primaries = primariesOf(row.get('primary'))
    const given = {
      ...(reader.has('affair') && { affair_id: content.affair_id }),
      ...(reader.has('eventTime') && { event_time: content.event_time }),
      ...(reader.has('primary') && { primaries: JSON.stringify(primaries) }),
    }
    const memo = row.exact('memo')
    const guid = row.get('guid')
    if (matcher.isThere(guid, content, given, reader.has('memo') ? memo : null)) return 'unchanged'
    refuseOverlap(context, content)
    const episodeId = insert(db, 'episode', { ...matcher.identity(guid), ...content, decision_id: null })
    for (const [dimension, code_id] of primaries)
      insert(db, 'episode_primary', { episode_id: episodeId, dimension, code_id })
    if (memo.trim() !== '') insertMemo(context, { episode_id: episodeId }, content.coder_id, memo, now)
    matcher.made(guid, episodeId, content, given, memo)
    return 'added'
  }

  const result = takeRows(reader.rows, take)
  context.describe({ count: result.added })
  return result
}

/** One coder's episodes of a document lie side by side, as they do when they are drawn. */
function refuseOverlap(
  { db }: CommandContext,
  { document_id, coder_id, start, end }: { document_id: number; coder_id: number; start: number; end: number },
): void {
  const taken = db.pluck(
    'SELECT 1 FROM episode WHERE document_id = ? AND coder_id = ? AND start < ? AND "end" > ?',
    document_id,
    coder_id,
    end,
    start,
  )
  if (taken !== undefined) fail('episode_overlaps')
}
