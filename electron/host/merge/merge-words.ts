import type { MergedField, MergedTable } from '../../../shared/contract/merge.ts'
import { parseMemoBody } from '../../../shared/memo/memo-body.ts'
import { plainOfMemo } from '../../../shared/memo/plain-memo.ts'
import type { Splice } from '../../../shared/text/splices.ts'
import type { LoggedTable } from '../database/schema.ts'
import { comparedColumns, type Place, type RowTable } from './merge-tables.ts'
import type { PortableRow } from './portable-row.ts'
import type { Reference } from './references.ts'

/** Rows of a merge in words, for people to decide by. */

/** Code units of one value that are sent. */
const SHOWN = 500
const SHOWN_SPLICES = 20
/** Code units around a change of a text. */
const AROUND = 16
const SHOWN_NAME = 60

export interface Wording {
  readonly references: readonly Reference[]
  /** The name of an object in whichever file has it. */
  readonly nameOf: (table: LoggedTable, guid: string) => string
}

export interface WordedRow {
  readonly row: PortableRow
  /** The words it stands on; null: it stands on none. */
  readonly quote: string | null
}

/** What differs between two versions of a row; of one that is not on the other side, all it says. */
export function fieldsOf(
  { references, nameOf }: Wording,
  table: RowTable,
  ours: WordedRow | null,
  theirs: WordedRow | null,
): MergedField[] {
  const known = ours?.row ?? theirs?.row
  if (known === undefined) return []
  const part = partOf(table, known, nameOf)
  const fields: MergedField[] = []
  for (const column of comparedColumns(table, known.values)) {
    const one = ours?.row.values[column] ?? null
    const other = theirs?.row.values[column] ?? null
    if (one === other) continue
    const parent = references.find((reference) => reference.column === column)?.parent
    const word = (value: string | number | null): string | number | null => {
      if (value === null || typeof value === 'number') return value
      return shorten(parent === undefined ? inWords(table, column, value) : nameOf(parent, value))
    }
    fields.push({ table, part, column, ours: word(one), theirs: word(other) })
  }
  const [here, there] = [ours?.quote ?? null, theirs?.quote ?? null]
  if (here !== there)
    fields.push({
      table,
      part,
      column: 'passage',
      ours: here === null ? null : shorten(here),
      theirs: there === null ? null : shorten(there),
    })
  return fields
}

function inWords(table: RowTable, column: string, value: string): string {
  if (column !== 'body') return value
  if (table === 'framework') return ''
  const body = parseMemoBody(value)
  return body === null ? '' : plainOfMemo(body)
}

/** Which part of the whole that a proposal is about. */
function partOf(table: RowTable, { values }: PortableRow, nameOf: Wording['nameOf']): string {
  switch (table) {
    case 'code_text':
      return String(values['language'])
    case 'speaker':
      return String(values['label'])
    case 'attribute_value':
      return nameOf('attribute', String(values['attribute_id']))
    default:
      return ''
  }
}

/** A row by its name, or by its first words. */
export function nameInWords(table: RowTable, name: string, { row, quote }: WordedRow): string {
  if (name !== '') return name
  const body = table === 'memo' || table === 'summary' ? inWords(table, 'body', String(row.values['body'])) : ''
  return (body === '' ? (quote ?? '') : body).slice(0, SHOWN_NAME)
}

/** The first places in which a text differs from `before`, with a few words around them. */
export function fieldsOfText(before: string, splices: readonly Splice[]): MergedField[] {
  return splices.slice(0, SHOWN_SPLICES).map(({ at, removed, inserted }) => {
    const end = at + removed.length
    const inContext = (words: string): string =>
      [
        at > AROUND ? '…' : '',
        before.slice(Math.max(0, at - AROUND), at).toWellFormed(),
        shorten(words),
        before.slice(end, end + AROUND).toWellFormed(),
        end + AROUND < before.length ? '…' : '',
      ].join('')
    return {
      table: 'text' satisfies MergedTable,
      part: '',
      column: 'words',
      ours: inContext(removed),
      theirs: inContext(inserted),
    }
  })
}

/** The first place in which a text differs. */
export function placeOfText([first]: readonly Splice[]): Place {
  return first === undefined ? null : [first.at, first.at + first.removed.length]
}

function shorten(words: string): string {
  return words.length <= SHOWN ? words : `${words.slice(0, SHOWN - 1)}…`
}
