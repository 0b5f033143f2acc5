import { writeFileSync } from 'node:fs'
import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import type { MatrixInput } from '../../../shared/contract/matrix.ts'
import { guardFormula } from './csv.ts'
import type { MatrixTable } from './matrix-table.ts'

/** What the workbook says of itself beside the numbers. */
export interface WorkbookFacts {
  readonly study: string
  readonly layer: string
  readonly madeAt: Date
}

/** Excel's limit for the text of one cell; longer text is cut with a visible mark. */
const CELL_LIMIT = 32_767

/** Writes a workbook of two sheets to a new file at `path`: the matrix, and what its numbers mean and are out of. */
export async function writeMatrixXlsx(
  path: string,
  table: MatrixTable,
  input: MatrixInput,
  facts: WorkbookFacts,
): Promise<void> {
  const { words, matrix } = table
  const text = (value: string, bold = false) => ({
    type: String,
    value: fitCell(guardFormula(value)),
    ...(bold && { fontWeight: 'bold' as const }),
  })
  const number = (value: number | null) => (value === null ? null : { type: Number, value })
  const sheet: SheetData = [
    table.heading.map((name) => text(name, true)),
    ...table.lines.map((line, index) => [
      text(line.key),
      { ...text(line.name), indent: matrix.rows[index]?.depth ?? 0 },
      ...line.cells.map(number),
    ]),
    [],
    ...table.totals.map((total) => [text(''), text(total.name), ...total.cells.map(number)]),
  ]
  const about: SheetData = [
    [words.study, facts.study],
    [words.measure, words.measures[input.measure]],
    [words.columns, words.columnKinds[input.columns]],
    [words.layer, facts.layer],
    [words.version, input.version === 'originals' ? words.originals : input.version],
    [words.rollUp, input.rollUp ? words.yes : words.no],
    [words.made, facts.madeAt.toISOString()],
    [words.leftOut, matrix.leftOut.map(({ name }) => name).join('; ')],
    [words.emptyCells, ''],
  ].map(([name, value]) => [text(name ?? '', true), text(value ?? '')])
  const workbook = await writeXlsxFile([
    {
      data: sheet,
      sheet: words.matrix,
      columns: [{ width: 10 }, { width: 32 }, ...matrix.columns.map(() => ({ width: 16 }))],
      stickyRowsCount: 1,
      stickyColumnsCount: 2,
    },
    { data: about, sheet: words.about, columns: [{ width: 40 }, { width: 60 }] },
  ]).toBuffer()
  writeFileSync(path, workbook, { mode: 0o600, flush: true })
}

function fitCell(value: string): string {
  return value.length <= CELL_LIMIT ? value : `${value.slice(0, CELL_LIMIT - 2)} …`
}
