import { closeDialog, useDialogs } from '../../app/dialogs.ts'
import { CheckStudyDialog } from './CheckStudyDialog.tsx'
import { NewStudyDialog } from './NewStudyDialog.tsx'
import { RenameStudyDialog } from './RenameStudyDialog.tsx'

/** The dialogs about the study as a whole; each starts anew when it is opened. */
export function StudyDialogs() {
  const open = useDialogs((state) => state.open)
  switch (open) {
    case 'newStudy':
      return <NewStudyDialog onClose={closeDialog} />
    case 'renameStudy':
      return <RenameStudyDialog onClose={closeDialog} />
    case 'checkStudy':
      return <CheckStudyDialog onClose={closeDialog} />
    default:
      return null
  }
}
