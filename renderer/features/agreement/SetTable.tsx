import type { AgreementResult } from '../../../shared/contract/agreement.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { EstimateText } from './CodeTableRow.tsx'
import styles from './Figures.module.css'

const DISTANCES = ['masi', 'jaccard', 'dice', 'exact'] as const

/** One α for all codes: how alike the sets of codes on a unit are, by each distance; and how many units had none. */
export function SetTable({ result }: { readonly result: AgreementResult }) {
  const t = useT('agreement')
  const format = useFormat()
  const { table, settings } = result
  const sets = table?.sets ?? null
  if (sets === null) return null
  return (
    <section aria-labelledby="sets-alpha" className={styles['section']}>
      <h3 id="sets-alpha" className={styles['heading']}>
        {t('sets.title')}
      </h3>
      <table className={styles['small']}>
        <thead>
          <tr>
            {DISTANCES.map((distance) => (
              <th key={distance} scope="col" title={t(`sets.is.${distance}`)}>
                {t(`sets.${distance}`)}
              </th>
            ))}
            <th scope="col">{t('sets.units')}</th>
            <th scope="col">{t('sets.empty')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            {DISTANCES.map((distance) => (
              <td key={distance}>
                <EstimateText estimate={sets[distance]} name="alpha" />
              </td>
            ))}
            <td>{format.count(sets.units)}</td>
            <td>{format.count(sets.emptyUnits)}</td>
          </tr>
        </tbody>
      </table>
      <p className={styles['note']}>{t(`sets.note.${settings.emptyUnits}`, { count: sets.emptyUnits })}</p>
    </section>
  )
}
