import { createContext, useContext } from 'react'
import type { Settings } from '../../shared/contract/study.ts'
import { useHostCommand } from './host.ts'

export const SettingsContext = createContext<Settings | null>(null)

/** The user's own settings; a change anywhere shows everywhere. */
export function useSettings(): Settings {
  const settings = useContext(SettingsContext)
  if (!settings) throw new Error('useSettings is for components inside <App>')
  return settings
}

/** Changes some of the user's settings and leaves the others. */
export function useUpdateSettings(): (change: Partial<Settings>) => void {
  const { run } = useHostCommand('settings.update')
  return (change) => {
    void run(change)
  }
}
