import type { CodeRow } from '../../../shared/contract/code.ts'
import { useCodebook } from '../coding/use-codebook.ts'
import { closeCodebookDialog, useCodebookDialog } from './codebook-dialogs.ts'
import { CodeDialog } from './CodeDialog.tsx'
import { ColourDialog } from './ColourDialog.tsx'
import { DeleteCodesDialog } from './DeleteCodesDialog.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { MoveCodesDialog } from './MoveCodesDialog.tsx'
import { SplitDialog } from './SplitDialog.tsx'

/** Whichever of the codebook's dialogs is open. */
export function CodebookDialogs() {
  const { dialog } = useCodebookDialog()
  const { byId } = useCodebook()
  const onClose = closeCodebookDialog
  if (dialog === null) return null
  switch (dialog.kind) {
    case 'create':
      return <CodeDialog code={null} parentId={dialog.parentId} name={dialog.name} field="name" onClose={onClose} />
    case 'edit':
    case 'split': {
      const code = byId.get(dialog.codeId)
      if (code === undefined) return null
      return dialog.kind === 'edit' ? (
        <CodeDialog key={code.id} code={code} parentId={code.parentId} field={dialog.field} onClose={onClose} />
      ) : (
        <SplitDialog code={code} onClose={onClose} />
      )
    }
    default: {
      const codes = dialog.ids.flatMap((id): CodeRow[] => {
        const code = byId.get(id)
        return code === undefined ? [] : [code]
      })
      const Dialog = { colour: ColourDialog, move: MoveCodesDialog, merge: MergeDialog, delete: DeleteCodesDialog }[
        dialog.kind
      ]
      return codes.length === 0 ? null : <Dialog codes={codes} onClose={onClose} />
    }
  }
}
