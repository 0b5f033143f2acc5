import { create } from 'zustand'

/** Whether the history of the text one reads stands beside it. */
export const useTextHistory = create<{ readonly isOpen: boolean }>()(() => ({ isOpen: false }))

export function toggleTextHistory(): void {
  useTextHistory.setState(({ isOpen }) => ({ isOpen: !isOpen }))
}

export function showTextHistory(isOpen: boolean): void {
  useTextHistory.setState({ isOpen })
}
