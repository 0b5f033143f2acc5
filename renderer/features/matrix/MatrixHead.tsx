import type { Matrix, Measure } from '../../../shared/contract/matrix.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { classNames } from '../../ui/class-names.ts'
import type { VisibleRange } from '../../ui/visible-range.ts'
import grid from '../../ui/Grid.module.css'
import styles from './MatrixGrid.module.css'
import { COLUMN, HEAD_LINE, NAME_LINE, ROW_HEAD } from './matrix-sizes.ts'
import { useMatrixWords } from './use-matrix-words.ts'

type HeadRow = 'documents' | 'uncoded' | 'respondents' | 'amount'

/** What the numbers of a column are out of, line by line. */
export function headRows(measure: Measure): readonly HeadRow[] {
  return measure === 'amount'
    ? ['documents', 'uncoded', 'respondents', 'amount']
    : ['documents', 'uncoded', 'respondents']
}

export interface MatrixHeadProps {
  readonly matrix: Matrix
  readonly measure: Measure
  readonly shown: VisibleRange
  /** Of the whole grid, in CSS px. */
  readonly width: number
}

/** The names of the columns, and under each what its numbers are out of. */
export function MatrixHead({ matrix, measure, shown, width }: MatrixHeadProps) {
  const t = useT('matrix')
  const words = useMatrixWords(matrix, measure)
  const columns = matrix.columns
    .slice(shown.first, shown.last)
    .map((column, index) => ({ column, at: shown.first + index }))
  return (
    <div role="rowgroup" className={grid['head']} style={{ width }}>
      <div role="row" aria-rowindex={1} className={styles['headRow']} style={{ height: NAME_LINE }}>
        <div
          role="columnheader"
          aria-colindex={1}
          className={classNames(grid['name'], styles['corner'])}
          style={{ width: ROW_HEAD }}
        >
          {t('code')}
        </div>
        {columns.map(({ at }) => (
          <div
            key={at}
            role="columnheader"
            aria-colindex={at + 2}
            title={words.columnAt(at)}
            className={classNames(styles['cell'], styles['name'])}
            style={{ left: ROW_HEAD + at * COLUMN, width: COLUMN }}
          >
            <span className={styles['cut']}>{words.columnAt(at)}</span>
          </div>
        ))}
      </div>
      {headRows(measure).map((row, index) => (
        <div key={row} role="row" aria-rowindex={index + 2} className={styles['headRow']} style={{ height: HEAD_LINE }}>
          <div
            role="rowheader"
            aria-colindex={1}
            className={classNames(grid['name'], styles['corner'])}
            style={{ width: ROW_HEAD }}
          >
            {t(`outOf.${row}`)}
          </div>
          {columns.map(({ column, at }) => (
            <div
              key={at}
              role="gridcell"
              aria-colindex={at + 2}
              className={classNames(styles['cell'], styles['outOf'])}
              style={{ left: ROW_HEAD + at * COLUMN, width: COLUMN }}
            >
              <OutOf column={column} row={row} />
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

function OutOf({ column, row }: { readonly column: Matrix['columns'][number]; readonly row: HeadRow }) {
  const t = useT('matrix')
  const format = useFormat()
  if (row !== 'amount') {
    const isMissing = row === 'uncoded' && column.uncoded > 0
    return <span className={isMissing ? styles['missing'] : undefined}>{format.count(column[row])}</span>
  }
  if (column.amount === null || column.unit === null) return <span title={t('why.mixedLanguages')}>–</span>
  return t(`shortAmount.${column.unit}`, { amount: format.count(column.amount) })
}
