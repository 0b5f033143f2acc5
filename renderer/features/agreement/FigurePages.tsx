import type { AgreementBy, AgreementResult } from '../../../shared/contract/agreement.ts'
import type { AgreementSettings } from '../../../shared/contract/agreement-settings.ts'
import { studyState, useStudyState } from '../../app/study-state.ts'
import { useT } from '../../i18n/i18n.ts'
import { classNames } from '../../ui/class-names.ts'
import { PageTabs } from '../../ui/PageTabs.tsx'
import { Select } from '../../ui/Select.tsx'
import { CodesView } from './CodesView.tsx'
import { Denominators } from './Denominators.tsx'
import styles from './Figures.module.css'
import { AttributeAgreement } from './figures/AttributeAgreement.tsx'
import { Breakdown } from './figures/Breakdown.tsx'
import { ProfileChange } from './figures/ProfileChange.tsx'
import { isRated } from './is-rated.ts'

const PAGES = ['codes', 'where', 'profiles', 'attributes'] as const

interface PageChoice {
  readonly page: (typeof PAGES)[number]
  readonly by: AgreementBy
}

const PAGE = studyState<PageChoice>({ page: 'codes', by: 'village' })

export interface FigurePagesProps {
  readonly result: AgreementResult
  /** What is chosen now. */
  readonly settings: AgreementSettings
}

/** What the figures rest on, and one of the questions that are asked of them. */
export function FigurePages({ result, settings }: FigurePagesProps) {
  const t = useT('agreement')
  const [{ page, by }, setChoice] = useStudyState(PAGE)
  // Matched passages and the continuum have no units that could be counted by groups.
  const pages = PAGES.filter((one) => one !== 'where' || isRated(settings.unit))
  const current = pages.includes(page) ? page : 'codes'
  return (
    <>
      <Denominators result={result} />
      <PageTabs
        label={t('pages')}
        tabs={pages.map((id) => ({ id, label: t(`page.${id}`) }))}
        current={current}
        onChange={(next) => {
          setChoice({ page: next, by })
        }}
      />
      {current === 'codes' && <CodesView result={result} />}
      {current === 'where' && (
        <div className={classNames(styles['scroll'], styles['page'])}>
          <Select
            label={t('where.by')}
            className={styles['choice'] ?? ''}
            value={by}
            options={(['village', 'document', 'language', 'role'] as const).map((value) => ({
              value,
              label: t(`where.${value}`),
            }))}
            onChange={(next) => {
              setChoice({ page, by: next })
            }}
          />
          <Breakdown settings={settings} by={by} />
        </div>
      )}
      {current === 'profiles' && (
        <div className={classNames(styles['scroll'], styles['page'])}>
          <ProfileChange settings={settings} />
        </div>
      )}
      {current === 'attributes' && (
        <div className={classNames(styles['scroll'], styles['page'])}>
          <AttributeAgreement settings={settings} />
        </div>
      )}
    </>
  )
}
