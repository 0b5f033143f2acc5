import type { MergeConflict } from '../../../shared/contract/merge.ts'
import { useT } from '../../i18n/i18n.ts'
import styles from './BringBack.module.css'
import { FieldDiff } from './FieldDiff.tsx'
import { useMergeWords } from './use-merge-words.ts'

const SHOWN = 100

export interface ComingConflictsProps {
  readonly conflicts: readonly MergeConflict[]
  readonly isDone: boolean
}

/** What both have changed: it stays as it is here, and is listed until somebody decides. */
export function ComingConflicts({ conflicts, isDone }: ComingConflictsProps) {
  const t = useT('exchange')
  const words = useMergeWords()
  if (conflicts.length === 0) return null
  return (
    <section className={styles['section']}>
      <h4 className={styles['heading']}>{t('coming.title', { count: conflicts.length })}</h4>
      <p className={styles['note']}>{t(isDone ? 'coming.done' : 'coming.about')}</p>
      {!isDone && (
        <ul className={styles['list']}>
          {conflicts.slice(0, SHOWN).map(({ kind, table, name, document, fields }, index) => (
            <li key={index} className={styles['entry']}>
              <p>
                {words.one(table)} <strong>{name}</strong>
                {document !== null && <span className={styles['muted']}> · {document}</span>}
                <span className={styles['muted']}> · {t(`conflictKind.${kind}`)}</span>
              </p>
              <div className={styles['details']}>
                <FieldDiff label={name} fields={fields} ours={t('here')} theirs={t('there')} />
              </div>
            </li>
          ))}
        </ul>
      )}
      {!isDone && conflicts.length > SHOWN && (
        <p className={styles['note']}>{t('more', { count: conflicts.length - SHOWN })}</p>
      )}
    </section>
  )
}
