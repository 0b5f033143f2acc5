import type { ConflictRow } from '../../../shared/contract/merge.ts'
import { useView } from '../../app/view-state.ts'

/** Opens the transcript that a conflict is in. */
export function openConflict({ documentId }: ConflictRow): void {
  if (documentId !== null) useView.getState().openDocument(documentId)
}
