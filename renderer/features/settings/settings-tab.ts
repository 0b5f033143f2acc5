import { create } from 'zustand'
import { openDialog } from '../../app/dialogs.ts'

/** Which page of the settings is shown. */
export type SettingsTab = 'general' | 'keys'

export const useSettingsTab = create<{ readonly tab: SettingsTab }>()(() => ({ tab: 'general' }))

/** Opens the settings where keys are set. */
export function openKeySettings(): void {
  useSettingsTab.setState({ tab: 'keys' })
  openDialog('settings')
}
