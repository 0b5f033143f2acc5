import type { DocumentRow } from '../../../shared/contract/document.ts'
import { useHostCommand } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'

export interface DeleteDocumentDialogProps {
  readonly row: DocumentRow
  readonly onClose: () => void
}

export function DeleteDocumentDialog({ row, onClose }: DeleteDocumentDialogProps) {
  const t = useT('documents')
  const { run, pending } = useHostCommand('document.delete')
  const count = row.codings.reduce((sum, entry) => sum + entry.count, 0)
  return (
    <Dialog
      title={t('deleteDialog.title', { name: row.name })}
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
              void run({ ids: [row.id] }).then(onClose)
            }}
          >
            {t('deleteDialog.delete')}
          </Button>
        </>
      }
    >
      <p>{t('deleteDialog.text', { count })}</p>
    </Dialog>
  )
}
