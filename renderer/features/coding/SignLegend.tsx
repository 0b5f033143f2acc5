import { useT } from '../../i18n/i18n.ts'
import { SIGNS } from './coding-attributes.ts'
import styles from './PaintFilter.module.css'

/** What the signs in the margin mean. */
export function SignLegend() {
  const t = useT('passages')
  const [doubtful, fair, sure] = SIGNS.certainty
  const signs = [
    [SIGNS.negated, t('legend.negated')],
    [SIGNS.hypothetical, t('legend.hypothetical')],
    [SIGNS.other, t('legend.other')],
    [SIGNS.hearsay, t('legend.hearsay')],
    [doubtful, t('legend.certainty1')],
    [fair, t('legend.certainty2')],
    [sure, t('legend.certainty3')],
    [SIGNS.actor, t('legend.actor')],
    [SIGNS.referent, t('legend.referent')],
    [SIGNS.affair, t('legend.affair')],
    [SIGNS.eventTime, t('legend.eventTime')],
    [SIGNS.memo, t('legend.memo')],
  ] as const
  return (
    <section className={styles['legend']} aria-label={t('paint.legend')}>
      <h4>{t('paint.legend')}</h4>
      <dl>
        {signs.map(([sign, words]) => (
          <div key={words}>
            <dt>{sign}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p>{t('legend.foreign')}</p>
    </section>
  )
}
