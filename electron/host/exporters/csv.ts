import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { stringify } from 'csv-stringify/sync'

/**
 * `excel`: UTF-8 with BOM, so that Excel reads Chinese, and with text that looks like a formula guarded. `tidy`: UTF-8
 * without BOM and every text as it is, for R, Python and fsQCA, which take a BOM for part of the first heading.
 */
export type CsvFlavour = 'excel' | 'tidy'
export type CsvCell = string | number | null

const BOM = '\ufeff'

/**
 * What spreadsheet programs take for the beginning of a formula, half and full width; behind apostrophes of its own it is
 * guarded as well, so that taking one guard off gives back what was there.
 */
const FORMULA = /^'*[=+\-@\t\r\n\0＝＋－＠]/

/** A text cell that no spreadsheet evaluates. Numbers are not text and stay as they are. */
export function guardFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** The opposite, for files that carry a BOM: one leading `'` before such a beginning was put there by an export. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text
}

/** Writes the rows to a new file at `path`. Returns the number of rows. */
export function writeCsv(
  path: string,
  columns: readonly string[],
  rows: Iterable<readonly CsvCell[]>,
  flavour: CsvFlavour,
): number {
  const file = openSync(path, 'w', 0o600)
  let count = 0
  try {
    writeSync(file, (flavour === 'excel' ? BOM : '') + lines([columns], flavour))
    let batch: (readonly CsvCell[])[] = []
    for (const row of rows) {
      batch.push(row)
      count++
      if (batch.length === 1000) {
        writeSync(file, lines(batch, flavour))
        batch = []
      }
    }
    writeSync(file, lines(batch, flavour))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  return count
}

function lines(rows: readonly (readonly CsvCell[])[], flavour: CsvFlavour): string {
  if (rows.length === 0) return ''
  const cells =
    flavour === 'tidy'
      ? rows
      : rows.map((row) => row.map((cell) => (typeof cell === 'string' ? guardFormula(cell) : cell)))
  return stringify(
    cells.map((row) => [...row]),
    { record_delimiter: flavour === 'excel' ? '\r\n' : '\n' },
  )
}
