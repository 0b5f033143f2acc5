import type { CodeRow } from '../../../shared/contract/code.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { CodeChip } from '../../ui/CodeChip.tsx'
import { codeName } from '../coding/code-names.ts'
import { openCodebookDialog } from './codebook-dialogs.ts'
import styles from './CodePage.module.css'

/** What one does to several codes at once. */
export function ManyCodes({ codes }: { readonly codes: readonly CodeRow[] }) {
  const t = useT('codebook')
  const language = useLanguage()
  const ids = codes.map(({ id }) => id)
  const open = (kind: 'colour' | 'move' | 'merge' | 'delete') => () => {
    openCodebookDialog({ kind, ids })
  }
  return (
    <section className={styles['page']} aria-label={t('many.title', { count: codes.length })}>
      <h2 className={styles['title']}>{t('many.title', { count: codes.length })}</h2>
      <div className={styles['actions']}>
        <Button onPress={open('colour')}>{t('menu.recolour')}</Button>
        <Button onPress={open('move')}>{t('menu.moveUnder')}</Button>
        <Button onPress={open('merge')}>{t('menu.merge')}</Button>
        <Button tone="danger" onPress={open('delete')}>
          {t('menu.delete')}
        </Button>
      </div>
      <ul className={styles['many']}>
        {codes.map((code) => (
          <li key={code.id}>
            <CodeChip colour={code.colour} label={code.label} name={codeName(code, language)} />
          </li>
        ))}
      </ul>
    </section>
  )
}
