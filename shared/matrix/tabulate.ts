import { mergeSpans, span, type Span } from '../text/span.ts'
import type { CodeLines } from './code-lines.ts'

/**
 * What is counted in a matrix, one document at a time, so that after a change only that document is counted again.
 *
 * Columns are keyed by whole documents (`null`: the one column that the document as a whole belongs to) or by the role
 * of who speaks.
 */
export type Measure = 'passages' | 'respondents' | 'amount'

/** One document's codings in the layer that is read, as parallel arrays. Offsets are UTF-16 code units, half-open. */
export interface TabulatedDocument {
  readonly codeIds: ArrayLike<number>
  readonly starts: ArrayLike<number>
  readonly ends: ArrayLike<number>
  /** The respondents' words in a span. Interviewers' words are in none. */
  partsOf(span: Span): readonly SpokenPart[]
  /** Words or characters in disjoint spans. */
  amountIn(spans: readonly Span[]): number
}

export interface SpokenPart extends Span {
  readonly respondent: string
  readonly role: string | null
}

/** What a document adds to one line, in the document's own column or in that of a role. */
export interface Entry {
  readonly line: number
  readonly role: string | null
  /** Passages, or words or characters. Respondents are named, since one person may speak in several documents. */
  readonly count: number
  readonly respondents: readonly string[]
}

export interface Tabulation {
  readonly measure: Measure
  /** Whether columns are roles: then a passage counts once in each role whose words it touches. */
  readonly byRole: boolean
}

/** The entries of one document. Lines and roles that nothing falls into have none. */
export function tabulate(codes: CodeLines, document: TabulatedDocument, { measure, byRole }: Tabulation): Entry[] {
  if (measure === 'passages' && !byRole) return countWholePassages(codes, document)
  const cells = new Map<string, { line: number; role: string | null; passages: number; parts: SpokenPart[] }>()
  for (let index = 0; index < document.codeIds.length; index++) {
    const lines = codes.linesOf.get(document.codeIds[index]!)
    if (lines === undefined) continue
    const byColumn = Map.groupBy(partsAt(document, index), (part) => (byRole ? part.role : null))
    for (const [role, parts] of byColumn)
      for (const line of lines) {
        const key = `${line} ${role ?? ''}`
        const cell = cells.get(key)
        if (cell === undefined) {
          cells.set(key, { line, role, passages: 1, parts: [...parts] })
        } else {
          cell.passages++
          cell.parts.push(...parts)
        }
      }
  }
  return [...cells.values()].map(({ line, role, passages, parts }) => ({
    line,
    role,
    count: measure === 'amount' ? document.amountIn(mergeSpans(parts)) : passages,
    respondents: measure === 'respondents' ? [...new Set(parts.map((part) => part.respondent))] : [],
  }))
}

function countWholePassages(codes: CodeLines, { codeIds }: TabulatedDocument): Entry[] {
  const counts = new Map<number, number>()
  for (let index = 0; index < codeIds.length; index++)
    for (const line of codes.linesOf.get(codeIds[index]!) ?? []) counts.set(line, (counts.get(line) ?? 0) + 1)
  return [...counts].map(([line, count]) => ({ line, role: null, count, respondents: [] }))
}

/** The documents' entries put together: `cells[line][column]`. `columnOf` gives no column for what is not shown. */
export function sumEntries(
  codes: CodeLines,
  columns: number,
  measure: Measure,
  documents: Iterable<{ entries: readonly Entry[]; columnOf: (role: string | null) => number | undefined }>,
): number[][] {
  const cells = codes.lines.map(() => Array.from({ length: columns }, () => 0))
  const people = new Map<number, Set<string>>()
  for (const { entries, columnOf } of documents)
    for (const { line, role, count, respondents } of entries) {
      const column = columnOf(role)
      if (column === undefined) continue
      if (measure === 'respondents') {
        const key = line * columns + column
        const known = people.get(key) ?? new Set()
        people.set(key, known)
        for (const respondent of respondents) known.add(respondent)
        cells[line]![column] = known.size
      } else {
        cells[line]![column]! += count
      }
    }
  return cells
}

/** Indices of a document's codings that count in a line (and, by role, in one role's column). */
export function codingsIn(
  codes: CodeLines,
  document: TabulatedDocument,
  { measure, byRole }: Tabulation,
  line: number,
  role: string | null,
): number[] {
  const found: number[] = []
  for (let index = 0; index < document.codeIds.length; index++) {
    if (codes.linesOf.get(document.codeIds[index]!)?.includes(line) !== true) continue
    const isCounted =
      measure === 'passages' && !byRole ? true : partsAt(document, index).some((part) => !byRole || part.role === role)
    if (isCounted) found.push(index)
  }
  return found
}

function partsAt(document: TabulatedDocument, index: number): readonly SpokenPart[] {
  return document.partsOf(span(document.starts[index]!, document.ends[index]!))
}
