import type { CsvCell, CsvFlavour } from './csv.ts'
import type { MatrixTable } from './matrix-table.ts'

/**
 * A matrix as lines of a CSV file. For reading in a spreadsheet what the numbers are out of stands below them; a file for
 * programs has one kind of line only. Undefined cells are empty.
 */
export function* matrixCsvRows(table: MatrixTable, flavour: CsvFlavour): Generator<CsvCell[]> {
  for (const { key, name, cells } of table.lines) yield [key, name, ...cells]
  if (flavour === 'excel') for (const { name, cells } of table.totals) yield ['', name, ...cells]
}
