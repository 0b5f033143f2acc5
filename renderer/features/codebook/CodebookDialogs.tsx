import { useCodebook } from '../coding/use-codebook.ts'
import { closeCodebookDialog, useCodebookDialog } from './codebook-dialogs.ts'
import { CodeDialog } from './CodeDialog.tsx'
import { DeleteCodeDialog } from './DeleteCodeDialog.tsx'

/** Whichever of the codebook's dialogs is open. */
export function CodebookDialogs() {
  const { dialog } = useCodebookDialog()
  const { byId } = useCodebook()
  if (dialog === null) return null
  if (dialog.kind === 'create') {
    return (
      <CodeDialog
        code={null}
        parentId={dialog.parentId}
        name={dialog.name}
        field="name"
        onClose={closeCodebookDialog}
      />
    )
  }
  const code = byId.get(dialog.codeId)
  if (code === undefined) return null
  if (dialog.kind === 'delete') return <DeleteCodeDialog code={code} onClose={closeCodebookDialog} />
  return (
    <CodeDialog key={code.id} code={code} parentId={code.parentId} field={dialog.field} onClose={closeCodebookDialog} />
  )
}
