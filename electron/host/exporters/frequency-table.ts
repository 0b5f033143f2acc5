import type { Frequency } from '../../../shared/contract/frequency.ts'
import type { CsvCell, CsvFlavour } from './csv.ts'
import type { FileWords } from './words.ts'

/** The frequencies of words as a table for spreadsheets: one line per word, with what the numbers are out of first. */
export interface FrequencyTable {
  readonly heading: readonly string[]
  readonly totals: readonly CsvCell[]
  readonly lines: readonly (readonly CsvCell[])[]
}

export function frequencyTable({ rows, columns, words, documents }: Frequency, file: FileWords): FrequencyTable {
  return {
    heading: [
      file.word,
      file.total,
      file.perThousand,
      file.transcripts,
      ...columns.map(({ name }) => name ?? file.notStated),
    ],
    totals: [file.allWords, words, null, documents, ...columns.map((column) => column.words)],
    lines: rows.map((row) => {
      const counts = new Array<CsvCell>(columns.length).fill(0)
      for (let at = 0; at < row.cells.length; at += 2) counts[row.cells[at]!] = row.cells[at + 1]!
      return [row.text, row.total, perThousand(row.total, words), row.documents, ...counts]
    }),
  }
}

/** For programs: one line per word and case in which it is said. */
export const FREQUENCY_COLUMNS = ['word', 'case', 'count', 'words', 'per_1000'] as const

export function* frequencyCsvRows({ rows, columns }: Frequency): Generator<CsvCell[]> {
  for (const { text, cells } of rows)
    for (let at = 0; at < cells.length; at += 2) {
      const column = columns[cells[at]!]
      const count = cells[at + 1]!
      if (column !== undefined) yield [text, column.name ?? '', count, column.words, perThousand(count, column.words)]
    }
}

/** Columns and rows of the CSV file in the flavour asked for. */
export function frequencyCsv(
  frequency: Frequency,
  file: FileWords,
  flavour: CsvFlavour,
): { columns: readonly string[]; rows: Iterable<readonly CsvCell[]> } {
  if (flavour === 'tidy') return { columns: FREQUENCY_COLUMNS, rows: frequencyCsvRows(frequency) }
  const { heading, totals, lines } = frequencyTable(frequency, file)
  return { columns: heading, rows: [totals, ...lines] }
}

/** Three decimals; null where nothing is said. */
function perThousand(count: number, words: number): number | null {
  return words === 0 ? null : Math.round((count * 1_000_000) / words) / 1000
}
