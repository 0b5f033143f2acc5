import type { Out } from '../../../shared/contract/contract.ts'
import { useT } from '../../i18n/i18n.ts'
import styles from './DrawDialog.module.css'

/** What would be drawn, village by village, and from how many. */
export function DrawPreview({ preview }: { readonly preview: Out<'assignment.drawPreview'> }) {
  const t = useT('assignments')
  const { interviews, candidates, notFinished, double, strata, assigned, alone } = preview
  const leftOut = [
    ...(notFinished > 0 ? [t('draw.notFinished', { count: notFinished })] : []),
    ...(double > 0 ? [t('draw.double', { count: double })] : []),
  ]
  return (
    <section aria-label={t('draw.preview')} className={styles['preview']}>
      <p role="status" className={styles['basis']}>
        <span>{t('draw.basis', { interviews, candidates })}</span>
        {leftOut.length > 0 && <span>{t('draw.leftOut', { reasons: leftOut.join(t('draw.and')) })}</span>}
      </p>
      {candidates > 0 && (
        <table className={styles['strata']}>
          <thead>
            <tr>
              <th scope="col">{t('draw.village')}</th>
              <th scope="col" className={styles['number']}>
                {t('draw.drawnOf')}
              </th>
              <th scope="col">{t('draw.interviews')}</th>
            </tr>
          </thead>
          <tbody>
            {strata.map(({ village, candidates: count, drawn }) => (
              <tr key={village ?? ''}>
                <th scope="row">{village ?? t('noVillage')}</th>
                <td className={styles['number']}>{t('draw.of', { drawn: drawn.length, candidates: count })}</td>
                <td>{drawn.join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {candidates > 0 && <p>{t('draw.assigned', { count: assigned })}</p>}
      {alone.length > 0 && <p className={styles['warning']}>{t('draw.alone', { count: alone.length })}</p>}
    </section>
  )
}
