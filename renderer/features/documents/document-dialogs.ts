import { create } from 'zustand'

export type DocumentDialog = 'details' | 'delete'

interface DocumentDialogState {
  readonly open: { readonly dialog: DocumentDialog; readonly documentIds: readonly number[] } | null
}

export const useDocumentDialogs = create<DocumentDialogState>()(() => ({ open: null }))

export function openDocumentDialog(dialog: DocumentDialog, documentIds: readonly number[]): void {
  if (documentIds.length > 0) useDocumentDialogs.setState({ open: { dialog, documentIds } })
}

export function closeDocumentDialog(): void {
  useDocumentDialogs.setState({ open: null })
}
