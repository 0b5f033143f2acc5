import { useState } from 'react'
import type { AgreementBreakdown, AgreementBy } from '../../../../shared/contract/agreement.ts'
import type { AgreementSettings } from '../../../../shared/contract/agreement-settings.ts'
import { useHostJob } from '../../../app/host-job.ts'
import { useT } from '../../../i18n/i18n.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { concentration, groupLines } from './breakdown-view.ts'
import type { GroupSort } from './breakdown-view.ts'
import { BreakdownGroup } from './BreakdownGroup.tsx'
import styles from './figures.module.css'
import { AGREEMENT_CONCERNS, JobFrame } from './JobFrame.tsx'
import { SortHead } from './SortHead.tsx'
import { useAgreementWords } from './use-agreement-words.ts'
import { useGroupName } from './use-group-name.ts'

export interface BreakdownProps {
  readonly settings: AgreementSettings
  readonly by: AgreementBy
}

/** Where the disagreement is: the same figures by village, transcript, language or role. */
export function Breakdown({ settings, by }: BreakdownProps) {
  const t = useT('agreement')
  const job = useHostJob('agreement.by', { settings, by }, { concerns: AGREEMENT_CONCERNS })
  return (
    <JobFrame job={job} label={t(`figures.by.title.${by}`)}>
      {(breakdown) => <Groups key={breakdown.by} breakdown={breakdown} settings={settings} />}
    </JobFrame>
  )
}

/** Groups that are drawn at first, and more at a time. */
const PAGE = 100

interface GroupsProps {
  readonly breakdown: AgreementBreakdown
  readonly settings: AgreementSettings
}

function Groups({ breakdown, settings }: GroupsProps) {
  const t = useT('agreement')
  const words = useAgreementWords()
  const [sort, setSort] = useState<GroupSort>('disagreements')
  const [shown, setShown] = useState(PAGE)
  const { by } = breakdown
  const lines = groupLines(breakdown, sort)
  const figures = (['percent', 'positive', 'kappa', 'alpha'] as const).filter(
    (name) => name === 'percent' || name === 'positive' || settings.coefficients.includes(name),
  )
  if (lines.length === 0) return <EmptyState title={t('figures.by.none')} text={t('figures.by.noneText')} />
  const head = { sort, onSort: setSort }
  return (
    <>
      <Concentration breakdown={breakdown} />
      <div className={styles['scroll']}>
        <table className={styles['table']}>
          <caption className="visually-hidden">{t(`figures.by.title.${by}`)}</caption>
          <thead>
            <tr>
              <SortHead {...head} by="order" direction="ascending">
                {t(`figures.by.column.${by}`)}
              </SortHead>
              <SortHead {...head} by="units" direction="descending">
                {t('figures.column.units')}
              </SortHead>
              <SortHead {...head} by="disagreements" direction="descending">
                {t('figures.column.disagreements')}
              </SortHead>
              <th scope="col" className={styles['share']}>
                {t('figures.column.share')}
              </th>
              {figures.map((name) => (
                <SortHead key={name} {...head} by={name} direction="ascending" title={words.coefficient(name)}>
                  {t(`table.column.${name}`)}
                </SortHead>
              ))}
              {figures.includes('kappa') && <th scope="col">{t('figures.column.pooled')}</th>}
            </tr>
          </thead>
          {lines.slice(0, shown).map((line) => (
            <BreakdownGroup key={String(line.group.key)} by={by} line={line} figures={figures} settings={settings} />
          ))}
        </table>
      </div>
      {lines.length > shown && (
        <Button
          size="small"
          className={styles['more'] ?? ''}
          onPress={() => {
            setShown(shown + PAGE)
          }}
        >
          {t('figures.showMore', { shown, count: lines.length })}
        </Button>
      )}
      <p className={styles['note']}>
        {words.sentences(t('figures.by.note'), settings.rollUp && t('figures.by.rollUpNote'))}
      </p>
    </>
  )
}

/** The answer in a sentence, before the numbers. */
function Concentration({ breakdown }: { readonly breakdown: AgreementBreakdown }) {
  const t = useT('agreement')
  const format = useFormat()
  const nameOf = useGroupName(breakdown.by)
  const lines = groupLines(breakdown, 'order')
  const most = concentration(lines)
  const hasAny = lines.some(({ group }) => group.disagreements > 0)
  return (
    <p className={styles['answer']}>
      {!hasAny
        ? t('figures.by.noDisagreement')
        : lines.length === 1
          ? t('figures.by.oneGroup')
          : most === null
            ? t('figures.by.spread')
            : t('figures.by.concentrated', {
                name: nameOf(most.group),
                disagreements: format.share(most.disagreements ?? 0),
                units: format.share(most.units ?? 0),
              })}
    </p>
  )
}
