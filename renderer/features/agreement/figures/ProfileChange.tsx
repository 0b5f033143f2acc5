import { useMemo } from 'react'
import type { ProfileChange as ProfileChangeData } from '../../../../shared/contract/agreement.ts'
import type { AgreementSettings } from '../../../../shared/contract/agreement-settings.ts'
import { useHostJob } from '../../../app/host-job.ts'
import { useHostQuery } from '../../../app/host.ts'
import { useLanguage, useT } from '../../../i18n/i18n.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Help } from '../../../ui/Help.tsx'
import { theoryIn } from '../../profiles/theory.ts'
import { changeSummary } from './change-view.ts'
import { ChangeTable } from './ChangeTable.tsx'
import styles from './figures.module.css'
import { AGREEMENT_CONCERNS, JobFrame } from './JobFrame.tsx'
import { useAgreementWords } from './use-agreement-words.ts'

/** The reviewer's question: does any village's profile change under the other coder? */
export function ProfileChange({ settings }: { readonly settings: AgreementSettings }) {
  const t = useT('agreement')
  const job = useHostJob('agreement.profileChange', { settings }, { concerns: AGREEMENT_CONCERNS })
  return (
    <JobFrame job={job} label={t('figures.change.title')}>
      {(change) => <Change change={change} />}
    </JobFrame>
  )
}

function Change({ change }: { readonly change: ProfileChangeData }) {
  const t = useT('agreement')
  const words = useAgreementWords()
  const language = useLanguage()
  const framework = useHostQuery('profile.framework', {}).data?.framework ?? null
  const theory = useMemo(() => framework && theoryIn(framework, language), [framework, language])
  if (change.frameworkId === null) {
    return <EmptyState title={t('figures.change.noFramework')} text={t('figures.change.noFrameworkText')} />
  }
  if (theory === null) return null
  if (change.rows.length === 0) {
    return <EmptyState title={t('figures.change.noVillages')} text={t('figures.change.noVillagesText')} />
  }
  return (
    <>
      <p className={styles['answer']}>
        <Answer change={change} />
      </p>
      <ChangeTable rows={change.rows} theory={theory} />
      <p className={styles['note']}>
        {words.sentences(
          t('figures.change.note', { count: change.documents.length }),
          change.leftOut.length > 0 && t('figures.leftOut', { count: change.leftOut.length }),
        )}
        {change.leftOut.length > 0 && (
          <Help label={t('figures.leftOutHelp')}>
            <ul className={styles['list']}>
              {change.leftOut.map(({ id, name, reason }) => (
                <li key={id}>{t('figures.leftOutLine', { name, why: words.leftOut(reason) })}</li>
              ))}
            </ul>
          </Help>
        )}
      </p>
    </>
  )
}

/** One plain sentence, and what it must not be taken for. */
function Answer({ change }: { readonly change: ProfileChangeData }) {
  const t = useT('agreement')
  const words = useAgreementWords()
  const { villages, changed, statusOnly, undecided } = changeSummary(change.rows)
  return words.sentences(
    changed === 0
      ? t('figures.change.none', { count: villages })
      : t('figures.change.some', { count: villages, changed }),
    statusOnly > 0 && t('figures.change.statusOnly', { count: statusOnly }),
    undecided > 0 && t('figures.change.undecided', { count: undecided }),
  )
}
