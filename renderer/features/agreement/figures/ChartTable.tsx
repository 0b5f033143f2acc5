import type { AgreementResult, AgreementRow } from '../../../../shared/contract/agreement.ts'
import type { CoefficientName } from '../../../../shared/contract/agreement-settings.ts'
import { figureText } from '../../../../shared/agreement/figure-text.ts'
import { useT } from '../../../i18n/i18n.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { SegmentCode } from '../../evidence/SegmentCode.tsx'
import { FigureText } from './FigureText.tsx'
import styles from './figures.module.css'
import { useAgreementWords } from './use-agreement-words.ts'

export interface ChartTableProps {
  readonly result: AgreementResult
  readonly coefficient: CoefficientName
  readonly rows: readonly AgreementRow[]
}

/** What the chart draws, as numbers. */
export function ChartTable({ result, coefficient, rows }: ChartTableProps) {
  const t = useT('agreement')
  const format = useFormat()
  const words = useAgreementWords()
  const mean = coefficient === 'negative' ? undefined : result.table?.macro[coefficient]
  const bound = (value: number | null) => (value === null ? '–' : figureText(value, coefficient))
  return (
    <table className={styles['table']}>
      <caption className="visually-hidden">
        {t('figures.chart.title', { name: words.coefficient(coefficient) })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('figures.column.code')}</th>
          <th scope="col">{words.coefficient(coefficient)}</th>
          <th scope="col">{t('figures.column.low')}</th>
          <th scope="col">{t('figures.column.high')}</th>
          <th scope="col">{t('figures.column.applied')}</th>
          <th scope="col" className={styles['words']}>
            {t('figures.column.why')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const estimate = row[coefficient]
          return (
            <tr key={row.codeId}>
              <th scope="row">
                <SegmentCode codeId={row.codeId} />
              </th>
              <td>
                <FigureText figure={estimate} as={coefficient} />
              </td>
              <td>{bound(estimate.low)}</td>
              <td>{bound(estimate.high)}</td>
              <td>{format.count(row.appliedUnits)}</td>
              <td className={styles['words']}>{words.why(estimate)}</td>
            </tr>
          )
        })}
      </tbody>
      {mean && mean.of > 0 && (
        <tfoot>
          <tr>
            <th scope="row">{t('figures.chart.mean', { count: mean.of })}</th>
            <td>
              <FigureText figure={mean} as={coefficient} />
            </td>
            <td>{bound(mean.low)}</td>
            <td>{bound(mean.high)}</td>
            <td />
            <td className={styles['words']}>{words.why(mean)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}
