import type { OpenStudyStatus } from '../../app/Workbench.tsx'
import { useT } from '../../i18n/i18n.ts'
import { GuideChecklist } from '../guide/GuideChecklist.tsx'
import styles from './EmptyStudy.module.css'

/** A study without transcripts: what to do, step by step. Files may also be dropped anywhere. */
export function EmptyStudy({ study }: { readonly study: OpenStudyStatus }) {
  const t = useT('import')
  return (
    <div className={styles['page']}>
      <div className={styles['column']}>
        <h2 className={styles['title']}>{t('empty.title')}</h2>
        <p className={styles['text']}>{t('empty.text')}</p>
        <GuideChecklist hasFramework={study.framework !== null} />
      </div>
    </div>
  )
}
