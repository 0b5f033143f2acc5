import { basename, extname } from 'node:path'
import { CLI_VERSION, matrixOutputSchema } from '../../../shared/contract/cli.ts'
import type { CodeRow } from '../../../shared/contract/code.ts'
import type { Matrix } from '../../../shared/contract/matrix.ts'
import { csvFlavourSchema } from '../../../shared/contract/transfer.ts'
import { MATRIX_OPTIONS, matrixInputOf, READING_OPTIONS } from './matrix-input.ts'
import { printJson, printLines } from './print.ts'
import { layerCalled, withStudy } from './session.ts'
import { textTable } from './text-table.ts'
import { choice, parseCommand, studyAnd, UsageError } from './usage.ts'

/** `matrix`: codes against villages, transcripts or roles. */
export async function matrixCommand(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseCommand(args, {
    ...MATRIX_OPTIONS,
    ...READING_OPTIONS,
    out: { type: 'string' },
    flavour: { type: 'string', default: 'tidy' },
  })
  const [path = ''] = studyAnd(positionals)
  const { out, language } = values
  if (out !== undefined && values.json) throw new UsageError('--json and --out exclude each other.')
  matrixInputOf(values, 'study')
  await withStudy(path, { access: 'read', userData: values['user-data'] }, async (session, study) => {
    const layer = await layerCalled(session, values.layer)
    const input = matrixInputOf(values, layer.id)
    if (out !== undefined) {
      await session.call('export.file', {
        handle: session.handle(out),
        format: formatOf(out),
        flavour: choice('--flavour', values.flavour, csvFlavourSchema.options),
        matrix: input,
        language,
      })
      printLines([`Wrote ${basename(out)}.`])
      return
    }
    const matrix = await session.call('matrix.compute', input)
    const { codes } = await session.call('code.list', {})
    if (values.json)
      printJson(matrixOutputSchema, {
        tianye: CLI_VERSION,
        command: 'matrix',
        study,
        layer,
        input,
        rows: matrix.rows.map(({ codeId, depth }) => ({ ...named(codes, codeId), depth })),
        columns: matrix.columns,
        cells: matrix.cells,
        leftOut: matrix.leftOut,
      })
    else printLines(matrixLines(matrix, codes, language))
  })
}

function formatOf(out: string): 'matrix-csv' | 'matrix-xlsx' {
  const extension = extname(out).toLowerCase()
  if (extension === '.csv') return 'matrix-csv'
  if (extension === '.xlsx') return 'matrix-xlsx'
  throw new UsageError(`--out ends in .csv or .xlsx, not "${extension}".`)
}

function named(codes: readonly CodeRow[], id: number) {
  const code = codes.find((candidate) => candidate.id === id)
  return {
    id,
    parentId: code?.parentId ?? null,
    label: code?.label ?? null,
    names: Object.fromEntries(code?.texts.map((text) => [text.language, text.name]) ?? []),
  }
}

function matrixLines(matrix: Matrix, codes: readonly CodeRow[], language: string): string[] {
  const show = (value: number | null) => (value === null ? '–' : String(value))
  const nameOf = (id: number) => {
    const { label, names } = named(codes, id)
    return [label, names[language] ?? Object.values(names)[0]].filter(Boolean).join(' ')
  }
  const total = (name: string, of: (column: Matrix['columns'][number]) => number | null) => [
    name,
    ...matrix.columns.map((column) => show(of(column))),
  ]
  const lines = textTable(
    [
      ['', ...matrix.columns.map((column) => column.name ?? '(not stated)')],
      ...matrix.rows.map(({ codeId, depth }, index) => [
        '  '.repeat(depth) + nameOf(codeId),
        ...(matrix.cells[index] ?? []).map(show),
      ]),
      [],
      total('(transcripts)', (column) => column.documents),
      total('(transcripts not coded yet)', (column) => column.uncoded),
      total('(respondents interviewed)', (column) => column.respondents),
      ...(matrix.columns.some(({ amount }) => amount !== null)
        ? [total('(respondents’ own speech)', (column) => column.amount)]
        : []),
    ],
    1,
  )
  if (matrix.leftOut.length === 0) return lines
  return [
    ...lines,
    '',
    `Left out, coded by several and not decided: ${matrix.leftOut.map(({ name }) => name).join(', ')}`,
  ]
}
