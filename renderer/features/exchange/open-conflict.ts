import type { ConflictRow } from '../../../shared/contract/merge.ts'
import { useView } from '../../app/view-state.ts'

/** Opens the transcript that a conflict is in, at its words if it has any. */
export function openConflict({ documentId, start, end }: ConflictRow): void {
  const { goTo, openDocument } = useView.getState()
  if (documentId === null) return
  if (start === null || end === null) openDocument(documentId)
  else goTo({ documentId, start, end })
}
