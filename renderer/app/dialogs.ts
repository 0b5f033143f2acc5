import { create } from 'zustand'

/** The window's own dialogs, of which one is open at a time. */
export type ShellDialog = 'palette' | 'keys' | 'settings' | 'newStudy' | 'renameStudy' | 'checkStudy' | 'about'

interface Dialogs {
  readonly open: ShellDialog | null
}

export const useDialogs = create<Dialogs>()(() => ({ open: null }))

export function openDialog(dialog: ShellDialog): void {
  useDialogs.setState({ open: dialog })
}

export function closeDialog(): void {
  useDialogs.setState({ open: null })
}
