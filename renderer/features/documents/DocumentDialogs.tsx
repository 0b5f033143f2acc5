import { useHostQuery } from '../../app/host.ts'
import { closeDocumentDialog, useDocumentDialogs } from './document-dialogs.ts'
import { DeleteDocumentDialog } from './DeleteDocumentDialog.tsx'
import { DocumentDetailsDialog } from './DocumentDetailsDialog.tsx'
import { ManyDetailsDialog } from './ManyDetailsDialog.tsx'

/** The dialogs about one transcript or several. */
export function DocumentDialogs() {
  const open = useDocumentDialogs((state) => state.open)
  const { data } = useHostQuery('document.list', {})
  const ids = new Set(open?.documentIds)
  const rows = data?.documents.filter(({ id }) => ids.has(id)) ?? []
  const [only, ...others] = rows
  if (!open || !only || !data) return null
  if (open.dialog === 'delete') return <DeleteDocumentDialog rows={rows} onClose={closeDocumentDialog} />
  return others.length === 0 ? (
    <DocumentDetailsDialog key={only.id} row={only} documents={data.documents} onClose={closeDocumentDialog} />
  ) : (
    <ManyDetailsDialog rows={rows} documents={data.documents} onClose={closeDocumentDialog} />
  )
}
