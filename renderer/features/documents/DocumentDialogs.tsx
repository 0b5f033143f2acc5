import { useCommands } from '../../app/commands.ts'
import { useHostQuery } from '../../app/host.ts'
import { useView } from '../../app/view-state.ts'
import { useT } from '../../i18n/i18n.ts'
import { closeDocumentDialog, openDocumentDialog, useDocumentDialogs } from './document-dialogs.ts'
import { DeleteDocumentDialog } from './DeleteDocumentDialog.tsx'
import { DocumentDetailsDialog } from './DocumentDetailsDialog.tsx'

/** The dialogs about one transcript, and their commands for the one in the reader. */
export function DocumentDialogs() {
  const t = useT('documents')
  const documentId = useView((state) => state.documentId)
  const open = useDocumentDialogs((state) => state.open)
  const { data } = useHostQuery('document.list', {})
  useCommands([
    {
      id: 'document.details',
      menu: 'edit',
      order: 400,
      label: t('details'),
      enabled: documentId !== null,
      run: () => {
        if (documentId !== null) openDocumentDialog('details', documentId)
      },
    },
    {
      id: 'document.delete',
      menu: 'edit',
      order: 401,
      label: t('delete'),
      enabled: documentId !== null,
      run: () => {
        if (documentId !== null) openDocumentDialog('delete', documentId)
      },
    },
  ])
  const row = open && data?.documents.find((candidate) => candidate.id === open.documentId)
  if (!open || !row || !data) return null
  return open.dialog === 'details' ? (
    <DocumentDetailsDialog key={row.id} row={row} documents={data.documents} onClose={closeDocumentDialog} />
  ) : (
    <DeleteDocumentDialog row={row} onClose={closeDocumentDialog} />
  )
}
