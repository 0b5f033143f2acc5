import type { AgreementAttributes } from '../../../../shared/contract/agreement.ts'
import type { AgreementSettings } from '../../../../shared/contract/agreement-settings.ts'
import { digits } from '../../../../shared/agreement/figure-text.ts'
import { useHostJob } from '../../../app/host-job.ts'
import { useT } from '../../../i18n/i18n.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FigureText } from './FigureText.tsx'
import styles from './figures.module.css'
import { AGREEMENT_CONCERNS, JobFrame } from './JobFrame.tsx'

type Attribute = AgreementAttributes['rows'][number]['attribute']

/** As the words of passages call them. */
const CALLED: Readonly<Record<Attribute, Exclude<Attribute, 'event_time'> | 'eventTime'>> = {
  polarity: 'polarity',
  evidence: 'evidence',
  actor: 'actor',
  referent: 'referent',
  affair: 'affair',
  event_time: 'eventTime',
  certainty: 'certainty',
}

/** Whether coders who marked the same passage with the same code also say the same of it. */
export function AttributeAgreement({ settings }: { readonly settings: AgreementSettings }) {
  const t = useT('agreement')
  const job = useHostJob('agreement.attributes', { settings }, { concerns: AGREEMENT_CONCERNS })
  return (
    <JobFrame job={job} label={t('figures.attributes.title')}>
      {(attributes) =>
        attributes.matches === 0 ? (
          <EmptyState title={t('figures.attributes.none')} text={t('figures.attributes.noneText')} />
        ) : (
          <Attributes attributes={attributes} overlap={settings.overlap} />
        )
      }
    </JobFrame>
  )
}

interface AttributesProps {
  readonly attributes: AgreementAttributes
  readonly overlap: number
}

function Attributes({ attributes, overlap }: AttributesProps) {
  const t = useT('agreement')
  const passages = useT('passages')
  const format = useFormat()
  return (
    <>
      <p className={styles['answer']}>
        {t('figures.attributes.over', { count: attributes.matches, overlap: digits(overlap, 2) })}
      </p>
      <div className={styles['scroll']}>
        <table className={styles['table']}>
          <caption className="visually-hidden">{t('figures.attributes.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('figures.attributes.attribute')}</th>
              <th scope="col">{t('figures.attributes.pairs')}</th>
              <th scope="col">{t('figures.attributes.unstated')}</th>
              <th scope="col">{t('figures.attributes.mixed')}</th>
              <th scope="col">{t('figures.attributes.percent')}</th>
              <th scope="col">{t('figures.attributes.alpha')}</th>
            </tr>
          </thead>
          <tbody>
            {attributes.rows.map(({ attribute, pairs, unstated, mixed, percent, alpha }) => (
              <tr key={attribute}>
                <th scope="row">{passages(`attribute.${CALLED[attribute]}`)}</th>
                <td>{format.count(pairs)}</td>
                <td>{format.count(unstated)}</td>
                <td>{format.count(mixed)}</td>
                <td>
                  <FigureText figure={percent} as="percent" />
                </td>
                <td>
                  <FigureText figure={alpha} as="alpha" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles['note']}>{t('figures.attributes.note')}</p>
    </>
  )
}
