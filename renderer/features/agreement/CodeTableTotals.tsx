import type { AgreementResult } from '../../../shared/contract/agreement.ts'
import { useT } from '../../i18n/i18n.ts'
import { classNames } from '../../ui/class-names.ts'
import { Undefined } from '../evidence/Undefined.tsx'
import { EstimateText } from './CodeTableRow.tsx'
import type { ColumnName } from './code-lines.ts'
import styles from './CodeTable.module.css'
import { useAgreementWords } from './figures/use-agreement-words.ts'

export interface CodeTableTotalsProps {
  readonly result: AgreementResult
  readonly columns: readonly ColumnName[]
}

/** What sums the codes up: the mean of those with a figure, and De Vries' pooled κ. */
export function CodeTableTotals({ result, columns }: CodeTableTotalsProps) {
  const t = useT('agreement')
  const words = useAgreementWords()
  const { table } = result
  if (table === null) return null
  return (
    <div role="rowgroup" className={styles['foot']}>
      <div role="row" className={styles['row']}>
        <div role="rowheader" className={classNames(styles['cell'], styles['name'])}>
          {t('table.mean')}
        </div>
        {columns.map((column) => {
          const mean = isSummed(column) ? table.macro[column] : null
          return (
            <div key={column} role="gridcell" className={styles['cell']}>
              {mean !== null && isSummed(column) && (
                <>
                  <EstimateText estimate={mean} name={column} />
                  {mean.value !== null && (
                    <span className={styles['interval']}>{t('table.ofCodes', { count: mean.of })}</span>
                  )}
                </>
              )}
            </div>
          )
        })}
      </div>
      {columns.includes('kappa') && (
        <div role="row" className={styles['row']}>
          <div role="rowheader" className={classNames(styles['cell'], styles['name'])}>
            {t('table.pooled')}
          </div>
          {columns.map((column) => (
            <div key={column} role="gridcell" className={styles['cell']}>
              {column === 'kappa' &&
                (words.value(table.pooled, 'kappa') ?? <Undefined reason={words.why(table.pooled) ?? ''} />)}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

type Summed = keyof NonNullable<AgreementResult['table']>['macro']

function isSummed(column: ColumnName): column is Summed {
  return column === 'percent' || column === 'positive' || column === 'kappa' || column === 'alpha' || column === 'ac1'
}
