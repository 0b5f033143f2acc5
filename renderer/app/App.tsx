import { useEffect, useState } from 'react'
import { QueryClientProvider } from '@tanstack/react-query'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import type { Bridge } from '../../shared/contract/bridge.ts'
import { useLanguage } from '../i18n/i18n.ts'
import { Toasts } from '../ui/Toasts.tsx'
import { BridgeContext } from './bridge.ts'
import { createQueryClient, followChanges, useHostQuery } from './host.ts'
import { LiveRegion } from './LiveRegion.tsx'
import { forgetCommandsOffScreen, setCustomKeys } from './commands.ts'
import { applyLanguage, applyTheme } from './look.ts'
import { followSavedState } from './saved-state.ts'
import { SettingsContext } from './settings.ts'
import { Shortcuts } from './Shortcuts.tsx'
import { StudySwitch } from './StudySwitch.tsx'
import { Uploading } from './Uploading.tsx'

/** The whole window: what holds with and without a study. */
export function App({ bridge }: { readonly bridge: Bridge }) {
  const [client] = useState(createQueryClient)
  useEffect(() => followChanges(bridge, client), [bridge, client])
  useEffect(() => followSavedState(bridge), [bridge])
  return (
    <BridgeContext value={bridge}>
      <QueryClientProvider client={client}>
        <WithSettings />
      </QueryClientProvider>
    </BridgeContext>
  )
}

function WithSettings() {
  const { data: settings } = useHostQuery('settings.get', {})
  const language = useLanguage()
  useEffect(() => {
    if (!settings) return
    applyLanguage(settings.language)
    applyTheme(settings.theme)
    setCustomKeys(settings.keys)
  }, [settings])
  useEffect(forgetCommandsOffScreen, [language])
  if (!settings) return null
  return (
    <SettingsContext value={settings}>
      <I18nProvider locale={language}>
        <StudySwitch />
        <Shortcuts />
        <Uploading />
        <Toasts />
        <LiveRegion />
      </I18nProvider>
    </SettingsContext>
  )
}
