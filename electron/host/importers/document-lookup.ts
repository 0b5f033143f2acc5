import { codePointIndex, codePoints, type CodePointIndex } from '../../../shared/text/offsets.ts'
import { quoteFinder } from '../../../shared/text/quote.ts'
import { span, type Span } from '../../../shared/text/span.ts'
import type { QueryContext } from '../context.ts'
import { fail } from '../errors.ts'
import { turnsOf } from '../index/turns.ts'
import { asName } from './names.ts'

/** A transcript that rows of a table refer to, ready for many rows. */
export interface NamedDocument {
  readonly id: number
  readonly name: string
  readonly text: string
  readonly offsets: CodePointIndex
  readonly find: ReturnType<typeof quoteFinder>
  readonly turn: (ref: string) => Span | null
}

/** Transcripts by name. Throws `unknown_document` (document). */
export function documentLookup({ db, study }: QueryContext): (name: string) => NamedDocument {
  const ids = new Map([...study.index.documents.values()].reverse().map(({ name, id }) => [name, id]))
  const read = new Map<number, NamedDocument>()
  return (written) => {
    const id = ids.get(written) ?? ids.get(asName(written) ?? '') ?? fail('unknown_document', { document: written })
    let document = read.get(id)
    if (document === undefined) {
      const text = study.index.texts.of(id)
      const turns = new Map(turnsOf(db, id).map((turn) => [turn.ref, turn]))
      document = {
        id,
        name: written,
        text,
        offsets: codePointIndex(text),
        find: quoteFinder(text),
        turn: (ref) => turns.get(ref) ?? null,
      }
      read.set(id, document)
    }
    return document
  }
}

export interface WrittenPassage {
  /** Code points, as in the file. */
  readonly start: string | null
  readonly end: string | null
  /** The words, to the letter. */
  readonly text: string
  /** Narrows down where the words are looked for. */
  readonly turn: string | null
}

/**
 * Where a row's passage lies, in UTF-16 code units: by its offsets, which must stand on the words if the row has those
 * too; or by the words alone, which must then be found exactly once, in the document or in the turn that the row names.
 *
 * Throws `bad_value`, `range_outside`, `range_empty`, `text_differs`, `text_not_found`, `text_ambiguous` (count).
 */
export function locate(document: NamedDocument, { start, end, text, turn }: WrittenPassage): Span {
  if (start === null || end === null) return locateText(document, text, turn)
  const range = span(offsetOf(document, 'start_cp', start), offsetOf(document, 'end_cp', end))
  if (range.start >= range.end) fail('range_empty')
  const words = document.text.slice(range.start, range.end)
  if (text !== '' && words !== text && words !== text.replace(/\r\n?/g, '\n'))
    fail('text_differs', { document: document.name })
  return range
}

function offsetOf({ offsets }: NamedDocument, column: string, written: string): number {
  if (!/^\d{1,12}$/.test(written)) fail('bad_value', { column, value: written })
  const offset = Number(written)
  return offset > offsets.codePointLength ? fail('range_outside') : offsets.toUtf16(codePoints(offset))
}

function locateText(document: NamedDocument, text: string, turn: string | null): Span {
  if (text.trim() === '') fail('range_empty')
  const within = turn === null ? null : document.turn(turn)
  const found = document
    .find(text)
    .filter(({ exact, start, end }) => exact && (within === null || (start >= within.start && end <= within.end)))
  const [only, ...others] = found
  if (only === undefined) fail('text_not_found', { document: document.name })
  if (others.length > 0) fail('text_ambiguous', { document: document.name, count: found.length })
  return span(only.start, only.end)
}
