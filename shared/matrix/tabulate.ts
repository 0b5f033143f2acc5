import { mergeSpans, span, type Span } from '../text/span.ts'
import type { CodeLines } from './code-lines.ts'

/** One document's codings in the layer that is read, as parallel arrays. Offsets are UTF-16 code units, half-open. */
export interface TabulatedDocument {
  readonly codeIds: ArrayLike<number>
  readonly starts: ArrayLike<number>
  readonly ends: ArrayLike<number>
  /** The column of the whole document, or null where columns are told by who speaks. */
  readonly column: number | null
  /** The respondents' words in a span, with the column each part belongs to. Interviewers' words are in none. */
  partsOf(span: Span): readonly SpokenPart[]
  /** Words or characters in disjoint spans. */
  amountIn(spans: readonly Span[]): number
}

export interface SpokenPart extends Span {
  readonly column: number
  readonly respondent: string
}

/** Rows of cells: `cells[line][column]`. */
export type Cells = number[][]

/** Codings per line and column. Told by speaker, a coding counts once in each column whose words it touches. */
export function countPassages(codes: CodeLines, columns: number, documents: Iterable<TabulatedDocument>): Cells {
  const cells = emptyCells(codes, columns)
  for (const document of documents) {
    const { codeIds, column } = document
    for (let index = 0; index < codeIds.length; index++) {
      const lines = codes.linesOf.get(codeIds[index]!)
      if (lines === undefined) continue
      const into = column === null ? columnsTouched(document, index) : [column]
      for (const line of lines) for (const at of into) cells[line]![at]!++
    }
  }
  return cells
}

/** Respondents in whose own words the code stands at least once. */
export function countRespondents(codes: CodeLines, columns: number, documents: Iterable<TabulatedDocument>): Cells {
  const found = new Map<number, Set<string>>()
  for (const document of documents)
    for (let index = 0; index < document.codeIds.length; index++) {
      const lines = codes.linesOf.get(document.codeIds[index]!)
      if (lines === undefined) continue
      for (const { column, respondent } of document.partsOf(spanAt(document, index)))
        for (const line of lines) {
          const cell = line * columns + column
          const known = found.get(cell)
          if (known === undefined) found.set(cell, new Set([respondent]))
          else known.add(respondent)
        }
    }
  const cells = emptyCells(codes, columns)
  for (const [cell, respondents] of found) cells[Math.floor(cell / columns)]![cell % columns] = respondents.size
  return cells
}

/** Words or characters of respondents' speech under the code; overlapping passages of a line count once. */
export function measureAmounts(codes: CodeLines, columns: number, documents: Iterable<TabulatedDocument>): Cells {
  const cells = emptyCells(codes, columns)
  for (const document of documents) {
    const spoken = new Map<number, Span[]>()
    for (let index = 0; index < document.codeIds.length; index++) {
      const lines = codes.linesOf.get(document.codeIds[index]!)
      if (lines === undefined) continue
      for (const part of document.partsOf(spanAt(document, index)))
        for (const line of lines) {
          const cell = line * columns + part.column
          const known = spoken.get(cell)
          if (known === undefined) spoken.set(cell, [part])
          else known.push(part)
        }
    }
    for (const [cell, spans] of spoken)
      cells[Math.floor(cell / columns)]![cell % columns]! += document.amountIn(mergeSpans(spans))
  }
  return cells
}

/** Indices of a document's codings that count in one cell. */
export function codingsInCell(codes: CodeLines, line: number, column: number, document: TabulatedDocument): number[] {
  if (document.column !== null && document.column !== column) return []
  const found: number[] = []
  for (let index = 0; index < document.codeIds.length; index++) {
    if (codes.linesOf.get(document.codeIds[index]!)?.includes(line) !== true) continue
    if (document.column !== null || columnsTouched(document, index).includes(column)) found.push(index)
  }
  return found
}

function columnsTouched(document: TabulatedDocument, index: number): number[] {
  return [...new Set(document.partsOf(spanAt(document, index)).map((part) => part.column))]
}

function spanAt({ starts, ends }: TabulatedDocument, index: number): Span {
  return span(starts[index]!, ends[index]!)
}

function emptyCells(codes: CodeLines, columns: number): Cells {
  return codes.lines.map(() => Array.from({ length: columns }, () => 0))
}
