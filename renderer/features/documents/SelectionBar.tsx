import type { DocumentRow } from '../../../shared/contract/document.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { CloseIcon } from '../../ui/icons.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { clearSelection, useDocumentSelection } from './document-selection.ts'
import styles from './DocumentsPane.module.css'
import { useDocumentMenu } from './use-document-menu.ts'

/** How many are chosen, and what can be done with all of them; absent while none is. */
export function SelectionBar({ documents }: { readonly documents: readonly DocumentRow[] }) {
  const t = useT('documents')
  const { ids } = useDocumentSelection()
  const menuOf = useDocumentMenu()
  const rows = ids.size === 0 ? [] : documents.filter((row) => ids.has(row.id))
  if (rows.length === 0) return null
  return (
    <div className={styles['selection']} role="group" aria-label={t('selection', { count: rows.length })}>
      <span className={styles['selected']}>{t('selection', { count: rows.length })}</span>
      <Menu placement="top end" items={menuOf(rows)}>
        <Button size="small">{t('selectionMenu')}</Button>
      </Menu>
      <IconButton size="small" icon={<CloseIcon />} label={t('clearSelection')} onPress={clearSelection} />
    </div>
  )
}
