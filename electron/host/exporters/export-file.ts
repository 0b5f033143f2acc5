import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Out, Parsed } from '../../../shared/contract/contract.ts'
import type { JobContext, QueryContext } from '../context.ts'
import { asUserError } from '../database/file-errors.ts'
import { fail } from '../errors.ts'
import { codebookDocx } from './codebook-docx.ts'
import { codebookWordsIn } from './codebook-words.ts'
import { writeCsv } from './csv.ts'
import { EPISODE_COLUMNS, episodeCsvRows } from './episodes-csv.ts'
import { matrixCsvRows } from './matrix-csv.ts'
import { matrixTable } from './matrix-table.ts'
import { writeMatrixXlsx } from './matrix-xlsx.ts'
import { replaceFile } from './replace-file.ts'
import { SEGMENT_COLUMNS, segmentCsvRows } from './segments-csv.ts'
import { writeAgreement } from './write-agreement.ts'
import { writeFrequency } from './write-frequency.ts'

type Input = Parsed<'export.file'>

/**
 * Writes what is asked for to the file that the user chose, in the place of what stood there. Throws `matrix_missing`,
 * `frequency_missing`, `agreement_missing`, `no_write_permission`, `disk_full`, `file_vanished` (the folder).
 */
export async function exportFile(context: JobContext, input: Input): Promise<Out<'export.file'>> {
  const path = context.files.pathOf(input.handle)
  const fileName = basename(path)
  try {
    const rows = await replaceFile(path, (temporary) => writerOf(context, input)(temporary))
    return { rows, fileName }
  } catch (error) {
    throw asUserError(error, fileName)
  }
}

/** A function that writes the file and returns its number of rows. */
function writerOf(job: JobContext, input: Input): (path: string) => number | Promise<number> {
  const context = job.read()
  const { format, flavour, layer, version, language } = input
  switch (format) {
    case 'segments-csv':
      return (path) => writeCsv(path, SEGMENT_COLUMNS, segmentCsvRows(context, layer, version), flavour)
    case 'episodes-csv':
      return (path) => writeCsv(path, EPISODE_COLUMNS, episodeCsvRows(context, layer, version), flavour)
    case 'matrix-csv': {
      const table = matrixTable(context, input.matrix ?? fail('matrix_missing'), language)
      return (path) => writeCsv(path, table.heading, matrixCsvRows(table, flavour), flavour)
    }
    case 'matrix-xlsx': {
      const matrix = input.matrix ?? fail('matrix_missing')
      const table = matrixTable(context, matrix, language)
      return async (path) => {
        await writeMatrixXlsx(path, table, matrix, {
          study: context.db.pluck<string>('SELECT name FROM meta') ?? '',
          layer: layerName(context, matrix.layer, table.words.studyLayer),
          madeAt: new Date(),
        })
        return table.lines.length
      }
    }
    case 'codebook-docx':
      return async (path) => {
        const { bytes, codes } = await codebookDocx(context, {
          layer,
          layerName: layerName(context, layer, codebookWordsIn(language).studyLayer),
          languages: input.languages.length > 0 ? input.languages : [language],
          language,
          madeAt: new Date(),
        })
        await writeFile(path, bytes)
        return codes
      }
    case 'agreement-csv':
    case 'agreement-xlsx':
    case 'agreement-json': {
      const settings = input.agreement ?? fail('agreement_missing')
      const as = {
        'agreement-csv': { kind: 'csv', flavour },
        'agreement-xlsx': { kind: 'xlsx' },
        'agreement-json': { kind: 'json' },
      } as const
      return (path) => writeAgreement(job, path, settings, as[format], language)
    }
    case 'frequency-csv':
    case 'frequency-xlsx': {
      const frequency = input.frequency ?? fail('frequency_missing')
      const as = format === 'frequency-csv' ? ({ kind: 'csv', flavour } as const) : ({ kind: 'xlsx' } as const)
      return (path) => writeFrequency(job, path, frequency, as, language)
    }
  }
}

function layerName({ db }: QueryContext, layer: Input['layer'], studyLayer: string): string {
  return layer === 'study' ? studyLayer : (db.pluck<string>('SELECT name FROM coder WHERE id = ?', layer) ?? '')
}
