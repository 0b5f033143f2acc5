import { create } from 'zustand'

interface HandOutDialogState {
  readonly isOpen: boolean
  /** The transcripts it was opened for; null: what is chosen in the list. */
  readonly documentIds: readonly number[] | null
}

/** The dialog that hands transcripts out; what is brought back has a page of its own. */
export const useHandOutDialog = create<HandOutDialogState>()(() => ({ isOpen: false, documentIds: null }))

export function openHandOut(documentIds: readonly number[] | null): void {
  useHandOutDialog.setState({ isOpen: true, documentIds })
}

export function closeHandOut(): void {
  useHandOutDialog.setState({ isOpen: false, documentIds: null })
}
