import type { MatrixInput } from '../../../shared/contract/matrix.ts'
import { columnsSchema, measureSchema } from '../../../shared/contract/matrix.ts'
import type { Layer } from '../../../shared/contract/values.ts'
import { choice } from './usage.ts'

/** Options that say which matrix is meant. */
export const MATRIX_OPTIONS = {
  rows: { type: 'string', default: 'code' },
  columns: { type: 'string', default: 'village' },
  measure: { type: 'string', default: 'passages' },
  'no-roll-up': { type: 'boolean', default: false },
} as const

/** Options of everything that reads. */
export const READING_OPTIONS = {
  layer: { type: 'string', default: 'study' },
  version: { type: 'string', default: 'originals' },
  language: { type: 'string', default: 'en' },
} as const

export interface MatrixValues {
  readonly rows: string
  readonly columns: string
  readonly measure: string
  readonly 'no-roll-up': boolean
  readonly version: string
}

/** Throws `UsageError` for what no matrix has. */
export function matrixInputOf(values: MatrixValues, layer: Layer): MatrixInput {
  return {
    rows: choice('--rows', values.rows, ['code']),
    columns: choice('--columns', values.columns, columnsSchema.options),
    measure: choice('--measure', values.measure, measureSchema.options),
    layer,
    version: values.version,
    rollUp: !values['no-roll-up'],
  }
}
