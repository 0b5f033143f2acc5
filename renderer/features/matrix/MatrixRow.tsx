import type { CSSProperties } from 'react'
import type { Matrix, Measure } from '../../../shared/contract/matrix.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { classNames } from '../../ui/class-names.ts'
import { ChevronDownIcon, ChevronRightIcon } from '../../ui/icons.tsx'
import type { VisibleRange } from '../../ui/visible-range.ts'
import { SegmentCode } from '../evidence/SegmentCode.tsx'
import styles from './MatrixGrid.module.css'
import { COLUMN, LINE, ROW_HEAD } from './matrix-sizes.ts'
import { emptyReason, heatOf } from './matrix-view.ts'
import type { MatrixLine } from './matrix-view.ts'

export interface MatrixRowProps {
  /** Of the grid; cells are `<id>-<line>-<column>`. */
  readonly id: string
  /** Place among the lines shown. */
  readonly at: number
  readonly line: MatrixLine
  readonly matrix: Matrix
  readonly measure: Measure
  readonly shown: VisibleRange
  readonly peak: number
  /** -1 is the code; null: the active cell is in another line. */
  readonly activeColumn: number | null
  /** Of the code, in full. */
  readonly name: string
  /** `aria-rowindex`, heads included. */
  readonly rowIndex: number
}

export function MatrixRow(props: MatrixRowProps) {
  const { id, at, line, matrix, measure, shown, peak, activeColumn, name, rowIndex } = props
  const cells = matrix.cells[line.row] ?? []
  const columns = Array.from({ length: shown.last - shown.first }, (_, index) => shown.first + index)
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      aria-level={line.depth + 1}
      aria-expanded={line.hasChildren ? !line.isCollapsed : undefined}
      className={styles['row']}
      style={{ top: at * LINE, height: LINE }}
    >
      <div
        id={`${id}-${at}--1`}
        role="rowheader"
        aria-colindex={1}
        data-line={at}
        data-column={-1}
        title={name}
        className={classNames(styles['rowHead'], activeColumn === -1 && styles['active'])}
        style={{ width: ROW_HEAD, paddingInlineStart: 6 + line.depth * 16 }}
      >
        <span className={styles['fold']}>
          {line.hasChildren && (line.isCollapsed ? <ChevronRightIcon /> : <ChevronDownIcon />)}
        </span>
        <SegmentCode codeId={line.codeId} />
      </div>
      {columns.map((column) => (
        <Cell
          key={column}
          id={`${id}-${at}-${column}`}
          at={at}
          column={column}
          value={cells[column] ?? null}
          place={matrix.columns[column]}
          measure={measure}
          peak={peak}
          isActive={activeColumn === column}
        />
      ))}
    </div>
  )
}

interface CellProps {
  readonly id: string
  readonly at: number
  readonly column: number
  readonly value: number | null
  readonly place: Matrix['columns'][number] | undefined
  readonly measure: Measure
  readonly peak: number
  readonly isActive: boolean
}

/** How much of the accent the fullest cell takes; the number on it stays readable in both themes. */
const FULL_HEAT = 42

function Cell({ id, at, column, value, place, measure, peak, isActive }: CellProps) {
  const t = useT('matrix')
  const format = useFormat()
  if (!place) return null
  const reason = emptyReason(value, place, measure)
  const why = reason === null ? undefined : t(`why.${reason}`, { count: place.uncoded })
  const heat: CSSProperties & Record<'--heat', string> = {
    '--heat': `${(heatOf(value, peak) * FULL_HEAT).toFixed(1)}%`,
    left: ROW_HEAD + column * COLUMN,
    width: COLUMN,
  }
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={column + 2}
      data-line={at}
      data-column={column}
      title={why}
      className={classNames(
        styles['cell'],
        styles['value'],
        reason !== null && styles['nothing'],
        isActive && styles['active'],
      )}
      style={heat}
    >
      {value === null ? (
        <>
          <span aria-hidden="true">–</span>
          <span className="visually-hidden">{why}</span>
        </>
      ) : (
        format.count(value)
      )}
    </div>
  )
}
