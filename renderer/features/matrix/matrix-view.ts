import type { Matrix, Measure } from '../../../shared/contract/matrix.ts'

/** What of a matrix is on the screen, and how it looks. */

export interface MatrixLine {
  readonly codeId: number
  readonly depth: number
  /** Row in `Matrix.cells`. */
  readonly row: number
  readonly hasChildren: boolean
  readonly isCollapsed: boolean
}

export interface LineOptions {
  /** Codes whose branches are folded away. */
  readonly collapsed: ReadonlySet<number>
  /** Leaves out codes with nothing in their whole branch. */
  readonly hideEmpty: boolean
}

/** The lines that are shown, in order. `rows`: parents before their children, as the host gives them. */
export function shownLines({ rows, cells }: Pick<Matrix, 'rows' | 'cells'>, options: LineOptions): MatrixLine[] {
  const lines: MatrixLine[] = []
  /** Depth of the folded code under which we are. */
  let folded = Infinity
  for (const [row, { codeId, depth }] of rows.entries()) {
    if (depth > folded) continue
    folded = Infinity
    const end = branchEnd(rows, row)
    if (options.hideEmpty && !cells.slice(row, end).some((line) => line.some((cell) => (cell ?? 0) > 0))) continue
    const hasChildren = end > row + 1
    const isCollapsed = hasChildren && options.collapsed.has(codeId)
    if (isCollapsed) folded = depth
    lines.push({ codeId, depth, row, hasChildren, isCollapsed })
  }
  return lines
}

/** The first row behind the branch that begins at `row`. */
function branchEnd(rows: Matrix['rows'], row: number): number {
  const depth = rows[row]!.depth
  const end = rows.findIndex((other, index) => index > row && other.depth <= depth)
  return end < 0 ? rows.length : end
}

/** The largest number on the screen; 0 where there is none. */
export function peakOf(cells: Matrix['cells'], lines: readonly MatrixLine[]): number {
  let peak = 0
  for (const { row } of lines) for (const cell of cells[row] ?? []) peak = Math.max(peak, cell ?? 0)
  return peak
}

/** How strongly a cell is tinted, 0 to 1: by the square root, so that small numbers are seen beside large ones. */
export function heatOf(value: number | null, peak: number): number {
  return value === null || peak === 0 ? 0 : Math.sqrt(value / peak)
}

export type EmptyReason = 'notCoded' | 'mixedLanguages' | 'absent' | 'absentPartly' | 'absentSoFar'

/** Why there is nothing to open in a cell; null where there is something. */
export function emptyReason(
  value: number | null,
  column: Matrix['columns'][number],
  measure: Measure,
): EmptyReason | null {
  if (value === null) return measure === 'amount' && column.uncoded < column.documents ? 'mixedLanguages' : 'notCoded'
  if (value > 0) return null
  if (column.uncoded > 0) return 'absentPartly'
  return column.unfinished > 0 ? 'absentSoFar' : 'absent'
}

/** The transcripts of which the reason speaks. */
export function countOf(reason: EmptyReason, column: Matrix['columns'][number]): number {
  return reason === 'absentSoFar' ? column.unfinished : column.uncoded
}

/** A place in the grid; column -1 is the code itself. */
export interface GridPlace {
  readonly line: number
  readonly column: number
}

export interface GridSize {
  readonly lines: number
  readonly columns: number
  /** Lines on the screen. */
  readonly page: number
}

/** Where a key leads; null for keys that do not move. `toEnds`: Ctrl or ⌘ is held. */
export function moveInGrid(
  key: string,
  { line, column }: GridPlace,
  size: GridSize,
  toEnds: boolean,
): GridPlace | null {
  const lastLine = size.lines - 1
  const lastColumn = size.columns - 1
  const moves: Record<string, GridPlace> = {
    ArrowUp: { line: toEnds ? 0 : line - 1, column },
    ArrowDown: { line: toEnds ? lastLine : line + 1, column },
    ArrowLeft: { line, column: toEnds ? -1 : column - 1 },
    ArrowRight: { line, column: toEnds ? lastColumn : column + 1 },
    PageUp: { line: line - size.page, column },
    PageDown: { line: line + size.page, column },
    Home: toEnds ? { line: 0, column: -1 } : { line, column: -1 },
    End: toEnds ? { line: lastLine, column: lastColumn } : { line, column: lastColumn },
  }
  const to = moves[key]
  return to === undefined ? null : { line: between(0, to.line, lastLine), column: between(-1, to.column, lastColumn) }
}

function between(least: number, value: number, most: number): number {
  return Math.min(Math.max(least, value), Math.max(least, most))
}
