import { basename } from 'node:path'
import { CLI_VERSION, exportOutputSchema } from '../../../shared/contract/cli.ts'
import { csvFlavourSchema, exportFormatSchema } from '../../../shared/contract/transfer.ts'
import { MATRIX_OPTIONS, matrixInputOf, READING_OPTIONS } from './matrix-input.ts'
import { printJson, printLines } from './print.ts'
import { layerCalled, withStudy } from './session.ts'
import { choice, parseCommand, studyAnd, UsageError } from './usage.ts'

/** `export`: segments, episodes or a matrix as a file. */
export async function exportCommand(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseCommand(args, {
    ...MATRIX_OPTIONS,
    ...READING_OPTIONS,
    to: { type: 'string' },
    flavour: { type: 'string', default: 'tidy' },
  })
  const [path = '', out = ''] = studyAnd(positionals, ['OUT'])
  if (values.to === undefined) throw new UsageError('--to is missing.')
  const format = choice('--to', values.to, exportFormatSchema.options)
  const flavour = choice('--flavour', values.flavour, csvFlavourSchema.options)
  matrixInputOf(values, 'study')
  const { version, language } = values
  await withStudy(path, { access: 'read', userData: values['user-data'] }, async (session, study) => {
    const layer = await layerCalled(session, values.layer)
    const { rows } = await session.call('export.file', {
      handle: session.handle(out),
      format,
      flavour,
      layer: layer.id,
      version,
      matrix: matrixInputOf(values, layer.id),
      language,
    })
    const file = basename(out)
    if (values.json)
      printJson(exportOutputSchema, { tianye: CLI_VERSION, command: 'export', study, layer, format, file, rows })
    else printLines([`Wrote ${file}: ${rows} rows.`])
  })
}
