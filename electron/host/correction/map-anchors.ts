import { anchoredTables, type AnchoredTable } from '../../../shared/text/anchored-tables.ts'
import { codableSpan } from '../../../shared/text/codable-span.ts'
import { span, type Span } from '../../../shared/text/span.ts'
import { spliceMap, type SpliceMap } from '../../../shared/text/splice-map.ts'
import type { Splice } from '../../../shared/text/splices.ts'
import type { ReadableDb } from '../database/db.ts'

/**
 * Where every row that points into a text goes when the text is corrected: one rule per table of `anchoredTables`.
 *
 * Rows behind the last splice all move by the same number and are not read; the others are mapped one by one.
 */
export interface AnchorMapping {
  readonly table: AnchoredTable
  readonly offsets: readonly string[]
  /** Rows that begin behind `behind` move by `by`. */
  readonly shift: { readonly behind: number; readonly by: number; readonly count: number }
  readonly rows: readonly MappedRow[]
}

export interface MappedRow {
  readonly id: number
  /** From its first offset to its last. */
  readonly from: Span
  readonly to: Span
  /** New values of the offsets that change, by column. */
  readonly changes: Readonly<Record<string, number>>
  readonly effect: 'none' | 'moved' | 'beside' | 'changed' | 'lost'
}

export interface MappingText {
  readonly documentId: number
  readonly before: string
  readonly after: string
  readonly splices: readonly Splice[]
}

/** One entry per anchored table; none where nothing changes. */
export function mapAnchors(db: ReadableDb, text: MappingText): AnchorMapping[] {
  const [first] = text.splices
  const last = text.splices.at(-1)
  if (first === undefined || last === undefined) return []
  const map = spliceMap(text.splices)
  const end = last.at + last.removed.length
  const near = { start: first.at, end }
  const edges = turnEdges(db, text)
  return anchoredTables.map(({ table, offsets }) => ({
    table,
    offsets,
    shift: {
      behind: end,
      by: text.after.length - text.before.length,
      count:
        db.pluck<number>(`SELECT count(*) FROM ${table} WHERE document_id = ? AND start > ?`, text.documentId, end) ??
        0,
    },
    rows: rowsNear(db, text.documentId, table, offsets, near).map(([id, ...places]) =>
      mapRow(text, map, edges, table, offsets, id, places),
    ),
  }))
}

function rowsNear(
  db: ReadableDb,
  documentId: number,
  table: AnchoredTable,
  offsets: readonly string[],
  near: { start: number; end: number },
): [id: number, ...places: number[]][] {
  const columns = offsets.map((column) => `"${column}"`).join(', ')
  return db.rows(
    `SELECT id, ${columns} FROM ${table} WHERE document_id = ? AND start <= ? AND "${offsets.at(-1)}" >= ? ORDER BY start, id`,
    documentId,
    near.end,
    near.start,
  )
}

function mapRow(
  text: MappingText,
  map: SpliceMap,
  edges: TurnEdgeSet,
  table: AnchoredTable,
  offsets: readonly string[],
  id: number,
  places: readonly number[],
): MappedRow {
  const from = span(places[0] ?? 0, places.at(-1) ?? 0)
  const fresh = mapPlaces(text, map, edges, table, places)
  const to = span(fresh[0] ?? 0, fresh.at(-1) ?? 0)
  const changes: Record<string, number> = {}
  offsets.forEach((column, index) => {
    const value = fresh[index]
    if (value !== undefined && value !== places[index]) changes[column] = value
  })
  return { id, from, to, changes, effect: effectOf(text, map, from, to) }
}

function effectOf(text: MappingText, map: SpliceMap, from: Span, to: Span): MappedRow['effect'] {
  const isSame = text.before.slice(from.start, from.end) === text.after.slice(to.start, to.end)
  if (!isSame) return to.start === to.end && from.start < from.end ? 'lost' : 'changed'
  if (from.start < from.end && map.touches(from)) return 'beside'
  return from.start === to.start && from.end === to.end ? 'none' : 'moved'
}

/** The new offsets of a row, in the order of its columns. */
function mapPlaces(
  text: MappingText,
  map: SpliceMap,
  edges: TurnEdgeSet,
  table: AnchoredTable,
  places: readonly number[],
): number[] {
  const [start = 0, end = 0] = places
  switch (table) {
    case 'turn':
      // What is put at the beginning or at the end of a speech is said in it.
      return places.map((place, index) => map.offset(place, index === places.length - 1 ? 'after' : 'before'))
    case 'section':
      return places.map((place) => map.offset(place, 'before'))
    case 'coding':
    case 'decision':
      return bounds(mapPassage(text, map, span(start, end)))
    case 'case_span':
    case 'episode':
      return bounds(mapStretch(map, edges, span(start, end)))
  }
}

function bounds({ start, end }: Span): number[] {
  return [start, end]
}

/** As a coder would mark it in the new text: whole characters, no white space at its ends. */
export function mapPassage(text: Pick<MappingText, 'after'>, map: SpliceMap, old: Span): Span {
  const mapped = map.span(old)
  if (!map.touches(old) || mapped.start === mapped.end) return mapped
  return codableSpan(text.after, mapped) ?? span(mapped.start, mapped.start)
}

/** Stretches of whole turns go with the turns; elsewhere their edges are those of a passage. */
export function mapStretch(map: SpliceMap, edges: TurnEdgeSet, old: Span): Span {
  const mapped = map.span(old)
  if (old.start === old.end) return mapped
  const start = edges.starts.has(old.start) ? map.offset(old.start, 'before') : mapped.start
  const end = edges.ends.has(old.end) ? map.offset(old.end, 'after') : mapped.end
  return start <= end ? span(start, end) : mapped
}

export interface TurnEdgeSet {
  readonly starts: ReadonlySet<number>
  readonly ends: ReadonlySet<number>
}

/** Where turns begin and end; the text's own edges count as such. */
export function turnEdges(
  db: ReadableDb,
  { documentId, before }: Pick<MappingText, 'documentId' | 'before'>,
): TurnEdgeSet {
  const starts = new Set([0])
  const ends = new Set([before.length])
  for (const [start, speechStart, end] of db.rows<[number, number, number]>(
    'SELECT start, speech_start, "end" FROM turn WHERE document_id = ?',
    documentId,
  )) {
    starts.add(start).add(speechStart)
    ends.add(end)
  }
  return { starts, ends }
}
