import { create } from 'zustand'

/** Whether the dialog that hands transcripts out is open; what is brought back has a page of its own. */
export const useHandOutDialog = create<{ readonly isOpen: boolean }>()(() => ({ isOpen: false }))

export function openHandOut(): void {
  useHandOutDialog.setState({ isOpen: true })
}

export function closeHandOut(): void {
  useHandOutDialog.setState({ isOpen: false })
}
