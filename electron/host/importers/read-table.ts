import { basename } from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'
import { fail } from '../errors.ts'
import { unguardFormula } from '../exporters/csv.ts'
import { decodeText } from './decode.ts'
import { readSourceFile } from './source-file.ts'

/** A CSV file: named columns, and rows with the line of the file that each begins on. */
export interface ReadTable {
  readonly fileName: string
  /** In lower case and half width, without white space around. */
  readonly columns: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

/** Half a million codings with their quotations. */
export const MAX_TABLE_BYTES = 256 * 1024 * 1024

/**
 * Reads a CSV file, of any encoding and with comma, semicolon or tab between the cells. In files with a byte order mark
 * the guard that an export put before formula-like text is taken off again.
 *
 * Throws `file_empty`, `table_damaged` (line), `table_duplicate_column`, and what reading files throws.
 */
export async function readTable(path: string): Promise<ReadTable> {
  const fileName = basename(path)
  const { text: decoded } = decodeText(await readSourceFile(path, fileName, MAX_TABLE_BYTES))
  const isGuarded = decoded.startsWith('\ufeff')
  const text = isGuarded ? decoded.slice(1) : decoded
  if (text.trim() === '') fail('file_empty', { file: fileName })
  const [heading, ...rows] = records(text, fileName)
  const columns = (heading?.cells ?? []).map((name) => name.normalize('NFKC').trim().toLowerCase())
  const repeated = columns.find((name, index) => name !== '' && columns.indexOf(name) !== index)
  if (repeated !== undefined) fail('table_duplicate_column', { file: fileName, column: repeated })
  return {
    fileName,
    columns,
    rows: isGuarded ? rows.map(({ line, cells }) => ({ line, cells: cells.map(unguardFormula) })) : rows,
  }
}

function records(text: string, file: string): { line: number; cells: string[] }[] {
  try {
    const found: { line: number; cells: string[] }[] = []
    let line = 1
    parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      on_record: (cells: string[], { lines }: { lines: number }) => {
        if (cells.some((cell) => cell !== '')) found.push({ line, cells })
        line = lines + 1
        return null
      },
    })
    return found
  } catch (error) {
    if (error instanceof CsvError) fail('table_damaged', { file, line: Number(error['lines'] ?? 0) })
    throw error
  }
}

/** What stands most often between the names of the first line. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/[\r\n]/, 1)
  const count = (delimiter: string) => first.split(delimiter).length
  return ['\t', ';'].find((delimiter) => count(delimiter) > count(',')) ?? ','
}
