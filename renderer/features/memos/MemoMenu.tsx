import { useT } from '../../i18n/i18n.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { MoreIcon } from '../../ui/icons.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { useMemoExport } from './use-memo-export.ts'

export interface MemoMenuProps {
  readonly memoId: number
  /** Absent: it is somebody else's. */
  readonly onRemove?: () => void
}

/** What one does with one memo beside writing it. */
export function MemoMenu({ memoId, onRemove }: MemoMenuProps) {
  const t = useT('memos')
  const { save } = useMemoExport()
  const items = [
    {
      id: 'docx',
      label: t('exportOneDocx'),
      onAction: () => void save('docx', { ids: [memoId] }),
    },
    {
      id: 'markdown',
      label: t('exportOneMarkdown'),
      onAction: () => void save('markdown', { ids: [memoId] }),
    },
    ...(onRemove === undefined
      ? []
      : [{ id: 'remove', label: t('remove'), isDanger: true, startsGroup: true, onAction: onRemove }]),
  ]
  return (
    <Menu label={t('actions')} items={items} placement="bottom end">
      <IconButton size="small" icon={<MoreIcon />} label={t('actions')} />
    </Menu>
  )
}
