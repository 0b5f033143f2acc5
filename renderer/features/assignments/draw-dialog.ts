import { create } from 'zustand'

/** Whether the dialog that draws a sample is open; commands open it from anywhere. */
export const useDrawDialog = create<{ readonly isOpen: boolean }>()(() => ({ isOpen: false }))

export function openDraw(): void {
  useDrawDialog.setState({ isOpen: true })
}

export function closeDraw(): void {
  useDrawDialog.setState({ isOpen: false })
}
