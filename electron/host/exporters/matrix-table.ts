import type { Matrix, MatrixInput } from '../../../shared/contract/matrix.ts'
import type { QueryContext } from '../context.ts'
import { codeRows } from '../code-rows.ts'
import { computeMatrix } from '../handlers/matrix.ts'
import { codeKey } from './code-key.ts'
import { wordsIn, type FileWords } from './words.ts'

/** A matrix as a table for files: code lines first, then what the numbers are out of. Undefined cells are null. */
export interface MatrixTable {
  readonly heading: readonly string[]
  readonly lines: readonly { readonly key: string; readonly name: string; readonly cells: readonly (number | null)[] }[]
  readonly totals: readonly { readonly name: string; readonly cells: readonly (number | null)[] }[]
  readonly matrix: Matrix
  readonly words: FileWords
}

export function matrixTable(context: QueryContext, input: MatrixInput, language: string): MatrixTable {
  const matrix = computeMatrix(context, input)
  const words = wordsIn(language)
  const codes = new Map(codeRows(context.db).map((code) => [code.id, code]))
  const total = (name: string, of: (column: Matrix['columns'][number]) => number | null) => ({
    name,
    cells: matrix.columns.map(of),
  })
  return {
    heading: [words.codeId, words.code, ...matrix.columns.map((column) => column.name ?? words.notStated)],
    lines: matrix.rows.map(({ codeId }, index) => {
      const texts = codes.get(codeId)?.texts ?? []
      return {
        key: codeKey(codes, codeId),
        name: (texts.find((text) => text.language === language) ?? texts[0])?.name ?? '',
        cells: matrix.cells[index] ?? [],
      }
    }),
    totals: [
      total(words.documents, (column) => column.documents),
      total(words.uncoded, (column) => column.uncoded),
      total(words.respondents, (column) => column.respondents),
      ...(input.measure === 'amount' ? [total(words.amount, (column) => column.amount)] : []),
    ],
    matrix,
    words,
  }
}
