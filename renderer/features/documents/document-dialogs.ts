import { create } from 'zustand'

interface DocumentDialogState {
  readonly open: { readonly dialog: 'details' | 'delete'; readonly documentId: number } | null
}

export const useDocumentDialogs = create<DocumentDialogState>()(() => ({ open: null }))

export function openDocumentDialog(dialog: 'details' | 'delete', documentId: number): void {
  useDocumentDialogs.setState({ open: { dialog, documentId } })
}

export function closeDocumentDialog(): void {
  useDocumentDialogs.setState({ open: null })
}
