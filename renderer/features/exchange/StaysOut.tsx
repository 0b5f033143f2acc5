import type { MergeResult } from '../../../shared/contract/merge.ts'
import { useT } from '../../i18n/i18n.ts'
import styles from './BringBack.module.css'
import { useMergeWords } from './use-merge-words.ts'

/** What does not come in, and why; absent where all does. */
export function StaysOut({ result }: { readonly result: MergeResult }) {
  const t = useT('exchange')
  const words = useMergeWords()
  const { missing, lost, others, known } = result
  if (missing.length === 0 && lost === 0 && others === 0 && known === 0) return null
  return (
    <section className={styles['section']}>
      <h4 className={styles['heading']}>{t('out.title')}</h4>
      <ul className={styles['plain']}>
        {missing.map(({ table, needs, name, rows }) => (
          <li key={`${table} ${needs} ${name}`}>
            {t('out.missing', { count: rows, kind: words.many(table), needs: words.one(needs), name })}
          </li>
        ))}
        {lost > 0 && <li>{t('out.lost', { count: lost })}</li>}
        {others > 0 && <li>{t('out.others', { count: others })}</li>}
        {known > 0 && <li>{t('out.known', { count: known })}</li>}
      </ul>
    </section>
  )
}
