import type { DocumentRow } from '../../../shared/contract/document.ts'
import { useHostCommand } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { clearSelection } from './document-selection.ts'

export interface DeleteDocumentDialogProps {
  readonly rows: readonly DocumentRow[]
  readonly onClose: () => void
}

export function DeleteDocumentDialog({ rows, onClose }: DeleteDocumentDialogProps) {
  const t = useT('documents')
  const { run, pending } = useHostCommand('document.delete')
  const codings = rows.flatMap((row) => row.codings).reduce((sum, entry) => sum + entry.count, 0)
  const [first] = rows
  return (
    <Dialog
      title={
        rows.length === 1
          ? t('deleteDialog.title', { name: first?.name ?? '' })
          : t('deleteDialog.titleMany', { count: rows.length })
      }
      onClose={onClose}
      size="small"
      isAlert
      footer={
        <>
          <Button onPress={onClose} autoFocus>
            {t('deleteDialog.keep')}
          </Button>
          <Button
            tone="danger"
            isPending={pending}
            onPress={() => {
              void run({ ids: rows.map(({ id }) => id) })
                .then(clearSelection)
                .then(onClose)
            }}
          >
            {t('deleteDialog.delete')}
          </Button>
        </>
      }
    >
      <p>
        {rows.length === 1
          ? t('deleteDialog.text', { count: codings })
          : t('deleteDialog.textMany', { count: codings })}
      </p>
    </Dialog>
  )
}
