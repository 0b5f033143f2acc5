import type { WireError } from '../../shared/contract/envelope.ts'
import { sentenceOf, useT } from '../i18n/i18n.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import styles from './CannotStart.module.css'

/** All there is to show where the page has no way to the host. */
export function CannotStart({ error }: { readonly error: WireError }) {
  const t = useT('shell')
  return (
    <main className={styles['page']}>
      <h1 className="visually-hidden">{t('appName')}</h1>
      <EmptyState title={t('cannotStart')} text={sentenceOf('errors', error)} />
    </main>
  )
}
