import { memo } from 'react'
import type { AgreementEstimate, AgreementRow } from '../../../shared/contract/agreement.ts'
import type { CodeRow } from '../../../shared/contract/code.ts'
import type { CoefficientName } from '../../../shared/contract/agreement-settings.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { classNames } from '../../ui/class-names.ts'
import { CodeChip } from '../../ui/CodeChip.tsx'
import { codeName, codeTitle } from '../coding/code-names.ts'
import { Undefined } from '../evidence/Undefined.tsx'
import { isCount } from './code-lines.ts'
import type { ColumnName } from './code-lines.ts'
import styles from './CodeTable.module.css'
import { useAgreementWords } from './figures/use-agreement-words.ts'

export interface CodeTableRowProps {
  /** Of the table; cells are `<id>-<line>-<column>`. */
  readonly id: string
  readonly line: number
  readonly row: AgreementRow
  /** Names with commas between them, so that the same columns are the same. */
  readonly columns: string
  readonly code: CodeRow | undefined
  readonly isIndented: boolean
  /** -1 is the code; null: the active cell is in another line. */
  readonly activeColumn: number | null
}

/** A line of the table; the same line again where nothing about it changed. */
export const CodeTableRow = memo(function CodeTableRow(props: CodeTableRowProps) {
  const language = useLanguage()
  const { id, line, row, columns, code, isIndented, activeColumn } = props
  const place = (column: number) => ({ id: `${id}-${line}-${column}`, 'data-line': line, 'data-column': column })
  return (
    <div role="row" className={classNames(styles['row'], !row.hasHeadline && styles['few'])}>
      <div
        role="rowheader"
        {...place(-1)}
        title={code && codeTitle(code, language)}
        className={classNames(styles['cell'], styles['name'], activeColumn === -1 && styles['active'])}
        style={isIndented ? { paddingInlineStart: 16 + row.depth * 14 } : {}}
      >
        {code && <CodeChip colour={code.colour} label={code.label} name={codeName(code, language)} />}
      </div>
      {(columns.split(',') as ColumnName[]).map((column, at) => {
        const opens = isCount(column) && column !== 'neither' && row[column] > 0
        return (
          <div
            key={column}
            {...place(at)}
            role="gridcell"
            className={classNames(styles['cell'], opens && styles['opens'], activeColumn === at && styles['active'])}
          >
            <Cell row={row} column={column} />
          </div>
        )
      })}
    </div>
  )
})

function Cell({ row, column }: { readonly row: AgreementRow; readonly column: ColumnName }) {
  const format = useFormat()
  const words = useAgreementWords()
  if (isCount(column)) return format.count(row[column])
  if (column === 'prevalence')
    return words.value(row.prevalence, 'percent') ?? <Undefined reason={words.why(row.prevalence) ?? ''} />
  return <EstimateText estimate={row[column]} name={column} />
}

interface EstimateTextProps {
  readonly estimate: AgreementEstimate
  readonly name: CoefficientName
}

/** A coefficient and, below it, its interval; or why there is none. */
export function EstimateText({ estimate, name }: EstimateTextProps) {
  const words = useAgreementWords()
  const value = words.value(estimate, name)
  if (value === null) return <Undefined reason={words.why(estimate) ?? ''} />
  // That they are percent says the value above.
  const interval = words.interval(estimate, name).replaceAll('%', '')
  return (
    <>
      {value}
      {interval !== '' && <span className={styles['interval']}>{interval}</span>}
    </>
  )
}
