import { create } from 'zustand'

/** The transcript whose language versions are being looked at; null: no dialog. */
export const useParallelDialog = create<{ readonly documentId: number | null }>()(() => ({ documentId: null }))

export function openParallelDialog(documentId: number): void {
  useParallelDialog.setState({ documentId })
}

export function closeParallelDialog(): void {
  useParallelDialog.setState({ documentId: null })
}
