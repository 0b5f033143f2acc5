import { writeFileSync } from 'node:fs'
import writeXlsxFile from 'write-excel-file/node'
import type { AgreementAttributes } from '../../../shared/contract/agreement.ts'
import { reasonIn, type AgreementLines } from './agreement-table.ts'
import type { AgreementWords } from './agreement-words.ts'
import { guardFormula, type CsvCell } from './csv.ts'

export interface AgreementWorkbook {
  readonly attributes: AgreementAttributes
  readonly table: AgreementLines
  readonly about: readonly (readonly [string, CsvCell])[]
  readonly words: AgreementWords
  readonly documents: readonly (readonly CsvCell[])[]
}

/** Writes a workbook to a new file at `path`: the table, the attributes, the transcripts read, and how it was made. */
export async function writeAgreementXlsx(path: string, workbook: AgreementWorkbook): Promise<void> {
  const { attributes, table, about, words, documents } = workbook
  const sheets: [string, readonly (readonly CsvCell[])[], number][] = [
    [words.sheet, [table.heading, ...table.lines, [], ...table.totals], 14],
    [
      words.attributes,
      [
        [
          words.attribute,
          words.pairs,
          words.unstated,
          words.mixed,
          words.figures.percent,
          words.figures.alpha,
          words.why,
        ],
        ...attributes.rows.map(({ attribute, pairs, unstated, mixed, percent, alpha }) => [
          attribute,
          pairs,
          unstated,
          mixed,
          percent.value,
          alpha.value,
          reasonIn(words, alpha),
        ]),
      ],
      16,
    ],
    [words.documents, [[words.transcript, words.village, words.coders, words.units, words.textHash], ...documents], 24],
    [words.about, about, 60],
  ]
  const book = await writeXlsxFile(
    sheets.map(([sheet, rows, width], index) => ({
      data: rows.map((row, at) => row.map((value, column) => cellOf(value, index === 3 ? column === 0 : at === 0))),
      sheet,
      columns: [{ width: 32 }, ...(rows[0] ?? []).slice(1).map(() => ({ width }))],
    })),
  ).toBuffer()
  writeFileSync(path, book, { mode: 0o600, flush: true })
}

function cellOf(value: CsvCell, bold: boolean) {
  if (value === null) return null
  const style = bold ? { fontWeight: 'bold' as const } : {}
  return typeof value === 'number'
    ? { type: Number, value, ...style }
    : { type: String, value: guardFormula(value).slice(0, CELL_LIMIT), ...style }
}

/** Excel's limit for the text of one cell. */
const CELL_LIMIT = 32_767
